import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { Extraction, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { type MeterOf, meterResolver } from '../meters.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';

type Read = (file: InputFile, meterOf: MeterOf, notes: RowNotes) => Extraction<ExtractedSeries>;

/** The series of an export that names no meter, for the `meter` of the input. */
export function forMeterOf(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
  read: Read,
): Extraction<ExtractedSeries> {
  const notes = rowNotes(file.path);
  const meterOf = meterResolver({ ...input, map: {} }, context, file.path, notes);
  return typeof meterOf === 'function' ? read(file, meterOf, notes) : refusedFile(meterOf);
}

import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { ExtractedBill } from '../bills-csv/extract.ts';
import * as greenButton from '../green-button/extract.ts';
import type { Extraction, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import * as smartMeterTexas from '../smart-meter-texas/extract.ts';

/** What a file of a named layout gives; findings and row counts stand with the readings, once. */
export interface ProfileExtraction {
  readonly readings: Extraction<ExtractedSeries>;
  readonly bills: Extraction<ExtractedBill>;
}

/** Readings and bills of a file by the profile that the workspace names for it. */
export function extractProfile(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): ProfileExtraction {
  switch (input.profile) {
    case 'green-button':
      return greenButton.extract(file, input, context);
    case 'smart-meter-texas':
      return { readings: smartMeterTexas.extract(file, input, context), bills: refusedFile() };
  }
}

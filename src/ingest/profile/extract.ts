import { finding } from '../../model/finding.ts';
import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { ExtractedBill } from '../bills-csv/extract.ts';
import * as greenButton from '../green-button/extract.ts';
import type { Extraction, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import { seriesProfile } from './series-profiles.ts';

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
  if (input.profile === 'green-button') return greenButton.extract(file, input, context);
  return { readings: extractSeries(file, input, context), bills: refusedFile() };
}

/** The series of a file by a named layout of interval readings. */
export function extractSeries(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedSeries> {
  const profile = seriesProfile(input.profile);
  if (profile) return profile.extract(file, input, context);
  const message = `No reader is known by the name ${input.profile}; \`hashprint inspect --help\` lists the profiles.`;
  return refusedFile(finding('IN-NO-READINGS', 'critical', message, { file: file.path }));
}

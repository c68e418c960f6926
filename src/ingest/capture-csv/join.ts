import type { CarbonCapture } from '../../model/source-records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The captured CO2 of all files, each row once; rows that share days are named. */
export function joinCapture(
  extractions: readonly Extraction<CarbonCapture>[],
): Extraction<CarbonCapture> {
  return joinSpans(extractions, {
    of: ({ site, storage }) =>
      `CO2 captured at ${site}${storage === undefined ? '' : ` (${storage})`}`,
    when: daysText,
    says: ({ massKg, leakageKg }) => [massKg, leakageKg].map((kg) => kg?.toFraction()).join('\0'),
  });
}

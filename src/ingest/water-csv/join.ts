import type { WaterUse } from '../../model/source-records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The water of all files, each row once; rows on one kind and source that share days are named. */
export function joinWater(extractions: readonly Extraction<WaterUse>[]): Extraction<WaterUse> {
  return joinSpans(extractions, {
    of: ({ site, kind, source }) =>
      `water ${kind} at ${site}${source === undefined ? '' : ` (${source})`}`,
    when: daysText,
    says: ({ volumeM3 }) => volumeM3.toFraction(),
  });
}

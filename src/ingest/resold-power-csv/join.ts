import type { ResoldPower } from '../../model/source-records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The resold power of all files, each row once; rows on one connection and buyer that share days are named. */
export function joinResoldPower(
  extractions: readonly Extraction<ResoldPower>[],
): Extraction<ResoldPower> {
  return joinSpans(extractions, {
    of: ({ site, meter, to, isMetered }) =>
      `${isMetered ? 'metered' : 'unmetered'} power of ${meter ?? site} sold to ${to}`,
    when: daysText,
    says: ({ energyKwh }) => energyKwh.toFraction(),
  });
}

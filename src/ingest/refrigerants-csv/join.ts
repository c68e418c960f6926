import type { RefrigerantUse } from '../../model/source-records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The refrigerants of all files, each row once; rows on one deed and equipment that share days are named. */
export function joinRefrigerants(
  extractions: readonly Extraction<RefrigerantUse>[],
): Extraction<RefrigerantUse> {
  return joinSpans(extractions, {
    of: ({ site, refrigerant, kind, equipment }) =>
      `${refrigerant} ${kind} ${equipment === undefined ? '' : `in ${equipment} `}at ${site}`,
    when: daysText,
    says: ({ massKg, leakRate }) => [massKg, leakRate].map((part) => part?.toFraction()).join('\0'),
  });
}

import type { Payout } from '../../model/source-records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The credits of all files, each once; those of one site that share days are named. */
export function joinPayouts(extractions: readonly Extraction<Payout>[]): Extraction<Payout> {
  return joinSpans(extractions, {
    of: ({ site }) => `coins credited to ${site}`,
    when: daysText,
    says: ({ coins, poolFee }) => `${coins.toFraction()} ${poolFee?.toFraction() ?? ''}`,
  });
}

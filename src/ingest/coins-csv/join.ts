import type { CoinProduction } from '../../model/records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The coin production of all files, each row once; rows of one site that share days are named. */
export function joinCoins(
  extractions: readonly Extraction<CoinProduction>[],
): Extraction<CoinProduction> {
  return joinSpans(extractions, {
    of: ({ site }) => `coins of ${site}`,
    when: daysText,
    says: ({ coins, difficulty, subsidy, fees, poolFee }) =>
      [coins, difficulty, subsidy, fees, poolFee]
        .map((value) => value?.toFraction() ?? '')
        .join('\0'),
  });
}

import { placeOf } from '../kernel/energy/split-by-days.ts';
import { numberText } from '../kernel/wording.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { CoinProduction } from '../model/records.ts';
import type { Payout } from '../model/source-records.ts';
import { sumOf } from '../units/rational.ts';
import { isAsStated } from '../units/stated-digits.ts';
import type { InputRecords } from './read-inputs.ts';

/**
 * Coins of a site against what its pools credited for the same days. Days are held against days by their dates: a list
 * of coins is made from the pool's own days, in whatever zone these begin.
 */
export function payoutFindings(
  { coins, payouts }: Pick<InputRecords, 'coins' | 'payouts'>,
  site: string,
): Finding[] {
  const credited = payouts.filter((payout) => payout.site === site);
  return coins
    .filter((period) => period.site === site)
    .flatMap((period) => comparison(period, creditedDuring(period, credited)));
}

/** The credits that fill the days of the period, one after the other; none where a day lacks or stands twice. */
function creditedDuring(
  { firstDay, lastDay }: CoinProduction,
  all: readonly Payout[],
): readonly Payout[] {
  const during = all
    .filter((payout) => payout.firstDay >= firstDay && payout.lastDay <= lastDay)
    .sort((a, b) => a.start - b.start);
  const isJoined = during.every((payout, i) => i === 0 || payout.start === during[i - 1]?.end);
  const isWhole = during[0]?.firstDay === firstDay && during.at(-1)?.lastDay === lastDay;
  return isWhole && isJoined ? during : [];
}

function comparison(
  { coins, firstDay, lastDay, evidence }: CoinProduction,
  credited: readonly Payout[],
): Finding[] {
  const sum = sumOf(credited.map((payout) => payout.coins));
  if (credited.length === 0 || isAsStated(coins, sum)) return [];
  const message = `The coins of ${firstDay} to ${lastDay} are stated as ${numberText(coins, 8)}, and the pool credited ${numberText(sum, 8)} for these days. Correct the one that is wrong.`;
  return [finding('IN-PAYOUTS', 'quality', message, placeOf(evidence))];
}

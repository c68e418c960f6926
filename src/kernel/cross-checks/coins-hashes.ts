import { type Finding, finding } from '../../model/finding.ts';
import type { CoinProduction } from '../../model/records.ts';
import type { Interval } from '../../model/time.ts';
import { exact, type Rational } from '../../units/rational.ts';
import { expectedCoins } from '../coins.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { secondsOf } from '../fleet.ts';
import { isOnHours } from '../hash-fills/by-coins.ts';
import type { HashColumns, SiteInputs } from '../inputs.ts';
import { columnSum, convert, inUnit } from '../ledger.ts';
import { numberText } from '../wording.ts';
import { BOUNDS } from './bounds.ts';
import { noIndependentData } from './no-independent-data.ts';

/** Periods of which less is observed would be judged by their gaps and not by their coins. */
const OBSERVED = exact('0.99');

/** True for a period of which hashrate is observed for nearly every second. */
export function isObserved({ seconds }: HashColumns, period: Interval): boolean {
  const known = columnSum(seconds, period, 'Seconds for which hashrate is known').value;
  return known.gte(secondsOf(period).value.mul(OBSERVED));
}

function isOutside(value: Rational, [low, high]: readonly [Rational, Rational]): boolean {
  return value.lt(low) || value.gt(high);
}

function severityOf(times: Rational): Finding['severity'] {
  const { hard, soft } = BOUNDS.coinsAgainstHashes;
  if (isOutside(times, hard)) return 'critical';
  return isOutside(times, soft) ? 'quality' : 'info';
}

const VERDICTS = {
  critical: 'outside 0.8 to 1.25: coins, hashrate, difficulty or fees are wrong; correct them',
  quality: 'outside 0.97 to 1.03; find which of them is wrong',
  info: 'they agree within 3%',
} as const;

function compared(site: string, hashes: HashColumns, period: CoinProduction): Finding[] {
  const cells = columnSum(hashes.volume, period, 'Hashes observed');
  const expected = expectedCoins(convert(inUnit(cells, 'GH'), 'TH').value, period);
  const { coins, firstDay, lastDay, evidence } = period;
  if (expected.n === 0n && coins.n === 0n) return [];
  const severity = expected.n === 0n ? 'critical' : severityOf(coins.div(expected));
  const verdict = VERDICTS[severity === 'completeness' ? 'quality' : severity];
  const times = expected.n === 0n ? '' : `, ${numberText(coins.div(expected), 4)} times that`;
  return [
    finding(
      'ACC-COINS-HASHES',
      severity,
      `${site} was paid ${numberText(coins, 8)} coins from ${firstDay} to ${lastDay}; its observed hashes earn ${numberText(expected, 8)} with fees${times}, ${verdict}.`,
      placeOf(evidence),
    ),
  ];
}

/**
 * Coins paid against coins that the observed hashes earn on average, fees included, period by period. Hashes that were
 * filled are not used: coins never test hashes that were derived from coins.
 */
export function coinsAgainstHashes({ site, hashes, coins = [] }: SiteInputs): Finding[] {
  if (hashes?.algorithm !== 'sha256') return [];
  const what = `Coins against hashes of ${site.id}`;
  if (coins.length === 0) return [noIndependentData(what, 'its coins are not stated')];
  const observed = coins.filter(
    (period) =>
      period.difficulty.n !== 0n && isOnHours(hashes, period) && isObserved(hashes, period),
  );
  if (observed.length === 0) {
    return [noIndependentData(what, 'no period of coins has hashrate for 99% of its hours')];
  }
  return observed.flatMap((period) => compared(site.id, hashes, period));
}

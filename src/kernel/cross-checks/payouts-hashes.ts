import { type Finding, finding } from '../../model/finding.ts';
import { exact, type Rational, ratio, sumOf } from '../../units/rational.ts';
import type { ExpectedPayout } from '../expected-hashes/result.ts';
import type { SiteFootprint } from '../footprint.ts';
import { isOnHours } from '../hash-fills/by-coins.ts';
import type { HashColumns, SiteInputs } from '../inputs.ts';
import { columnSum, convert, inUnit } from '../ledger.ts';
import { countText, numberText } from '../wording.ts';
import { BOUNDS } from './bounds.ts';
import { isObserved } from './coins-hashes.ts';

type Scheme = ExpectedPayout['scheme'];

/** Half the 95% interval of a Poisson count, in standard deviations. */
const WIDTH = exact('1.96');

function observedIn({ volume }: HashColumns, { payout }: ExpectedPayout): Rational {
  const cells = columnSum(volume, payout, 'Hashes observed');
  return convert(inUnit(cells, 'GH'), 'TH').value;
}

function isOutside(value: Rational, [low, high]: readonly [Rational, Rational]): boolean {
  return value.lt(low) || value.gt(high);
}

interface Verdict {
  readonly severity: Finding['severity'];
  readonly text: string;
}

/** A pool that pays for every share has no luck: what it pays for is what was computed. */
function withoutLuck(times: Rational): Verdict {
  const { hard, soft } = BOUNDS.coinsAgainstHashes;
  if (isOutside(times, hard)) {
    const text =
      'outside 0.8 to 1.25: payouts, hashrate, scheme or mean fees are wrong; correct them';
    return { severity: 'critical', text };
  }
  return isOutside(times, soft)
    ? { severity: 'quality', text: 'outside 0.97 to 1.03; find which of them is wrong' }
    : { severity: 'info', text: 'they agree within 3%' };
}

/** Blocks found by oneself are a count of chance: held against 1.96 times its standard deviation, the root of the count. */
function byChance(expected: Rational, observed: Rational, blocks: bigint): Verdict {
  const away = expected.sub(observed).div(expected);
  const isWithin = away.mul(away).mul(ratio(blocks)).lte(WIDTH.mul(WIDTH));
  const count = countText(Number(blocks), 'block');
  return isWithin
    ? { severity: 'info', text: `within the 95% interval of ${count}` }
    : {
        severity: 'quality',
        text: `outside the 95% interval of ${count}; find which of them is wrong`,
      };
}

function withLuckOfPool(times: Rational): Verdict {
  return isOutside(times, BOUNDS.coinsAgainstHashes.hard)
    ? {
        severity: 'quality',
        text: 'outside 0.8 to 1.25, which the luck of the pool seldom explains; find which of them is wrong',
      }
    : { severity: 'info', text: 'within what the luck of a pool explains' };
}

function verdictOf(
  scheme: Scheme,
  expected: Rational,
  observed: Rational,
  payouts: readonly ExpectedPayout[],
): Verdict {
  const times = expected.div(observed);
  if (scheme === 'solo') {
    const blocks = payouts.filter(({ payout }) => payout.coins.n !== 0n).length;
    return byChance(expected, observed, BigInt(blocks));
  }
  return scheme === 'pplns' ? withLuckOfPool(times) : withoutLuck(times);
}

function compared(
  site: string,
  hashes: HashColumns,
  scheme: Scheme,
  payouts: readonly ExpectedPayout[],
): Finding[] {
  const expected = sumOf(payouts.map((one) => one.hashes.value));
  const observed = sumOf(payouts.map((one) => observedIn(hashes, one)));
  if (expected.n === 0n || observed.n === 0n) return [];
  const { severity, text } = verdictOf(scheme, expected, observed, payouts);
  const times = numberText(expected.div(observed), 4);
  const file = payouts[0]?.payout.evidence.file;
  return [
    finding(
      'ACC-COINS-HASHES',
      severity,
      `${countText(payouts.length, 'payout')} of ${site} (${scheme}) pay for ${numberText(expected, 0)} TH; ${numberText(observed, 0)} TH were observed in the same hours, so that payouts stand for ${times} times that, ${text}.`,
      file === undefined ? {} : { file },
    ),
  ];
}

/**
 * Hashes that payouts stand for against those observed in the same hours, scheme by scheme. Hashes that were filled are
 * not used.
 */
export function payoutsAgainstHashes({ site, hashes }: SiteInputs, of: SiteFootprint): Finding[] {
  if (!hashes || !of.expected) return [];
  const usable = of.expected.payouts.filter(
    ({ payout }) => isOnHours(hashes, payout) && isObserved(hashes, payout),
  );
  const schemes = [...new Set(usable.map(({ scheme }) => scheme))].sort();
  return schemes.flatMap((scheme) =>
    compared(
      site.id,
      hashes,
      scheme,
      usable.filter((one) => one.scheme === scheme),
    ),
  );
}

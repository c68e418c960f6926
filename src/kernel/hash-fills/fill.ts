import type { HourColumn } from '../../model/column.ts';
import type { CoinProduction } from '../../model/records.ts';
import type { FillRule, HashFill } from '../footprint.ts';
import type { HashColumns, SiteInputs } from '../inputs.ts';
import type { Step } from '../ledger.ts';
import { filledByCoins, isOnHours } from './by-coins.ts';
import { filledByMeter, meterProxy } from './by-meter.ts';
import { filledByShares } from './by-shares.ts';
import { type Gap, gapsOf } from './gaps.ts';
import { filledLinearly } from './linear.ts';
import { miningColumns } from './mining-columns.ts';

interface TriedGap {
  readonly gap: Gap;
  readonly rule?: FillRule;
  readonly volume?: Step<'TH'>;
}

type Rule = readonly [FillRule, (gap: Gap) => Step<'TH'> | undefined];

function tried(gap: Gap, rules: readonly Rule[]): TriedGap {
  for (const [rule, fill] of rules) {
    const volume = fill(gap);
    if (volume) return { gap, rule, volume };
  }
  return { gap };
}

/** Coins and shares speak of SHA-256 alone. */
function coinsOf({ coins = [] }: SiteInputs, hashes: HashColumns): CoinProduction[] {
  if (hashes.algorithm !== 'sha256') return [];
  return coins
    .filter((each) => isOnHours(hashes, each))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function gapsOfSite(
  { calendar }: SiteInputs,
  hashes: HashColumns,
  energy: readonly HourColumn[],
  coins: readonly CoinProduction[],
): Gap[] {
  const edges = new Set(coins.flatMap(({ start, end }) => [start, end]));
  return calendar.months.flatMap((month) => gapsOf(hashes, month, energy, edges));
}

/**
 * Hashes of hours without hashrate, by month id, each tagged with its rule. In order: by metered energy, by pool shares,
 * by the hours beside a gap of at most two intervals, by what coins pay for beyond all these. What no rule fills is left
 * open, and counts as zero.
 */
export function hashFills(
  inputs: SiteInputs,
  hashes: HashColumns,
): ReadonlyMap<string, readonly HashFill[]> {
  const energy = miningColumns(inputs);
  const coins = coinsOf(inputs, hashes);
  const proxy = meterProxy(hashes, energy);
  const shares = hashes.algorithm === 'sha256' ? (inputs.shares ?? []) : [];
  const rules: readonly Rule[] = [
    ['meter', (gap) => filledByMeter(proxy, gap)],
    ['shares', (gap) => filledByShares(shares, gap)],
    ['linear', (gap) => filledLinearly(hashes, gap)],
  ];
  let gaps = gapsOfSite(inputs, hashes, energy, coins).map((gap) => tried(gap, rules));
  for (const production of coins) {
    const byCoins = filledByCoins(production, hashes, gaps);
    gaps = gaps.map((each): TriedGap => {
      const volume = byCoins.get(each.gap);
      return volume ? { gap: each.gap, rule: 'coins', volume } : each;
    });
  }
  const months = new Map<string, HashFill[]>();
  for (const { gap, rule, volume } of gaps) {
    if (!rule || !volume) continue;
    const fills = months.get(gap.month);
    if (fills) fills.push({ rule, volume });
    else months.set(gap.month, [{ rule, volume }]);
  }
  return months;
}

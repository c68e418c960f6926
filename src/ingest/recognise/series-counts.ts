import type { Interval } from '../../model/time.ts';
import { instantText } from '../../model/time.ts';
import type { Direction, Quality } from '../../model/records.ts';
import { type Rational, ratio } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { conversionFactor } from '../../units/unit.ts';

/** What one series of a file amounts to. */
export interface InspectedSeries {
  readonly id: string;
  /** Id of the workspace's meter, or the identifier in the file; null where neither names one. */
  readonly meter: string | null;
  readonly commodity: 'electricity';
  readonly direction: Direction;
  readonly unit: 'kWh';
  /** Distinct intervals kept. */
  readonly intervals: number;
  readonly start: string;
  readonly end: string;
  /** Exact decimal in `unit`. */
  readonly total: string;
  /** Stretches between first start and last end that no interval covers. */
  readonly gaps: number;
  /** Pairs of kept intervals that share time. */
  readonly overlaps: number;
  /** Rows dropped because an identical one was kept. */
  readonly duplicates: number;
  /** Intervals that the source flags as anything but actual. */
  readonly estimated: number;
}

/** The intervals of one series, in any order. */
export interface CountedSeries {
  readonly id: string;
  readonly meter: string | null;
  readonly direction: Direction;
  readonly intervals: readonly (Interval & { readonly quality: Quality })[];
  readonly kwh: Rational;
  readonly duplicates: number;
  /** The file has a column of flags, so that an interval without one is not actual. */
  readonly isFlagged: boolean;
}

/** The counts of a series; undefined where it holds no interval. */
export function seriesCounts(series: CountedSeries): InspectedSeries | undefined {
  const { id, meter, direction, duplicates, isFlagged, kwh } = series;
  const sorted = [...series.intervals].sort((a, b) => a.start - b.start);
  const [first] = sorted;
  if (!first) return undefined;
  const isEstimated = (quality: Quality) =>
    quality === 'estimated' || (isFlagged && quality === 'unstated');
  return {
    id,
    meter,
    commodity: 'electricity',
    direction,
    unit: 'kWh',
    intervals: sorted.length,
    start: instantText(first.start),
    end: instantText(sorted.reduce((end, interval) => Math.max(end, interval.end), first.end)),
    total: decimalText(kwh),
    gaps: gapsIn(sorted),
    overlaps: overlapsIn(sorted),
    duplicates,
    estimated: sorted.filter(({ quality }) => isEstimated(quality)).length,
  };
}

/** Kilowatt-hours of energies in joules at a scale. */
export function kwhOf(energies: readonly bigint[], scale: bigint): Rational {
  const sum = energies.reduce((total, energy) => total + energy, 0n);
  return ratio(sum, scale).mul(conversionFactor('J', 'kWh'));
}

function gapsIn(sorted: readonly Interval[]): number {
  let gaps = 0;
  let covered = sorted[0]?.end ?? 0;
  for (const { start, end } of sorted) {
    if (start > covered) gaps += 1;
    covered = Math.max(covered, end);
  }
  return gaps;
}

/** For each interval, those that start later and before it ends. */
function overlapsIn(sorted: readonly Interval[]): number {
  return sorted.reduce((pairs, { end }, i) => pairs + startingBefore(sorted, end) - i - 1, 0);
}

function startingBefore(sorted: readonly Interval[], instant: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
  readonly commodity: string;
  readonly direction: Direction;
  /** `kWh` for electricity; other commodities in the unit of the file. */
  readonly unit: string;
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
  /** Absent: electricity. */
  readonly commodity?: string;
  readonly direction: Direction;
  readonly intervals: readonly (Interval & { readonly quality: Quality })[];
  readonly total: Rational;
  /** Unit of the total; absent: kWh. */
  readonly unit?: string;
  readonly duplicates: number;
  /** The file has a column of flags, so that an interval without one is not actual. */
  readonly isFlagged: boolean;
}

/** The counts of a series; undefined where it holds no interval. */
export function seriesCounts(series: CountedSeries): InspectedSeries | undefined {
  const { id, meter, commodity = 'electricity', direction, unit = 'kWh', total } = series;
  const { duplicates, isFlagged } = series;
  const sorted = [...series.intervals].sort((a, b) => a.start - b.start);
  const [first] = sorted;
  if (!first) return undefined;
  const slack = slackOf(sorted);
  const isEstimated = (quality: Quality) =>
    quality === 'estimated' || (isFlagged && quality === 'unstated');
  return {
    id,
    meter,
    commodity,
    direction,
    unit,
    intervals: sorted.length,
    start: instantText(first.start),
    end: instantText(sorted.reduce((end, interval) => Math.max(end, interval.end), first.end)),
    total: decimalText(total),
    gaps: gapsIn(sorted, slack),
    overlaps: overlapsIn(sorted, slack),
    duplicates,
    estimated: sorted.filter(({ quality }) => isEstimated(quality)).length,
  };
}

/** Kilowatt-hours of energies in joules at a scale. */
export function kwhOf(energies: readonly bigint[], scale: bigint): Rational {
  const sum = energies.reduce((total, energy) => total + energy, 0n);
  return ratio(sum, scale).mul(conversionFactor('J', 'kWh'));
}

const HOUR = 3600;

/**
 * Seconds by which neighbours may miss each other. Periods of a day and more that begin at one offset all year join with
 * an hour to spare or to share where the clock changes: neither gap nor overlap.
 */
function slackOf(intervals: readonly Interval[]): number {
  return intervals.every(({ start, end }) => end - start >= 23 * HOUR) ? HOUR : 0;
}

function gapsIn(sorted: readonly Interval[], slack: number): number {
  let gaps = 0;
  let covered = sorted[0]?.end ?? 0;
  for (const { start, end } of sorted) {
    if (start > covered + slack) gaps += 1;
    covered = Math.max(covered, end);
  }
  return gaps;
}

/** For each interval, those that start later and before it ends. */
function overlapsIn(sorted: readonly Interval[], slack: number): number {
  return sorted.reduce(
    (pairs, { end }, i) => pairs + startingBefore(sorted, end - slack) - i - 1,
    0,
  );
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

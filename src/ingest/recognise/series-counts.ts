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
  readonly intervals: Iterable<Interval & { readonly quality: Quality }>;
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
  const { starts, ends, estimated } = spansOf(series.intervals, isFlagged);
  const [first] = starts;
  if (first === undefined) return undefined;
  const slack = slackOf(starts, ends);
  return {
    id,
    meter,
    commodity,
    direction,
    unit,
    intervals: starts.length,
    start: instantText(first),
    end: instantText(ends.reduce((latest, end) => Math.max(latest, end), first)),
    total: decimalText(total),
    gaps: gapsIn(starts, ends, slack),
    overlaps: overlapsIn(starts, ends, slack),
    duplicates,
    estimated,
  };
}

/** Starts and ends in order of the starts, and how many intervals are not flagged as actual. */
function spansOf(
  intervals: CountedSeries['intervals'],
  isFlagged: boolean,
): { starts: Float64Array; ends: Float64Array; estimated: number } {
  const [starts, ends]: [number[], number[]] = [[], []];
  let estimated = 0;
  for (const { start, end, quality } of intervals) {
    starts.push(start);
    ends.push(end);
    if (quality === 'estimated' || (isFlagged && quality === 'unstated')) estimated += 1;
  }
  const isSorted = starts.every((start, i) => start >= (starts[i - 1] ?? start));
  const order = starts.map((_, i) => i);
  if (!isSorted) order.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  return {
    starts: Float64Array.from(order, (i) => starts[i] ?? 0),
    ends: Float64Array.from(order, (i) => ends[i] ?? 0),
    estimated,
  };
}

/** Kilowatt-hours of energies in joules at a scale. */
export function kwhOf(readings: Iterable<{ readonly energy: bigint }>, scale: bigint): Rational {
  let sum = 0n;
  for (const { energy } of readings) sum += energy;
  return ratio(sum, scale).mul(conversionFactor('J', 'kWh'));
}

const HOUR = 3600;

/**
 * Seconds by which neighbours may miss each other. Periods of a day and more that begin at one offset all year join with
 * an hour to spare or to share where the clock changes: neither gap nor overlap.
 */
function slackOf(starts: Float64Array, ends: Float64Array): number {
  return starts.every((start, i) => (ends[i] ?? 0) - start >= 23 * HOUR) ? HOUR : 0;
}

function gapsIn(starts: Float64Array, ends: Float64Array, slack: number): number {
  let gaps = 0;
  let covered = ends[0] ?? 0;
  starts.forEach((start, i) => {
    if (start > covered + slack) gaps += 1;
    covered = Math.max(covered, ends[i] ?? 0);
  });
  return gaps;
}

/** For each interval, those that start later and before it ends. */
function overlapsIn(starts: Float64Array, ends: Float64Array, slack: number): number {
  return ends.reduce((pairs, end, i) => pairs + startingBefore(starts, end - slack) - i - 1, 0);
}

function startingBefore(starts: Float64Array, instant: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { HOUR, type HourColumn } from '../model/column.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Quality, ReadingSeries } from '../model/records.ts';
import { instantText, type Interval } from '../model/time.ts';
import { eachTime, inputsOf, missingIntervals } from './coverage.ts';
import { type Amount, cellsOf, type HourSums, hourWindow, sumByHour } from './hour-sums.ts';

/** Name, site and window of a column. */
export interface ColumnRequest {
  readonly id: string;
  readonly site: string;
  readonly interval: Interval;
  /** An instant at which an hour begins: local midnight. Absent: hours of UTC. */
  readonly origin?: number;
}

/** One column and what is to be said of it. */
export interface ReducedColumn {
  readonly column: HourColumn;
  readonly findings: readonly Finding[];
}

/** Reduces the readings of one meter to hours; a bulk engine is another function of this type. */
export type ReduceReadings = (
  series: readonly ReadingSeries[],
  request: ColumnRequest,
) => ReducedColumn;

/**
 * The energy of one meter for each hour of the window, in joules at the column's scale. The series are those of a
 * join: no interval twice. An hour that readings cover in part keeps the energy that was measured and counts as known,
 * since a blank hour holds nothing; a finding says how many there are, and `counts.missing` what they lack. Readings
 * outside the window's hours are left out.
 */
export const reduceReadings: ReduceReadings = (series, { id, site, interval, origin = 0 }) => {
  const { start, hours } = hourWindow(interval, origin);
  const window = { start, end: start + hours * HOUR };
  const amounts = eachTime(() => amountsOf(series, window));
  const sums = sumByHour(amounts, interval, origin);
  const { cells, known, findings } = cellsOf(sums, id);
  const seconds = series[0]?.intervalSeconds ?? HOUR;
  const column: HourColumn = {
    id,
    site,
    quantity: 'energy',
    unit: 'J',
    scale: sums.scale,
    start,
    cells,
    known,
    inputs: inputsOf(series),
    counts: {
      ...readingCounts(amounts),
      missing: missingIntervals(amounts, interval, seconds),
      duplicate: series.reduce((sum, { duplicates }) => sum + duplicates, 0),
    },
  };
  return { column, findings: [...findings, ...partlyCovered(sums, id, interval)] };
};

/** An amount that knows how sure it is. */
interface EnergyAmount extends Amount {
  readonly quality: Quality;
}

function* amountsOf(series: readonly ReadingSeries[], window: Interval): Generator<EnergyAmount> {
  for (const { readings, scale } of series) {
    for (const { start, end, energy, quality } of readings) {
      if (start < window.end && end > window.start) {
        yield { start, end, amount: energy, scale, quality };
      }
    }
  }
}

function readingCounts(amounts: Iterable<EnergyAmount>): { readings: number; estimated: number } {
  let [readings, estimated] = [0, 0];
  for (const { quality } of amounts) {
    readings += 1;
    if (quality === 'estimated') estimated += 1;
  }
  return { readings, estimated };
}

/** Hours within the interval of which only some seconds are covered. */
function partlyCovered({ covered, start }: HourSums, id: string, interval: Interval): Finding[] {
  const partial: number[] = [];
  covered.forEach((seconds, i) => {
    const from = Math.max(start + i * HOUR, interval.start);
    const to = Math.min(start + (i + 1) * HOUR, interval.end);
    if (seconds > 0 && seconds < to - from) partial.push(i);
  });
  const [first] = partial;
  if (first === undefined) return [];
  const when = instantText(start + first * HOUR);
  const message = `Readings cover ${String(partial.length)} hours of ${id} in part only, the first at ${when}. The energy measured in them counts; the rest is missing.`;
  return [finding('IN-GAP', 'completeness', message)];
}

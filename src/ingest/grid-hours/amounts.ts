import type { GridPoint } from '../../model/source-records.ts';
import type { Instant } from '../../model/time.ts';
import { numeratorOf } from '../../units/rational.ts';

const HOUR = 3600;
/** Amounts are kept as whole millionths of a megawatt for a second, which lose nothing of what is published. */
const FINE = 1_000_000n;

/** Whole hours of UTC from an instant on. */
export interface HourSpan {
  readonly start: Instant;
  readonly hours: number;
}

/** An amount at an hour; undefined where it is not known for the whole of it. */
export type AmountAt = (hour: number) => bigint | undefined;

/** The hours that the points reach over; undefined for none. */
export function spanOf(all: Iterable<readonly GridPoint[]>): HourSpan | undefined {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const points of all) {
    for (const point of points) {
      start = Math.min(start, point.start);
      end = Math.max(end, point.end);
    }
  }
  if (start >= end) return undefined;
  const first = Math.floor(start / HOUR) * HOUR;
  return { start: first, hours: Math.ceil((end - first) / HOUR) };
}

function amountOf({ start, end, megawatts }: GridPoint): bigint | undefined {
  const fine = numeratorOf(megawatts) * FINE * BigInt(end - start);
  return fine % megawatts.d === 0n ? fine / megawatts.d : undefined;
}

/** The amounts of points hour by hour: those of shorter intervals added up, where they fill their hour. */
export function amountsOf(points: readonly GridPoint[], { start, hours }: HourSpan): AmountAt {
  const cells = new BigInt64Array(hours);
  const seconds = new Uint16Array(hours);
  for (const point of points) {
    const hour = Math.floor((point.start - start) / HOUR);
    const isWithin = hour >= 0 && hour < hours && point.end <= start + (hour + 1) * HOUR;
    const amount = isWithin ? amountOf(point) : undefined;
    if (amount === undefined) continue;
    cells[hour] = (cells[hour] ?? 0n) + amount;
    seconds[hour] = (seconds[hour] ?? 0) + point.end - point.start;
  }
  return (hour) => (seconds[hour] === HOUR ? cells[hour] : undefined);
}

/** The first of several that knows the hour. */
export function firstKnown(all: readonly AmountAt[]): AmountAt {
  return (hour) => {
    for (const amountAt of all) {
      const amount = amountAt(hour);
      if (amount !== undefined) return amount;
    }
    return undefined;
  };
}

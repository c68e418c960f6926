import { HOUR, type HourColumn } from '../model/column.ts';
import { finding, type Finding } from '../model/finding.ts';
import { instantText, type Interval } from '../model/time.ts';

/** Cells must stay within this, so that a few of them can still be added in 64 bits. */
const LIMIT = 1n << 62n;

/** Sums of a quantity for each hour of a window, and how many seconds of each are covered. */
export interface HourSums {
  /** Start of the first hour. */
  readonly start: number;
  readonly sums: bigint[];
  readonly covered: Uint32Array;
  /** What a cell is divided by to be in the unit. */
  readonly scale: bigint;
}

/** Something that an interval carries, an integer at a scale. */
export interface Amount extends Interval {
  readonly amount: bigint;
  readonly scale: bigint;
}

/**
 * The window of whole hours around an interval. Hours are counted from `origin`, so that a site whose zone stands off
 * UTC by half an hour has hours of its own wall clock, and its months end between two of them.
 */
export function hourWindow(
  { start, end }: Interval,
  origin: number,
): { start: number; hours: number } {
  const first = origin + Math.floor((start - origin) / HOUR) * HOUR;
  return { start: first, hours: Math.max(0, Math.ceil((end - first) / HOUR)) };
}

/**
 * The exact sums of the amounts for each hour of the window. An interval that crosses an hour is divided by its
 * seconds; the scale is raised until each part is an integer, so nothing is rounded. Does not depend on order.
 */
export function sumByHour(amounts: Iterable<Amount>, interval: Interval, origin: number): HourSums {
  const { start, hours } = hourWindow(interval, origin);
  let [scale, divisor] = [1n, 1n];
  for (const amount of amounts) {
    scale = lcm(scale, amount.scale);
    divisor = lcm(divisor, crossing(amount, start));
  }
  const sums: bigint[] = new Array<bigint>(hours).fill(0n);
  const covered = new Uint32Array(hours);
  for (const amount of amounts) {
    const factor = (scale / amount.scale) * divisor;
    const length = BigInt(amount.end - amount.start);
    for (let at = amount.start; at < amount.end; at = nextHour(at, start)) {
      const seconds = Math.min(nextHour(at, start), amount.end) - at;
      const i = Math.floor((at - start) / HOUR);
      if (i < 0 || i >= hours) continue;
      sums[i] = (sums[i] ?? 0n) + (amount.amount * factor * BigInt(seconds)) / length;
      covered[i] = (covered[i] ?? 0) + seconds;
    }
  }
  return { start, sums, covered, scale: scale * divisor };
}

function nextHour(at: number, origin: number): number {
  return origin + (Math.floor((at - origin) / HOUR) + 1) * HOUR;
}

/** By how much the scale must grow for the parts of this interval to be integers: 1 where it lies within one hour. */
function crossing({ start, end }: Interval, origin: number): bigint {
  const first = nextHour(start, origin) - start;
  if (start + first >= end) return 1n;
  const length = end - start;
  return BigInt(length / gcd(gcd(length, first), HOUR));
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function lcm(a: bigint, b: bigint): bigint {
  if (a % b === 0n) return a;
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** The cells of the sums, with a finding for each column that holds a sum beyond 64 bits; such a cell is unknown. */
export function cellsOf(
  { sums, covered, start }: HourSums,
  id: string,
): Pick<HourColumn, 'cells' | 'known'> & { readonly findings: readonly Finding[] } {
  const cells = new BigInt64Array(sums.length);
  const known = new Uint8Array(sums.length);
  const beyond: number[] = [];
  sums.forEach((sum, i) => {
    if (sum >= LIMIT || sum <= -LIMIT) beyond.push(i);
    else if ((covered[i] ?? 0) > 0) {
      cells[i] = sum;
      known[i] = 1;
    }
  });
  const [first] = beyond;
  if (first === undefined) return { cells, known, findings: [] };
  const when = instantText(start + first * HOUR);
  const message = `${String(beyond.length)} hours of ${id} hold more than an integer of 64 bits can, the first at ${when}: ${String(sums[first] ?? 0n)}. They count as unknown; correct the unit or the values.`;
  return { cells, known, findings: [finding('IN-OVERFLOW', 'critical', message)] };
}

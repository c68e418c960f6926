import type { ColumnCounts, ColumnDerivation } from './documents/ledger.ts';
import type { Instant, Interval } from './time.ts';

/** Seconds of one cell of a column. */
export const HOUR = 3600;

/**
 * What a column holds: energy in joules, hashes in gigahashes, the seconds for which hashrate is known, a rate in mass
 * per joule, or a share.
 */
export type ColumnQuantity = 'energy' | 'hashes' | 'seconds' | 'rate' | 'share';

/** Units of columns; a rate names its gas, such as `kg CO2e/J`. */
export type ColumnUnit = 'J' | 'GH' | 's' | '1' | `kg ${string}/J`;

/**
 * An hourly column of exact integers. Cell `i` covers `[start + 3600 i, start + 3600 (i + 1))`; cell divided by `scale`
 * is in `unit`. A missing hour has `known[i] === 0`, and its cell is 0.
 */
export interface HourColumn {
  /** `pecos-main.energy`, `pecos.hashes`: names a column within a ledger. */
  readonly id: string;
  readonly site: string;
  readonly quantity: ColumnQuantity;
  readonly unit: ColumnUnit;
  readonly scale: bigint;
  readonly start: Instant;
  readonly cells: BigInt64Array;
  readonly known: Uint8Array;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly counts: ColumnCounts;
  /** How the cells follow from other columns; absent for a column of records. */
  readonly derived?: ColumnDerivation;
}

/** The exact sum of the cells from one instant up to another, times `scale`. Bounds between hours are cut inwards. */
export function sumCells(column: HourColumn, { start, end }: Interval): bigint {
  const [from, to] = cellRange(column, { start, end });
  let total = 0n;
  for (let i = from; i < to; i += 1) total += column.cells[i] ?? 0n;
  return total;
}

/** Adds up, over the hours of the interval, what `take` makes of the cells of several columns at that hour; a missing hour counts as 0. */
export function sumOverHours(
  columns: readonly HourColumn[],
  { start, end }: Interval,
  take: (cells: readonly bigint[]) => bigint,
): bigint {
  let total = 0n;
  for (let at = firstHour(columns, start); at + HOUR <= end; at += HOUR) {
    const cells = columns.map((column) => column.cells[(at - column.start) / HOUR] ?? 0n);
    total += take(cells);
  }
  return total;
}

/** The first instant at or after `start` at which cells of all columns begin. Throws a RangeError where they never do. */
function firstHour(columns: readonly HourColumn[], start: Instant): Instant {
  const [first] = columns;
  const phase = (column: HourColumn) => ((column.start % HOUR) + HOUR) % HOUR;
  if (!first || columns.some((column) => phase(column) !== phase(first))) {
    throw new RangeError('the hours of these columns do not meet');
  }
  return start + ((((phase(first) - start) % HOUR) + HOUR) % HOUR);
}

/** How many hours of the interval hold data. */
export function countKnown(column: HourColumn, interval: Interval): number {
  const [from, to] = cellRange(column, interval);
  let known = 0;
  for (let i = from; i < to; i += 1) known += column.known[i] ?? 0;
  return known;
}

/** First and past-the-last index of the cells that lie wholly within the interval. */
function cellRange(column: HourColumn, { start, end }: Interval): [number, number] {
  const first = Math.max(0, Math.ceil((start - column.start) / HOUR));
  const last = Math.min(column.cells.length, Math.floor((end - column.start) / HOUR));
  return [first, Math.max(first, last)];
}

import type { ColumnCounts } from './documents/ledger.ts';
import type { Instant, Interval } from './time.ts';

/** Seconds of one cell of a column. */
export const HOUR = 3600;

/** What a column adds up: energy in joules, hashes in gigahashes, or the seconds for which hashrate is known. */
export type ColumnQuantity = 'energy' | 'hashes' | 'seconds';

/**
 * An hourly column of exact integers. Cell `i` covers `[start + 3600 i, start + 3600 (i + 1))`; cell divided by `scale`
 * is in `unit`. A missing hour has `known[i] === 0`, and its cell is 0.
 */
export interface HourColumn {
  /** `pecos-main.energy`, `pecos.hashes`: names a column within a ledger. */
  readonly id: string;
  readonly site: string;
  readonly quantity: ColumnQuantity;
  readonly unit: 'J' | 'GH' | 's';
  readonly scale: bigint;
  readonly start: Instant;
  readonly cells: BigInt64Array;
  readonly known: Uint8Array;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly counts: ColumnCounts;
}

/** The exact sum of the cells from one instant up to another, times `scale`. Bounds between hours are cut inwards. */
export function sumCells(column: HourColumn, { start, end }: Interval): bigint {
  const [from, to] = cellRange(column, { start, end });
  let total = 0n;
  for (let i = from; i < to; i += 1) total += column.cells[i] ?? 0n;
  return total;
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

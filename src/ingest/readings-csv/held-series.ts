import type { Direction } from '../../model/records.ts';
import { type Unique, uniqueRows } from '../duplicates.ts';
import type { RowNotes } from '../row-notes.ts';
import { noteGivenWay } from './given-way.ts';
import type { ReadingSource } from './reading-columns.ts';
import type { TimedColumns } from './timed-columns.ts';

/** One row of a series, by where it stands. */
interface HeldRow {
  readonly part: TimedColumns;
  readonly index: number;
}

/** A row that claims an interval, when it has to be compared with others. */
interface Claimant extends HeldRow {
  readonly start: number;
  readonly line: number;
  readonly revision?: number;
}

/** The rows of one meter and direction that hold, each interval once. */
export interface HeldSeries {
  readonly kept: ReadingSource;
  readonly disputed: ReadingSource;
  readonly scale: bigint;
  readonly duplicates: number;
}

/** Sorts the rows of a series by time and lets one row hold for each interval. */
export function heldSeries(
  parts: readonly TimedColumns[],
  {
    meter,
    seconds,
  }: { readonly meter: string; readonly direction: Direction; readonly seconds: number },
  notes: RowNotes,
): HeldSeries {
  const order = inOrder(parts);
  const kept = new Uint32Array(order.length);
  const disputed: number[] = [];
  let [count, duplicates] = [0, 0];
  for (let at = 0; at < order.length;) {
    let end = at + 1;
    while (end < order.length && order.startAt(end) === order.startAt(at)) end += 1;
    if (end === at + 1) kept[count++] = at;
    else {
      const unique = settled(order, at, end);
      noteGivenWay(unique, meter, notes);
      duplicates += unique.duplicates.length;
      for (const row of unique.kept) kept[count++] = row.at;
      disputed.push(...unique.conflicts.flat().map((row) => row.at));
    }
    at = end;
  }
  const scale = parts.reduce((common, { rows }) => lcm(common, rows.energies.scale), 1n);
  const sourceOf = (rows: ArrayLike<number>, length: number) =>
    source(order, rows, { meter, seconds, scale, length });
  return {
    kept: sourceOf(kept, count),
    disputed: sourceOf(disputed, disputed.length),
    scale,
    duplicates,
  };
}

/** Rows with a value and a start, in order of start and line. */
interface Order {
  readonly length: number;
  startAt(at: number): number;
  rowAt(at: number): HeldRow;
}

function inOrder(parts: readonly TimedColumns[]): Order {
  const { places, count } = placesOf(parts);
  const bases: number[] = [];
  let total = 0;
  for (const { rows } of parts) {
    bases.push(total);
    total += rows.length;
  }
  const [only] = parts;
  const rowAt = (at: number): HeldRow => {
    const place = places[at] ?? 0;
    if (parts.length === 1 && only) return { part: only, index: place };
    const k = bases.findLastIndex((base) => base <= place);
    const part = parts[k];
    if (!part) throw new RangeError('no part holds the row');
    return { part, index: place - (bases[k] ?? 0) };
  };
  const startAt = (at: number) => {
    const { part, index } = rowAt(at);
    return part.starts[index] ?? 0;
  };
  return { length: count, startAt, rowAt };
}

/** Places of the rows that have a value and a start, in order of start, then line. */
function placesOf(parts: readonly TimedColumns[]): { places: Uint32Array; count: number } {
  const total = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const places = new Uint32Array(total);
  const starts = new Float64Array(total);
  const lines = new Uint32Array(total);
  let [base, count] = [0, 0];
  let isSorted = true;
  let latest = -Infinity;
  for (const { rows, starts: own } of parts) {
    for (let i = 0; i < rows.length; i += 1) {
      const start = own[i] ?? Number.NaN;
      if (!Number.isFinite(start) || rows.isBlank(i)) continue;
      starts[base + i] = start;
      lines[base + i] = rows.lines[i] ?? 0;
      places[count++] = base + i;
      if (start < latest) isSorted = false;
      latest = start;
    }
    base += rows.length;
  }
  const used = places.subarray(0, count);
  const before = (a: number, b: number) =>
    (starts[a] ?? 0) - (starts[b] ?? 0) || (lines[a] ?? 0) - (lines[b] ?? 0);
  if (!isSorted || parts.length > 1) used.sort(before);
  return { places: used, count };
}

function settled(order: Order, from: number, to: number): Unique<Claimant & { at: number }> {
  const claims = Array.from({ length: to - from }, (_, k) => {
    const at = from + k;
    const { part, index } = order.rowAt(at);
    const revision = part.rows.revisions[index] ?? Number.NaN;
    const claim = {
      part,
      index,
      at,
      start: part.starts[index] ?? 0,
      line: part.rows.lines[index] ?? 0,
    };
    return Number.isNaN(revision) ? claim : { ...claim, revision };
  });
  return uniqueRows(claims, isSameReading);
}

function isSameReading(a: HeldRow, b: HeldRow): boolean {
  const { energies: ours } = a.part.rows;
  const { energies: theirs } = b.part.rows;
  return (
    a.part.rows.qualityAt(a.index) === b.part.rows.qualityAt(b.index) &&
    ours.at(a.index) * theirs.scale === theirs.at(b.index) * ours.scale
  );
}

function source(
  order: Order,
  rows: ArrayLike<number>,
  { scale, ...series }: { meter: string; seconds: number; scale: bigint; length: number },
): ReadingSource {
  const at = (i: number) => order.rowAt(rows[i] ?? 0);
  return {
    ...series,
    startAt: (i) => order.startAt(rows[i] ?? 0),
    energyAt: (i) => {
      const { part, index } = at(i);
      const { energies } = part.rows;
      return energies.at(index) * (scale / energies.scale);
    },
    qualityAt: (i) => {
      const { part, index } = at(i);
      return part.rows.qualityAt(index);
    },
    lineAt: (i) => {
      const { part, index } = at(i);
      return part.rows.lines[index] ?? 0;
    },
    revisionAt: (i) => {
      const { part, index } = at(i);
      const revision = part.rows.revisions[index] ?? Number.NaN;
      return Number.isNaN(revision) ? undefined : revision;
    },
  };
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

import { HOUR, type HourColumn } from '../../model/column.ts';
import type { ColumnDerivation } from '../../model/documents/ledger.ts';
import { type Instant, instantText } from '../../model/time.ts';
import { type Rational, ratio } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { linkedStorage, type StoreLinks } from './storage-column.ts';

type Rule = ColumnDerivation['rule'];

/** A derived column whose cell does not follow from the columns that it names. A blank cell is `no value`. */
export interface ColumnDifference {
  readonly id: string;
  /** The first hour that differs. */
  readonly hour: string;
  readonly stated: string;
  readonly computed: string;
}

/** Derived columns, computed again. */
export interface DerivedCheck {
  readonly differences: readonly ColumnDifference[];
  /** Columns whose rule is not known here, or whose columns are not at hand. */
  readonly unchecked: readonly string[];
}

/** Hours of a derived column: those of the column it is made of, or of its own. */
export interface HourSpan {
  readonly start: Instant;
  readonly hours: number;
}

/** Cells by hour in one scale; undefined for an hour without data. */
export interface DerivedCells {
  readonly scale: bigint;
  readonly cells: readonly (bigint | undefined)[];
}

/** All cells of a derived column out of those that it is made of. */
export type ColumnRule = (from: readonly HourColumn[], span: HourSpan) => DerivedCells;

type CellRule = (cells: readonly bigint[]) => bigint;

const JOULES_PER_WATT_HOUR = 3600n;

const total = (cells: readonly bigint[]) => cells.reduce((sum, cell) => sum + cell, 0n);

const ofAll: CellRule = total;

const surplus: CellRule = ([first = 0n, ...others]) => {
  const rest = first - total(others);
  return rest > 0n ? rest : 0n;
};

const smallest: CellRule = (cells) =>
  cells.reduce((least, cell) => (cell < least ? cell : least), cells[0] ?? 0n);

function cellAt({ start, cells, known }: HourColumn, at: Instant): bigint | undefined {
  const i = (at - start) / HOUR;
  return known[i] === 1 ? cells[i] : undefined;
}

/** The cells of all columns at an hour in one scale; undefined where one of them holds no data. */
function alignedCells(
  from: readonly HourColumn[],
  at: Instant,
  scale: bigint,
): bigint[] | undefined {
  const cells = from.map((column) => {
    const cell = cellAt(column, at);
    return cell === undefined ? undefined : cell * (scale / column.scale);
  });
  const stated = cells.filter((cell) => cell !== undefined);
  return stated.length === cells.length ? stated : undefined;
}

function hoursOf<T>({ start, hours }: HourSpan, take: (at: Instant) => T): T[] {
  return Array.from({ length: hours }, (_, i) => take(start + i * HOUR));
}

/** An hour holds data where every column does. */
const hourByHour =
  (rule: CellRule): ColumnRule =>
  (from, span) => {
    const scale = commonScale(from);
    const cells = hoursOf(span, (at) => {
      const aligned = alignedCells(from, at, scale);
      return aligned && rule(aligned);
    });
    return { scale, cells };
  };

/** Every hour holds data: 1 where every column does, 0 elsewhere. */
const known: ColumnRule = (from, span) => {
  const holds = (at: Instant) => from.every((column) => cellAt(column, at) !== undefined);
  return { scale: 1n, cells: hoursOf(span, (at) => (holds(at) ? 1n : 0n)) };
};

/** Seconds of each hour in which the first is above 0 and the second is not below it. */
const met: ColumnRule = (from, span) => {
  const scale = commonScale(from);
  const cells = hoursOf(span, (at) => {
    const aligned = alignedCells(from, at, scale);
    if (!aligned) return undefined;
    const [load = 0n, cover = 0n] = aligned;
    return load > 0n && cover >= load ? BigInt(HOUR) : 0n;
  });
  return { scale: 1n, cells };
};

/** Every hour holds data: that of the column in whole watt-hours, rounded down, and 0 where it has none. */
const issued: ColumnRule = ([first], span) => {
  const scale = first?.scale ?? 1n;
  const wattHour = scale * JOULES_PER_WATT_HOUR;
  const cells = hoursOf(span, (at) => {
    const cell = (first && cellAt(first, at)) ?? 0n;
    return cell > 0n ? (cell / wattHour) * wattHour : 0n;
  });
  return { scale, cells };
};

type TakeLinks = (links: StoreLinks) => readonly bigint[];

/** An hour without data in one of the columns has none; for the hours after it nothing flowed in it. */
const linked =
  (take: TakeLinks, efficiency: Rational): ColumnRule =>
  (from, span) => {
    const scale = commonScale(from);
    const hours = hoursOf(span, (at) => alignedCells(from, at, scale));
    const flow = (place: number) => hours.map((cells) => cells?.[place] ?? 0n);
    const flows = { available: flow(0), charge: flow(1), discharge: flow(2) };
    const links = linkedStorage(flows, { efficiency, wattHour: scale * JOULES_PER_WATT_HOUR });
    return { scale, cells: hours.map((cells, i) => cells && take(links)[i]) };
  };

const RULES: Readonly<Record<Exclude<Rule, StoreRule>, ColumnRule>> = {
  sum: hourByHour(ofAll),
  surplus: hourByHour(surplus),
  minimum: hourByHour(smallest),
  known,
  met,
  issued,
};

type StoreRule = 'storage' | 'storage-charge';

const STORE_RULES: Readonly<Record<StoreRule, TakeLinks>> = {
  storage: ({ released }) => released,
  'storage-charge': ({ cancelled }) => cancelled,
};

/** The rule of a derivation; undefined for that of a store without an efficiency above 0. */
function ruleOf({ rule, efficiency }: Omit<ColumnDerivation, 'from'>): ColumnRule | undefined {
  if (rule !== 'storage' && rule !== 'storage-charge') return RULES[rule];
  const [n = '0', d = '1'] = efficiency?.split('/') ?? [];
  if (!/^0*[1-9]\d*$/.test(n) || !/^0*[1-9]\d*$/.test(d)) return undefined;
  return linked(STORE_RULES[rule], ratio(BigInt(n), BigInt(d)));
}

function commonScale(columns: readonly HourColumn[]): bigint {
  return columns.reduce((scale, column) => leastMultiple(scale, column.scale), 1n);
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** What a derived column is called, and over which hours it runs; that of a store states its efficiency. */
export type DerivedNaming = Pick<HourColumn, 'id' | 'site' | 'quantity' | 'unit'> &
  HourSpan &
  Pick<ColumnDerivation, 'efficiency'>;

/**
 * The column that follows from others by a rule, hour by hour. Throws a RangeError where no column is named, where the
 * rule is that of a store and no efficiency is stated, and where a cell is larger than 64 bits.
 */
export function derivedColumn(
  rule: Rule,
  from: readonly HourColumn[],
  { start, hours, efficiency, ...named }: DerivedNaming,
): HourColumn {
  const stated = efficiency === undefined ? {} : { efficiency };
  const derive = ruleOf({ rule, ...stated });
  const [first, ...others] = from.map(({ id }) => id);
  if (!derive || first === undefined) {
    throw new RangeError(`${named.id}: ${rule} lacks columns, or an efficiency`);
  }
  const { scale, cells } = derive(from, { start, hours });
  const wide = cells.find((cell) => cell !== undefined && BigInt.asIntN(64, cell) !== cell);
  if (wide !== undefined) throw new RangeError(`${named.id}: ${String(wide)} exceeds 64 bits`);
  const held = Uint8Array.from(cells, (cell) => (cell === undefined ? 0 : 1));
  const readings = held.reduce((sum, one) => sum + one, 0);
  return {
    ...named,
    scale,
    start,
    cells: BigInt64Array.from(cells, (cell) => cell ?? 0n),
    known: held,
    inputs: [],
    counts: { readings, estimated: 0, missing: hours - readings, duplicate: 0 },
    derived: { rule, from: [first, ...others], ...stated },
  };
}

function text(value: Rational | undefined): string {
  return value ? decimalText(value) : 'no value';
}

function firstDifference(
  column: HourColumn,
  derive: ColumnRule,
  from: readonly HourColumn[],
): ColumnDifference | undefined {
  const { scale, cells } = derive(from, { start: column.start, hours: column.cells.length });
  for (const [i, cell] of cells.entries()) {
    const stated = column.known[i] === 1 ? column.cells[i] : undefined;
    const isSame =
      stated === undefined || cell === undefined
        ? stated === cell
        : stated * scale === cell * column.scale;
    if (isSame) continue;
    return {
      id: column.id,
      hour: instantText(column.start + i * HOUR),
      stated: text(stated === undefined ? undefined : ratio(stated, column.scale)),
      computed: text(cell === undefined ? undefined : ratio(cell, scale)),
    };
  }
  return undefined;
}

/** Every derived column against its rule: the first hour of each that differs, and those that cannot be told. */
export function checkDerived(columns: readonly HourColumn[]): DerivedCheck {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const differences: ColumnDifference[] = [];
  const unchecked: string[] = [];
  for (const column of columns) {
    if (!column.derived) continue;
    const { from: ids } = column.derived;
    const from = ids.flatMap((id) => byId.get(id) ?? []);
    const derive = ruleOf(column.derived);
    if (!derive || from.length !== ids.length) unchecked.push(column.id);
    else differences.push(...[firstDifference(column, derive, from) ?? []].flat());
  }
  return { differences, unchecked };
}

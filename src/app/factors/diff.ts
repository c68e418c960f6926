import { comparison, relativeChange } from '../../kernel/factors/compare.ts';
import type { FactorRow, FactorSet, StatedQuantity } from '../../model/documents/factor-set.ts';
import { exact, type Rational } from '../../units/rational.ts';
import { roundedText } from '../../units/rounding.ts';
import { setName } from './find.ts';
import { hoursIn } from './hours.ts';

/** One value of a row that differs between two sets. */
export interface ValueChange {
  readonly field: string;
  /** Null where the publisher states that it is not available; absent from the row where undefined. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Null where there is no number on both sides, or the old one is zero. */
  readonly change_percent: string | null;
}

/** A question that both sets answer, and differently. */
export interface ChangedRow {
  readonly question: string;
  readonly row: string;
  readonly from_year: number | null;
  readonly to_year: number | null;
  readonly values: readonly ValueChange[];
}

/** A question that one of the sets alone answers. */
export interface LoneRow {
  readonly question: string;
  readonly row: string;
  readonly year: number | null;
}

/** What the change from one factor set to another means for the figures that rest on it. */
export interface FactorDiff {
  readonly from: string;
  readonly to: string;
  /** Those that changed most first. */
  readonly changed: readonly ChangedRow[];
  readonly added: readonly LoneRow[];
  readonly removed: readonly LoneRow[];
  readonly unchanged: number;
}

const FIELDS = [
  'co2_kg',
  'ch4_kg',
  'n2o_kg',
  'co2e_kg',
  'renewable',
  'carbon_free',
  'loss_fraction',
] as const;

/** `location egrid:ERCT per MWh`: rows of one question are set against each other, whatever their year. */
function questionOf({ answers, basis, per, hourly }: FactorRow): string {
  const { use, grid, fuel, gas, energy, part, device, technology } = answers;
  const marks = [
    hourly ? `, by the hour, of ${basis?.boundary ?? 'the grid'}` : '',
    basis?.cycle === 'life-cycle' ? ', life cycle' : '',
    basis?.calorific === 'net' ? ', net calorific value' : '',
  ];
  const key = [use, grid, fuel, gas, energy, part, device, technology];
  const asked = key.filter((each) => each !== undefined);
  return `${asked.join(' ')} per ${per}${marks.join('')}`;
}

/** The rows of some editions together: where several hold the same question and year, those of the first that does. */
function merged(sets: readonly FactorSet[]): FactorRow[] {
  const held = new Set<string>();
  return sets.flatMap(({ rows }) => {
    const keys = rows.map((row) => `${questionOf(row)} ${String(row.answers.year)}`);
    const own = rows.filter((_, i) => !held.has(keys[i] ?? ''));
    for (const key of keys) held.add(key);
    return own;
  });
}

function byQuestion(rows: readonly FactorRow[]): Map<string, FactorRow[]> {
  const groups = new Map<string, FactorRow[]>();
  for (const row of rows) {
    const group = groups.get(questionOf(row));
    if (group) group.push(row);
    else groups.set(questionOf(row), [row]);
  }
  return groups;
}

interface Pairing {
  readonly pairs: readonly (readonly [from: FactorRow, to: FactorRow])[];
  readonly removed: readonly FactorRow[];
  readonly added: readonly FactorRow[];
}

function paired(
  from: readonly FactorRow[],
  to: readonly FactorRow[],
  isAlike: (a: FactorRow, b: FactorRow) => boolean,
): Pairing {
  const added = [...to];
  const removed: FactorRow[] = [];
  const pairs: [FactorRow, FactorRow][] = [];
  for (const row of from) {
    const at = added.findIndex((other) => isAlike(row, other));
    const [other] = at < 0 ? [] : added.splice(at, 1);
    if (other) pairs.push([row, other]);
    else removed.push(row);
  }
  return { pairs, removed, added };
}

const LATEST = (a: FactorRow, b: FactorRow) => (b.answers.year ?? 0) - (a.answers.year ?? 0);

/** Rows of one question: the same row of the same year first, then of the same year; without a year in common the latest of each. */
function rowsOfQuestion(from: readonly FactorRow[], to: readonly FactorRow[]): Pairing {
  const sameYear = (a: FactorRow, b: FactorRow) => a.answers.year === b.answers.year;
  const same = paired(from, to, (a, b) => sameYear(a, b) && a.id === b.id);
  const year = paired(same.removed, same.added, sameYear);
  const pairs = [...same.pairs, ...year.pairs];
  if (pairs.length > 0) return { ...year, pairs };
  const [[old, ...removed], [next, ...added]] = [[...from].sort(LATEST), [...to].sort(LATEST)];
  return old && next
    ? { pairs: [[old, next]], removed, added }
    : { pairs, removed: from, added: to };
}

function changeOf(from: string | null | undefined, to: string | null | undefined) {
  return typeof from === 'string' && typeof to === 'string'
    ? relativeChange(exact(from), exact(to))
    : undefined;
}

interface Weighed<T> {
  readonly value: T;
  /** Undefined for what cannot be told in percent, which goes before all that can. */
  readonly size: Rational | undefined;
}

function bySize<T>(a: Weighed<T>, b: Weighed<T>): number {
  if (!a.size || !b.size) return Number(!b.size) - Number(!a.size);
  return b.size.compare(a.size);
}

/** `mass, kg`, or `pue, 1, best` where a source states several estimates. */
function quantityOf({ of, unit, case: estimate, value }: StatedQuantity): [string, string] {
  const name = [of, unit, estimate].filter((part) => part !== undefined);
  return [name.join(', '), value];
}

function valuesOf(row: FactorRow): [string, string | null | undefined][] {
  return [
    ...FIELDS.map((field): [string, string | null | undefined] => [field, row[field]]),
    ['heat_content.mmbtu', row.heat_content?.mmbtu],
    ...(row.quantities ?? []).map(quantityOf),
    ...hoursOf(row),
  ];
}

/** Of hours how many there are, and their mean: they are not set against each other one by one. */
function hoursOf(row: FactorRow): [string, string | null][] {
  const hours = hoursIn(row);
  return (hours?.lists ?? []).flatMap(({ field, missing, mean }): [string, string | null][] => [
    [`hours with ${field}`, String((hours?.hours ?? 0) - missing)],
    [`mean of hours, ${field}`, mean],
  ]);
}

function isSame(a: string | null | undefined, b: string | null | undefined): boolean {
  return typeof a === 'string' && typeof b === 'string' ? exact(a).equals(exact(b)) : a === b;
}

function changedValues(from: FactorRow, to: FactorRow): Weighed<ValueChange>[] {
  const [before, next] = [new Map(valuesOf(from)), new Map(valuesOf(to))];
  const fields = [...new Set([...before.keys(), ...next.keys()])];
  return fields.flatMap((field): Weighed<ValueChange>[] => {
    const [old, now] = [before.get(field), next.get(field)];
    if (isSame(old, now)) return [];
    const change = changeOf(old, now);
    const value: ValueChange = {
      field,
      ...(old !== undefined && { from: old }),
      ...(now !== undefined && { to: now }),
      change_percent: change
        ? roundedText(change.mul(100), { decimals: 2, mode: 'half-up' })
        : null,
    };
    return [{ value, size: change?.abs() }];
  });
}

function changedRow(from: FactorRow, to: FactorRow): Weighed<ChangedRow>[] {
  const values = changedValues(from, to);
  const [largest] = [...values].sort(bySize);
  if (!largest) return [];
  // a last digit of N2O may halve while the sum of the gases stands still, so the main value tells the size
  const size = comparison(from, to)?.change.abs() ?? largest.size;
  const value = {
    question: questionOf(to),
    row: to.id,
    from_year: from.answers.year ?? null,
    to_year: to.answers.year ?? null,
    values: values.map((each) => each.value),
  };
  return [{ value, size }];
}

function lone(row: FactorRow): LoneRow {
  return { question: questionOf(row), row: row.id, year: row.answers.year ?? null };
}

/** What changes from some editions to others, question by question. */
export function factorDiff(from: readonly FactorSet[], to: readonly FactorSet[]): FactorDiff {
  const [before, after] = [byQuestion(merged(from)), byQuestion(merged(to))];
  const questions = [...new Set([...before.keys(), ...after.keys()])];
  const pairings = questions.map((question) =>
    rowsOfQuestion(before.get(question) ?? [], after.get(question) ?? []),
  );
  const pairs = pairings.flatMap((each) => each.pairs);
  const changed = pairs.flatMap(([a, b]) => changedRow(a, b)).sort(bySize);
  return {
    from: from.map(setName).join(' and '),
    to: to.map(setName).join(' and '),
    changed: changed.map(({ value }) => value),
    added: pairings.flatMap((each) => each.added.map(lone)),
    removed: pairings.flatMap((each) => each.removed.map(lone)),
    unchanged: pairs.length - changed.length,
  };
}

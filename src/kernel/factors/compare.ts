import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import { exact, ONE, type Rational, ZERO } from '../../units/rational.ts';
import { conversionFactor, meaningOf } from '../../units/unit.ts';
import { candidates, isNewer, keyOf } from './candidates.ts';
import { type Answer, isStated, type Question } from './question.ts';

/** A row that is at hand beside the one that serves, and why it is worth a look. */
export interface Alternative extends Answer {
  readonly because: 'newer-edition' | 'nearer-year';
}

/** Years between a row and a year; a row without a year is of every year. */
function distance({ row }: Answer, year: number): number {
  return Math.abs((row.answers.year ?? year) - year);
}

function nearest(answers: readonly Answer[], year: number): Answer | undefined {
  const least = Math.min(...answers.map((answer) => distance(answer, year)));
  return answers.find((answer) => distance(answer, year) === least);
}

/** A row of a newer edition of the same publisher, of the same year or a later one. */
function ofNewerEdition(all: readonly Answer[], serving: Answer, year: number): Answer | undefined {
  const from = serving.row.answers.year ?? 0;
  const newer = all.filter(
    ({ set, row }) =>
      set.publisher === serving.set.publisher &&
      isNewer(set, serving.set) &&
      (row.answers.year ?? from) >= from,
  );
  const [newest] = newer;
  return nearest(
    newer.filter(({ set }) => set === newest?.set),
    year,
  );
}

/**
 * The rows among all known sets that answer the same question as the row that serves, in a newer edition of its
 * publisher, or of a year nearer to the year asked for, whoever published it and whether or not the workspace names it.
 */
export function alternativesTo(
  serving: Answer,
  question: Question,
  sets: readonly FactorSet[],
): Alternative[] {
  const key = keyOf(serving.row);
  const known = [...new Set(sets.map(({ publisher }) => publisher))].sort();
  const publishers = [...new Set([...question.publishers, ...known])];
  const keys = key === undefined ? [] : [key];
  const all = candidates({ ...question, keys, publishers }, sets);
  const newer = ofNewerEdition(all, serving, question.year);
  const nearer = nearest(
    all.filter((each) => distance(each, question.year) < distance(serving, question.year)),
    question.year,
  );
  return [
    ...(newer ? [{ ...newer, because: 'newer-edition' as const }] : []),
    ...(nearer && nearer.row !== newer?.row
      ? [{ ...nearer, because: 'nearer-year' as const }]
      : []),
  ];
}

/** `to / from - 1`; undefined where `from` is zero. */
export function relativeChange(from: Rational, to: Rational): Rational | undefined {
  return from.equals(ZERO) ? undefined : to.sub(from).div(from.abs());
}

/** How one row stands to another, by a quantity that both state. */
export interface Comparison {
  readonly of: 'CO2e' | 'CO2' | 'renewable share' | 'carbon-free share' | 'loss';
  readonly change: Rational;
}

const MASSES = [
  ['co2e_kg', 'CO2e'],
  ['co2_kg', 'CO2'],
] as const;

const SHARES = [
  ['renewable', 'renewable share'],
  ['carbon_free', 'carbon-free share'],
  ['loss_fraction', 'loss'],
] as const;

/** The change from one row to another, by the first quantity that both state; undefined where they state none alike. */
export function comparison(from: FactorRow, to: FactorRow): Comparison | undefined {
  if (meaningOf(from.per)?.kind !== meaningOf(to.per)?.kind) return undefined;
  // a mass is stated per unit, a share is not
  const units = from.per === to.per ? ONE : conversionFactor(to.per, from.per);
  return firstChange(from, to, MASSES, units) ?? firstChange(from, to, SHARES, ONE);
}

function firstChange(
  from: FactorRow,
  to: FactorRow,
  fields: typeof MASSES | typeof SHARES,
  scale: Rational,
): Comparison | undefined {
  for (const [field, of] of fields) {
    const [a, b] = [from[field], to[field]];
    if (isStated(a) && isStated(b)) {
      const change = relativeChange(exact(a).mul(scale), exact(b));
      return change && { of, change };
    }
  }
  return undefined;
}

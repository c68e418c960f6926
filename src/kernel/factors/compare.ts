import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import { exact, ONE, type Rational, ZERO } from '../../units/rational.ts';
import { conversionFactor, meaningOf } from '../../units/unit.ts';
import { candidates, isNewer, keyOf } from './candidates.ts';
import { type Answer, isStated, type Question } from './question.ts';

/** A row that is at hand beside the one that serves, and why it is worth a look. */
export interface Alternative extends Answer {
  readonly because: 'newer-edition' | 'nearer-year' | 'other-year';
}

/** Years between a row and a year; a row without a year is of every year. */
function distance({ row }: Answer, year: number): number {
  return Math.abs((row.answers.year ?? year) - year);
}

function nearest(answers: readonly Answer[], year: number): Answer | undefined {
  const least = Math.min(...answers.map((answer) => distance(answer, year)));
  return answers.find((answer) => distance(answer, year) === least);
}

/** Of each newer edition of the same publisher the row of the nearest year, of the year that serves or a later one. */
function ofNewerEditions(all: readonly Answer[], serving: Answer, year: number): Answer[] {
  const from = serving.row.answers.year ?? 0;
  const newer = all.filter(
    ({ set, row }) =>
      set.publisher === serving.set.publisher &&
      isNewer(set, serving.set) &&
      (row.answers.year ?? from) >= from,
  );
  const editions = [...new Set(newer.map(({ set }) => set))];
  return editions.flatMap((edition) => {
    const own = nearest(
      newer.filter(({ set }) => set === edition),
      year,
    );
    return own ? [own] : [];
  });
}

/** The row of the same publisher whose year is nearest to the one that serves, and is not that one. */
function ofOtherYear(all: readonly Answer[], { set, row }: Answer): Answer | undefined {
  const { year } = row.answers;
  if (year === undefined) return undefined;
  const others = all.filter(
    (each) => each.set.publisher === set.publisher && (each.row.answers.year ?? year) !== year,
  );
  return nearest(others, year);
}

/**
 * The rows among all known sets that answer the same question as the row that serves: of each newer edition of its
 * publisher; of a year nearer to the year asked for, whoever published it and whether or not the workspace names it;
 * and of the publisher's next other year, which shows how far a year moves the factor.
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
  const nearer = nearest(
    all.filter((each) => distance(each, question.year) < distance(serving, question.year)),
    question.year,
  );
  const other = ofOtherYear(all, serving);
  const found: Alternative[] = [
    ...ofNewerEditions(all, serving, question.year).map((each): Alternative => ({
      ...each,
      because: 'newer-edition',
    })),
    ...(nearer ? [{ ...nearer, because: 'nearer-year' as const }] : []),
    ...(other ? [{ ...other, because: 'other-year' as const }] : []),
  ];
  // one row is named once, for the first reason
  return found.filter(({ row }, i) => found.findIndex((each) => each.row === row) === i);
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

import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import { meaningOf } from '../../units/unit.ts';
import { orderOf, wayOf } from './fuel-ways.ts';
import { type Answer, isStated, type Question, statesEachGas } from './question.ts';

/** A row whose every value is null answers nothing. */
function hasValue(row: FactorRow, use: Question['use']): boolean {
  if (use === 'mix') return isStated(row.renewable) || isStated(row.carbon_free);
  if (use === 'loss') return isStated(row.loss_fraction);
  return [row.co2_kg, row.ch4_kg, row.n2o_kg, row.co2e_kg].some(isStated);
}

/** The key that a row answers for: a grid's, or a fuel's. */
export function keyOf({ answers }: FactorRow): string | undefined {
  const { use, fuel, grid, energy } = answers;
  if (use === 'wtt') return grid ?? energy;
  if (use === 'heat') return `${grid ?? ''}/${energy ?? ''}`;
  return use === 'combustion' ? fuel : grid;
}

function speaksOf({ use, keys }: Question, row: FactorRow): boolean {
  const key = keyOf(row);
  return row.answers.use === use && key !== undefined && keys.includes(key);
}

function isOfLifeCycle({ basis }: FactorRow): boolean {
  return basis?.cycle === 'life-cycle';
}

/** Of the use alone, or of what lies upstream of it where that is asked. */
function isOfCycle({ use }: Question, { basis }: FactorRow): boolean {
  return (basis?.cycle ?? 'direct') === (use === 'wtt' ? 'upstream' : 'direct');
}

/** True for a row per a unit in which the amount at hand is, or to which it can be brought. */
function fits({ use, quantity }: Question, row: FactorRow): boolean {
  if (use === 'loss' || quantity === 'any') return true;
  if (quantity) return wayOf(quantity, row) !== undefined;
  return meaningOf(row.per)?.kind === 'energy' && row.basis?.calorific !== 'net';
}

function answersTo(question: Question, row: FactorRow): boolean {
  return (
    speaksOf(question, row) &&
    isOfCycle(question, row) &&
    fits(question, row) &&
    (question.only?.(row) ?? true) &&
    hasValue(row, question.use)
  );
}

/** A key by which editions of one publisher stand in order: by date, then by name, numbers in it by size. */
function editionKey({ published = '', edition }: FactorSet): string {
  return `${published}\0${edition.replace(/\d+/g, (digits) => digits.padStart(9, '0'))}`;
}

/** True where the first edition was published after the second. */
export function isNewer(a: FactorSet, b: FactorSet): boolean {
  return editionKey(a) > editionKey(b);
}

/**
 * Within one edition: a row that states each gas before a sum of them, one without losses before one that counts them,
 * and of fuels the one to which the nearer way leads.
 */
function preference({ quantity }: Question, row: FactorRow): number {
  const way = quantity && quantity !== 'any' ? wayOf(quantity, row) : undefined;
  const gases = statesEachGas(row) ? 0 : 2;
  return 10 * (gases + (row.basis?.losses === 'included' ? 1 : 0)) + (way ? orderOf(way) : 0);
}

/** All rows that pass, whatever their year: by the order of publishers, the latest edition of each first. */
function rowsOf(
  question: Question,
  sets: readonly FactorSet[],
  passes: (row: FactorRow) => boolean,
): Answer[] {
  const rank = ({ publisher }: FactorSet) => question.publishers.indexOf(publisher);
  return sets
    .filter((set) => rank(set) >= 0)
    .sort((a, b) => rank(a) - rank(b) || (isNewer(b, a) ? 1 : -1))
    .flatMap((set) =>
      set.rows
        .filter(passes)
        .sort((a, b) => preference(question, a) - preference(question, b))
        .map((row) => ({ set, row })),
    );
}

/** Every row that answers, whatever its year: the most preferred publisher's first, of each its newest edition first. */
export function candidates(question: Question, sets: readonly FactorSet[]): Answer[] {
  return rowsOf(question, sets, (row) => answersTo(question, row));
}

/** The rows that answer the question over the whole life cycle, which never answer for a scope. */
export function lifeCycleRows(question: Question, sets: readonly FactorSet[]): Answer[] {
  return rowsOf(question, sets, (row) => speaksOf(question, row) && isOfLifeCycle(row));
}

/** True for a row of the year, and for one without a year, which answers for every year. */
export function isOfYear({ row }: Answer, year: number): boolean {
  return (row.answers.year ?? year) === year;
}

/** True for a row whose values are those of its hours alone: it says nothing of a year. */
function isOfHoursAlone(row: FactorRow): boolean {
  const { co2_kg, ch4_kg, n2o_kg, co2e_kg, renewable, carbon_free } = row;
  const annual = [co2_kg, ch4_kg, n2o_kg, co2e_kg, renewable, carbon_free];
  return row.hourly !== undefined && annual.every((value) => value === undefined);
}

/** The row of the year itself that speaks of the question and states no value; undefined where there is none. */
export function notAvailable(question: Question, sets: readonly FactorSet[]): Answer | undefined {
  const silent = (row: FactorRow) =>
    speaksOf(question, row) && !hasValue(row, question.use) && !isOfHoursAlone(row);
  return rowsOf(question, sets, silent).find((answer) => isOfYear(answer, question.year));
}

/** The first of the answers whose year is the nearest one before the year, and after it. */
export function nearestYears(
  answers: readonly Answer[],
  year: number,
): { earlier: Answer | undefined; later: Answer | undefined } {
  const years = answers.flatMap(({ row }) => row.answers.year ?? []);
  const before = Math.max(...years.filter((each) => each < year));
  const after = Math.min(...years.filter((each) => each > year));
  return {
    earlier: answers.find(({ row }) => row.answers.year === before),
    later: answers.find(({ row }) => row.answers.year === after),
  };
}

import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import type { FactorChoice } from '../../model/documents/workspace.ts';
import { type Finding, finding, type Place } from '../../model/finding.ts';
import { meaningOf } from '../../units/unit.ts';
import type { Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import { isStated, remarksOn, SUBJECT } from './remarks.ts';
import { listText } from '../wording.ts';

/** A question to the factor sets: a factor for what, where and when, from whom. */
export interface Question {
  readonly site: string;
  readonly use: 'location' | 'residual' | 'mix' | 'loss' | 'combustion';
  /** Keys of grids that may answer, or the id of the fuel. */
  readonly keys: readonly string[];
  readonly year: number;
  readonly publishers: readonly string[];
  readonly otherYear: FactorChoice['other_year'];
  /** Where the key is named. Absent: at the grid of the site. */
  readonly at?: Place;
}

/** A row that answers, and the set it stands in. */
export interface Answer {
  readonly set: FactorSet;
  readonly row: FactorRow;
}

/** Disclosures without them are incomplete; without the others they have no total. */
const OPTIONAL: ReadonlySet<Question['use']> = new Set<Question['use']>(['mix', 'loss']);

/** A row whose every value is null answers nothing. */
function hasValue(row: FactorRow, use: Question['use']): boolean {
  if (use === 'mix') return isStated(row.renewable) || isStated(row.carbon_free);
  if (use === 'loss') return isStated(row.loss_fraction);
  return [row.co2_kg, row.ch4_kg, row.n2o_kg, row.co2e_kg].some(isStated);
}

function speaksOf({ use, keys }: Question, { answers }: FactorRow): boolean {
  const key = use === 'combustion' ? answers.fuel : answers.grid;
  return answers.use === use && key !== undefined && keys.includes(key);
}

function answersTo(question: Question, row: FactorRow): boolean {
  return (
    speaksOf(question, row) &&
    row.basis?.cycle !== 'life-cycle' &&
    (question.use === 'loss' || meaningOf(row.per)?.kind === 'energy') &&
    hasValue(row, question.use)
  );
}

/** All rows that pass, whatever their year: by the order of publishers, the latest edition of each first. */
function rowsOf(
  { publishers }: Question,
  sets: readonly FactorSet[],
  passes: (row: FactorRow) => boolean,
): Answer[] {
  const rank = ({ publisher }: FactorSet) => publishers.indexOf(publisher);
  const edition = (set: FactorSet) => `${set.published ?? ''}\0${set.edition}`;
  return sets
    .filter((set) => rank(set) >= 0)
    .sort((a, b) => rank(a) - rank(b) || (edition(a) < edition(b) ? 1 : -1))
    .flatMap((set) => set.rows.filter(passes).map((row) => ({ set, row })));
}

/** A row without a year answers for every year. */
function isOfYear({ row }: Answer, year: number): boolean {
  return (row.answers.year ?? year) === year;
}

/** The row of the year itself that speaks of the question and states no value; undefined where there is none. */
export function notAvailable(question: Question, sets: readonly FactorSet[]): Answer | undefined {
  const silent = (row: FactorRow) => speaksOf(question, row) && !hasValue(row, question.use);
  return rowsOf(question, sets, silent).find((answer) => isOfYear(answer, question.year));
}

function latestEarlier(answers: readonly Answer[], year: number): Answer | undefined {
  const years = answers.map(({ row }) => row.answers.year ?? 0).filter((y) => y > 0 && y < year);
  const latest = Math.max(...years);
  return answers.find(({ row }) => row.answers.year === latest);
}

/** `aib:SE, the grid of boden`, or `the fuel diesel of boden`. */
function keyText({ use, keys, site }: Question): string {
  const names = keys.join(' or ');
  return use === 'combustion' ? `the fuel ${names} of ${site}` : `${names}, the grid of ${site}`;
}

function lackText(question: Question): string {
  const { site, use, keys, year, publishers } = question;
  if (keys.length === 0)
    return `Site ${site} names no grid, so no ${SUBJECT[use]} answers; add grid`;
  if (publishers.length === 0) {
    return `The workspace names no publisher of the ${SUBJECT[use]} of ${keyText(question)}; name one under factors.${use}`;
  }
  const key = use === 'combustion' ? 'its name' : 'grid';
  return `No ${SUBJECT[use]} of ${listText(publishers)} answers for ${keyText(question)}, in ${String(year)}; add a factor set, or correct ${key}`;
}

function noFactor(question: Question): Finding {
  const severity = OPTIONAL.has(question.use) ? 'completeness' : 'critical';
  const { site, at = { entry: `sites.${site}.grid` } } = question;
  return finding('ACC-NO-FACTOR', severity, `${lackText(question)}.`, at);
}

function refused(question: Question, answers: readonly Answer[]): Finding {
  const years = [...new Set(answers.map(({ row }) => String(row.answers.year ?? 'no')))].sort();
  const severity = OPTIONAL.has(question.use) ? 'completeness' : 'critical';
  return finding(
    'ACC-FACTOR-YEAR-REFUSED',
    severity,
    `The ${SUBJECT[question.use]} of ${keyText(question)}${question.use === 'combustion' ? '' : ','} is at hand for ${listText(years)} and not for ${String(question.year)}; add the factor set of that year, or set factors.other_year.`,
    { entry: 'factors.other_year' },
  );
}

/** A market of which its own year says that there is no residual mix has none: that of another year is no stand-in. */
function mayBeEarlier(question: Question, sets: readonly FactorSet[]): boolean {
  if (question.otherYear === 'refuse') return false;
  return question.use !== 'residual' || notAvailable(question, sets) === undefined;
}

/**
 * The row that answers: the first publisher's of the year itself; else, where the workspace allows it, the latest of an
 * earlier year. Never zero, never another grid, never a later year.
 */
export function chooseFactor(
  question: Question,
  sets: readonly FactorSet[],
): Found<Answer | Missing> {
  const answers = rowsOf(question, sets, (row) => answersTo(question, row));
  const own = answers.find((answer) => isOfYear(answer, question.year));
  const earlier = mayBeEarlier(question, sets) ? latestEarlier(answers, question.year) : undefined;
  const answer = own ?? earlier;
  if (answer) {
    const { site, at = { entry: `sites.${site}.grid` } } = question;
    return found(answer, remarksOn(answer, { ...question, at }));
  }
  const missing = answers.length === 0 ? noFactor(question) : refused(question, answers);
  return found({ missing }, missing);
}

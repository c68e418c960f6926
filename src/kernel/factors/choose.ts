import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import type { FactorChoice } from '../../model/documents/workspace.ts';
import { type Finding, finding, type Place } from '../../model/finding.ts';
import { meaningOf } from '../../units/unit.ts';
import type { Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import { listText } from '../wording.ts';

/** A question to the factor sets: a factor for what, where and when, from whom. */
export interface Question {
  readonly site: string;
  readonly use: 'location' | 'residual' | 'mix';
  /** Grid keys that may answer. */
  readonly grids: readonly string[];
  readonly year: number;
  readonly publishers: readonly string[];
  readonly otherYear: FactorChoice['other_year'];
}

/** A row that answers, and the set it stands in. */
export interface Answer {
  readonly set: FactorSet;
  readonly row: FactorRow;
}

const SUBJECT = {
  location: 'emission factor',
  residual: 'residual mix',
  mix: 'renewable share of the grid mix',
} as const;

function isStated(value: string | null | undefined): boolean {
  return value !== undefined && value !== null;
}

/** A row whose every value is null answers nothing. */
function hasValue(row: FactorRow, use: Question['use']): boolean {
  return use === 'mix'
    ? isStated(row.renewable) || isStated(row.carbon_free)
    : [row.co2_kg, row.ch4_kg, row.n2o_kg, row.co2e_kg].some(isStated);
}

function answersTo(question: Question, row: FactorRow): boolean {
  const { use, grid } = row.answers;
  return (
    use === question.use &&
    grid !== undefined &&
    question.grids.includes(grid) &&
    row.basis?.cycle !== 'life-cycle' &&
    meaningOf(row.per)?.kind === 'energy' &&
    hasValue(row, question.use)
  );
}

/** All answers whatever their year: by the order of publishers, the latest edition of each first. */
function answersOf(question: Question, sets: readonly FactorSet[]): Answer[] {
  const rank = ({ publisher }: FactorSet) => question.publishers.indexOf(publisher);
  const edition = (set: FactorSet) => `${set.published ?? ''}\0${set.edition}`;
  return sets
    .filter((set) => rank(set) >= 0)
    .sort((a, b) => rank(a) - rank(b) || (edition(a) < edition(b) ? 1 : -1))
    .flatMap((set) =>
      set.rows.filter((row) => answersTo(question, row)).map((row) => ({ set, row })),
    );
}

function latestEarlier(answers: readonly Answer[], year: number): Answer | undefined {
  const years = answers.map(({ row }) => row.answers.year ?? 0).filter((y) => y > 0 && y < year);
  const latest = Math.max(...years);
  return answers.find(({ row }) => row.answers.year === latest);
}

function lackText({ site, use, grids, year, publishers }: Question): string {
  if (grids.length === 0)
    return `Site ${site} names no grid, so no ${SUBJECT[use]} answers; add grid`;
  if (publishers.length === 0) {
    return `The workspace names no publisher of the ${SUBJECT[use]} of ${grids.join(' or ')}, the grid of ${site}; name one under factors.${use}`;
  }
  return `No ${SUBJECT[use]} of ${listText(publishers)} answers for ${grids.join(' or ')}, the grid of ${site}, in ${String(year)}; add a factor set, or correct grid`;
}

/** Where the grid of the site is named. */
function gridOf({ site }: Question): Place {
  return { entry: `sites.${site}.grid` };
}

function noFactor(question: Question): Finding {
  const severity = question.use === 'mix' ? 'completeness' : 'critical';
  return finding('ACC-NO-FACTOR', severity, `${lackText(question)}.`, gridOf(question));
}

function refused(question: Question, answers: readonly Answer[]): Finding {
  const years = [...new Set(answers.map(({ row }) => String(row.answers.year ?? 'no')))].sort();
  const severity = question.use === 'mix' ? 'completeness' : 'critical';
  return finding(
    'ACC-FACTOR-YEAR-REFUSED',
    severity,
    `The ${SUBJECT[question.use]} of ${question.grids.join(' or ')}, the grid of ${question.site}, is at hand for ${listText(years)} and not for ${String(question.year)}; add the factor set of that year, or set factors.other_year.`,
    { entry: 'factors.other_year' },
  );
}

function remarks(question: Question, { set, row }: Answer): Finding[] {
  const name = `${set.title}, row ${row.id}`;
  const otherYear = finding(
    'ACC-FACTOR-OTHER-YEAR',
    'quality',
    `For ${String(question.year)} the ${SUBJECT[question.use]} of ${String(row.answers.year)} was used at ${question.site} (${name}), since none of ${String(question.year)} is at hand.`,
    gridOf(question),
  );
  const unverified = finding(
    'ACC-FACTOR-UNVERIFIED',
    'quality',
    `The ${SUBJECT[question.use]} of ${question.site} (${name}) stands from memory; check it against ${row.source.document}.`,
    gridOf(question),
  );
  return [
    ...(row.answers.year === question.year ? [] : [otherYear]),
    ...(row.grade === 'M' ? [unverified] : []),
  ];
}

/**
 * The row that answers: the first publisher's of the year itself; else, where the workspace allows it, the latest of an
 * earlier year. Never zero, never another grid, never a later year.
 */
export function chooseFactor(
  question: Question,
  sets: readonly FactorSet[],
): Found<Answer | Missing> {
  const answers = answersOf(question, sets);
  const own = answers.find(({ row }) => row.answers.year === question.year);
  const earlier =
    question.otherYear === 'latest-earlier' ? latestEarlier(answers, question.year) : undefined;
  const answer = own ?? earlier;
  if (answer) return found(answer, remarks(question, answer));
  const missing = answers.length === 0 ? noFactor(question) : refused(question, answers);
  return found({ missing }, missing);
}

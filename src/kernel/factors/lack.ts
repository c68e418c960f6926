import type { FactorSet } from '../../model/documents/factor-set.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { listText } from '../wording.ts';
import { candidates, lifeCycleRows, nearestYears } from './candidates.ts';
import { type Answer, type Question, SUBJECT } from './question.ts';

/** Disclosures without them are incomplete; without the others they have no total. */
const OPTIONAL: ReadonlySet<Question['use']> = new Set<Question['use']>([
  'mix',
  'loss',
  'wtt',
  'td',
]);

function severityOf({ use }: Question): 'completeness' | 'critical' {
  return OPTIONAL.has(use) ? 'completeness' : 'critical';
}

/** A fuel is asked for by its id, everything else by a grid. */
function isOfFuel({ use, quantity }: Question): boolean {
  return use === 'combustion' || quantity !== undefined;
}

/** `aib:SE, the grid of boden`, or `the fuel diesel of boden`. */
function keyText(question: Question): string {
  const { keys, site } = question;
  const names = keys.join(' or ');
  return isOfFuel(question) ? `the fuel ${names} of ${site}` : `${names}, the grid of ${site}`;
}

/** The key closed by a comma where it holds one. */
function keyClause(question: Question): string {
  return isOfFuel(question) ? keyText(question) : `${keyText(question)},`;
}

function editionText({ publisher, edition }: FactorSet): string {
  return `${publisher}/${edition}`;
}

/** Why nothing answers although rows speak of the question: of the life cycle, or of publishers that are not named. */
function besidesText(question: Question, sets: readonly FactorSet[]): string {
  const [whole] = lifeCycleRows(question, sets);
  if (whole) {
    const { set, row } = whole;
    return ` (row ${row.id} of ${editionText(set)} is of the life cycle, which never answers for a scope)`;
  }
  const publishers = sets.map(({ publisher }) => publisher);
  const others = candidates({ ...question, publishers }, sets).map(({ set }) => set.publisher);
  const names = [...new Set(others)].sort();
  return names.length === 0
    ? ''
    : ` (${listText(names)} ${names.length === 1 ? 'holds' : 'hold'} one, and ${names.length === 1 ? 'is' : 'are'} not named under factors.${question.use})`;
}

function lackText(question: Question, sets: readonly FactorSet[]): string {
  const { site, use, keys, year, publishers } = question;
  if (keys.length === 0)
    return `Site ${site} names no grid, so no ${SUBJECT[use]} answers; add grid`;
  if (publishers.length === 0) {
    return `The workspace names no publisher of the ${SUBJECT[use]} of ${keyText(question)}; name one under factors.${use}`;
  }
  const key = isOfFuel(question) ? 'its name' : 'grid';
  const besides = besidesText(question, sets);
  return `No ${SUBJECT[use]} of ${listText(publishers)} answers for ${keyText(question)}, in ${String(year)}${besides}; add a factor set, or correct ${key}`;
}

/** That no row answers in any year. */
export function noFactor(question: Question, sets: readonly FactorSet[]): Finding {
  const { site, at = { entry: `sites.${site}.grid` } } = question;
  return finding('ACC-NO-FACTOR', severityOf(question), `${lackText(question, sets)}.`, at);
}

/** That the publisher itself states that the value is not available, which is not zero. */
export function unavailable(question: Question, { set, row }: Answer): Finding {
  const { site, use, year, at = { entry: `sites.${site}.grid` } } = question;
  const note = row.note === undefined ? '' : ` (${row.note.replace(/\.$/, '')})`;
  return finding(
    'ACC-NO-FACTOR',
    severityOf(question),
    `${set.title}, row ${row.id}, states that the ${SUBJECT[use]} of ${keyClause(question)} is not available for ${String(year)}${note}, which is not zero; name another publisher under factors.${use}.`,
    at,
  );
}

function advice({ year, otherYear }: Question, earlier: Answer | undefined): string {
  const add = `add the factor set of ${String(year)}`;
  if (!earlier || otherYear !== 'refuse') return `${add}, for a later year is never used`;
  return `${add}, or write \`factors.other_year: latest-earlier\` to use that of ${String(earlier.row.answers.year)}, which is then disclosed`;
}

/** That rows of other years are at hand only: the nearest earlier and later, by edition and year, and what to write. */
export function refused(question: Question, answers: readonly Answer[]): Finding {
  const { earlier, later } = nearestYears(answers, question.year);
  const near = [
    { answer: earlier, side: 'earlier' },
    { answer: later, side: 'later' },
  ].flatMap(({ answer, side }) =>
    answer ? [{ set: answer.set, year: String(answer.row.answers.year), side }] : [],
  );
  const years = listText(near.map(({ year }) => year));
  const held = near.map(
    ({ set, year, side }) => `${editionText(set)} holds ${year}, the nearest ${side} year`,
  );
  return finding(
    'ACC-FACTOR-YEAR-REFUSED',
    severityOf(question),
    `The ${SUBJECT[question.use]} of ${keyClause(question)} is at hand for ${years} and not for ${String(question.year)}: ${listText(held)}; ${advice(question, earlier)}.`,
    { entry: 'factors.other_year' },
  );
}

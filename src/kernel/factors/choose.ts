import type { FactorSet } from '../../model/documents/factor-set.ts';
import type { Finding } from '../../model/finding.ts';
import type { Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import { candidates, isOfYear, keyOf, nearestYears, notAvailable } from './candidates.ts';
import { noFactor, refused, unavailable } from './lack.ts';
import type { Answer, Question } from './question.ts';
import { remarkOnSeveral, remarksOn } from './remarks.ts';

export { notAvailable } from './candidates.ts';
export type { Answer, Question } from './question.ts';

/** A market of which its own year says that there is no residual mix has none: that of another year is no stand-in. */
function mayBeEarlier({ otherYear, use }: Question, silent: Answer | undefined): boolean {
  return otherYear !== 'refuse' && (use !== 'residual' || silent === undefined);
}

/** Rows of the publisher of the answer for the same key and year. */
function rivalsOf(answer: Answer, answers: readonly Answer[]): Answer[] {
  const { set, row } = answer;
  return answers.filter(
    (each) =>
      each.row !== row &&
      each.set.publisher === set.publisher &&
      keyOf(each.row) === keyOf(row) &&
      each.row.answers.year === row.answers.year,
  );
}

function lackOf(
  question: Question,
  sets: readonly FactorSet[],
  answers: readonly Answer[],
  silent: Answer | undefined,
): Finding {
  if (silent && (answers.length === 0 || question.use === 'residual')) {
    return unavailable(question, silent);
  }
  return answers.length === 0 ? noFactor(question, sets) : refused(question, answers);
}

/**
 * The row that answers: the first publisher's of the year itself; else, where the workspace allows it, that of the
 * latest earlier year. Of one publisher the newest edition, and in it the row that states each gas. Never zero, never
 * another grid, never a later year, never a row of the life cycle.
 */
export function chooseFactor(
  question: Question,
  sets: readonly FactorSet[],
): Found<Answer | Missing> {
  const answers = candidates(question, sets);
  const silent = notAvailable(question, sets);
  const own = answers.find((answer) => isOfYear(answer, question.year));
  const { earlier } = nearestYears(answers, question.year);
  const answer = own ?? (mayBeEarlier(question, silent) ? earlier : undefined);
  if (!answer) {
    const missing = lackOf(question, sets, answers, silent);
    return found({ missing }, missing);
  }
  const { site, at = { entry: `sites.${site}.grid` } } = question;
  const usage = { ...question, at };
  return found(
    answer,
    remarksOn(answer, { ...usage, silent: own ? undefined : silent }),
    remarkOnSeveral(answer, rivalsOf(answer, answers), usage),
  );
}

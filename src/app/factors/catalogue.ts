import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import { loadFactors } from '../../store/factors.ts';
import { type FactorDiff, factorDiff } from './diff.ts';
import { rowsNamed, setsNamed } from './find.ts';
import { type FactorLine, factorLine } from './list.ts';

/** One row with the set that it stands in. */
export interface FactorDetail {
  readonly publisher: string;
  readonly edition: string;
  readonly title: string;
  readonly licence: string;
  readonly row: FactorRow;
}

function allSets(): FactorSet[] {
  return loadFactors().map(({ set }) => set);
}

/** Every factor set at hand, with its age on a day. */
export function factorList(today: string): FactorLine[] {
  return loadFactors().map((stored) => factorLine(stored, today));
}

/** The sets of `publisher`, `publisher/edition` or `name@year`. */
export function factorSetsOf(name: string): FactorSet[] {
  return setsNamed(name, allSets());
}

/** The rows of an id, or of a key that they answer for, in the sets of a name. */
export function factorRowsOf(name: string, row: string): FactorDetail[] {
  return rowsNamed(row, setsNamed(name, allSets())).map((found) => ({
    publisher: found.set.publisher,
    edition: found.set.edition,
    title: found.set.title,
    licence: found.set.licence,
    row: found.row,
  }));
}

/** What changes from the set of one name to that of another. */
export function factorDiffOf(from: string, to: string): FactorDiff {
  const all = allSets();
  return factorDiff(setsNamed(from, all), setsNamed(to, all));
}

import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import { loadFactors, type StoredFactorSet } from '../../store/factors.ts';
import { workspaceAround, workspaceNamed } from '../../store/workspace.ts';
import { type FactorDiff, factorDiff } from './diff.ts';
import { rowsNamed, setName, setsNamed } from './find.ts';
import { type Hours, hoursIn } from './hours.ts';
import { type FactorLine, factorLine } from './list.ts';

/** Whose sets count beside those that are installed: those of the workspace that is named, or of the one around a folder. */
export interface FactorScope {
  readonly workspace?: string;
  readonly folder: string;
}

/** One row with the set that it stands in. */
export interface FactorDetail {
  readonly publisher: string;
  readonly edition: string;
  readonly title: string;
  readonly licence: string;
  readonly is_of_workspace: boolean;
  readonly row: FactorRow;
  /** Null for a row of values of a year alone. */
  readonly hours: Hours | null;
}

/** A factor set that was named. */
export interface NamedSet {
  readonly set: FactorSet;
  readonly isOfWorkspace: boolean;
}

function setsIn({ workspace, folder }: FactorScope): StoredFactorSet[] {
  return loadFactors(workspace === undefined ? workspaceAround(folder) : workspaceNamed(workspace));
}

/** Every factor set at hand, with its age on a day. Throws an AppError where the workspace is none. */
export function factorList(scope: FactorScope, today: string): FactorLine[] {
  return setsIn(scope).map((stored) => factorLine(stored, today));
}

function ownNames(all: readonly StoredFactorSet[]): ReadonlySet<string> {
  return new Set(all.filter((each) => each.isOfWorkspace).map(({ set }) => setName(set)));
}

/** The sets of `publisher`, `publisher/edition` or `name@year`. */
export function factorSetsOf(scope: FactorScope, name: string): NamedSet[] {
  const all = setsIn(scope);
  const own = ownNames(all);
  const found = setsNamed(
    name,
    all.map(({ set }) => set),
  );
  return found.map((set) => ({ set, isOfWorkspace: own.has(setName(set)) }));
}

/** The rows of an id, or of a key that they answer for, in the sets of a name. */
export function factorRowsOf(scope: FactorScope, name: string, row: string): FactorDetail[] {
  const sets = factorSetsOf(scope, name);
  const own = new Map(sets.map(({ set, isOfWorkspace }) => [set, isOfWorkspace]));
  const found = rowsNamed(row, [...own.keys()]);
  return found.map((each) => ({
    publisher: each.set.publisher,
    edition: each.set.edition,
    title: each.set.title,
    licence: each.set.licence,
    is_of_workspace: own.get(each.set) === true,
    row: each.row,
    hours: hoursIn(each.row),
  }));
}

/** A difference between sets, some of which may be the workspace's own. */
export interface NamedDiff extends FactorDiff {
  /** By name. */
  readonly of_workspace: readonly string[];
}

/** What changes from the set of one name to that of another. */
export function factorDiffOf(scope: FactorScope, from: string, to: string): NamedDiff {
  const all = setsIn(scope);
  const own = ownNames(all);
  const sets = all.map(({ set }) => set);
  const [before, after] = [setsNamed(from, sets), setsNamed(to, sets)];
  const names = [...before, ...after].map(setName);
  return {
    ...factorDiff(before, after),
    of_workspace: [...new Set(names)].filter((name) => own.has(name)),
  };
}

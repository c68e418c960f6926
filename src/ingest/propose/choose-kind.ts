import type { InputFile } from '../input-file.ts';
import { type Candidates, candidatesOf, coverage } from './assign-columns.ts';
import type { KindSpec } from './kind-spec.ts';
import { KINDS } from './kinds/kinds.ts';
import type { Settling } from './settling.ts';
import type { HeadedTable } from './sheet-table.ts';
import { timeChoices } from './time-columns.ts';

/** How well a table fits a kind. */
export interface KindFit {
  readonly spec: KindSpec;
  /** The share of the needed columns that the table has, 0 to 1. */
  readonly coverage: number;
  readonly score: number;
}

/** What a score must be ahead of the next one. */
const AHEAD = 0.1;
/** The needed columns that a table must have at least for its kind to be proposed. */
const ENOUGH = 0.6;
const TELLS = 3;

/** The kinds by how well the table fits them, the best first. */
export function rankedKinds(file: InputFile, table: HeadedTable): readonly KindFit[] {
  return KINDS.map((spec) => kindFit(file, spec, table)).sort((a, b) => b.score - a.score);
}

function kindFit(file: InputFile, spec: KindSpec, table: HeadedTable): KindFit {
  const share = coverage(kindCandidates(spec, table, new Map()));
  const tells = table.columns.filter(({ words }) => spec.tells.test(words)).length;
  const looks = table.grid.sheet === undefined ? (spec.identify?.(file).confidence ?? 0) : 0;
  const score = share + (Math.min(tells, TELLS) / TELLS) * 0.3 + looks * 0.3;
  return { spec, coverage: share, score };
}

/** The candidates of every role; the time of intervals may take two columns. */
export function kindCandidates(
  spec: KindSpec,
  table: HeadedTable,
  said: ReadonlyMap<string, string>,
): readonly Candidates[] {
  const candidates = candidatesOf(spec, table, said);
  if (spec.times !== 'intervals') return candidates;
  const columns = timeChoices(table).flatMap((choice) => choice.columns.slice(0, 1));
  return candidates.map((one) =>
    one.role.key === 'time' ? { role: one.role, columns, fit: 'named' } : one,
  );
}

/** Settles what kind of table it is; undefined while that is open. */
export function settleKind(
  desk: Settling,
  ranked: readonly KindFit[],
  { headerLine }: HeadedTable,
): KindSpec | undefined {
  const [best, next] = ranked;
  const options = ranked.map(({ spec: { kind, about } }) => ({ value: kind, why: about }));
  const offer = { id: 'kind', what: 'kind of file', options };
  const isAhead = best !== undefined && best.score - (next?.score ?? 0) >= AHEAD;
  const kind = desk.settle(
    isAhead && best.coverage >= ENOUGH
      ? {
          ...offer,
          value: best.spec.kind,
          why: whyKind(best, headerLine),
          isLikely: best.coverage < 0.99,
        }
      : {
          ...offer,
          why: `The columns in line ${String(headerLine)} do not show what kind of file it is. What does it hold?`,
        },
  );
  return ranked.find(({ spec }) => spec.kind === kind)?.spec;
}

function whyKind({ spec, coverage: share }: KindFit, line: number): string {
  const needed = spec.roles.filter(({ isNeeded }) => isNeeded).map(({ what }) => what);
  const text = new Intl.ListFormat('en').format(needed);
  const most = share < 0.99 ? 'most of ' : '';
  return `line ${String(line)} names ${most}what ${spec.kind} need: ${text}`;
}

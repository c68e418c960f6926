import type { Instant } from '../model/time.ts';
import { byKey } from './by-key.ts';

/** A row that claims a place in time. */
export interface Claim {
  readonly start: Instant;
  readonly line: number;
  /** What the revision column says, made comparable; absent where there is none. */
  readonly revision?: number;
}

/** One row that gave way to another. */
export interface GivenWay<T> {
  readonly row: T;
  readonly to: T;
}

/** Rows of one series with one row for each start. */
export interface Unique<T> {
  readonly kept: readonly T[];
  readonly duplicates: readonly GivenWay<T>[];
  readonly superseded: readonly GivenWay<T>[];
  /** Rows that differ while no revision decides: none of them is kept. */
  readonly conflicts: readonly (readonly T[])[];
}

/** Collapses identical rows, lets the latest revision win, and sets differing rows aside; kept rows stand in order of time. */
export function uniqueRows<T extends Claim>(
  rows: readonly T[],
  isSame: (a: T, b: T) => boolean,
): Unique<T> {
  const kept: T[] = [];
  const duplicates: GivenWay<T>[] = [];
  const superseded: GivenWay<T>[] = [];
  const conflicts: (readonly T[])[] = [];
  for (const claims of byKey(rows, ({ start }) => start).values()) {
    const distinct = withoutIdentical(claims, isSame, duplicates);
    const winner = latest(distinct);
    if (!winner) conflicts.push(distinct);
    else {
      kept.push(winner);
      superseded.push(...distinct.filter((r) => r !== winner).map((row) => ({ row, to: winner })));
    }
  }
  return { kept: kept.sort((a, b) => a.start - b.start), duplicates, superseded, conflicts };
}

function withoutIdentical<T extends Claim>(
  claims: readonly T[],
  isSame: (a: T, b: T) => boolean,
  duplicates: GivenWay<T>[],
): readonly T[] {
  if (claims.length === 1) return claims;
  const distinct: T[] = [];
  for (const row of claims) {
    const to = distinct.find((other) => other.revision === row.revision && isSame(other, row));
    if (to) duplicates.push({ row, to });
    else distinct.push(row);
  }
  return distinct;
}

/** The one row of the latest revision; undefined when two rows share it or there is none to compare. */
function latest<T extends Claim>(rows: readonly T[]): T | undefined {
  if (rows.length === 1) return rows[0];
  const revisions = rows.map(({ revision }) => revision ?? Number.NEGATIVE_INFINITY);
  const last = Math.max(...revisions);
  const winners = rows.filter((_, i) => revisions[i] === last);
  return winners.length === 1 ? winners[0] : undefined;
}

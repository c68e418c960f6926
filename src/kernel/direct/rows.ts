import type { FactorRow } from '../../model/documents/factor-set.ts';
import { type Finding, finding, type Place } from '../../model/finding.ts';
import { isNewer } from '../factors/candidates.ts';
import type { Answer } from '../factors/question.ts';
import type { FootprintInputs } from '../inputs.ts';

/**
 * The first row that passes, by the order of publishers and the newest edition of each; of any publisher where none is
 * named, since a property of a substance is no choice.
 */
export function rowOf(
  { factorSets }: Pick<FootprintInputs, 'factorSets'>,
  passes: (row: FactorRow) => boolean,
  publishers?: readonly string[],
): Answer | undefined {
  const rank = (publisher: string) => publishers?.indexOf(publisher) ?? 0;
  const sets = factorSets
    .filter(({ publisher }) => rank(publisher) >= 0)
    .sort((a, b) => rank(a.publisher) - rank(b.publisher) || (isNewer(b, a) ? 1 : -1));
  for (const set of sets) {
    const row = set.rows.find(passes);
    if (row) return { set, row };
  }
  return undefined;
}

/** That a row stands from memory, where it does. */
export function unverified({ set, row }: Answer, what: string, at: Place): Finding[] {
  if (row.grade !== 'M') return [];
  const message = `The ${what} (${set.title}, row ${row.id}) stands from memory; check it against ${row.source.document}.`;
  return [finding('ACC-FACTOR-UNVERIFIED', 'quality', message, at)];
}

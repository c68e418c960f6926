import type { Claim, Unique } from '../duplicates.ts';
import type { RowNotes } from '../row-notes.ts';
import { instantText } from '../../model/time.ts';
import { linesText } from '../wording.ts';

/** Notes rows of one series that were dropped, replaced or set aside since another row claims their interval. */
export function noteGivenWay(unique: Unique<Claim>, series: string, notes: RowNotes): void {
  for (const { row } of unique.duplicates) {
    notes.tally(
      'IN-DUPLICATE',
      'info',
      { line: row.line },
      (n, lines) => `Identical rows of ${series} count once: ${n} dropped (${lines}).`,
    );
  }
  for (const { row } of unique.superseded) {
    notes.tally(
      'IN-SUPERSEDED',
      'info',
      { line: row.line },
      (n, lines) => `Later revisions of ${series} hold: ${n} replaced (${lines}).`,
    );
  }
  for (const claims of unique.conflicts) {
    const [first] = claims;
    if (!first) continue;
    const others = linesText(claims.slice(1).map(({ line }) => line));
    const what = `${series} has another value for ${instantText(first.start)} in ${others}, and no revision decides. Neither is counted; remove the wrong row.`;
    notes.row('IN-CONFLICT', 'critical', { line: first.line }, what);
  }
}

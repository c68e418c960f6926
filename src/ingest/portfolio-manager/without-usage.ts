import { byKey } from '../by-key.ts';
import { noteNull } from '../columns.ts';
import type { RowNotes } from '../row-notes.ts';
import { numberReader } from '../table/number.ts';
import { ENTRY } from './columns.ts';

interface UsageRow {
  readonly line: number;
  readonly meter: string;
  readonly usage: string;
  readonly cost: string;
}

/** Notes rows that state no usage. A meter that only ever states costs is accepted without energy. */
export function noteWithoutUsage(rows: readonly UsageRow[], notes: RowNotes): void {
  const number = numberReader(undefined);
  const isNull = (text: string) => number(text) === 'null';
  for (const own of byKey(rows, ({ meter }) => meter).values()) {
    const hasCostOnly = own.every(({ usage, cost }) => isNull(usage) && !isNull(cost));
    for (const { line, usage } of own) {
      const at = { line, column: ENTRY.usage };
      if (hasCostOnly) noteCostOnly(at, notes);
      else if (isNull(usage)) noteNull(notes, at, usage);
    }
  }
}

function noteCostOnly(at: { readonly line: number; readonly column: string }, notes: RowNotes) {
  notes.tally(
    'IN-NULL',
    'info',
    at,
    (n, lines) => `A meter that states costs only gives no energy, in ${n} (${lines}).`,
  );
}

import { byKey } from '../by-key.ts';
import { dayText } from '../clock/calendar.ts';
import type { RowNotes } from '../row-notes.ts';
import { linesText } from '../wording.ts';
import type { Entry } from './entry.ts';

/** Entries with one for each period of a meter, and how many repeated another. */
export interface SettledEntries {
  readonly kept: readonly Entry[];
  /** Identical entries that were dropped, by the one that stands for them. */
  readonly duplicates: ReadonlyMap<Entry, number>;
}

/** Collapses identical entries; of differing ones the one changed last holds, and where none is, none of them. */
export function settled(entries: readonly Entry[], notes: RowNotes): SettledEntries {
  const kept: Entry[] = [];
  const duplicates = new Map<Entry, number>();
  for (const same of byKey(entries, periodOf).values()) {
    const distinct = [...byKey(same, amountOf).values()].flatMap(([first, ...others]) => {
      if (first && others.length > 0) duplicates.set(first, others.length);
      for (const { line } of others) noteRepeated(line, notes);
      return first ?? [];
    });
    const holds = distinct.length > 1 ? lastChanged(distinct) : distinct[0];
    if (holds) kept.push(holds);
    if (!holds) noteConflict(distinct, notes);
    else for (const other of distinct) if (other !== holds) noteSuperseded(other, holds, notes);
  }
  return { kept, duplicates };
}

function periodOf({ meter, kind, unit, startDay, endDay }: Entry): string {
  return [meter, kind.commodity, kind.direction, unit.symbol, startDay, endDay].join('\0');
}

function amountOf({ quantity, quality, peakDemandKw }: Entry): string {
  return [quantity.toFraction(), quality, peakDemandKw?.toFraction() ?? ''].join('\0');
}

function lastChanged(entries: readonly Entry[]): Entry | undefined {
  const moments = entries.map(({ changed }) => changed ?? Number.NEGATIVE_INFINITY);
  const last = Math.max(...moments);
  const winners = entries.filter((_, i) => moments[i] === last);
  return winners.length === 1 ? winners[0] : undefined;
}

function noteRepeated(line: number, notes: RowNotes): void {
  notes.tally(
    'IN-DUPLICATE',
    'info',
    { line },
    (n, lines) => `Identical entries count once: ${n} dropped (${lines}).`,
  );
}

function noteConflict(entries: readonly Entry[], notes: RowNotes): void {
  const [first, ...others] = entries;
  if (!first) return;
  const { meter, kind, startDay, endDay, line } = first;
  const lines = linesText(others.map((other) => other.line));
  const what = `the meter ${meter} has another entry of ${kind.commodity} for ${dayText(startDay)} to ${dayText(endDay)} in ${lines}, and none was changed last. None of them is counted; remove the wrong one.`;
  notes.row('IN-CONFLICT', kind.isGrid ? 'critical' : 'quality', { line }, what);
}

function noteSuperseded({ meter, line }: Entry, by: Entry, notes: RowNotes): void {
  const what = `the entry of the meter ${meter} gives way to the one in line ${String(by.line)}, which was changed later.`;
  notes.row('IN-SUPERSEDED', 'info', { line }, what);
}

import { DAY } from '../clock/calendar.ts';
import { settleColumns, SKIPPED } from '../clock/settle-columns.ts';
import { midnightVote, noteRolled, noteUnsettled, type StampReader } from '../clock/stamps.ts';
import type { RowNotes } from '../row-notes.ts';
import type { RowColumns } from './row-columns.ts';

/** Rows of one series with the start of each interval; no finite number where there is none. */
export interface TimedColumns {
  readonly rows: RowColumns;
  readonly starts: Float64Array;
}

/**
 * The starts of the intervals of all series of a file. What the order of rows tells of a repeated hour is told within
 * each series; whether an end at 00:00 belongs to the day before is told by the file as a whole.
 */
export function timedColumns(
  all: readonly RowColumns[],
  reader: StampReader,
  notes: RowNotes,
): TimedColumns[] {
  rollMidnights(all, reader, notes);
  return all.map((rows) => {
    const instants = instantsOf(rows, reader);
    noteWithoutInstant(rows, instants, reader, notes);
    const { label, seconds } = reader.layout;
    return { rows, starts: label === 'start' ? instants : instants.map((end) => end - seconds) };
  });
}

function instantsOf(rows: RowColumns, { layout, clock }: StampReader): Float64Array {
  if (clock) {
    const labels = {
      length: rows.length,
      wallAt: (i: number) => rows.walls[i] ?? 0,
      isBlank: (i: number) => rows.isBlank(i),
    };
    return settleColumns(labels, clock, layout);
  }
  return Float64Array.from(
    { length: rows.length },
    (_, i) => (rows.walls[i] ?? 0) - (rows.offsets[i] ?? 0),
  );
}

function noteWithoutInstant(
  rows: RowColumns,
  instants: Float64Array,
  { layout }: StampReader,
  notes: RowNotes,
): void {
  instants.forEach((instant, i) => {
    if (Number.isFinite(instant)) return;
    const why = instant === SKIPPED ? 'skipped' : 'unsettled';
    const row = { line: rows.lines[i] ?? 0, text: rows.textAt(i), isBlank: rows.isBlank(i) };
    noteUnsettled(why, row, layout, notes);
  });
}

/** Moves ends at 00:00 that stand for the midnight after the day they name, where the rows beside them show it. */
function rollMidnights(all: readonly RowColumns[], { layout }: StampReader, notes: RowNotes): void {
  if (layout.label !== 'end') return;
  const midnights = all.map((rows) => ({ rows, places: [...midnightsOf(rows)] }));
  const votes = midnights
    .flatMap(({ rows, places }) => places.map((i) => voteAt(rows, i, layout.seconds)))
    .reduce((sum, one) => sum + one, 0);
  if (votes < 0 || (votes === 0 && layout.columns.length < 2)) return;
  for (const { rows, places } of midnights) {
    for (const i of places) {
      rows.walls[i] = (rows.walls[i] ?? 0) + DAY;
      noteRolled(rows.lines[i] ?? 0, layout, notes);
    }
  }
}

function* midnightsOf(rows: RowColumns): Generator<number> {
  for (let i = 0; i < rows.length; i += 1) {
    if (!rows.isEndOfDay(i) && (rows.walls[i] ?? 1) % DAY === 0) yield i;
  }
}

function voteAt(rows: RowColumns, i: number, seconds: number): number {
  const wallAt = (k: number) => (k >= 0 && k < rows.length ? rows.walls[k] : undefined);
  return midnightVote(wallAt(i) ?? 0, [wallAt(i - 1), wallAt(i + 1)], seconds);
}

import { finding } from '../../model/finding.ts';
import { byKey } from '../by-key.ts';
import { DAY, type WallTime } from '../clock/calendar.ts';
import type { Stamp } from '../clock/date-pattern.ts';
import type { ZoneClock } from '../clock/zone-clock.ts';
import type { Outcome } from '../input-file.ts';
import { areApart } from '../profile/rewritten.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { quoted } from '../wording.ts';
import type { DownloadLayout } from './layout.ts';

const LENGTHS = [300, 600, 900, 1800, 3600];
const MINUTE = 60;

/** How long the intervals are, and whether their ends name the last minute that belongs to them. */
export interface IntervalLength {
  readonly seconds: number;
  readonly isMinuteInclusive: boolean;
}

/** Reads a stamp; undefined where the text is none. */
export type ReadStamp = (text: string) => Stamp | undefined;

/** The length that most rows state, or else that of the steps from start to start. */
export function intervalLength(
  rows: readonly Row[],
  layout: DownloadLayout,
  read: ReadStamp,
  file: string,
): Outcome<IntervalLength> {
  const lengths =
    layout.end === undefined
      ? steps(rows, layout, read)
      : rows.map((row) => statedLength(row, layout, read) ?? 0);
  const usual = mostFrequent(lengths.filter((length) => length > 0));
  if (usual !== undefined && LENGTHS.includes(usual)) {
    return { value: { seconds: usual, isMinuteInclusive: false } };
  }
  const isMinuteInclusive = layout.end !== undefined && LENGTHS.includes((usual ?? 0) + MINUTE);
  if (usual !== undefined && isMinuteInclusive) {
    return { value: { seconds: usual + MINUTE, isMinuteInclusive } };
  }
  const seen =
    usual === undefined ? 'cannot be told' : `are ${String(usual / MINUTE)} minutes long`;
  const message = `The intervals of ${file} ${seen}; readings are of 5, 10, 15, 30 or 60 minutes. Download interval data; longer periods are bills.`;
  return { refused: finding('IN-INTERVAL', 'critical', message, { file }) };
}

/** The start as written. */
export function startText({ cells }: Row, { date, start }: DownloadLayout): string {
  return `${cells[date] ?? ''} ${cells[start] ?? ''}`;
}

/** From start to end on the wall; an end that precedes its start is of the next day. */
function statedLength(row: Row, layout: DownloadLayout, read: ReadStamp): number | undefined {
  const { from, to } = edges(row, layout, read);
  return from === undefined || to === undefined ? undefined : to - from;
}

function edges(row: Row, layout: DownloadLayout, read: ReadStamp) {
  const from = read(startText(row, layout))?.wall;
  const end = read(`${row.cells[layout.date] ?? ''} ${row.cells[layout.end ?? 0] ?? ''}`)?.wall;
  return { from, to: from !== undefined && end !== undefined ? laterThan(from, end) : undefined };
}

function laterThan(from: WallTime, end: WallTime): WallTime {
  // 00:00 ends the last interval of the day; 01:00 after 01:45 ends the one in which clocks go back
  return end <= from && end % DAY === 0 ? end + DAY : end;
}

function steps(rows: readonly Row[], layout: DownloadLayout, read: ReadStamp): number[] {
  const starts = rows.map((row) => read(startText(row, layout))?.wall ?? Number.NaN);
  return starts.slice(1).map((start, i) => start - (starts[i] ?? Number.NaN));
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = [...byKey(values, (value) => value)].map(([value, all]) => [value, all.length]);
  return counts.sort(([a = 0, n = 0], [b = 0, m = 0]) => m - n || a - b)[0]?.[0];
}

/** Notes a row that does not end where the others do. What is no time is left to the reading of stamps. */
export function hasLength(
  row: Row,
  layout: DownloadLayout,
  read: ReadStamp,
  { seconds, isMinuteInclusive }: IntervalLength,
  clock: ZoneClock,
  notes: RowNotes,
): boolean {
  if (layout.end === undefined) return true;
  const { from, to } = edges(row, layout, read);
  if (from === undefined) return true;
  const end = to === undefined ? undefined : to + (isMinuteInclusive ? MINUTE : 0);
  if (end !== undefined && areApart(from, end, seconds, clock)) return true;
  const text = row.cells[layout.end] ?? '';
  const stated = isMinuteInclusive ? 'last minute' : 'end';
  const what = `the ${stated} ${quoted(text)} does not close the ${String(seconds / MINUTE)} minutes from ${quoted(startText(row, layout))} on, as in the other rows. The row was set aside; correct it.`;
  notes.row(
    'IN-INTERVAL',
    'critical',
    { line: row.line, column: layout.headers[layout.end] ?? '' },
    what,
  );
  return false;
}

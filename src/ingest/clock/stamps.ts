import { finding, type Finding } from '../../model/finding.ts';
import type { Interval } from '../../model/time.ts';
import { byKey } from '../by-key.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import { DAY } from './calendar.ts';
import { type DatePattern, datePattern, type Stamp } from './date-pattern.ts';
import { type Labelling, type Settled, settleLabels } from './wall-order.ts';
import { type ZoneClock, zoneClock } from './zone-clock.ts';

/** How the stamps of a file are written and what they mean. */
export interface StampLayout extends Labelling {
  readonly date_format: string;
  readonly zone: string;
  /** Columns whose texts, joined by a blank, form the stamp. */
  readonly columns: readonly string[];
}

/** A row whose interval is asked for. */
export interface StampedRow {
  readonly line: number;
  /** Meter or device: the order of rows matters within one series only. */
  readonly series: string;
  readonly text: string;
  readonly isBlank: boolean;
}

/** A stamp layout made ready. */
export interface StampReader {
  readonly layout: StampLayout;
  readonly pattern: DatePattern;
  /** Undefined for `UTC` and `offset`. */
  readonly clock: ZoneClock | undefined;
}

/** The reader of a layout; or what is wrong with its format or zone. */
export function stampReader(layout: StampLayout, file: string): StampReader | Finding {
  const pattern = datePattern(layout.date_format);
  if ('unknown' in pattern || !pattern.hasDay || !pattern.hasTime) {
    const why =
      'unknown' in pattern && pattern.unknown !== layout.date_format
        ? `holds ${quoted(pattern.unknown)}, which is no pattern letter of yyyy yy MM M MMM dd d HH H hh h mm ss a`
        : 'does not name year, month, day and time, each once';
    const message = `The date_format ${quoted(layout.date_format)} for ${file} ${why}. Correct it.`;
    return finding('IN-DATE', 'critical', message, { file });
  }
  if (layout.zone === 'UTC' || layout.zone === 'offset')
    return { layout, pattern, clock: undefined };
  const clock = zoneClock(layout.zone);
  if (clock) return { layout, pattern, clock };
  const message = `The zone ${quoted(layout.zone)} for ${file} is no IANA zone. Name one such as America/Chicago, or UTC, or offset.`;
  return finding('IN-ZONE', 'critical', message, { file });
}

/** The interval of each row, in the order given; undefined where a finding says why there is none. */
export function intervalsOf(
  reader: StampReader,
  rows: readonly StampedRow[],
  notes: RowNotes,
): (Interval | undefined)[] {
  const written = rows.map((row) => stampOf(reader, row, notes));
  const stamped = rows.flatMap((_, i) => (written[i] === undefined ? [] : [i]));
  const series = byKey(stamped, (i) => rows[i]?.series ?? '');
  const rolled = midnightsToRoll(reader.layout, written, series.values());
  const stamps = written.map((stamp, i) => {
    if (!stamp || !rolled.has(i)) return stamp;
    noteRolled(rows[i]?.line ?? 0, reader.layout, notes);
    return { ...stamp, wall: stamp.wall + DAY };
  });
  const intervals: (Interval | undefined)[] = rows.map(() => undefined);
  for (const members of series.values()) {
    const settled = settledLabels(reader, members, stamps, rows);
    members.forEach((i, k) => {
      const instant = settled[k] ?? 'unsettled';
      const row = rows[i];
      if (typeof instant === 'number') intervals[i] = labelled(instant, reader.layout);
      else if (row) noteUnsettled(instant, row, reader.layout, notes);
    });
  }
  return intervals;
}

function labelled(instant: number, { label, seconds }: Labelling): Interval {
  const start = label === 'start' ? instant : instant - seconds;
  return { start, end: start + seconds };
}

/** The stamp of a row; undefined where a finding says that there is none. */
export function stampOf(
  reader: StampReader,
  row: Pick<StampedRow, 'line' | 'text'>,
  notes: RowNotes,
): Stamp | undefined {
  const { layout, pattern, clock } = reader;
  const at = { line: row.line, column: layout.columns.join(' ') };
  const stamp = pattern.parse(row.text);
  if (!stamp) {
    const what = `the time ${quoted(row.text)} is not of the form ${layout.date_format}. The row was set aside; correct it or date_format.`;
    notes.row('IN-DATE', 'critical', at, what);
    return undefined;
  }
  if (layout.zone === 'offset' && stamp.offset === undefined) {
    const what = `the stamp ${quoted(row.text)} carries no offset. The row was set aside; name the zone in which it was written.`;
    notes.row('IN-ZONE', 'critical', at, what);
    return undefined;
  }
  if (stamp.offset !== undefined && (clock ?? (layout.zone === 'UTC' && stamp.offset !== 0))) {
    const what = `the stamp ${quoted(row.text)} carries an offset, yet the zone is declared as ${layout.zone}. The row was set aside; declare the zone offset.`;
    notes.row('IN-ZONE', 'critical', at, what);
    return undefined;
  }
  return stamp;
}

function settledLabels(
  { layout, clock }: StampReader,
  members: readonly number[],
  stamps: readonly (Stamp | undefined)[],
  rows: readonly StampedRow[],
): Settled[] {
  if (!clock) {
    return members.map((i) => (stamps[i]?.wall ?? 0) - (stamps[i]?.offset ?? 0));
  }
  const labels = members.map((i) => ({
    wall: stamps[i]?.wall ?? 0,
    isBlank: rows[i]?.isBlank ?? true,
  }));
  return settleLabels(labels, clock, layout);
}

/**
 * Many exports date the last interval of a day, ending 00:00, by that same day. Whether a file does so is seen from the
 * rows beside its midnights; where nothing stands beside one, separate columns of date and time mean that it does.
 */
function midnightsToRoll(
  layout: StampLayout,
  stamps: readonly (Stamp | undefined)[],
  series: Iterable<readonly number[]>,
): ReadonlySet<number> {
  const midnights = new Set<number>();
  if (layout.label !== 'end') return midnights;
  let votes = 0;
  for (const members of series) {
    members.forEach((i, k) => {
      const stamp = stamps[i];
      if (!stamp || stamp.isEndOfDay || stamp.wall % DAY !== 0) return;
      midnights.add(i);
      const beside = [members[k - 1], members[k + 1]].map((row) =>
        row === undefined ? undefined : stamps[row]?.wall,
      );
      votes += midnightVote(stamp.wall, beside, layout.seconds);
    });
  }
  const isRolled = votes > 0 || (votes === 0 && layout.columns.length > 1);
  return isRolled ? midnights : new Set();
}

/** Notes an end at midnight that was read as the next one. */
export function noteRolled(line: number, { columns }: StampLayout, notes: RowNotes): void {
  notes.tally(
    'IN-MIDNIGHT',
    'info',
    { line, column: columns.join(' ') },
    (n, lines) =>
      `An end at 00:00 was read as the midnight after the day that the row names, in ${n} (${lines}).`,
  );
}

/**
 * What the rows beside a midnight say: minus one for each that stands one interval away as written, one where all of
 * them stand so when it is read as the midnight after its day. One such row among others is chance.
 */
export function midnightVote(
  wall: number,
  beside: readonly (number | undefined)[],
  seconds: number,
): number {
  const distances = beside.flatMap((other) => (other === undefined ? [] : [wall - other]));
  const written = distances.filter((d) => d === seconds || d === -seconds).length;
  const isRolled = distances.every((d) => d === seconds - DAY || d === -seconds - DAY);
  return distances.length > 0 && isRolled ? 1 : -written;
}

/** Notes a row whose local time does not exist or occurs twice. */
export function noteUnsettled(
  why: 'skipped' | 'unsettled',
  row: Omit<StampedRow, 'series'>,
  layout: StampLayout,
  notes: RowNotes,
): void {
  const at = { line: row.line, column: layout.columns.join(' ') };
  if (why === 'unsettled') {
    const what = `the local time ${quoted(row.text)} occurs twice in ${layout.zone}, and the order of rows does not settle which is meant. The row was set aside; export it in order of time, or with offsets.`;
    notes.row('IN-AMBIGUOUS-TIME', 'critical', at, what);
  } else if (row.isBlank) {
    notes.tally(
      'IN-NONEXISTENT-HOUR',
      'info',
      at,
      (n, lines) =>
        `The change of time in ${layout.zone} skips the local time of ${n} without value (${lines}). This is no gap.`,
    );
  } else {
    const what = `the local time ${quoted(row.text)} does not exist in ${layout.zone}, yet the row holds a value. The row was set aside; the file is not in local time, or its zone is another.`;
    notes.row('IN-NONEXISTENT-HOUR', 'critical', at, what);
  }
}

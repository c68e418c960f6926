import type { HashrateMap } from '../../model/documents/workspace.ts';
import type { Finding } from '../../model/finding.ts';
import type { Interval } from '../../model/time.ts';
import { dayPattern } from '../bills-csv/layout.ts';
import { DAY } from '../clock/calendar.ts';
import type { DatePattern } from '../clock/date-pattern.ts';
import { intervalsOf, type StampedRow, stampReader } from '../clock/stamps.ts';
import { type ZoneClock, zoneClock } from '../clock/zone-clock.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/** How stamps are written, and the interval that each of them names. */
export interface IntervalReader {
  readonly pattern: DatePattern;
  /** Undefined where a finding says why a row has none. */
  readonly intervalsOf: (rows: readonly StampedRow[], notes: RowNotes) => (Interval | undefined)[];
}

/** How the intervals of a mapping are read; or what is wrong with its format or zone. */
export function intervalReader(map: HashrateMap, file: string): IntervalReader | Finding {
  const seconds = map.interval_minutes * 60;
  if (seconds === DAY && map.zone !== 'offset') return dayReader(map, file);
  const { label, date_format, zone, time } = map;
  const stamps = stampReader({ label, seconds, date_format, zone, columns: [time] }, file);
  if ('severity' in stamps) return stamps;
  return {
    pattern: stamps.pattern,
    intervalsOf: (rows, notes) => intervalsOf(stamps, rows, notes),
  };
}

/** Days by a clock, 23 to 25 hours long: a pool's day in UTC, or the days of a zone. */
function dayReader(
  { zone, label, time, date_format }: HashrateMap,
  file: string,
): IntervalReader | Finding {
  const pattern = dayPattern(date_format, file);
  if ('severity' in pattern) return pattern;
  const clock = zone === 'UTC' ? undefined : zoneClock(zone);
  if (zone !== 'UTC' && !clock) {
    // says what is wrong with the zone
    const layout = { label, seconds: DAY, date_format: 'yyyy-MM-dd HH:mm', zone, columns: [time] };
    const fault = stampReader(layout, file);
    if ('severity' in fault) return fault;
  }
  const shift = label === 'start' ? 0 : -1;
  return {
    pattern,
    intervalsOf: (rows, notes) =>
      rows.map((row) => {
        const day = dayOf(row, pattern, time, notes);
        return day === undefined ? undefined : dayInterval(day + shift, clock);
      }),
  };
}

function dayInterval(day: number, clock: ZoneClock | undefined): Interval {
  const start = (at: number) => clock?.startOfDay(at) ?? at * DAY;
  return { start: start(day), end: start(day + 1) };
}

function dayOf(
  { line, text }: StampedRow,
  pattern: DatePattern,
  column: string,
  notes: RowNotes,
): number | undefined {
  const stamp = pattern.parse(text);
  if (stamp && stamp.wall % DAY === 0 && (stamp.offset ?? 0) === 0) return stamp.wall / DAY;
  const what = stamp
    ? `the time ${quoted(text)} is no midnight in the zone declared, and interval_minutes 1440 means whole days. The row was set aside; declare the zone in which these days begin, or offset.`
    : `the time ${quoted(text)} is not of the form ${pattern.format}. The row was set aside; correct it or date_format.`;
  notes.row('IN-DATE', 'critical', { line, column }, what);
  return undefined;
}

import { type Finding, finding } from '../model/finding.ts';
import type { Interval } from '../model/time.ts';
import { dayPattern } from './bills-csv/layout.ts';
import { DAY, dayText } from './clock/calendar.ts';
import type { DatePattern } from './clock/date-pattern.ts';
import { type ZoneClock, zoneClock } from './clock/zone-clock.ts';
import type { IngestContext } from './input-file.ts';
import type { MappedRow } from './mapped-rows.ts';
import { quoted } from './wording.ts';

/** The columns of a mapping that give the first and the last day of a row. */
export interface SpanMap {
  readonly start: string;
  readonly end: string;
  readonly end_date: 'inclusive' | 'exclusive';
  readonly date_format: string;
}

/** Whole days of a site's own clock; `firstDay` and `lastDay` are both included. */
export interface DaySpan extends Interval {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The days of a row; undefined where a finding says why they are not known. */
export type SpanOf = (row: MappedRow) => DaySpan | undefined;

/** Days of the entity as a whole stand in no zone of a site: they are those of UTC. */
const NO_SITE = 'UTC';

/** The clock of a site, that of UTC where none is named; undefined where its zone is not known. */
export function dayClock(
  site: string | undefined,
  sites: IngestContext['sites'],
): ZoneClock | undefined {
  const zone = site === undefined ? NO_SITE : sites.find(({ id }) => id === site)?.zone;
  return zone === undefined ? undefined : zoneClock(zone);
}

/** Reads the days of rows by the clock of a site, or of UTC; or every reason why that cannot be done. */
export function spanReader(
  map: SpanMap,
  site: string | undefined,
  { sites }: IngestContext,
  file: string,
): SpanOf | readonly Finding[] {
  const pattern = dayPattern(map.date_format, file);
  const clock = dayClock(site, sites) ?? noZone(site ?? '', file);
  if ('parse' in pattern && 'zone' in clock) return (row) => spanOf(row, map, pattern, clock);
  return [pattern, clock].filter((part) => 'severity' in part);
}

function noZone(site: string, file: string): Finding {
  const message = `The zone of site ${quoted(site)} is not known, so the days of ${file} cannot be placed in time. Correct the site or its zone.`;
  return finding('WS-ZONE', 'critical', message, { file });
}

function spanOf(
  row: MappedRow,
  map: SpanMap,
  pattern: DatePattern,
  clock: ZoneClock,
): DaySpan | undefined {
  const first = dayOf(row, map.start, pattern);
  const end = dayOf(row, map.end, pattern);
  if (first === undefined || end === undefined) return undefined;
  const last = map.end_date === 'inclusive' ? end : end - 1;
  if (last < first) {
    const what = `the period from ${dayText(first)} to ${dayText(end)} (${map.end_date}) holds no day. The row was set aside; correct its dates.`;
    row.notes.row('IN-PERIOD', 'critical', { line: row.line, column: map.end }, what);
    return undefined;
  }
  return {
    start: clock.startOfDay(first),
    end: clock.startOfDay(last + 1),
    firstDay: dayText(first),
    lastDay: dayText(last),
  };
}

function dayOf(row: MappedRow, column: string, pattern: DatePattern): number | undefined {
  const text = row.stampText(column, pattern);
  const stamp = pattern.parse(text);
  if (stamp) return Math.floor(stamp.wall / DAY);
  const what = `${quoted(text)} in column ${quoted(column)} is not a day of the form ${pattern.format}. The row was set aside; correct it or date_format.`;
  row.notes.row('IN-DATE', 'critical', { line: row.line, column }, what);
  return undefined;
}

/** The days as they stand in a message. */
export function daysText({ firstDay, lastDay }: Pick<DaySpan, 'firstDay' | 'lastDay'>): string {
  return firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
}

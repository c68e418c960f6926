import { DateTime } from 'luxon';
import type { Party, ReportingPeriod } from '../model/documents/workspace.ts';
import type { Calendar, Month } from '../model/time.ts';

/** First and last day of a period, both included. */
export interface Days {
  readonly start: string;
  readonly end: string;
}

/** The days of a reporting period as the workspace states it. */
export function daysOf(period: ReportingPeriod): Days {
  return typeof period === 'number'
    ? { start: `${String(period)}-01-01`, end: `${String(period)}-12-31` }
    : { start: period.start, end: period.end };
}

/**
 * A period written on the command line: `2025`, or `2025-07-01/2026-06-30`. Undefined when it is neither or no such day
 * exists.
 */
export function parsePeriod(text: string): Days | undefined {
  if (/^\d{4}$/.test(text)) return daysOf(Number(text));
  const [start = '', end = '', ...rest] = text.split('/');
  const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && DateTime.fromISO(day).isValid;
  return rest.length === 0 && isDay(start) && isDay(end) && start <= end
    ? { start, end }
    : undefined;
}

/** The part of a period that a party is in the boundary; undefined when it never is. */
export function daysInBoundary(days: Days, party: Pick<Party, 'from' | 'to'>): Days | undefined {
  const start = party.from !== undefined && party.from > days.start ? party.from : days.start;
  const end = party.to !== undefined && party.to < days.end ? party.to : days.end;
  return start <= end ? { start, end } : undefined;
}

/** The period in a zone's local time: its instants and its calendar months. Days are those of the zone, 23 to 25 hours long. */
export function calendarOf({ start, end }: Days, zone: string): Calendar {
  const from = DateTime.fromISO(start, { zone });
  const to = DateTime.fromISO(end, { zone }).plus({ days: 1 });
  const months: Month[] = [];
  for (let month = from.startOf('month'); month < to; month = month.plus({ months: 1 })) {
    const next = month.plus({ months: 1 });
    months.push({
      id: month.toFormat('yyyy-MM'),
      start: Math.max(month.toSeconds(), from.toSeconds()),
      end: Math.min(next.toSeconds(), to.toSeconds()),
    });
  }
  return { zone, start: from.toSeconds(), end: to.toSeconds(), months };
}

import { DAY, dayNumber, daysInMonth } from '../clock/calendar.ts';
import type { Instant } from '../../model/time.ts';

/** Australian Eastern Standard Time all year, whatever the site. */
const AEST = 10 * 3600;

/** The day, by its number, on which a register was read: `20040107100333` in local standard time; undefined where it is no date. */
export function dayOfRead(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)([01]\d|2[0-3])[0-5]\d[0-5]\d$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDate ? dayNumber(year, month, day) : undefined;
}

/** The instant at which a day begins. */
export function startOfDay(day: number): Instant {
  return day * DAY - AEST;
}

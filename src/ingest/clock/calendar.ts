/** Seconds of a day of 24 hours. */
export const DAY = 86_400;

/** A date and time as written, without zone, as the seconds it would be since 1970 were it UTC. */
export type WallTime = number;

/** Days from 1970-01-01 to a day of the proleptic Gregorian calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

/** Days of a month. */
export function daysInMonth(year: number, month: number): number {
  return dayNumber(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - dayNumber(year, month, 1);
}

/** `2025-01-31` of a day number. */
export function dayText(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10);
}

/** `2025-01-31 02:15` of a wall time; seconds only where there are any. */
export function wallText(wall: WallTime): string {
  const text = new Date(wall * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return text.endsWith(':00') ? text.slice(0, -3) : text;
}

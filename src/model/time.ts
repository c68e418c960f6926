/** Seconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A half-open stretch of time: start included, end not. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** A calendar month of a site, cut to the period and to the site's days in the boundary. */
export interface Month extends Interval {
  /** `2025-01`. */
  readonly id: string;
}

/** A site's reporting period in its own zone; pure rooms get zones as this table of instants. */
export interface Calendar extends Interval {
  readonly zone: string;
  readonly months: readonly Month[];
}

/** `2025-01-31T06:00:00Z`. */
export function instantText(instant: Instant): string {
  const days = Math.floor(instant / 86_400);
  const rest = instant - days * 86_400;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dayText(days)}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}Z`;
}

/** `2025-01-31` of a day counted from 1970-01-01, in the proleptic Gregorian calendar. */
function dayText(days: number): string {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The common part of two intervals; undefined when they do not meet. */
export function overlapOf(a: Interval, b: Interval): Interval | undefined {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : undefined;
}

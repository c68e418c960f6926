import { DAY, dayNumber, daysInMonth } from '../clock/calendar.ts';
import { isoStamp } from '../clock/date-cells.ts';
import { datePattern } from '../clock/date-pattern.ts';

const parsers = (...forms: readonly string[]) =>
  forms.flatMap((form) => {
    const pattern = datePattern(form);
    return 'parse' in pattern ? [pattern.parse] : [];
  });
/** The issuer writes the month first, as in the line that says when an export was made. */
const DAYS = parsers('yyyy-MM-dd', 'M/d/yyyy');
const MONTHS = parsers('MMM-yy', 'MMM-yyyy', 'yyyy-MM');
export const DAY_FORMS = 'yyyy-MM-dd or MM/dd/yyyy';
export const MONTH_FORM = 'Jan-16';

/** Seconds, as if in UTC, of a day or a moment. */
export function momentOf(text: string): number | undefined {
  for (const parse of DAYS) {
    const stamp = parse(text);
    if (stamp) return stamp.wall;
  }
  return isoStamp(text)?.wall;
}

/** The number of a day. */
export function dayOf(text: string): number | undefined {
  const moment = momentOf(text);
  return moment === undefined || moment % DAY !== 0 ? undefined : moment / DAY;
}

/** First and last day of a month: `Jan-16` is January 2016. */
export function monthOf(
  text: string,
): { readonly first: number; readonly last: number } | undefined {
  for (const parse of [...MONTHS, ...DAYS]) {
    const stamp = parse(text);
    if (!stamp) continue;
    const [year = 0, month = 1] = new Date(stamp.wall * 1000).toISOString().split('-').map(Number);
    const first = dayNumber(year, month, 1);
    return { first, last: first + daysInMonth(year, month) - 1 };
  }
  return undefined;
}

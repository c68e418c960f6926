import { DAY } from '../clock/calendar.ts';
import { isoStamp } from '../clock/date-cells.ts';
import { datePattern } from '../clock/date-pattern.ts';

/** Forms of a day that suppliers write. The day precedes the month in each that is written in digits. */
export const DAY_FORMS = ['dd/MM/yyyy', 'dd/MM/yy', 'MMM d yyyy h:mma'] as const;

const PARSERS = DAY_FORMS.map((form) => {
  const pattern = datePattern(form);
  return 'parse' in pattern ? pattern.parse : () => undefined;
});

/** The number of the day that a workbook holds as a date; undefined where it holds a time within it. */
export function heldDay(text: string): number | undefined {
  const wall = isoStamp(text)?.wall;
  return wall === undefined || wall % DAY !== 0 ? undefined : wall / DAY;
}

/** The number of the day that a cell names; undefined where it names none, or a time within it. */
export function readDay(text: string): number | undefined {
  const tidy = text.replace(/\s+/gu, ' ').trim();
  for (const parse of PARSERS) {
    const stamp = parse(tidy);
    if (stamp && stamp.offset === undefined && stamp.wall % DAY === 0 && !stamp.isEndOfDay)
      return stamp.wall / DAY;
  }
  return undefined;
}

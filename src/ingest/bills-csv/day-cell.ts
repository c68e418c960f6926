import { DAY } from '../clock/calendar.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import type { BillsLayout } from './layout.ts';
import { dayBegunAt } from './local-day.ts';

interface CellPlace {
  readonly line: number;
  readonly column: string;
}

/**
 * Reads the day of a cell by its number; undefined where a finding says why there is none. A stamp with an offset is an
 * instant: it names the local day of the meter's site that begins there, give or take an hour, and is refused elsewhere.
 */
export function dayReader(
  { pattern, clockOf }: BillsLayout,
  notes: RowNotes,
): (text: string, at: CellPlace, meter: string) => number | undefined {
  return (text, at, meter) => {
    const stamp = pattern.parse(text);
    if (!stamp) {
      const what = `${quoted(text)} in column ${quoted(at.column)} is not a day of the form ${pattern.format}. The row was set aside; correct it or date_format.`;
      notes.row('IN-DATE', 'critical', at, what);
      return undefined;
    }
    const clock = clockOf(meter);
    if (stamp.offset === undefined || !clock) return Math.floor(stamp.wall / DAY);
    const day = dayBegunAt(stamp.wall - stamp.offset, clock);
    if (day === undefined) {
      const what = `${quoted(text)} in column ${quoted(at.column)} is not within an hour of midnight in ${clock.zone}, and a bill is counted in whole local days. The row was set aside; if the time and offset only pad a date, write them in quotes in date_format.`;
      notes.row('IN-DATE', 'critical', at, what);
    }
    return day;
  };
}

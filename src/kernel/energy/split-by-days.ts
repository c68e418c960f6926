import { type Finding, finding } from '../../model/finding.ts';
import type { Evidence } from '../../model/records.ts';
import { type Calendar, type Interval, type Month, overlapOf } from '../../model/time.ts';
import { constant, product, share, type Step } from '../ledger.ts';

const DAY = 86_400;

/** A record over whole local days. */
export interface DatedRecord extends Interval {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** The part of a record's amount that falls in one month. */
export interface MonthPart<U extends string> {
  readonly month: Month;
  readonly amount: Step<U>;
}

/** Whole local days of an interval from midnight to midnight; a day of 23 or 25 hours is one day. */
function daysOf({ start, end }: Interval, what: string): Step<'d'> {
  return constant(BigInt(Math.round((end - start) / DAY)), 'd', `Days of the ${what}`);
}

/** The amount of a record by month of the calendar, in proportion to days; what lies outside the calendar is left out. */
export function splitByDays<U extends string>(
  record: DatedRecord,
  whole: Step<U>,
  { months }: Calendar,
): MonthPart<U>[] {
  return months.flatMap((month): MonthPart<U>[] => {
    const overlap = overlapOf(record, month);
    if (!overlap) return [];
    if (overlap.start === record.start && overlap.end === record.end) {
      return [{ month, amount: whole }];
    }
    const part = share(daysOf(overlap, 'part'), daysOf(record, 'record'), {
      name: `Part of ${record.firstDay} to ${record.lastDay} in ${month.id}, by days`,
      formula: 'days of the part / days of the record',
    });
    if (!part) return [];
    const name = `${whole.name}, part in ${month.id}`;
    return [{ month, amount: product<string, string>(whole, part, name) as Step<U> }];
  });
}

/** What is to be said of a record that reaches over the edge of the period or the turn of the year. */
export function splitFindings(
  what: string,
  { start, end, firstDay, lastDay, evidence }: DatedRecord,
  calendar: Calendar,
): Finding[] {
  const isInside = start >= calendar.start && end <= calendar.end;
  const touched = calendar.months.filter((month) => overlapOf({ start, end }, month));
  if (touched.length === 0) return [];
  const years = new Set(touched.map(({ id }) => id.slice(0, 4)));
  if (isInside && years.size < 2) return [];
  const edge = isInside ? 'the turn of the year' : 'the edge of the period';
  return [
    finding(
      'ACC-PERIOD-SPLIT',
      'quality',
      `${what} from ${firstDay} to ${lastDay} reaches over ${edge}; it was split by days.`,
      placeOf(evidence),
    ),
  ];
}

/** The file and line of a record. */
export function placeOf({ file, at }: Evidence): { file: string; line?: number } {
  return { file, ...(at.line !== undefined && { line: at.line }) };
}

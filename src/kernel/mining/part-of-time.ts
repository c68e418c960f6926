import {
  type Calendar,
  instantText,
  type Interval,
  type Month,
  overlapOf,
} from '../../model/time.ts';
import { constant, product, share, type Step } from '../ledger.ts';

/** A part of an amount that falls in one month. */
interface TimedPart<U extends string> {
  readonly month: Month;
  readonly amount: Step<U>;
}

/** The amount of a record between two instants by month of the calendar, in proportion to seconds. */
export function splitByTime<U extends string>(
  record: Interval,
  whole: Step<U>,
  { months }: Calendar,
): TimedPart<U>[] {
  return months.flatMap((month): TimedPart<U>[] => {
    const overlap = overlapOf(record, month);
    if (!overlap) return [];
    if (overlap.start === record.start && overlap.end === record.end) {
      return [{ month, amount: whole }];
    }
    const seconds = ({ start, end }: Interval, what: string) =>
      constant(BigInt(end - start), 's', `Seconds of the ${what}`);
    const part = share(seconds(overlap, 'part'), seconds(record, 'record'), {
      name: `Part of ${instantText(record.start)} to ${instantText(record.end)} in ${month.id}`,
      formula: 'seconds of the part / seconds of the record',
    });
    if (!part) return [];
    const name = `${whole.name}, part in ${month.id}`;
    return [{ month, amount: product<string, string>(whole, part, name) as Step<U> }];
  });
}

/** A value that belongs to a month. */
export interface OfMonth<T> {
  readonly month: string;
  readonly value: T;
}

/** Values by month id, in lists: what several records give to one month. */
export function listsByMonth<T>(parts: readonly OfMonth<T>[]): ReadonlyMap<string, readonly T[]> {
  const byMonth = new Map<string, T[]>();
  for (const { month, value } of parts) {
    const list = byMonth.get(month);
    if (list) list.push(value);
    else byMonth.set(month, [value]);
  }
  return byMonth;
}

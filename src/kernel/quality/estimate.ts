import { type Interval, type Month, overlapOf } from '../../model/time.ts';
import { exact } from '../../units/rational.ts';
import { constant, product, type Step, sum } from '../ledger.ts';

/** What of a stretch without a record falls in one month, and its estimate. */
export interface Estimate {
  readonly month: Month;
  readonly energy: Step<'MWh'>;
}

/** The estimates of one stretch, and by what they were made. */
export interface EstimatedGap {
  readonly gap: Interval;
  readonly way: 'by readings' | 'by days' | 'by hours';
  readonly parts: readonly Estimate[];
}

/** A stretch cut at the edges of months, so that each part has the factors of its own month and year. */
export function byMonth(
  gap: Interval,
  months: readonly Month[],
): { readonly month: Month; readonly part: Interval }[] {
  return months.flatMap((month) => {
    const part = overlapOf(gap, month);
    return part ? [{ month, part }] : [];
  });
}

/** The mean of the values before and after; one of them where there is no other, undefined without any. */
export function meanOf<U extends string>(
  values: readonly Step<U>[],
  name: string,
): Step<U> | undefined {
  const [first, second] = values;
  if (!first || !second) return first;
  const both = sum<string>([first, second], `${name}, before and after`);
  const half = constant(exact('0.5'), '1', 'One of two');
  return product<string, string>(both, half, name) as Step<U>;
}

import { HOUR, type HourColumn } from '../../model/column.ts';
import type { Calendar, Interval } from '../../model/time.ts';
import {
  columnSum,
  constant,
  convert,
  inUnit,
  isWhollyKnown,
  product,
  quotient,
  type Step,
} from '../ledger.ts';
import { byMonth, type Estimate, type EstimatedGap, meanOf } from './estimate.ts';
import { ESTIMATED } from './estimate-mark.ts';

const DAY_HOURS = 24;

/** The stretches of whole hours of the period that hold no reading. */
function unread({ start: first, known }: HourColumn, { start, end }: Calendar): Interval[] {
  const gaps: Interval[] = [];
  let from: number | undefined;
  for (let at = start; at + HOUR <= end; at += HOUR) {
    const isKnown = known[(at - first) / HOUR] === 1;
    if (!isKnown) from ??= at;
    else if (from !== undefined) {
      gaps.push({ start: from, end: at });
      from = undefined;
    }
  }
  if (from !== undefined) gaps.push({ start: from, end: end - ((end - start) % HOUR) });
  return gaps;
}

/** The mean power of whole hours before or after: a day of them beside a stretch of a day or more, else the next hour. */
function beside(column: HourColumn, gap: Interval, way: 'before' | 'after'): Step<'J/h'>[] {
  const isLong = gap.end - gap.start >= DAY_HOURS * HOUR;
  for (const hours of isLong ? [DAY_HOURS, 1] : [1]) {
    const span =
      way === 'before'
        ? { start: gap.start - hours * HOUR, end: gap.start }
        : { start: gap.end, end: gap.end + hours * HOUR };
    if (!isWhollyKnown(column, span)) continue;
    const read = inUnit(
      columnSum(column, span, `Readings of ${column.id} ${way} the stretch`),
      'J',
    );
    const time = constant(BigInt(hours), 'h', `Hours ${way} the stretch`);
    const rate = quotient(read, time, `Energy by hour ${way} the stretch`);
    return rate ? [rate] : [];
  }
  return [];
}

function estimateOf(
  meter: string,
  column: HourColumn,
  gap: Interval,
  { months }: Calendar,
): EstimatedGap | undefined {
  const values = [...beside(column, gap, 'before'), ...beside(column, gap, 'after')];
  const rate = meanOf(values, `Energy of ${meter} by hour, beside the stretch without readings`);
  if (!rate) return undefined;
  const parts = byMonth(gap, months).map(({ month, part }): Estimate => {
    const hours = BigInt(Math.round((part.end - part.start) / HOUR));
    const energy = product(constant(hours, 'h', 'Hours without a reading'), rate, {
      name: `Estimate of ${meter} without readings, ${month.id}`,
      formula: 'hours without a reading x mean energy by hour before and after',
      cites: ESTIMATED,
    });
    return { month, energy: convert(energy, 'MWh') };
  });
  return { gap, way: 'by hours', parts };
}

/** Estimates of the hours of a meter that hold no reading, by the hours or days beside them. */
export function estimatedReadings(
  meter: string,
  column: HourColumn,
  calendar: Calendar,
): (EstimatedGap | undefined)[] {
  return unread(column, calendar).map((gap) => estimateOf(meter, column, gap, calendar));
}

import type { HourColumn } from '../../model/column.ts';
import type { Bill } from '../../model/records.ts';
import { type Calendar, type Interval, overlapOf } from '../../model/time.ts';
import { uncovered } from '../energy/uncovered-days.ts';
import {
  activity,
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

const DAY = 86_400;

function daysOf({ start, end }: Interval, name: string): Step<'d'> {
  return constant(BigInt(Math.round((end - start) / DAY)), 'd', name);
}

function perDay(bill: Bill): Step<'kWh/d'>[] {
  const name = `Bill of ${bill.meter}, ${bill.firstDay} to ${bill.lastDay}`;
  const energy = activity(bill.energyKwh, 'kWh', name, [bill.evidence]);
  const rate = quotient(energy, daysOf(bill, 'Days of the bill'), `${name}, by day`);
  return rate ? [rate] : [];
}

/** The actual bills beside a stretch: what rests on an estimate itself is no ground for another one. */
function beside(bills: readonly Bill[], gap: Interval): Bill[] {
  const actual = bills.filter(({ quality }) => quality !== 'estimated');
  const before = actual.filter(({ end }) => end <= gap.start).at(-1);
  const after = actual.find(({ start }) => start >= gap.end);
  return [before, after].filter((bill) => bill !== undefined);
}

function inOrder(meter: string, bills: readonly Bill[]): Bill[] {
  return bills
    .filter((bill) => bill.meter === meter)
    .sort(
      (a, b) => a.start - b.start || a.end - b.end || (a.evidence.file < b.evidence.file ? -1 : 1),
    );
}

function byReadings(column: HourColumn, part: Interval, name: string): Step<'MWh'> {
  const read = columnSum(column, part, { name: `${name}, as read`, cites: ESTIMATED });
  return convert(inUnit(read, 'J'), 'MWh', name);
}

function estimateOf(
  meter: string,
  gap: Interval,
  bills: readonly Bill[],
  column: HourColumn | undefined,
  { months }: Calendar,
): EstimatedGap | undefined {
  const nameIn = (month: string) => `Estimate of ${meter} without a bill, ${month}`;
  const parts = byMonth(gap, months);
  if (column && parts.every(({ part }) => isWhollyKnown(column, part))) {
    const read = parts.map(({ month, part }) => ({
      month,
      energy: byReadings(column, part, nameIn(month.id)),
    }));
    return { gap, way: 'by readings', parts: read };
  }
  const rate = meanOf(
    beside(bills, gap).flatMap(perDay),
    `Energy of ${meter} by day, beside the stretch without a bill`,
  );
  if (!rate) return undefined;
  const estimates = parts.map(({ month, part }): Estimate => {
    const note = {
      name: nameIn(month.id),
      formula: 'days without a bill x mean energy by day of the bills before and after',
      cites: ESTIMATED,
    };
    const energy = product(daysOf(part, 'Days without a bill'), rate, note);
    return { month, energy: convert(energy, 'MWh') };
  });
  return { gap, way: 'by days', parts: estimates };
}

/** Estimates of the stretches of a meter that no bill covers: by readings where every hour was read, else by days. */
export function estimatedBills(
  meter: string,
  all: readonly Bill[],
  column: HourColumn | undefined,
  calendar: Calendar,
): (EstimatedGap | undefined)[] {
  const bills = inOrder(meter, all);
  const within = bills.filter((bill) => overlapOf(bill, calendar));
  return uncovered(within, calendar).map((gap) => estimateOf(meter, gap, bills, column, calendar));
}

import type { HourColumn } from '../../model/column.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Bill } from '../../model/records.ts';
import { type Calendar, type Interval, type Month, overlapOf } from '../../model/time.ts';
import { type Rational, sumOf } from '../../units/rational.ts';
import { found, type Found } from '../found.ts';
import {
  activity,
  columnSum,
  constant,
  inUnit,
  isWhollyKnown,
  product,
  share,
  type Step,
  sum,
} from '../ledger.ts';
import { numberText, percentText } from '../wording.ts';
import { uncoveredDays } from './uncovered-days.ts';

const DAY = 86_400;

/** Whole local days of an interval from midnight to midnight; a day of 23 or 25 hours is one day. */
function daysOf({ start, end }: Interval): bigint {
  return BigInt(Math.round((end - start) / DAY));
}

type Split = 'whole' | 'by readings' | 'by days';

interface Part {
  readonly month: Month;
  readonly energy: Step<'kWh'>;
}

function isInside(inner: Interval, outer: Interval): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Readings give the shape of a bill only where every hour of it is known. */
function shapeOf(bill: Bill, column: HourColumn | undefined): HourColumn | undefined {
  if (!column || !isWhollyKnown(column, bill)) return undefined;
  return columnSum(column, bill, '').value.n === 0n ? undefined : column;
}

function partShare(
  bill: Bill,
  part: Interval,
  shape: HourColumn | undefined,
): Step<'1'> | undefined {
  const name = `Part of the bill ${bill.firstDay} to ${bill.lastDay}`;
  if (shape && isWhollyKnown(shape, part)) {
    const metered = (interval: Interval, what: string) =>
      inUnit(columnSum(shape, interval, `Readings of ${bill.meter} over ${what}`), 'J');
    const note = {
      name: `${name}, by readings`,
      formula: 'readings of the part / readings of the bill',
    };
    return share(metered(part, 'the part'), metered(bill, 'the bill'), note);
  }
  const days = (interval: Interval, what: string) =>
    constant(daysOf(interval), 'd', `Days of the ${what}`);
  const note = { name: `${name}, by days`, formula: 'days of the part / days of the bill' };
  return share(days(part, 'part'), days(bill, 'bill'), note);
}

function partsOf(bill: Bill, calendar: Calendar, column: HourColumn | undefined): Part[] {
  const named = bill.invoice === undefined ? 'Bill' : `Bill ${bill.invoice}`;
  const name = `${named} of ${bill.meter}, ${bill.firstDay} to ${bill.lastDay}`;
  const whole = activity(bill.energyKwh, 'kWh', name, [bill.evidence]);
  const shape = shapeOf(bill, column);
  return calendar.months.flatMap((month) => {
    const overlap = overlapOf(bill, month);
    if (!overlap) return [];
    if (isInside(bill, month)) return [{ month, energy: whole }];
    const part = partShare(bill, overlap, shape);
    return part ? [{ month, energy: product(whole, part, `${name}, part in ${month.id}`) }] : [];
  });
}

/** How a bill that reaches over an edge was split; `whole` for one that reaches over none. */
function splitOf(bill: Bill, calendar: Calendar, column: HourColumn | undefined): Split {
  const years = calendar.months.filter((m) => overlapOf(bill, m)).map(({ id }) => id.slice(0, 4));
  if (isInside(bill, calendar) && new Set(years).size < 2) return 'whole';
  return shapeOf(bill, column) ? 'by readings' : 'by days';
}

function straddling(bill: Bill, calendar: Calendar, column: HourColumn | undefined): Finding[] {
  const split = splitOf(bill, calendar, column);
  if (split === 'whole') return [];
  const edge = isInside(bill, calendar) ? 'the turn of the year' : 'the edge of the period';
  return [
    finding(
      'ACC-BILL-STRADDLES',
      split === 'by days' ? 'quality' : 'info',
      `The bill of ${bill.meter} from ${bill.firstDay} to ${bill.lastDay} (${numberText(bill.energyKwh, 3)} kWh) reaches over ${edge}; it was split ${split}.`,
      { file: bill.evidence.file, ...(bill.evidence.at.line && { line: bill.evidence.at.line }) },
    ),
  ];
}

function estimated(
  meter: string,
  bills: readonly Bill[],
  energyOf: (bill: Bill) => Rational,
): Finding[] {
  const rough = bills.filter(({ quality }) => quality === 'estimated');
  const [first] = rough;
  if (!first) return [];
  const all = sumOf(bills.map(energyOf));
  const part = sumOf(rough.map(energyOf));
  const percent = all.n === 0n ? '0%' : percentText(part.div(all));
  return [
    finding(
      'ACC-BILL-ESTIMATED',
      'quality',
      `${String(rough.length)} of ${String(bills.length)} bills of ${meter} rest on estimated reads: ${numberText(part, 3)} kWh, ${percent} of its billed energy; replace them when the actual reads are billed.`,
      {
        file: first.evidence.file,
        ...(first.evidence.at.line && { line: first.evidence.at.line }),
      },
    ),
  ];
}

/** The bills in one order, whatever order they came in. */
function inOrder(bills: readonly Bill[]): Bill[] {
  const key = ({ start, end, evidence }: Bill) =>
    [
      String(start).padStart(12, '0'),
      String(end).padStart(12, '0'),
      evidence.file,
      String(evidence.at.line ?? 0).padStart(9, '0'),
    ].join('\0');
  return [...bills].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * The billed energy of a meter by month. A bill that straddles months is split by the shape of the meter's readings
 * where every hour of it is known, else by days.
 */
export function billedEnergy(
  meter: string,
  all: readonly Bill[],
  column: HourColumn | undefined,
  calendar: Calendar,
): Found<ReadonlyMap<string, Step<'kWh'>>> {
  const bills = inOrder(all.filter((bill) => bill.meter === meter && overlapOf(bill, calendar)));
  const parts = new Map(bills.map((bill) => [bill, partsOf(bill, calendar, column)]));
  const byMonth = new Map<string, Step<'kWh'>[]>();
  for (const { month, energy } of [...parts.values()].flat()) {
    byMonth.set(month.id, [...(byMonth.get(month.id) ?? []), energy]);
  }
  const totals = new Map(
    [...byMonth].map(([month, terms]) => [
      month,
      sum(terms, `Billed energy of ${meter} in ${month}`),
    ]),
  );
  const inPeriod = (bill: Bill) => sumOf((parts.get(bill) ?? []).map(({ energy }) => energy.value));
  return found(
    totals,
    bills.flatMap((bill) => straddling(bill, calendar, column)),
    uncoveredDays(meter, bills, calendar),
    estimated(meter, bills, inPeriod),
  );
}

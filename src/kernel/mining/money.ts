import { type Finding, finding } from '../../model/finding.ts';
import type { Bill, CurtailmentEvent, Evidence, Money } from '../../model/records.ts';
import { instantText, overlapOf } from '../../model/time.ts';
import { placeOf, splitByDays } from '../energy/split-by-days.ts';
import type { Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { activity } from '../ledger.ts';
import { countText } from '../wording.ts';
import type { MoneyPart, Payment } from './outside.ts';
import { listsByMonth, type OfMonth, splitByTime } from './part-of-time.ts';

type ByMonth<T> = ReadonlyMap<string, readonly T[]>;

/** The amount as a step in its own currency; missing where none is named, since amounts of unknown currency do not add up. */
function stepOf({ amount, currency }: Money, name: string, evidence: Evidence) {
  return currency === undefined ? undefined : activity(amount, currency, name, [evidence]);
}

function noCurrency(what: string, evidence: Evidence): Missing {
  const message = `${what} is stated in no currency; name it in a column, or by currency of the input.`;
  return { missing: finding('ACC-MONEY', 'completeness', message, placeOf(evidence)) };
}

/** What was paid for events, by month; an event over a turn of months by its seconds. Power credits are money and no energy. */
export function eventPayments({ curtailment = [], calendar }: SiteInputs): Found<ByMonth<Payment>> {
  const findings: Finding[] = [];
  const parts = curtailment.flatMap((event): OfMonth<Payment>[] => {
    if (!event.revenue || !overlapOf(event, calendar)) return [];
    const { programme } = event;
    const of = programme === undefined ? {} : { programme };
    const name = nameOf(event);
    const whole = stepOf(event.revenue, name, event.evidence);
    if (!whole) {
      const gap = noCurrency(name, event.evidence);
      findings.push(gap.missing);
      const months = calendar.months.filter((month) => overlapOf(event, month));
      return months.map(({ id }) => ({ month: id, value: { ...of, amount: gap } }));
    }
    return splitByTime(event, whole, calendar).map(({ month, amount }) => ({
      month: month.id,
      value: { ...of, currency: whole.unit, amount },
    }));
  });
  return found(listsByMonth(parts), findings);
}

function nameOf({ programme, start, end }: CurtailmentEvent): string {
  const under = programme === undefined ? '' : ` under ${programme}`;
  return `Payment${under} for ${instantText(start)} to ${instantText(end)}`;
}

/** Bills of the connections of a site that reach into the period. */
function connectionBills({ site, meters, bills, calendar }: SiteInputs): readonly Bill[] {
  const mains = new Set(
    meters
      .filter(
        (meter) =>
          meter.site === site.id && meter.measures === 'grid-import' && meter.part_of === undefined,
      )
      .map(({ id }) => id),
  );
  return bills.filter((bill) => mains.has(bill.meter) && overlapOf(bill, calendar));
}

type Field = 'cost' | 'credit';

const WORDS: Readonly<Record<Field, string>> = { cost: 'Cost', credit: 'Credit' };

/**
 * One amount of bills by month, each bill by its days; none where no bill states it. What keeps an amount from being
 * taken is said where it is asked for: bills state costs whether or not anybody asks.
 */
function billed(
  bills: readonly Bill[],
  field: Field,
  { calendar }: SiteInputs,
): ByMonth<MoneyPart> {
  if (bills.every((bill) => bill[field] === undefined)) return new Map();
  const parts = bills.flatMap((bill): OfMonth<MoneyPart>[] => {
    const name = `${WORDS[field]} of ${bill.meter}, ${bill.firstDay} to ${bill.lastDay}`;
    const money = bill[field];
    if (!money && field === 'credit') return [];
    const whole = money && stepOf(money, name, bill.evidence);
    if (whole) {
      return splitByDays(bill, whole, calendar).map(({ month, amount }) => ({
        month: month.id,
        value: { currency: whole.unit, amount },
      }));
    }
    const gap = money ? noCurrency(name, bill.evidence) : noCost(name, bill.evidence);
    const months = calendar.months.filter((month) => overlapOf(bill, month));
    return months.map(({ id }) => ({ month: id, value: { amount: gap } }));
  });
  return listsByMonth(parts);
}

function noCost(what: string, evidence: Evidence): Missing {
  const message = `${what} is not stated, and that of other bills is, so no cost of power is given; fill the cell.`;
  return { missing: finding('ACC-POWER-COST', 'completeness', message, placeOf(evidence)) };
}

/** What power cost by month, and what was credited: as bills state it, else what events brought. Money enters no energy. */
export function powerMoney(
  site: SiteInputs,
  payments: ByMonth<Payment>,
): Found<{ readonly costs: ByMonth<MoneyPart>; readonly credits: ByMonth<MoneyPart> }> {
  const bills = connectionBills(site);
  const costs = billed(bills, 'cost', site);
  const credited = billed(bills, 'credit', site);
  const hasBoth = credited.size > 0 && payments.size > 0;
  const credits = credited.size > 0 ? credited : payments;
  return found({ costs, credits }, hasBoth ? twice(site, payments) : []);
}

function twice({ site }: SiteInputs, payments: ByMonth<Payment>): Finding {
  const count = countText([...payments.values()].flat().length, 'payment');
  const message = `Bills of ${site.id} state credits, and events state ${count}; power.credits counts those of the bills alone, so that none counts twice.`;
  return finding('ACC-POWER-COST', 'info', message, { entry: `sites.${site.id}` });
}

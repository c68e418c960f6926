import { type Finding, finding } from '../../model/finding.ts';
import { ZERO } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import { constant, difference, maximum, type Step, sum } from '../ledger.ts';
import { listText, numberText } from '../wording.ts';
import { flowOf, ofKind, type RefrigerantRecords, standingOf } from './refrigerant-records.ts';

const BALANCE = ['40 CFR 98.303, equation DD-1'];
const SIMPLIFIED = [
  'US EPA Center for Corporate Climate Leadership, Direct Fugitive Emissions, simplified material balance',
];

/** A finding on a refrigerant at the place of its first record. */
export function saidOf(
  { refrigerant, all: [first] }: RefrigerantRecords,
  severity: Finding['severity'],
  text: string,
): Finding {
  const message = `${refrigerant} at ${first?.site ?? ''}: ${text}.`;
  return finding('ACC-REFRIGERANT', severity, message, first ? placeOf(first.evidence) : {});
}

/** A figure that a record is missing for. */
export function lacking(records: RefrigerantRecords, what: string): Missing {
  return { missing: saidOf(records, 'completeness', what) };
}

/** A loss is never below zero: what the balance finds too much was not lost, and shows that a record is wrong. */
function notNegative(records: RefrigerantRecords, loss: Step<'kg'>): Found<Step<'kg'>> {
  if (loss.value.gte(ZERO)) return found(loss);
  const text = `its balance is ${numberText(loss.value, 3)} kg, less than nothing lost, and counts as 0; correct a stock, a capacity or what was moved`;
  const zero = constant('0', 'kg', 'A loss is not below zero');
  const floored = maximum<'kg'>(loss, zero, `Loss of ${records.refrigerant}, not below zero`);
  return found(floored, saidOf(records, 'quality', text));
}

interface Change {
  /** What a loss is added to, and what it is taken from. */
  readonly plus: readonly Step<'kg'>[];
  readonly minus: readonly Step<'kg'>[];
}

/** The net increase of capacity: of both ends of the period, else of equipment installed and retired. */
function capacityChange(records: RefrigerantRecords): Change | Missing {
  const begin = standingOf(records, 'capacity', 'beginning');
  const end = standingOf(records, 'capacity', 'end');
  if (begin && end) return { plus: [begin], minus: [end] };
  const installed = ofKind(records, 'capacity-installed');
  const retired = ofKind(records, 'capacity-retired');
  if (begin || end || installed.length + retired.length === 0) {
    const what = begin ? 'at the end' : end ? 'at the beginning' : 'at both ends';
    return lacking(
      records,
      `its balance needs the nameplate capacity of the equipment ${what} of the period, even where it did not change; state it`,
    );
  }
  return {
    plus: [flowOf(records, retired, 'capacity of equipment retired')],
    minus: [flowOf(records, installed, 'capacity of equipment installed')],
  };
}

function stockChange(records: RefrigerantRecords): Change | Missing {
  const begin = standingOf(records, 'stock', 'beginning');
  const end = standingOf(records, 'stock', 'end');
  if (begin && end) return { plus: [begin], minus: [end] };
  const ends = [...(begin ? [] : ['beginning']), ...(end ? [] : ['end'])];
  const text = `its balance needs the stock at the ${listText(ends)} of the period; state it for its first or last day`;
  return lacking(records, text);
}

/** The loss of a refrigerant by stocks, capacities and all that came and went. */
export function byMassBalance(records: RefrigerantRecords): Found<Figure<'kg'>> {
  const stock = stockChange(records);
  if (isMissing(stock)) return found(stock, stock.missing);
  const capacity = capacityChange(records);
  if (isMissing(capacity)) return found(capacity, capacity.missing);
  const acquired = flowOf(records, ofKind(records, 'acquired'), 'acquired');
  const disbursed = flowOf(records, ofKind(records, 'disbursed', 'disposed'), 'disbursed');
  const name = records.refrigerant;
  const loss = difference<'kg'>(
    sum(
      [...stock.plus, acquired, ...capacity.plus],
      `${name}: stock and capacity at the beginning, and acquired`,
    ),
    sum(
      [...stock.minus, disbursed, ...capacity.minus],
      `${name}: stock and capacity at the end, and disbursed`,
    ),
    {
      name: `Loss of ${name}, by mass balance`,
      formula:
        '(stock at the beginning - at the end) + acquired - disbursed - increase of capacity',
      cites: BALANCE,
    },
  );
  return notNegative(records, loss);
}

/** What is taken off for equipment that was retired; recovered from equipment in use, it stays counted, which is said. */
function disposal(records: RefrigerantRecords): Found<Change> {
  const retired = ofKind(records, 'capacity-retired');
  const recovered = ofKind(records, 'recovered');
  if (retired.length === 0) {
    const text = `what was recovered is not taken off, since no capacity of equipment retired is stated; state it where it came from such equipment`;
    return found(
      { plus: [], minus: [] },
      recovered.length > 0 ? [saidOf(records, 'quality', text)] : [],
    );
  }
  return found({
    plus: [flowOf(records, retired, 'capacity of equipment retired')],
    minus: [flowOf(records, recovered, 'recovered')],
  });
}

/** The loss by what was charged into new equipment beyond its capacity, what was topped up, and what retired equipment had lost. */
export function bySimplified(records: RefrigerantRecords): Found<Figure<'kg'>> {
  const charged = ofKind(records, 'charged');
  const installed = ofKind(records, 'capacity-installed');
  if (charged.length > 0 && installed.length === 0) {
    const text =
      'it was charged into new equipment whose nameplate capacity is not stated; state it';
    const gap = lacking(records, text);
    return found(gap, gap.missing);
  }
  const name = records.refrigerant;
  const retired = disposal(records);
  const plus = [
    ...(charged.length > 0 ? [flowOf(records, charged, 'charged into new equipment')] : []),
    flowOf(records, ofKind(records, 'topped-up'), 'topped up'),
    ...retired.value.plus,
  ];
  const minus = [
    ...(charged.length > 0 ? [flowOf(records, installed, 'capacity of equipment installed')] : []),
    ...retired.value.minus,
  ];
  const note = {
    name: `Loss of ${name}, by simplified material balance`,
    formula: '(charged - capacity installed) + topped up + (capacity retired - recovered)',
    cites: SIMPLIFIED,
  };
  const added = sum(plus, `${name}: charged, topped up, and capacity retired`);
  if (minus.length === 0) return found(added, retired.findings);
  const less = sum(minus, `${name}: capacity installed, and recovered`);
  const loss = notNegative(records, difference<'kg'>(added, less, note));
  return found(loss.value, retired.findings, loss.findings);
}

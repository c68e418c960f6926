import type { HourColumn } from '../../model/column.ts';
import type { Meter } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Bill } from '../../model/records.ts';
import { overlapOf } from '../../model/time.ts';
import { type Rational, sumOf } from '../../units/rational.ts';
import type { SiteInputs } from '../inputs.ts';
import { columnSum, convert, inUnit, isWhollyKnown } from '../ledger.ts';
import { countText, numberText, percentText } from '../wording.ts';
import { BOUNDS } from './bounds.ts';
import { noIndependentData } from './no-independent-data.ts';

function readingsKwh(column: HourColumn, bill: Bill): Rational {
  return convert(inUnit(columnSum(column, bill, 'Readings'), 'J'), 'kWh').value;
}

function compared(meter: Meter, bills: readonly Bill[], column: HourColumn): Finding {
  const billed = sumOf(bills.map(({ energyKwh }) => energyKwh));
  const read = sumOf(bills.map((bill) => readingsKwh(column, bill)));
  const difference = billed.sub(read);
  const numbers = `${numberText(billed, 3)} kWh by ${countText(bills.length, 'bill')} and ${numberText(read, 3)} kWh by readings of the same hours`;
  if (read.n === 0n) {
    const isEqual = billed.n === 0n;
    const message = `Meter ${meter.id} has ${numbers}; ${isEqual ? 'they agree' : 'find which of them is wrong'}.`;
    return finding('ACC-BILLS-READINGS', isEqual ? 'info' : 'quality', message, {
      entry: `meters.${meter.id}`,
    });
  }
  const part = difference.div(read);
  const isFar = part.abs().gt(BOUNDS.billsAgainstReadings);
  return finding(
    'ACC-BILLS-READINGS',
    isFar ? 'quality' : 'info',
    `Meter ${meter.id} has ${numbers}, a difference of ${percentText(part, 3)}; ${isFar ? 'find which of them is wrong' : 'they agree within 0.5%'}.`,
    { entry: `meters.${meter.id}` },
  );
}

function checked(meter: Meter, { bills, energyColumns, calendar }: SiteInputs): Finding {
  const what = `Bills against readings of ${meter.id}`;
  const own = bills.filter((bill) => bill.meter === meter.id && overlapOf(bill, calendar));
  const column = energyColumns.get(meter.id);
  if (own.length === 0) return noIndependentData(what, 'it has no bills');
  if (!column) return noIndependentData(what, 'it has no readings');
  const both = own.filter((bill) => isWhollyKnown(column, bill));
  return both.length === 0
    ? noIndependentData(what, 'no bill has a reading for every hour of it')
    : compared(meter, both, column);
}

/**
 * Bills against readings of each meter, over the bills whose every hour is read. That a check could not be made is
 * said of grid connections alone: equipment is seldom billed apart.
 */
export function billsAgainstReadings(inputs: SiteInputs): Finding[] {
  const meters = inputs.meters.filter(({ site }) => site === inputs.site.id);
  return meters.flatMap((meter) => {
    const result = checked(meter, inputs);
    const isLack = result.code === 'ACC-NO-INDEPENDENT-DATA';
    return isLack && meter.measures !== 'grid-import' ? [] : [result];
  });
}

import type { Rational } from '../../units/rational.ts';
import { parseDecimal } from '../../units/rational.ts';
import type { RawBill } from '../bills-csv/bill.ts';
import { dayBegunAt } from '../bills-csv/local-day.ts';
import type { MeterByNames } from '../bills-csv/named-meter.ts';
import { DAY } from '../clock/calendar.ts';
import { type DatePattern, datePattern } from '../clock/date-pattern.ts';
import type { ZoneClock } from '../clock/zone-clock.ts';
import { noteNegative, noteNull } from '../columns.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import type { Entry } from './entry.ts';

/** What the bills of one file are read with. */
export interface Bills {
  readonly meterOf: MeterByNames;
  /** Undefined where days are taken as written. */
  readonly clockOf: (meter: string) => ZoneClock | undefined;
  readonly notes: RowNotes;
}

const FORMS: readonly DatePattern[] = [
  'yyyy-MM-ddTHH:mm:ss.SSSZZ',
  'yyyy-MM-ddTHH:mm:ssZZ',
  'yyyy-MM-dd',
].flatMap((form) => {
  const pattern = datePattern(form);
  return 'unknown' in pattern ? [] : [pattern];
});
const ENERGY = 'bill_total_kwh';

/** The bills of electricity that can be used; of the others a finding speaks. */
export function rawBills(entries: readonly Entry[], bills: Bills): RawBill[] {
  return entries.flatMap((entry) => rawBill(entry, bills));
}

function rawBill(entry: Entry, bills: Bills): RawBill[] {
  const { notes } = bills;
  if (!isElectricity(entry, notes)) return [];
  const meter = bills.meterOf([entry.meterUid, ...entry.otherNames], entry.line);
  if (meter === undefined) return [];
  const startDay = dayOf(entry.start, 'bill_start_date', entry, bills.clockOf(meter), notes);
  const endDay = dayOf(entry.end, 'bill_end_date', entry, bills.clockOf(meter), notes);
  const energyKwh = energyOf(entry, notes);
  if (startDay === undefined || endDay === undefined || energyKwh === undefined) return [];
  for (const remark of entry.remarks) noteRemark(remark, entry.line, notes);
  const amount = parseDecimal(entry.cost);
  const updated = Date.parse(entry.updated) / 1000;
  return [
    {
      meter,
      startDay,
      endDay,
      energyKwh,
      quality: 'unstated',
      invoice: entry.uid,
      replaces: '',
      peakDemandKw: undefined,
      cost: amount && { amount },
      ...(Number.isFinite(updated) ? { revised: updated } : {}),
      evidence: entry.evidence,
    },
  ];
}

/** By the class of the service, or else by the unit: a bill that names neither is refused. */
function isElectricity({ serviceClass, unit, line }: Entry, notes: RowNotes): boolean {
  const isKwh = unit.toLowerCase() === 'kwh';
  const isElectric = /(^|-)electric$/i.test(serviceClass);
  if (isKwh && (isElectric || serviceClass === '')) return true;
  const what = serviceClass === '' ? `unit ${quoted(unit)}` : `class ${quoted(serviceClass)}`;
  if (isElectric || (unit === '' && serviceClass === '')) {
    const why = `a bill of electricity states its total in ${quoted(unit)} where kwh is needed. It was set aside; ask for it in kWh.`;
    notes.row('IN-UNIT', 'critical', { line, column: 'bill_total_unit' }, why);
    return false;
  }
  notes.tally(
    'IN-NOT-COUNTED',
    'info',
    { line, column: 'service_class' },
    (n, lines) => `Bills of ${what} are no electricity and were set aside: ${n} (${lines}).`,
  );
  return false;
}

function dayOf(
  text: string,
  column: string,
  { line }: Entry,
  clock: ZoneClock | undefined,
  notes: RowNotes,
): number | undefined {
  const stamp = FORMS.map((form) => form.parse(text)).find((found) => found !== undefined);
  const at = { line, column };
  if (!stamp) {
    const what = `${quoted(text)} in ${column} is no date or time in ISO 8601. The bill was set aside; export it again.`;
    notes.row('IN-DATE', 'critical', at, what);
    return undefined;
  }
  if (stamp.offset === undefined || !clock) return Math.floor(stamp.wall / DAY);
  const day = dayBegunAt(stamp.wall - stamp.offset, clock);
  if (day === undefined) {
    const what = `${quoted(text)} in ${column} is not within an hour of midnight in ${clock.zone}, and a bill is counted in whole local days. The bill was set aside; correct the site's zone.`;
    notes.row('IN-DATE', 'critical', at, what);
  }
  return day;
}

/** The total in kWh, which must agree with the total in the unit of the bill where both are stated. */
function energyOf({ kwh, volume, line }: Entry, notes: RowNotes): Rational | undefined {
  const at = { line, column: ENERGY };
  if (kwh === '') {
    noteNull(notes, at, '');
    return undefined;
  }
  const value = parseDecimal(kwh);
  if (!value) {
    const what = `${quoted(kwh)} in ${ENERGY} is no number. The bill was set aside; export it again.`;
    notes.row('IN-NUMBER', 'critical', at, what);
    return undefined;
  }
  const stated = parseDecimal(volume);
  if (stated && !stated.equals(value)) {
    const what = `the total is ${kwh} kWh by ${ENERGY} and ${volume} kwh by the volume. The bill was set aside; ask which holds.`;
    notes.row('IN-CHECK-SUM', 'critical', at, what);
    return undefined;
  }
  if (value.s < 0n) noteNegative(notes, at);
  return value;
}

function noteRemark(remark: string, line: number, notes: RowNotes): void {
  notes.tally(
    'IN-QUALITY',
    'quality',
    { line, column: 'notes' },
    (n, lines) =>
      `The export remarks ${quoted(remark)} on ${n} (${lines}). The bills are counted; look at their documents.`,
  );
}

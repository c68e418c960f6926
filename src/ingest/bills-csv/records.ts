import type { ZoneClock } from '../clock/zone-clock.ts';
import { byKey } from '../by-key.ts';
import { dayText } from '../clock/calendar.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import { agreedCost, type ExtractedBill, identityOf, type RawBill } from './bill.ts';
import { billDays, type EndDate } from './end-date.ts';

/** What is known of the bills of one file beside their rows. */
export interface BillRules {
  readonly file: string;
  readonly endDate: EndDate | undefined;
  /** The clock of the site of a meter. */
  readonly clockOf: (meter: string) => ZoneClock | undefined;
}

/** Bills as records, and how many rows repeated another. */
export interface BillRecords {
  readonly records: readonly ExtractedBill[];
  readonly repeated: number;
}

/** The bills of one file, each once, with its days placed in time. What cannot be used is noted. */
export function billRecords(
  raw: readonly RawBill[],
  rules: BillRules,
  notes: RowNotes,
): BillRecords {
  const groups = [...byKey(raw, identityOf).values()];
  const bills = groups.flatMap((same) => merged(same, notes));
  const { known, finding } = billDays(bills, rules.endDate, rules.file);
  if (finding) notes.add(finding);
  const records = known ? bills.flatMap((bill) => recordOf(bill, known, rules, notes)) : [];
  return { records, repeated: raw.length - bills.length };
}

interface MergedBill extends RawBill {
  readonly duplicates: number;
}

/** One bill for rows that say the same. */
function merged(same: readonly RawBill[], notes: RowNotes): MergedBill[] {
  const [first, ...others] = same;
  if (!first) return [];
  for (const { evidence } of others) {
    const text = (n: string, lines: string) =>
      `Identical bills count once: ${n} dropped (${lines}).`;
    notes.tally('IN-DUPLICATE', 'info', { line: evidence.at.line ?? 0 }, text);
  }
  const cost = agreedCost(same.map((bill) => bill.cost));
  const credit = agreedCost(same.map((bill) => bill.credit));
  return [{ ...first, cost, credit, duplicates: others.length }];
}

function recordOf(
  bill: MergedBill,
  endDate: EndDate,
  { clockOf }: BillRules,
  notes: RowNotes,
): ExtractedBill[] {
  const { startDay, endDay, meter, evidence } = bill;
  const line = evidence.at.line ?? 0;
  const lastDay = endDate === 'inclusive' ? endDay : endDay - 1;
  if (lastDay < startDay) {
    const what = `the period from ${dayText(startDay)} to ${dayText(endDay)} (${endDate}) holds no day. The bill was set aside; correct its dates.`;
    notes.row('IN-PERIOD', 'critical', { line }, what);
    return [];
  }
  const clock = clockOf(meter);
  if (!clock) {
    const what = `the zone of the site of ${quoted(meter)} is not known, so its days cannot be placed in time. Correct the site's zone.`;
    notes.row('WS-ZONE', 'critical', { line }, what);
    return [];
  }
  return [
    {
      meter,
      start: clock.startOfDay(startDay),
      end: clock.startOfDay(lastDay + 1),
      firstDay: dayText(startDay),
      lastDay: dayText(lastDay),
      energyKwh: bill.energyKwh,
      quality: bill.quality,
      ...statedOf(bill),
      duplicates: bill.duplicates,
      evidence,
    },
  ];
}

/** What a source may leave unsaid. */
function statedOf(bill: RawBill): Partial<ExtractedBill> {
  const { invoice, replaces, peakDemandKw, cost, credit, revised, isCancellation, values } = bill;
  return {
    ...(invoice !== '' && { invoice }),
    ...(replaces !== '' && { replaces }),
    ...(peakDemandKw && { peakDemandKw }),
    ...(cost && { cost }),
    ...(credit && { credit }),
    ...(revised !== undefined && { revised }),
    ...(isCancellation === true && { isCancellation }),
    ...(values && { values }),
  };
}

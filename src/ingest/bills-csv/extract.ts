import type { BillsInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Bill } from '../../model/records.ts';
import { byKey } from '../by-key.ts';
import { dayText } from '../clock/calendar.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { meterResolver } from '../meters.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { readTable } from '../table/table.ts';
import { quoted } from '../wording.ts';
import { billDays, type EndDate } from './end-date.ts';
import { type BillsLayout, billsLayout, wantedColumns } from './layout.ts';
import { type RawBill, rawBills } from './rows.ts';

/** A bill that remembers which invoice it corrects, so that files can be joined. */
export interface ExtractedBill extends Bill {
  readonly replaces?: string;
  /** Rows dropped because they say the same as this one. */
  readonly duplicates: number;
}

const SIGNS: readonly HeaderSign[] = [
  { what: 'energy', spelled: /usage|energy|consumption|(k|m|g)wh\b/i },
  { what: 'period', spelled: /\b(start|end|from|to|through|period|service|read)\b/i },
  { what: 'bill', spelled: /bill|invoice|cost|charge|amount|account|\$/i },
];

/** How far the file looks like a table of bills. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/**
 * The bills of a file by its mapping. Rows that are identical count once. Corrections, overlaps and gaps are the affair
 * of `joinBills`, since they may lie in different files.
 */
export function extract(
  file: InputFile,
  input: BillsInput,
  context: IngestContext,
): Extraction<ExtractedBill> {
  const notes = rowNotes(file.path);
  const meterOf = meterResolver(input, context, file.path, notes);
  const layout = billsLayout(input, meterOf, context, file.path);
  if (!('meterOf' in layout)) return refusedFile(...layout);
  const table = readTable(file, input.csv, wantedColumns(layout), notes);
  if (table.refused) return refusedFile(...notes.findings(), table.refused);
  const raw = rawBills(table.value, layout, notes);
  const bills = withoutIdentical(raw, notes);
  const endDate = billDays(bills, layout.endDate, file.path);
  if (endDate.finding) notes.add(endDate.finding);
  const { known } = endDate;
  const copies = byKey(raw, ({ identity }) => identity);
  const records = known
    ? bills.flatMap((bill) =>
        recordOf(bill, known, layout, file, notes).map((record) => ({
          ...record,
          duplicates: (copies.get(bill.identity)?.length ?? 1) - 1,
        })),
      )
    : [];
  const read = table.value.rows.length + table.value.ragged;
  const duplicate = raw.length - bills.length;
  const findings = notes.findings();
  if (records.length === 0) findings.push(noBills(file.path));
  return {
    records,
    findings,
    rows: { read, rejected: read - duplicate - records.length, duplicate },
  };
}

function withoutIdentical(raw: readonly RawBill[], notes: RowNotes): RawBill[] {
  const first = new Map<string, RawBill>();
  return raw.filter((bill) => {
    const before = first.get(bill.identity);
    if (!before) {
      first.set(bill.identity, bill);
      return true;
    }
    const text = (n: string, lines: string) =>
      `Identical bills count once: ${n} dropped (${lines}).`;
    notes.tally('IN-DUPLICATE', 'info', { line: bill.line }, text);
    return false;
  });
}

function recordOf(
  bill: RawBill,
  endDate: EndDate,
  layout: BillsLayout,
  { path, sha256 }: InputFile,
  notes: RowNotes,
): Omit<ExtractedBill, 'duplicates'>[] {
  const lastDay = endDate === 'inclusive' ? bill.endDay : bill.endDay - 1;
  if (lastDay < bill.startDay) {
    const what = `the period from ${dayText(bill.startDay)} to ${dayText(bill.endDay)} (${endDate}) holds no day. The row was set aside; correct its dates.`;
    notes.row('IN-PERIOD', 'critical', { line: bill.line, column: layout.map.end }, what);
    return [];
  }
  const clock = layout.clockOf(bill.meter);
  if (!clock) {
    const what = `the zone of the site of ${quoted(bill.meter)} is not known, so its days cannot be placed in time. Correct the site's zone.`;
    notes.row('WS-ZONE', 'critical', { line: bill.line }, what);
    return [];
  }
  return [
    {
      meter: bill.meter,
      start: clock.startOfDay(bill.startDay),
      end: clock.startOfDay(lastDay + 1),
      firstDay: dayText(bill.startDay),
      lastDay: dayText(lastDay),
      energyKwh: bill.energyKwh,
      quality: bill.quality,
      ...(bill.invoice === '' ? {} : { invoice: bill.invoice }),
      ...(bill.replaces === '' ? {} : { replaces: bill.replaces }),
      ...(bill.peakDemandKw ? { peakDemandKw: bill.peakDemandKw } : {}),
      evidence: { file: path, sha256, at: { line: bill.line, column: layout.map.energy.column } },
    },
  ];
}

function noBills(file: string): Finding {
  const message = `${file} gives no bill. The findings beside this say why.`;
  return finding('IN-NO-READINGS', 'critical', message, { file });
}

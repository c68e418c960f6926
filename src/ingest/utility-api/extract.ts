import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { ExtractedBill } from '../bills-csv/bill.ts';
import { noBills } from '../bills-csv/extract.ts';
import { clocksOf } from '../bills-csv/layout.ts';
import { BY_OWN_NAME, type MeterByNames, meterByNames } from '../bills-csv/named-meter.ts';
import { type BillRules, billRecords } from '../bills-csv/records.ts';
import { zoneClock } from '../clock/zone-clock.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { looksLikeJson } from '../json/read-json.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import { identifyByHeader } from '../table/identify.ts';
import { type Bills, rawBills } from './bills.ts';
import { listedBills } from './listing.ts';
import { NEEDED, tabledBills } from './table.ts';

/** Names that stand in every bill of a listing. */
const SIGNS = [
  /"bills"\s*:\s*\[/,
  /"meter_uid"\s*:/,
  /"bill_start_date"\s*:/,
  /"bill_end_date"\s*:/,
];
const HEADER = NEEDED.map((column) => ({
  what: column,
  spelled: new RegExp(`^${column}$`, 'i'),
}));

/** Whether a file is a listing of bills, or a table of them, by the names in it. */
export function identify(file: InputFile): Identification {
  if (!looksLikeJson(file)) return identifyByHeader(file, HEADER);
  const text = new TextDecoder().decode(file.bytes);
  const found = SIGNS.filter((sign) => sign.test(text)).length;
  return {
    confidence: found / SIGNS.length,
    why: `${String(found)} of the ${String(SIGNS.length)} names of a bill are in it.`,
  };
}

/**
 * The electricity bills of an export of UtilityAPI. Start and end are instants at midnight in the utility's zone; whether
 * the last day belongs to a bill is declared by `end_date` or seen from consecutive bills, since no document says so.
 * Bills of gas and water are set aside.
 */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedBill> {
  const notes = rowNotes(file.path);
  const clockOf = clocksOf(context);
  const meterOf = meterByNames(input, context, notes);
  return extracted(file, { file: file.path, endDate: input.end_date, clockOf }, meterOf, notes);
}

/** The same with the names of the export, in the zone given or else by the days as written. */
export function extractUnmapped(
  file: InputFile,
  timezone: string | undefined,
): Extraction<ExtractedBill> {
  const clock = timezone === undefined ? undefined : zoneClock(timezone);
  const clockOf = () => clock ?? zoneClock('UTC');
  const rules = { file: file.path, endDate: undefined, clockOf };
  const isZoned = clock !== undefined;
  return extracted(file, rules, BY_OWN_NAME, rowNotes(file.path), isZoned);
}

function extracted(
  file: InputFile,
  rules: BillRules,
  meterOf: MeterByNames,
  notes: RowNotes,
  isZoned = true,
): Extraction<ExtractedBill> {
  const entries = looksLikeJson(file) ? listedBills(file, notes) : tabledBills(file, notes);
  const dayClockOf = isZoned ? rules.clockOf : () => undefined;
  const bills: Bills = { meterOf, clockOf: dayClockOf, notes };
  const { records, repeated } = billRecords(rawBills(entries, bills), rules, notes);
  const read = entries.length;
  const findings = notes.findings();
  if (records.length === 0) findings.push(noBills(file.path));
  return {
    records,
    findings,
    rows: { read, rejected: read - repeated - records.length, duplicate: repeated },
  };
}

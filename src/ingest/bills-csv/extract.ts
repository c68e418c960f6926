import type { BillsInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { meterResolver } from '../meters.ts';
import { rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { readTable } from '../table/table.ts';
import type { ExtractedBill } from './bill.ts';
import { billsLayout, wantedColumns } from './layout.ts';
import { billRecords } from './records.ts';
import { rawBills } from './rows.ts';
import { withoutTotals } from './totals.ts';

export type { ExtractedBill } from './bill.ts';

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
  const rows = withoutTotals(table.value, layout, notes);
  const raw = rawBills(rows, table.value, layout, file, notes);
  // of starts alone the next one is the end
  const endDate = layout.map.end === undefined ? 'exclusive' : layout.endDate;
  const rules = { file: file.path, endDate, clockOf: layout.clockOf };
  const { records, repeated } = billRecords(raw, rules, notes);
  const read = table.value.rows.length + table.value.ragged;
  const findings = notes.findings();
  if (records.length === 0) findings.push(noBills(file.path));
  return {
    records,
    findings,
    rows: { read, rejected: read - repeated - records.length, duplicate: repeated },
  };
}

/** That a file gives no bill, beside the findings that say why. */
export function noBills(file: string): Finding {
  const message = `${file} gives no bill. The findings beside this say why.`;
  return finding('IN-NO-READINGS', 'critical', message, { file });
}

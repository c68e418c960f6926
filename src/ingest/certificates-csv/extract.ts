import type { CertificatesInput } from '../../model/documents/workspace.ts';
import type { Certificate } from '../../model/records.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { readTable, type Table } from '../table/table.ts';
import { type CertificatesLayout, certificatesLayout, wantedColumns } from './layout.ts';
import { certificateRow } from './row.ts';
import { noteSerialCount } from './serials.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'serial', spelled: /serial|certificate.*(start|from|id)/i },
  { what: 'vintage', spelled: /vintage|production|generation (month|period)|issu/i },
  { what: 'quantity', spelled: /quantity|volume|mwh|certificates/i },
  { what: 'status', spelled: /status|retire|cancel|redeem|beneficiary/i },
];

/** How far the file looks like a certificate ledger. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/**
 * The certificate lines of a file by its mapping. Lines of another vintage, status or beneficiary are records too: whether
 * they count is decided by the accounting. Ranges that overlap are found by `serialOverlaps`, over all files.
 */
export function extract(
  file: InputFile,
  input: CertificatesInput,
  context: IngestContext,
): Extraction<Certificate> {
  const notes = rowNotes(file.path);
  const layout = certificatesLayout(input, context, file.path);
  if (!('technology' in layout)) return refusedFile(...layout);
  const table = readTable(file, input.csv, wantedColumns(layout.map), notes);
  if (table.refused) return refusedFile(...notes.findings(), table.refused);
  const { rows, ragged } = table.value;
  const unique = withoutIdentical(table.value, layout, notes);
  const records = unique.flatMap((row) => certificateRow(row, table.value, layout, file, notes));
  for (const record of records) noteSerialCount(record, notes);
  const duplicate = rows.length - unique.length;
  const read = rows.length + ragged;
  const counts = { read, rejected: read - duplicate - records.length, duplicate };
  return { records, findings: notes.findings(), rows: counts };
}

function withoutIdentical(table: Table, { map }: CertificatesLayout, notes: RowNotes): Row[] {
  const seen = new Set<string>();
  const columns = wantedColumns(map);
  return table.rows.filter((row) => {
    const identity = columns.map((column) => table.cell(row, column)).join('\0');
    if (!seen.has(identity)) return seen.add(identity).size > 0;
    const text = (n: string, lines: string) =>
      `Identical lines count once: ${n} dropped (${lines}).`;
    notes.tally('IN-DUPLICATE', 'info', { line: row.line }, text);
    return false;
  });
}

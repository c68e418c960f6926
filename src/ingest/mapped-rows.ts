import type { CsvLayout } from '../model/documents/workspace.ts';
import type { Evidence } from '../model/records.ts';
import type { Rational } from '../units/rational.ts';
import { stampText } from './clock/date-cells.ts';
import type { DatePattern } from './clock/date-pattern.ts';
import { cellReader, noteNegative, noteNull } from './columns.ts';
import { type Extraction, type InputFile, refusedFile } from './input-file.ts';
import type { RowNotes } from './row-notes.ts';
import type { Row } from './table/cells.ts';
import { readTable, type Table } from './table/table.ts';
import { quoted } from './wording.ts';

/** Which values a column may hold: any, where a negative one is a correction; none below zero; none at or below it. */
export type Sign = 'any' | 'not-negative' | 'positive';

/** A row below the header, with its cells by the names of their columns. */
export interface MappedRow {
  readonly line: number;
  readonly notes: RowNotes;
  /** Blank where the mapping names no such column. */
  text(column: string | undefined): string;
  /** The same for a stamp: a date that a workbook holds as such is written by the pattern. */
  stampText(column: string, pattern: DatePattern): string;
  /** What was measured; undefined where a finding says that it is missing or cannot be used. */
  measured(column: string, sign: Sign): Rational | undefined;
  /** A number without which the row cannot be used; undefined where a finding says why there is none. */
  needed(column: string, sign: Sign): Rational | undefined;
  evidence(column: string): Evidence;
}

/** What the mapping says of the file as a whole. */
export interface MappedTable {
  readonly csv: CsvLayout | undefined;
  /** Columns that the header must name; those that the mapping leaves out are undefined. */
  readonly columns: readonly (string | undefined)[];
}

/** The records of a table, one for each row that can be used. Rows that agree in every mapped column count once. */
export function readMapped<R>(
  file: InputFile,
  { csv, columns }: MappedTable,
  notes: RowNotes,
  recordsOf: (rows: readonly MappedRow[]) => readonly R[],
): Extraction<R> {
  const wanted = columns.filter((column) => column !== undefined);
  const table = readTable(file, csv, wanted, notes);
  if (table.refused) return refusedFile(...notes.findings(), table.refused);
  const { rows, ragged } = table.value;
  const unique = withoutIdentical(table.value, wanted, notes);
  const cell = cellReader(csv, notes);
  const records = recordsOf(unique.map((row) => mappedRow(row, table.value, file, cell, notes)));
  const duplicate = rows.length - unique.length;
  const read = rows.length + ragged;
  return {
    records,
    findings: notes.findings(),
    rows: { read, rejected: read - duplicate - records.length, duplicate },
  };
}

function withoutIdentical(table: Table, wanted: readonly string[], notes: RowNotes): Row[] {
  const seen = new Set<string>();
  return table.rows.filter((row) => {
    const identity = wanted.map((column) => table.cell(row, column)).join('\0');
    if (!seen.has(identity)) return seen.add(identity).size > 0;
    const text = (n: string, lines: string) =>
      `Identical rows count once: ${n} dropped (${lines}).`;
    notes.tally('IN-DUPLICATE', 'info', { line: row.line }, text);
    return false;
  });
}

function mappedRow(
  row: Row,
  table: Table,
  { path, sha256 }: InputFile,
  cell: ReturnType<typeof cellReader>,
  notes: RowNotes,
): MappedRow {
  const { line } = row;
  const number = (column: string, sign: Sign, onNull: (text: string) => void) => {
    const text = table.cell(row, column);
    const value = cell(text, { line, column });
    if (value === 'null') onNull(text);
    if (value === 'null' || value === 'refused') return undefined;
    return isOfSign(value, sign, { line, column }, notes) ? value : undefined;
  };
  return {
    line,
    notes,
    text: (column) => (column === undefined ? '' : table.cell(row, column)),
    stampText: (column, pattern) => stampText(table, row, [column], pattern),
    measured: (column, sign) =>
      number(column, sign, (text) => {
        noteNull(notes, { line, column }, text);
      }),
    needed: (column, sign) =>
      number(column, sign, () => {
        const what = `column ${quoted(column)} states no value, and the row cannot be used without it. The row was set aside; fill the cell.`;
        notes.row('IN-NULL', 'critical', { line, column }, what);
      }),
    evidence: (column) => ({ file: path, sha256, at: table.place({ line, column }) }),
  };
}

function isOfSign(
  value: Rational,
  sign: Sign,
  at: { readonly line: number; readonly column: string },
  notes: RowNotes,
): boolean {
  const isNegative = value.s < 0n && value.n > 0n;
  if (isNegative && sign === 'any') noteNegative(notes, at);
  if (sign === 'any' || (!isNegative && (value.n > 0n || sign === 'not-negative'))) return true;
  const what = `column ${quoted(at.column)} holds ${value.toString()} where a number ${sign === 'positive' ? 'above zero' : 'of zero or more'} is needed. The row was set aside; correct it.`;
  notes.row('IN-NUMBER', 'critical', at, what);
  return false;
}

import type { CsvLayout } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { counted } from '../wording.ts';
import { type Row, rowsOf } from './cells.ts';
import { findHeader, type Header, headerKey } from './header.ts';
import { textOf } from './text.ts';

/** A table of text below its header. */
export interface Table {
  readonly headers: readonly string[];
  readonly headerLine: number;
  /** Rows of the header's width, blank rows and repeated headers left out. */
  readonly rows: readonly Row[];
  /** Rows of another width, set aside with a finding each. */
  readonly ragged: number;
  /** The cell of a mapped column, trimmed, with one blank for every run of blanks. */
  cell(row: Row, column: string): string;
}

const DIRECTIVE = /^sep=(.)\n/i;

/** Text in which the delimiter is settled and a `sep=` line is consumed. */
export interface DelimitedText {
  readonly text: string;
  readonly delimiter: string;
}

/** The file as delimited text. A `sep=` line is the file's own word on its delimiter. */
export function delimitedText(
  file: InputFile,
  layout: CsvLayout | undefined,
): Outcome<DelimitedText> {
  const decoded = textOf(file);
  if (decoded.refused) return decoded;
  const directive = DIRECTIVE.exec(decoded.value);
  // the directive's line stays as a blank one, so that line numbers hold
  const text = directive ? decoded.value.slice(directive[0].length - 1) : decoded.value;
  if (text.trim() === '' || /^sep=.?$/i.test(text.trim())) {
    const message = `${file.path} holds a sep= line and no rows. Export it again.`;
    return { refused: finding('IN-EMPTY', 'critical', message, { file: file.path }) };
  }
  return { value: { text, delimiter: directive?.[1] ?? layout?.delimiter ?? ',' } };
}

/** The table that holds all wanted columns; rows of another width are noted and set aside. */
export function readTable(
  file: InputFile,
  layout: CsvLayout | undefined,
  wanted: readonly string[],
  notes: RowNotes,
): Outcome<Table> {
  const delimited = delimitedText(file, layout);
  if (delimited.refused) return delimited;
  const { text, delimiter } = delimited.value;
  const header = findHeader(text, delimiter, wanted, file.path);
  if (header.refused) return header;
  const { line, offset } = header.value;
  const rows = rowsOf(text.slice(offset), delimiter, line);
  if (!Array.isArray(rows)) {
    const message = `${file.path} cannot be read as a table: ${rows.broken}, at or before line ${String(rows.line)}. Mend the file or export it again.`;
    return {
      refused: finding('IN-STRUCTURE', 'critical', message, { file: file.path, line: rows.line }),
    };
  }
  return tableOf(file.path, header.value, wanted, rows.slice(1), notes);
}

function tableOf(
  path: string,
  { cells: headers, line: headerLine }: Header,
  wanted: readonly string[],
  all: readonly Row[],
  notes: RowNotes,
): Outcome<Table> {
  const filled = all.filter(({ cells }) => !cells.every(isBlank) && !isRepeated(cells, headers));
  const rows = filled.filter((row) => hasWidth(row, headers.length));
  if (filled.length === 0) {
    const message = `${path} holds a header in line ${String(headerLine)} and no rows. Export it again.`;
    return {
      refused: finding('IN-EMPTY', 'critical', message, { file: path, line: headerLine }),
    };
  }
  for (const row of filled) {
    if (!hasWidth(row, headers.length)) noteRagged(row, headers.length, notes);
  }
  const keys = headers.map(headerKey);
  const index = new Map(wanted.map((column) => [column, keys.indexOf(headerKey(column))]));
  const cell = (row: Row, column: string) => tidy(row.cells[index.get(column) ?? -1] ?? '');
  return { value: { headers, headerLine, rows, ragged: filled.length - rows.length, cell } };
}

/** Exports in sections name their columns again. */
function isRepeated(cells: readonly string[], headers: readonly string[]): boolean {
  return cells[0] === headers[0] && headers.every((text, i) => cells[i] === text);
}

function noteRagged(row: Row, width: number, notes: RowNotes): void {
  const what = `it has ${counted(row.cells.length, 'cell')} where the header has ${String(width)}. The row was set aside; mend it.`;
  notes.row('IN-STRUCTURE', 'critical', { line: row.line }, what);
}

/** Blank cells beyond the header, as trailing delimiters leave them, are no fault. */
function hasWidth({ cells }: Row, width: number): boolean {
  return cells.length === width || (cells.length > width && cells.slice(width).every(isBlank));
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

const UNTIDY = /^\s|\s$|\s\s|[^\S ]/u;

function tidy(cell: string): string {
  return UNTIDY.test(cell) ? cell.replace(/\s+/gu, ' ').trim() : cell;
}

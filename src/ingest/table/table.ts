import type { CsvLayout } from '../../model/documents/workspace.ts';
import { finding, type Place } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import type { RowNotes, RowPlace } from '../row-notes.ts';
import { counted, quoted } from '../wording.ts';
import { cellName } from '../../model/cell-name.ts';
import { type Row, rowsOf } from './cells.ts';
import { findHeader, headerKey } from './header.ts';
import { findSheetHeader } from './sheet-header.ts';
import { rowsBelow } from './sheet-rows.ts';
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
  /** Whether a workbook holds the cell as a date: then its text is in ISO order, whatever `date_format` says. */
  isDate(row: Row, column: string): boolean;
  /** The place of a row as it is told: in a workbook with its sheet, and with the cell of a wanted column. */
  place(at: RowPlace): Omit<Place, 'file'> & RowPlace;
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
  const read = file.sheets ? sheetTable(file, layout, wanted) : textTable(file, layout, wanted);
  if (read.refused) return read;
  const table = tableOf(file.path, read.value, layout, notes);
  if (!table.refused) notes.locate((at) => table.value.place(at));
  return table;
}

/** Whether a line of the file, or of one sheet of it, names every column. */
export function namesColumns(file: InputFile, wanted: readonly string[]): boolean {
  if (file.sheets) {
    // several sheets that name them are told apart when they are read
    return findSheetHeader(file, undefined, wanted).refused?.code !== 'IN-NO-HEADER';
  }
  const delimited = delimitedText(file, undefined);
  if (delimited.refused) return false;
  const { text, delimiter } = delimited.value;
  return !findHeader(text, delimiter, wanted, file.path).refused;
}

/** Header and rows as they stand, and where the wanted columns are. */
interface Found {
  readonly sheet?: string;
  /** The cells of the header's own row. */
  readonly raw: readonly string[];
  readonly headers: readonly string[];
  readonly line: number;
  readonly places: ReadonlyMap<string, number>;
  readonly rows: readonly Row[];
}

function textTable(
  file: InputFile,
  layout: CsvLayout | undefined,
  wanted: readonly string[],
): Outcome<Found> {
  const delimited = delimitedText(file, layout);
  if (delimited.refused) return delimited;
  const { text, delimiter } = delimited.value;
  const header = findHeader(text, delimiter, wanted, file.path);
  if (header.refused) return header;
  const { cells, line, offset } = header.value;
  const rows = rowsOf(text.slice(offset), delimiter, line);
  if (!Array.isArray(rows)) {
    const message = `${file.path} cannot be read as a table: ${rows.broken}, at or before line ${String(rows.line)}. Mend the file or export it again.`;
    return {
      refused: finding('IN-STRUCTURE', 'critical', message, { file: file.path, line: rows.line }),
    };
  }
  const keys = cells.map(headerKey);
  const places = new Map(wanted.map((column) => [column, keys.indexOf(headerKey(column))]));
  return { value: { raw: cells, headers: cells, line, places, rows: rows.slice(1) } };
}

function sheetTable(
  file: InputFile,
  layout: CsvLayout | undefined,
  wanted: readonly string[],
): Outcome<Found> {
  const header = findSheetHeader(file, layout?.sheet, wanted);
  if (header.refused) return header;
  const { sheet, row, headers, places } = header.value;
  const rows = rowsBelow(header.value);
  const raw = headers.map((_, i) => row.cells[i] ?? '');
  return { value: { sheet: sheet.name, raw, headers, line: row.number, places, rows } };
}

function tableOf(
  path: string,
  { sheet, raw, headers, line: headerLine, places, rows: all }: Found,
  layout: CsvLayout | undefined,
  notes: RowNotes,
): Outcome<Table> {
  const filled = all.filter(({ cells }) => !cells.every(isBlank) && !isRepeated(cells, raw));
  const rows = filled.filter((row) => hasWidth(row, headers.length));
  const of = sheet === undefined ? path : `sheet ${quoted(sheet)} of ${path}`;
  if (filled.length === 0) {
    const message = `${of} holds a header in line ${String(headerLine)} and no rows. Export it again.`;
    const at = { file: path, line: headerLine, ...(sheet !== undefined && { sheet }) };
    return { refused: finding('IN-EMPTY', 'critical', message, at) };
  }
  for (const row of filled) {
    if (!hasWidth(row, headers.length)) noteRagged(row, headers.length, notes);
  }
  const table = {
    ...cellsOf(places, layout),
    place: placer(sheet, places),
    headers,
    headerLine,
    rows,
    ragged: filled.length - rows.length,
  };
  return { value: table };
}

function cellsOf(
  places: ReadonlyMap<string, number>,
  layout: CsvLayout | undefined,
): Pick<Table, 'cell' | 'isDate'> {
  const placeOf = (column: string) => places.get(column) ?? -1;
  return {
    cell({ cells, numbers }, column) {
      const at = placeOf(column);
      const text = tidy(cells[at] ?? '');
      // a number of a workbook is given in the form that the mapping declares for its texts
      return layout?.decimal === ',' && numbers?.has(at) === true ? text.replace('.', ',') : text;
    },
    isDate: ({ dates }, column) => dates?.has(placeOf(column)) === true,
  };
}

function placer(sheet: string | undefined, places: ReadonlyMap<string, number>): Table['place'] {
  if (sheet === undefined) return (at) => at;
  return (at) => {
    const column = at.column === undefined ? undefined : places.get(at.column);
    return { ...at, sheet, ...(column !== undefined && { cell: cellName(at.line, column) }) };
  };
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

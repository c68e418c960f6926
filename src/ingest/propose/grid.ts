import type { CsvLayout } from '../../model/documents/workspace.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { rowsOf } from '../table/cells.ts';
import { delimitedText } from '../table/table.ts';
import { tidy } from './words.ts';

/** A row of the file: the line or the row number of the sheet, and its cells. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type Delimiter = NonNullable<CsvLayout['delimiter']>;

/** One way to cut the file into cells. */
export interface Grid {
  readonly delimiter: Delimiter | undefined;
  readonly sheet: string | undefined;
  readonly rows: readonly GridRow[];
}

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
/** Characters that are looked at to see what divides the cells. */
const BEGINNING = 65_536;

/** The sheets of a workbook as grids. */
export function sheetGrids({ sheets = [] }: InputFile): readonly Grid[] {
  return sheets.map(({ name, rows }) => ({
    delimiter: undefined,
    sheet: name,
    rows: rows.map(({ number, cells }) => ({ line: number, cells: cells.map(tidy) })),
  }));
}

/** The text of a file and the mark that divides its cells, where a `sep=` line of it says so. */
export function textOfGrid(
  file: InputFile,
): Outcome<{ readonly text: string; readonly said: Delimiter | undefined }> {
  const delimited = delimitedText(file, { delimiter: '|' });
  if (delimited.refused) return delimited;
  const { text, delimiter } = delimited.value;
  // the directive goes before what is declared, and its line is left blank
  const isSaid = delimiter !== '|' && text.startsWith('\n');
  return { value: { text, said: isSaid ? delimiterIn(delimiter) : undefined } };
}

function delimiterIn(text: string): Delimiter | undefined {
  return DELIMITERS.find((delimiter) => delimiter === text);
}

/** The marks that divide most lines into the same number of two cells or more, the best first. */
export function fittingDelimiters(text: string): readonly Delimiter[] {
  const end = text.indexOf('\n', BEGINNING);
  const begin = end < 0 ? text : text.slice(0, end + 1);
  return DELIMITERS.map((delimiter) => ({ delimiter, ...regularity(begin, delimiter) }))
    .filter(({ share, width }) => width > 1 && share >= 0.5)
    .sort((a, b) => b.share * b.width - a.share * a.width)
    .map(({ delimiter }) => delimiter);
}

function regularity(text: string, delimiter: string): { share: number; width: number } {
  const rows = rowsOf(text, delimiter, 1);
  if (!Array.isArray(rows)) return { share: 0, width: 0 };
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const width = usualWidth(filled);
  const own = filled.filter(({ cells }) => cells.length === width).length;
  return { share: filled.length === 0 ? 0 : own / filled.length, width };
}

/** The text cut into cells. */
export function gridOf(text: string, delimiter: Delimiter): Grid | undefined {
  const rows = rowsOf(text, delimiter, 1);
  if (!Array.isArray(rows)) return undefined;
  const tidied = rows.map(({ line, cells }) => ({ line, cells: cells.map(tidy) }));
  return { delimiter, sheet: undefined, rows: tidied };
}

/** The number of cells that most rows have; of the rows with two cells or more, where there are any. */
export function usualWidth(rows: readonly GridRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || b - a);
  return sorted.find(([width]) => width > 1)?.[0] ?? sorted[0]?.[0] ?? 0;
}

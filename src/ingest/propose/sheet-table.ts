import { areNumbers } from './number-form.ts';
import { type DateShape, dateReadings, type DateReading, isClock } from './date-form.ts';
import { type Grid, type GridRow, usualWidth } from './grid.ts';
import { wordsOf } from './words.ts';

/** A column below the header. */
export interface Column {
  readonly header: string;
  /** The header as words in lower case. */
  readonly words: string;
  /** One text for each row. */
  readonly cells: readonly string[];
  readonly holdsNumbers: boolean;
  readonly holdsClock: boolean;
  /** The ways in which the column can be read as dates of a shape. */
  readonly dates: (shape: DateShape) => readonly DateReading[];
  /** The distinct texts, in the order in which they come. */
  readonly texts: readonly string[];
}

/** A table of the file with its header. */
export interface HeadedTable {
  readonly grid: Grid;
  readonly headerLine: number;
  readonly headers: readonly string[];
  readonly rows: readonly GridRow[];
  /** Columns that have a name of their own. */
  readonly columns: readonly Column[];
}

/** Lines that may stand before the header, as the readers look for it. */
const PREAMBLE = 60;

/** The table below the first line that names its columns; undefined where no line does. */
export function headedTable(grid: Grid): HeadedTable | undefined {
  const filled = grid.rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const width = usualWidth(filled.slice(0, 2000));
  const at = filled.findIndex(
    (row, i) => row.line <= PREAMBLE && isHeader(row, width) && hasData(filled[i + 1], width),
  );
  const header = filled[at];
  if (!header || width < 2) return undefined;
  const headers = header.cells;
  const rows = filled
    .slice(at + 1)
    .filter(({ cells }) => isOfWidth(cells, headers.length) && !isSame(cells, headers));
  if (rows.length === 0) return undefined;
  const columns = headers.flatMap((text, i) =>
    text === '' || headers.indexOf(text) !== headers.lastIndexOf(text)
      ? []
      : [columnOf(text, i, rows)],
  );
  return { grid, headerLine: header.line, headers, rows, columns };
}

function isOfWidth(cells: readonly string[], width: number): boolean {
  return (
    cells.length === width || (cells.length > width && cells.slice(width).every((c) => c === ''))
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return b.every((text, i) => a[i] === text);
}

/** Names, and hardly a blank one among them. */
function isHeader({ cells }: GridRow, width: number): boolean {
  const named = cells.filter((cell) => cell !== '');
  if (cells.length < width || named.length < Math.max(2, width * 0.6)) return false;
  const isName = (cell: string) => /\p{L}/u.test(cell) && !isDate(cell);
  return named.filter(isName).length >= named.length * 0.8;
}

function hasData(row: GridRow | undefined, width: number): boolean {
  if (!row || row.cells.length < width) return false;
  return row.cells.some((cell) => cell !== '' && (areNumbers([cell]) || isDate(cell)));
}

function isDate(cell: string): boolean {
  return (['day', 'stamp'] as const).some((shape) => dateReadings([cell], shape).length > 0);
}

function columnOf(header: string, i: number, rows: readonly GridRow[]): Column {
  const cells = rows.map((row) => row.cells[i] ?? '');
  const texts = [...new Set(cells)].filter((text) => text !== '');
  const known = new Map<DateShape, readonly DateReading[]>();
  return {
    header,
    words: wordsOf(header),
    cells,
    texts,
    holdsNumbers: areNumbers(texts),
    holdsClock: texts.length > 0 && texts.every(isClock),
    dates: (shape) => {
      const found = known.get(shape) ?? dateReadings(texts, shape);
      known.set(shape, found);
      return found;
    },
  };
}

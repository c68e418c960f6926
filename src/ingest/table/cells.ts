import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';

/** A record of the text: its cells, and the line on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** Places of cells that a workbook holds as dates and as numbers; absent in text. */
  readonly dates?: ReadonlySet<number>;
  readonly numbers?: ReadonlySet<number>;
}

/** Why the text is no table, and the line near which it fails. */
export interface BrokenTable {
  readonly broken: string;
  readonly line: number;
}

const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands within an unquoted cell',
};

/** The records of delimited text with `\n` line ends; `firstLine` is the number of its first line. */
export function rowsOf(text: string, delimiter: string, firstLine: number): Row[] | BrokenTable {
  try {
    const options = { delimiter, record_delimiter: '\n', relax_column_count: true };
    return numbered(parse(text, options), firstLine);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      broken: FAULTS[error.code] ?? 'the quoting is broken',
      line: firstLine + linesBefore(error, text),
    };
  }
}

/** The parser tells the line of a fault; of a quote that is never closed, only that the text ended before it was. */
function linesBefore({ code, lines }: CsvError, text: string): number {
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return text.slice(0, text.lastIndexOf('"')).split('\n').length - 1;
  }
  return typeof lines === 'number' ? lines - 1 : 0;
}

/** The first record of the text alone; undefined when it cannot be read. */
export function firstRowOf(text: string, delimiter: string): readonly string[] | undefined {
  try {
    const options = { delimiter, record_delimiter: '\n', relax_column_count: true, to: 1 };
    return parse(text, options)[0];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Counts lines by the breaks within cells: the parser's own bookkeeping trebles its time. */
function numbered(records: readonly (readonly string[])[], firstLine: number): Row[] {
  let line = firstLine;
  return records.map((cells) => {
    const row = { line, cells };
    line += 1;
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    return row;
  });
}

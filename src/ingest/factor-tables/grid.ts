import type { InputFile, Outcome, Sheet } from '../input-file.ts';
import { type Row, rowsOf } from '../table/cells.ts';
import { textOf } from '../table/text.ts';

/** A sheet of a workbook, or the text of a file at one delimiter: rows of cells as they stand. */
export interface Grid {
  /** Absent: text. */
  readonly sheet?: string;
  readonly rows: readonly Row[];
}

const DELIMITERS = [',', ';', '\t'];
const WIDEST = 2000;

/** Every sheet of a workbook; of text, its rows at each delimiter by which it is a table. */
export function gridsOf(file: InputFile): Outcome<readonly Grid[]> {
  if (file.sheets) return { value: file.sheets.map(sheetGrid) };
  const text = textOf(file);
  if (text.refused) return text;
  const grids = DELIMITERS.flatMap((delimiter) => {
    const rows = rowsOf(text.value, delimiter, 1);
    return Array.isArray(rows) ? [{ rows }] : [];
  });
  return { value: grids };
}

function sheetGrid({ name, rows, merges = [] }: Sheet): Grid {
  const wide = merges.filter(({ firstColumn, lastColumn }) => lastColumn - firstColumn < WIDEST);
  return {
    sheet: name,
    rows: rows.map(({ number, cells, numbers }) => {
      const filled = [...cells];
      for (const { firstRow, firstColumn, lastColumn } of wide) {
        if (firstRow === number) filled.fill(cells[firstColumn] ?? '', firstColumn, lastColumn + 1);
      }
      return { line: number, cells: filled, ...(numbers && { numbers }) };
    }),
  };
}

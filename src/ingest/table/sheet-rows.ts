import type { InputFile } from '../input-file.ts';
import type { Row } from './cells.ts';
import type { SheetHeader } from './sheet-header.ts';

/** The rows below a header, as wide as it is: what stands to the right of a table is no part of it. */
export function rowsBelow({ sheet, row: header, headers }: SheetHeader): Row[] {
  const width = headers.length;
  return sheet.rows.flatMap(({ number, cells, dates, numbers }) => {
    if (number <= header.number) return [];
    const own = Array.from({ length: width }, (_, i) => cells[i] ?? '');
    return [{ line: number, cells: own, ...(dates && { dates }), ...(numbers && { numbers }) }];
  });
}

/** The first filled rows of each sheet, for a look at their headers. */
export function firstRows({ sheets = [] }: InputFile, count: number) {
  return sheets.flatMap(({ name: sheet, rows }) =>
    rows.slice(0, count).map(({ number: line, cells }) => ({ sheet, line, cells })),
  );
}

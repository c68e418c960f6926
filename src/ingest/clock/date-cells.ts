import type { Row } from '../table/cells.ts';
import type { Table } from '../table/table.ts';
import { type DatePattern, datePattern, type Stamp } from './date-pattern.ts';

/** How the dates of a workbook are written once it is opened, with a time of another cell behind them or without. */
const ISO = ['yyyy-MM-dd', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm'].flatMap((form) => {
  const pattern = datePattern(form);
  return 'parse' in pattern ? [pattern.parse] : [];
});

/**
 * The text of a stamp in one column, or in several joined by a blank. A date that a workbook holds as such has no form:
 * it is written in the form that the mapping declares, and stands as it is where that would leave its time out.
 */
export function stampText(
  table: Pick<Table, 'cell' | 'isDate'>,
  row: Row,
  columns: readonly string[],
  pattern: DatePattern,
): string {
  const text = columns
    .map((column) => table.cell(row, column))
    .join(' ')
    .trim();
  if (!columns.some((column) => table.isDate(row, column))) return text;
  const stamp = isoStamp(text);
  return (stamp && pattern.write(stamp.wall)) ?? text;
}

/** The stamp of an ISO text as workbooks give it. */
export function isoStamp(text: string): Stamp | undefined {
  for (const parse of ISO) {
    const stamp = parse(text);
    if (stamp && stamp.offset === undefined) return stamp;
  }
  return undefined;
}

import type { Row } from '../table/cells.ts';
import { numberReader, type Numeric } from '../table/number.ts';
import type { FoundTable } from './find-table.ts';

const COMMA = { decimal: ',', thousands: '.' } as const;
const POINT = { decimal: '.', thousands: ',' } as const;

/**
 * Reads the numbers of a column, whose decimal mark is seen from the column as a whole: publishers write a comma in one
 * edition and a point in the next. A cell that could be either, `1,234`, is no number where nothing in its column settles it.
 */
export function columnNumbers<R extends string>(
  table: FoundTable<R>,
  role: R,
): (row: Row) => Numeric {
  const texts = table.rows
    .filter((row) => !table.isNumber(row, role))
    .map((row) => table.cell(row, role));
  const point = numberReader(POINT);
  const read = numberReader(isDecimalComma(texts) ? COMMA : POINT);
  const isOpen = !texts.some(settles);
  return (row) => {
    const text = table.cell(row, role);
    if (table.isNumber(row, role)) return point(text);
    return isOpen && text.includes(',') ? 'not-a-number' : read(text);
  };
}

function isDecimalComma(texts: readonly string[]): boolean {
  return texts.some((text) => /^[+-]?\d+,(\d{1,2}|\d{4,})$/.test(text)) || texts.some(isBothComma);
}

function isBothComma(text: string): boolean {
  return /^\d{1,3}(\.\d{3})+,\d+$/.test(text);
}

/** Whether a text shows which mark is which. */
function settles(text: string): boolean {
  return /^[+-]?\d+\.\d+$/.test(text) || /\d\.\d.*,|,\d.*\./.test(text) || isDecimalComma([text]);
}

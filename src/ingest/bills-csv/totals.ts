import type { Rational } from '../../units/rational.ts';
import { exact, ratio, sumOf } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { amountReader } from '../table/number.ts';
import type { Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import type { BillsLayout } from './layout.ts';

const TOTAL = /^(grand |sub-?)?totals?\b/i;

/**
 * The rows that are bills. A row without dates whose first text says Total is set aside, and what it states is compared
 * with the rows above it: all of them, or those since the total before.
 */
export function withoutTotals(table: Table, layout: BillsLayout, notes: RowNotes): readonly Row[] {
  const totals = new Set(table.rows.filter((row) => isTotal(row, table, layout)));
  if (totals.size === 0) return table.rows;
  const { energy, cost } = layout.map;
  for (const column of [energy.column, cost]) {
    if (column !== undefined) checkColumn(column, totals, table, layout, notes);
  }
  for (const { line } of totals) {
    const text = (n: string, lines: string) =>
      `Totals were set aside and counted nowhere: ${n} (${lines}).`;
    notes.tally('IN-TOTAL', 'info', { line }, text);
  }
  return table.rows.filter((row) => !totals.has(row));
}

function isTotal(row: Row, table: Table, { map }: BillsLayout): boolean {
  const dates = [map.start, map.end].filter((column) => column !== undefined);
  if (
    dates.some((column) => table.cell(row, column) !== '' && !TOTAL.test(table.cell(row, column)))
  )
    return false;
  const first = row.cells.find((cell) => cell.trim() !== '') ?? '';
  return TOTAL.test(first.trim());
}

function checkColumn(
  column: string,
  totals: ReadonlySet<Row>,
  table: Table,
  { csv }: BillsLayout,
  notes: RowNotes,
): void {
  const read = amountReader(csv);
  const all: Rational[] = [];
  let section: Rational[] = [];
  for (const row of table.rows) {
    const text = table.cell(row, column);
    const { value } = read(text);
    if (typeof value === 'string') continue;
    if (!totals.has(row)) {
      all.push(value);
      section.push(value);
      continue;
    }
    const sums = [sumOf(all), sumOf(section)];
    section = [];
    if (sums.some((sum) => areAlike(sum, value, text, csv?.decimal))) continue;
    const what = `column ${quoted(column)} states a total of ${decimalText(value)}, and the rows above it add up to ${decimalText(sums[0] ?? value)}. Correct the row or the total that is wrong; the rows are counted.`;
    notes.row('IN-CHECK-SUM', 'quality', { line: row.line, column }, what);
  }
}

/** Equal but for the rounding of the total, which is printed to so many decimals. */
function areAlike(sum: Rational, total: Rational, text: string, mark: string | undefined): boolean {
  const decimals = new RegExp(`\\${mark ?? '.'}(\\d+)\\D*$`).exec(text)?.[1]?.length ?? 0;
  const half = exact(`1e-${String(decimals)}`).mul(ratio(1n, 2n));
  return sum.sub(total).abs().lte(half);
}

import type { Quality } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { stampText } from '../clock/date-cells.ts';
import { type CellValue, cellReader, noteNegative, noteNull, qualityReader } from '../columns.ts';
import type { InputFile } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import type { Table } from '../table/table.ts';
import type { RawBill } from './bill.ts';
import { type CostColumns, type CostReader, costReader } from './cost.ts';
import { dayReader } from './day-cell.ts';
import type { BillRow } from './bill-row.ts';
import type { BillsLayout } from './layout.ts';
import { closedPeriods } from './open-periods.ts';

/** The bills of rows that can be used; of the others a finding speaks. */
export function rawBills(
  rows: readonly Row[],
  table: Table,
  layout: BillsLayout,
  file: InputFile,
  notes: RowNotes,
): RawBill[] {
  const readers = {
    cell: cellReader(layout.csv, notes),
    cost: costReader(layout, notes),
    credit: costReader(creditColumns(layout), notes, 'no credit is known for this bill'),
    day: dayReader(layout, notes),
    quality: qualityReader(layout.map.read_type, notes),
  };
  const read = rows.flatMap((row) => billRow(row, table, layout, file, readers, notes));
  const { start, end, energy } = layout.map;
  const onNull = ({ line, energyText }: BillRow) => {
    noteNull(notes, { line, column: energy.column }, energyText);
  };
  if (start === undefined || end === undefined) {
    return closedPeriods(read, layout, onNull, notes);
  }
  return read.flatMap(({ startDay, endDay, energyKwh, ...row }) => {
    if (startDay === undefined || endDay === undefined || energyKwh === undefined) return [];
    if (energyKwh !== 'null') return [{ ...row, startDay, endDay, energyKwh }];
    onNull({ ...row, startDay, endDay, energyKwh });
    return [];
  });
}

/** Where credits stand: of one currency with the cost. */
function creditColumns({ csv, currency, map }: BillsLayout): CostColumns {
  return { csv, currency, map: { cost: map.credits, currency: map.currency } };
}

interface Readers {
  readonly cell: ReturnType<typeof cellReader>;
  readonly cost: CostReader;
  readonly credit: CostReader;
  readonly day: ReturnType<typeof dayReader>;
  readonly quality: (text: string, line: number) => Quality;
}

/** The row, unless it is for no known meter. */
function billRow(
  row: Row,
  table: Table,
  layout: BillsLayout,
  { path, sha256 }: InputFile,
  { cell, cost, credit, day, quality }: Readers,
  notes: RowNotes,
): BillRow[] {
  const { map } = layout;
  const { line } = row;
  const text = (column: string | undefined) =>
    column === undefined ? '' : table.cell(row, column);
  const at = (column: string | undefined) => (column === undefined ? { line } : { line, column });
  const meter = layout.meterOf(text(map.meter), at(map.meter));
  if (meter === undefined) return [];
  const dayIn = (column: string | undefined) =>
    column === undefined
      ? undefined
      : day(stampText(table, row, [column], layout.pattern), { line, column }, meter);
  const energyText = text(map.energy.column);
  const energy = cell(energyText, { line, column: map.energy.column });
  return [
    {
      line,
      meter,
      startDay: dayIn(map.start),
      endDay: dayIn(map.end),
      energyKwh: energyOf(energy, line, layout, notes),
      energyText,
      quality: quality(text(map.read_type?.column), line),
      invoice: text(map.invoice),
      replaces: text(map.replaces),
      peakDemandKw: demandOf(text(map.peak_demand?.column), line, layout, cell),
      cost: cost(text(map.cost), text(map.currency), line),
      credit: credit(text(map.credits), text(map.currency), line),
      evidence: { file: path, sha256, at: table.place({ line, column: map.energy.column }) },
    },
  ];
}

function energyOf(
  value: CellValue,
  line: number,
  { map, kwh }: BillsLayout,
  notes: RowNotes,
): BillRow['energyKwh'] {
  if (value === 'null') return 'null';
  if (value === 'refused') return undefined;
  if (value.s < 0n) noteNegative(notes, { line, column: map.energy.column });
  return value.mul(kwh);
}

function demandOf(
  text: string,
  line: number,
  { map, kw }: BillsLayout,
  cell: Readers['cell'],
): Rational | undefined {
  if (!map.peak_demand || !kw) return undefined;
  const value = cell(text, { line, column: map.peak_demand.column });
  return value === 'null' || value === 'refused' ? undefined : value.mul(kw);
}

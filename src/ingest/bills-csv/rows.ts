import type { Quality } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { DAY } from '../clock/calendar.ts';
import { cellReader, noteNegative, noteNull, qualityReader } from '../columns.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import type { Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import type { BillsLayout } from './layout.ts';

/** A bill as its row gives it: days by number, the end as written. */
export interface RawBill {
  readonly line: number;
  readonly meter: string;
  readonly startDay: number;
  readonly endDay: number;
  readonly energyKwh: Rational;
  readonly quality: Quality;
  readonly invoice: string;
  readonly replaces: string;
  readonly peakDemandKw: Rational | undefined;
  /** Equal for rows that say the same. */
  readonly identity: string;
}

/** The rows that can be used; of the others a finding speaks. */
export function rawBills(table: Table, layout: BillsLayout, notes: RowNotes): RawBill[] {
  const readers = {
    cell: cellReader(layout.csv, notes),
    quality: qualityReader(layout.map.read_type, notes),
  };
  return table.rows.flatMap((row) => rawBill(row, table, layout, readers, notes));
}

interface Readers {
  readonly cell: ReturnType<typeof cellReader>;
  readonly quality: ReturnType<typeof qualityReader>;
}

function rawBill(
  row: Row,
  table: Table,
  layout: BillsLayout,
  readers: Readers,
  notes: RowNotes,
): RawBill[] {
  const { map } = layout;
  const { line } = row;
  const text = (column: string | undefined) =>
    column === undefined ? '' : table.cell(row, column);
  const meter = layout.meterOf(text(map.meter), placeOf(line, map.meter));
  const startDay = dayOf(text(map.start), placeOf(line, map.start), layout, notes);
  const endDay = dayOf(text(map.end), placeOf(line, map.end), layout, notes);
  const energyKwh = energyOf(text(map.energy.column), line, layout, readers, notes);
  const peakDemandKw = demandOf(text(map.peak_demand?.column), line, layout, readers);
  noteCost(text(map.cost), line, layout, readers);
  if (meter === undefined || startDay === undefined || endDay === undefined) return [];
  if (energyKwh === undefined) return [];
  const bill = {
    meter,
    startDay,
    endDay,
    energyKwh,
    quality: readers.quality(text(map.read_type?.column), line),
    invoice: text(map.invoice),
    replaces: text(map.replaces),
    peakDemandKw,
  };
  const identity = [
    meter,
    startDay,
    endDay,
    energyKwh.toFraction(),
    bill.quality,
    bill.invoice,
    bill.replaces,
    peakDemandKw?.toFraction() ?? '',
  ].join('\0');
  return [{ ...bill, line, identity }];
}

function placeOf(line: number, column: string | undefined) {
  return column === undefined ? { line } : { line, column };
}

function dayOf(
  text: string,
  at: { readonly line: number; readonly column?: string },
  { pattern }: BillsLayout,
  notes: RowNotes,
): number | undefined {
  const stamp = pattern.parse(text);
  if (stamp) return Math.floor(stamp.wall / DAY);
  const what = `${quoted(text)} in column ${quoted(at.column ?? '')} is not a day of the form ${pattern.format}. The row was set aside; correct it or date_format.`;
  notes.row('IN-DATE', 'critical', at, what);
  return undefined;
}

function energyOf(
  text: string,
  line: number,
  { map, kwh }: BillsLayout,
  { cell }: Readers,
  notes: RowNotes,
): Rational | undefined {
  const at = { line, column: map.energy.column };
  const value = cell(text, at);
  if (value === 'null') noteNull(notes, at, text);
  if (value === 'null' || value === 'refused') return undefined;
  if (value.s < 0n) noteNegative(notes, at);
  return value.mul(kwh);
}

function demandOf(
  text: string,
  line: number,
  { map, kw }: BillsLayout,
  { cell }: Readers,
): Rational | undefined {
  if (!map.peak_demand || !kw) return undefined;
  const value = cell(text, { line, column: map.peak_demand.column });
  return value === 'null' || value === 'refused' ? undefined : value.mul(kw);
}

/** Costs enter no figure yet, but a cell that is no amount shows a shifted row. */
function noteCost(text: string, line: number, { map }: BillsLayout, { cell }: Readers): void {
  if (map.cost === undefined) return;
  const amount = text
    .replace(/^(-?)\s*(?:US)?[$\u20ac\u00a3]\s*/, '$1')
    .replace(/\s*(?:[A-Z]{3}|[$\u20ac\u00a3])$/, '');
  cell(amount, { line, column: map.cost });
}

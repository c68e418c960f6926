import type { InputFile, Outcome } from '../input-file.ts';
import { cellReader, noteNegative, noteNull } from '../columns.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { headerKey } from '../table/header.ts';
import type { Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import { MONTH, namedIn, PROPERTY_IDS, tableWith } from './columns.ts';
import { MONTH_FORM, monthOf } from './days.ts';
import type { Entries, Entry } from './entry.ts';
import { agrees, type EntryUnit, kindOf, type MeterKind, unitOf } from './kinds.ts';

/** A column of the matrix: one commodity in one unit. */
interface UsageColumn {
  readonly column: string;
  readonly kind: MeterKind;
  readonly unit: EntryUnit;
}

/** `Electricity Use (Grid) - Monthly (kBtu)`: the commodity, and the unit in the last brackets. */
const USAGE = /^(.+?) use\b(.*?)\s*(?:- monthly\s*)?\(([^()]*(?:\([^()]*\))?[^()]*)\)$/;

/** The months of a matrix of monthly usage; of those that cannot be used a finding speaks. */
export function monthlyUsage(file: InputFile, notes: RowNotes): Outcome<Entries> {
  const more = (headers: readonly string[]) => [
    ...namedIn(headers, PROPERTY_IDS).slice(0, 1),
    ...headers.filter((header) => USAGE.test(headerKey(header))),
  ];
  const read = tableWith(file, Object.values(MONTH), more, notes);
  if (read.refused) return read;
  const { table, has } = read.value;
  const property = PROPERTY_IDS.find((column) => has.has(column)) ?? MONTH.name;
  const columns = [...has].flatMap((column) => usageColumn(column, table.headerLine, notes) ?? []);
  const monthly = { file, table, property, cell: cellReader(undefined, notes), notes };
  const entries = table.rows.flatMap((row) => monthsOf(row, columns, monthly));
  return { value: { entries, read: table.rows.length * columns.length, endDate: 'inclusive' } };
}

function usageColumn(column: string, line: number, notes: RowNotes): UsageColumn | undefined {
  const match = USAGE.exec(headerKey(column));
  if (!match) return undefined;
  const [, commodity = '', of = '', written = ''] = match;
  const kind = commodity === 'electricity' ? electricity(of) : kindOf(commodity);
  const unit = unitOf(written);
  if (kind && unit && agrees(kind, unit)) return { column, kind, unit };
  if (kind) noteUnit(column, written, kind, line, notes);
  else {
    const what = `column ${quoted(column)} is of no known commodity. Nothing of it is read.`;
    notes.row('IN-COMMODITY', 'quality', { line, column }, what);
  }
  return undefined;
}

function noteUnit(
  column: string,
  written: string,
  { commodity, isGrid }: MeterKind,
  line: number,
  notes: RowNotes,
): void {
  const what = `the unit ${quoted(written)} of column ${quoted(column)} is not known, or does not measure ${commodity}. Nothing of it is read; correct the header.`;
  notes.row('IN-UNIT', isGrid ? 'critical' : 'quality', { line, column }, what);
}

function electricity(of: string): MeterKind {
  const isGrid = /^\s*(\(grid\)|- grid purchase)?\s*$/.test(of);
  const direction = isGrid ? 'import' : 'generation';
  return { commodity: 'electricity', direction, isGrid };
}

interface Monthly {
  readonly file: InputFile;
  readonly table: Table;
  readonly property: string;
  readonly cell: ReturnType<typeof cellReader>;
  readonly notes: RowNotes;
}

function monthsOf(row: Row, columns: readonly UsageColumn[], monthly: Monthly): Entry[] {
  const { file, table, property, cell, notes } = monthly;
  const { line } = row;
  const text = table.cell(row, MONTH.month);
  const month = monthOf(text);
  if (!month) {
    const what = `${quoted(text)} is not a month of the form ${MONTH_FORM}. The row was set aside; correct it.`;
    notes.row('IN-DATE', 'critical', { line, column: MONTH.month }, what);
    return [];
  }
  return columns.flatMap(({ column, kind, unit }) => {
    const stated = table.cell(row, column);
    const quantity = cell(stated, { line, column });
    if (quantity === 'null') noteNull(notes, { line, column }, stated);
    if (typeof quantity === 'string') return [];
    if (quantity.s < 0n) noteNegative(notes, { line, column });
    return [
      {
        line,
        meter: table.cell(row, property),
        name: table.cell(row, MONTH.name),
        kind,
        startDay: month.first,
        endDay: month.last,
        quantity,
        unit,
        quality: 'unstated',
        peakDemandKw: undefined,
        cost: undefined,
        changed: undefined,
        evidence: { file: file.path, sha256: file.sha256, at: table.place({ line, column }) },
      },
    ];
  });
}

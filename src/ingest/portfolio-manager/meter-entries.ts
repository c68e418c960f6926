import type { Quality } from '../../model/records.ts';
import { type CellValue, cellReader, noteNegative, qualityReader } from '../columns.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import type { Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import { ENTRY, ENTRY_MORE, namedIn, tableWith } from './columns.ts';
import { DAY_FORMS, dayOf, momentOf } from './days.ts';
import type { Entries, Entry } from './entry.ts';
import { agrees, type EntryUnit, kindOf, type MeterKind, unitOf } from './kinds.ts';
import { noteWithoutUsage } from './without-usage.ts';

interface Reading {
  readonly file: InputFile;
  readonly table: Table;
  /** The text of a cell; blank where the table has no such column. */
  readonly text: (row: Row, column: string) => string;
  readonly cell: ReturnType<typeof cellReader>;
  readonly quality: (text: string, line: number) => Quality;
  readonly notes: RowNotes;
}

/** The rows of a table of meter entries; of those that cannot be used a finding speaks. */
export function meterEntries(file: InputFile, notes: RowNotes): Outcome<Entries> {
  const more = (headers: readonly string[]) => namedIn(headers, Object.values(ENTRY_MORE));
  const read = tableWith(file, Object.values(ENTRY), more, notes);
  if (read.refused) return read;
  const { table, has } = read.value;
  const estimation = { column: ENTRY_MORE.estimation, actual: ['No'], estimated: ['Yes'] };
  const reading: Reading = {
    file,
    table,
    text: (row, column) => (has.has(column) ? table.cell(row, column) : ''),
    cell: cellReader(undefined, notes),
    quality: qualityReader(has.has(estimation.column) ? estimation : undefined, notes),
    notes,
  };
  noteWithoutUsage(
    table.rows.map((row) => ({
      line: row.line,
      meter: reading.text(row, ENTRY.meter),
      usage: reading.text(row, ENTRY.usage),
      cost: reading.text(row, ENTRY_MORE.cost),
    })),
    notes,
  );
  const entries = table.rows.flatMap((row) => entryOf(row, reading) ?? []);
  return { value: { entries, read: table.rows.length + table.ragged } };
}

function entryOf(row: Row, reading: Reading): Entry | undefined {
  const { file, table, text, notes } = reading;
  const { line } = row;
  const kind = kindIn(row, reading);
  if (!kind) return undefined;
  const column = ENTRY.usage;
  const quantity = reading.cell(text(row, column), { line, column });
  const startDay = dayIn(row, ENTRY.start, reading);
  const endDay = dayIn(row, ENTRY.end, reading);
  const unit = unitIn(row, kind, reading);
  if (typeof quantity === 'string' || startDay === undefined || endDay === undefined || !unit) {
    return undefined;
  }
  if (quantity.s < 0n) noteNegative(notes, { line, column });
  noteGreenPower(row, kind, reading);
  return {
    line,
    meter: text(row, ENTRY.meter),
    name: text(row, ENTRY.name),
    kind,
    startDay,
    endDay,
    quantity,
    unit,
    quality: reading.quality(text(row, ENTRY_MORE.estimation), line),
    peakDemandKw: amountIn(row, ENTRY_MORE.demand, reading),
    cost: amountIn(row, ENTRY_MORE.cost, reading),
    changed: momentOf(text(row, ENTRY_MORE.changed)),
    evidence: { file: file.path, sha256: file.sha256, at: table.place({ line, column }) },
  };
}

function kindIn(row: Row, { text, notes }: Reading): MeterKind | undefined {
  const type = text(row, ENTRY.type);
  const kind = kindOf(type);
  if (kind) return kind;
  const what = `the meter type ${quoted(type)} is not known, so it is open whether this is electricity. The row was set aside; correct the type.`;
  notes.row('IN-COMMODITY', 'critical', { line: row.line, column: ENTRY.type }, what);
  return undefined;
}

function unitIn(row: Row, kind: MeterKind, { text, notes }: Reading): EntryUnit | undefined {
  const written = text(row, ENTRY.unit);
  const unit = unitOf(written);
  if (unit && agrees(kind, unit)) return unit;
  const why = unit ? `does not measure ${kind.commodity}` : 'is not known';
  const what = `the unit ${quoted(written)} ${why}. The row was set aside; correct the unit.`;
  // what is not counted anyway does not stop a filing
  const severity = kind.isGrid ? 'critical' : 'quality';
  notes.row('IN-UNIT', severity, { line: row.line, column: ENTRY.unit }, what);
  return undefined;
}

function dayIn(row: Row, column: string, { text, notes }: Reading): number | undefined {
  const day = dayOf(text(row, column));
  if (day !== undefined) return day;
  const delivered = text(row, ENTRY_MORE.delivery);
  const hint =
    momentOf(delivered) === undefined
      ? ''
      : ` It was delivered on ${delivered}, which is no period of use.`;
  const what = `${quoted(text(row, column))} in column ${quoted(column)} is not a day of the form ${DAY_FORMS}.${hint} The row was set aside; correct it.`;
  notes.row('IN-DATE', hint === '' ? 'critical' : 'quality', { line: row.line, column }, what);
  return undefined;
}

function amountIn(row: Row, column: string, { text, cell }: Reading) {
  const value: CellValue = cell(text(row, column), { line: row.line, column });
  return typeof value === 'string' ? undefined : value;
}

function noteGreenPower(row: Row, { isGrid }: MeterKind, { text, notes }: Reading): void {
  if (!isGrid || !/^yes$/i.test(text(row, ENTRY_MORE.green))) return;
  const at = { line: row.line, column: ENTRY_MORE.green };
  notes.tally(
    'IN-NOT-COUNTED',
    'info',
    at,
    (n, lines) =>
      `Green power is stated in ${n} (${lines}). It is read as bought from the grid; what was retired for it is claimed by contract and certificates.`,
  );
}

import type { FactorRow } from '../../model/documents/factor-set.ts';
import { finding } from '../../model/finding.ts';
import type { Rational } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import type { InputFile } from '../input-file.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import type { Numeric } from '../table/number.ts';
import { quoted } from '../wording.ts';
import { columnNumbers } from './column-numbers.ts';
import { findTables, type FoundTable, type WantedColumn } from './find-table.ts';
import { noRows, type TableRequest, type TableRows } from './importer.ts';
import { kgPerMwh } from './rate.ts';
import { yearOf } from './years.ts';

/** A table of one value for each region. */
export interface RegionTable {
  readonly region: WantedColumn;
  readonly value: WantedColumn;
  /** What the table is called in the publication. */
  readonly label: string;
  /** The years that the table itself speaks of, its name, headers and preamble as one text. */
  readonly yearsIn: (text: string) => readonly number[];
  /** The rows of a region, without source and grade; undefined where the region is none that is known. */
  readonly rowsOf: (
    region: string,
    kg: string | null,
    year: number,
  ) => readonly RegionRow[] | undefined;
  /** What it means that no value is given. Absent: the row is set aside. */
  readonly isNullKept?: boolean;
  /** True where a zero stands for no value. */
  readonly isZeroNull?: boolean;
}

/** A row as the publisher's table makes it. */
export type RegionRow = Omit<FactorRow, 'source' | 'grade' | 'per'>;

type Role = 'region' | 'value';

/** The rows of a table of regions, in kilograms per megawatt hour by the unit that its header names. */
export function regionRows(file: InputFile, request: TableRequest, layout: RegionTable): TableRows {
  const { region, value, yearsIn } = layout;
  const found = findTables(file, { region, value });
  if (found.refused) return noRows(found.refused);
  const [table, ...others] = found.value;
  if (!table) return noRows();
  if (others.length > 0) return noRows(several(file, [table, ...others]));
  const unit = kgPerMwh(table.header('value'));
  if (!unit) return noRows(noUnit(file, table));
  const text = [table.sheet ?? '', table.preamble, table.header('value')].join(' ');
  const year = yearOf(file, request, yearsIn(text));
  if (year.refused) return noRows(year.refused);
  const notes = rowNotes(file.path);
  const reading = { table, unit, year: year.value, request, layout, notes };
  const numbers = columnNumbers(table, 'value');
  const rows = table.rows.flatMap((row) => rowsOf(reading, row, numbers(row)));
  return { rows, findings: notes.findings() };
}

interface Reading {
  readonly table: FoundTable<Role>;
  readonly unit: Rational;
  readonly year: number;
  readonly request: TableRequest;
  readonly layout: RegionTable;
  readonly notes: RowNotes;
}

function rowsOf(reading: Reading, row: Row, value: Numeric): FactorRow[] {
  const { table, year, layout, notes } = reading;
  const region = table.cell(row, 'region');
  const text = table.cell(row, 'value');
  if (region === '' && text === '') return [];
  const kg = amountOf(reading, value, text);
  const made = kg === undefined ? undefined : layout.rowsOf(region, kg, year);
  if (!made) {
    const what = `it gives no value ${quoted(text)} of a region ${quoted(region)} that is known. The row was set aside.`;
    notes.row('IN-FACTOR-TABLE', 'completeness', { line: row.line }, what);
    return [];
  }
  if (kg === null && typeof value === 'object') {
    const what = `0 stands for ${quoted(region)}, where no residual mix is published. It was read as not available.`;
    notes.row('IN-NULL', 'quality', { line: row.line }, what);
  }
  return made.map((one) => ({ ...one, per: 'MWh', source: sourceOf(reading, row), grade: 'V' }));
}

/** Kilograms per megawatt hour; null where the publisher states that there is no value, undefined where none is stated. */
function amountOf(
  { unit, layout }: Reading,
  value: Numeric,
  text: string,
): string | null | undefined {
  if (value === 'not-a-number') return undefined;
  if (value === 'null') return layout.isNullKept === true && text !== '' ? null : undefined;
  return layout.isZeroNull === true && value.n === 0n ? null : decimalText(value.mul(unit));
}

function sourceOf({ table, request, layout }: Reading, row: Row): FactorRow['source'] {
  return {
    document: request.document,
    table: table.sheet === undefined ? layout.label : `${layout.label}, sheet ${table.sheet}`,
    cell: table.cite(row, ['value']),
  };
}

function several({ path }: InputFile, tables: readonly FoundTable<Role>[]) {
  const sheets = tables.map(({ sheet }) => quoted(sheet ?? 'text')).join(', ');
  const message = `Several sheets of ${path} hold such a table (${sheets}), and they may differ. Bring a copy with the one that counts.`;
  return finding('IN-WORKBOOK', 'critical', message, { file: path });
}

function noUnit({ path }: InputFile, table: FoundTable<Role>) {
  const message = `The header ${quoted(table.header('value'))} of ${path} does not name the unit of its values. Bring the table with its unit.`;
  return finding('IN-UNIT', 'critical', message, { file: path });
}

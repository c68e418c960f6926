import type { InputFile, Outcome } from '../input-file.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { headerKey } from '../table/header.ts';
import { readTable, type Table } from '../table/table.ts';

/** Columns of the table of meter entries. */
export const ENTRY = {
  meter: 'Portfolio Manager Meter ID',
  name: 'Meter Name',
  type: 'Meter Type',
  start: 'Start Date',
  end: 'End Date',
  usage: 'Usage/Quantity',
  unit: 'Usage Units',
} as const;

/** Columns of it that an export may leave out. */
export const ENTRY_MORE = {
  cost: 'Cost ($)',
  estimation: 'Estimation?',
  demand: 'Demand (kW)',
  changed: 'Last Modified Date',
  green: 'Green Power',
  delivery: 'Delivery Date',
} as const;

/** Columns of the matrix of monthly usage, whose property id goes by two names. */
export const MONTH = {
  name: 'Property Name',
  parent: 'Parent Property Id',
  month: 'Month',
} as const;
export const PROPERTY_IDS = ['Property Id', 'Portfolio Manager Property ID'] as const;

/** Columns by which a table of yearly figures is known. */
export const YEARLY = ['Property Id', 'ENERGY STAR Score', 'Site EUI (kBtu/ft2)'] as const;

/** The table with its needed columns and those of the others that it has, which `more` picks from its headers. */
export function tableWith(
  file: InputFile,
  needed: readonly string[],
  more: (headers: readonly string[]) => readonly string[],
  notes: RowNotes,
): Outcome<{ readonly table: Table; readonly has: ReadonlySet<string> }> {
  // what is wrong with rows is noted when they are read
  const first = readTable(file, undefined, needed, rowNotes(file.path));
  if (first.refused) return first;
  const others = more(first.value.headers);
  const table = readTable(file, undefined, [...needed, ...others], notes);
  if (table.refused) return table;
  return { value: { table: table.value, has: new Set([...needed, ...others]) } };
}

/** Those of the columns that headers name. */
export function namedIn(headers: readonly string[], columns: readonly string[]): readonly string[] {
  const keys = new Set(headers.map(headerKey));
  return columns.filter((column) => keys.has(headerKey(column)));
}

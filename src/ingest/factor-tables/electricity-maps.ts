import type { FactorRow } from '../../model/documents/factor-set.ts';
import { finding } from '../../model/finding.ts';
import { ZERO } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import type { InputFile } from '../input-file.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import type { Numeric } from '../table/number.ts';
import { quoted } from '../wording.ts';
import { columnNumbers } from './column-numbers.ts';
import { findTables, type FoundTable } from './find-table.ts';
import { type FactorImporter, noRows, type TableRequest, type TableRows } from './importer.ts';
import { fractionOf } from './share.ts';

/** Both spellings of the header. The life-cycle column is not among them. */
const COLUMNS = {
  time: { names: ['datetime (utc)'] },
  name: { names: ['zone name'] },
  zone: { names: ['zone id'] },
  direct: { names: ['carbon intensity gco2eq/kwh (direct)'] },
  renewable: { names: ['renewable energy percentage (re%)', 'renewable percentage'] },
  carbonFree: { names: ['carbon-free energy percentage (cfe%)', 'low carbon percentage'] },
} as const;
type Column = keyof typeof COLUMNS;

/** Zones that are the grid of another publisher; a site has one key of a grid. */
const SAME_GRID: Readonly<Record<string, string>> = { 'US-TEX-ERCO': 'egrid:ERCT' };
const NOT_EXACTLY =
  'The zone ERCO stands for the eGRID subregion ERCT, which it matches closely but not exactly.';

/** Yearly values of zones: shares of the mix and the direct intensity, never that of the life cycle. */
export const ELECTRICITY_MAPS: FactorImporter = {
  publisher: 'electricity-maps',
  title: 'Electricity Maps yearly data',
  description:
    'yearly CSV (Datetime (UTC), Zone id, carbon intensity (direct), shares of renewable and carbon-free energy), in both spellings of its header; the life-cycle intensity is never read',
  isProven: true,
  licence: 'ODbL 1.0; attribution asked for',
  attribution: 'Electricity Maps, https://www.electricitymaps.com',
  notes: [
    'Scope 2 rests on the direct intensity only, never on the life-cycle one.',
    'Intensity in g CO2eq per kWh as published; the publisher states no single gases.',
  ],
  read(file, request) {
    const found = findTables(file, COLUMNS);
    if (found.refused) return noRows(found.refused);
    const [table] = found.value;
    return table ? zonesOf(file, request, table) : noRows();
  },
};

function zonesOf(file: InputFile, request: TableRequest, table: FoundTable<Column>): TableRows {
  const own = table.rows.filter(
    (row) => yearIn(table, row) === (request.year ?? yearIn(table, row)),
  );
  const keys = own.map((row) => `${table.cell(row, 'zone')} in ${String(yearIn(table, row))}`);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) return noRows(severalTimes(file, twice));
  const notes = rowNotes(file.path);
  const numbers = {
    direct: columnNumbers(table, 'direct'),
    renewable: columnNumbers(table, 'renewable'),
    carbonFree: columnNumbers(table, 'carbonFree'),
  };
  const reading = { table, numbers, request, notes };
  return { rows: own.flatMap((row) => zoneRows(reading, row)), findings: notes.findings() };
}

/** A row stands for the year that begins at its time. */
function yearIn(table: FoundTable<Column>, row: Row): number | undefined {
  const [, year] = /^(\d{4})-/.exec(table.cell(row, 'time')) ?? [];
  return year === undefined ? undefined : Number(year);
}

function severalTimes({ path }: InputFile, key: string) {
  const message = `${path} holds several rows of zone ${key}, so its values are not of a year. Bring the yearly file.`;
  return finding('IN-FACTOR-TABLE', 'critical', message, { file: path });
}

interface Reading {
  readonly table: FoundTable<Column>;
  readonly numbers: Readonly<
    Record<'direct' | 'renewable' | 'carbonFree', ReturnType<typeof columnNumbers>>
  >;
  readonly request: TableRequest;
  readonly notes: RowNotes;
}

function zoneRows({ table, numbers, request, notes }: Reading, row: Row): FactorRow[] {
  const zone = table.cell(row, 'zone');
  const name = table.cell(row, 'name');
  const grid = gridOf(zone);
  const year = yearIn(table, row);
  const { direct, renewable, carbonFree } = numbers;
  const shares = [fractionOf(renewable(row)), fractionOf(carbonFree(row))] as const;
  const intensity = intensityOf(direct(row));
  if (
    grid === undefined ||
    year === undefined ||
    shares.includes(undefined) ||
    intensity === undefined
  ) {
    const what = `zone ${quoted(zone)} has no year, direct intensity and shares that are numbers. The row was set aside.`;
    notes.row('IN-FACTOR-TABLE', 'completeness', { line: row.line }, what);
    return [];
  }
  const common = {
    name,
    per: 'MWh',
    grade: 'V',
    ...(zone in SAME_GRID && { note: NOT_EXACTLY }),
  } as const;
  const answers = { grid, year };
  const basis = { boundary: 'consumption', losses: 'excluded' } as const;
  const source = (label: string, roles: readonly Column[]) =>
    sourceOf(request, label, `zone ${zone}, ${table.cite(row, roles)}`);
  return [
    {
      id: `${zone}-${String(year)}`,
      ...common,
      answers: { use: 'mix', ...answers },
      basis,
      renewable: shares[0] ?? null,
      carbon_free: shares[1] ?? null,
      source: source('renewable and carbon-free energy', ['renewable', 'carbonFree']),
    },
    {
      id: `${zone}-${String(year)}-direct`,
      ...common,
      answers: { use: 'location', ...answers },
      basis: { ...basis, cycle: 'direct' },
      co2e_kg: intensity,
      states: ['CO2e'],
      source: source('carbon intensity (direct)', ['direct']),
    },
  ];
}

function sourceOf({ document }: TableRequest, table: string, cell: string) {
  return { document, table, cell };
}

/** Countries have the keys of countries, provinces of Canada those of their publisher; other zones their own. */
function gridOf(zone: string): string | undefined {
  if (!/^[A-Z]{2}(-[A-Z0-9]+)*$/.test(zone)) return undefined;
  const [, province] = /^CA-([A-Z]{2})$/.exec(zone) ?? [];
  if (province !== undefined) return `eccc:${province}`;
  return SAME_GRID[zone] ?? (zone.length === 2 ? `national:${zone}` : `electricity-maps:${zone}`);
}

/** Grams per kilowatt hour are kilograms per megawatt hour. */
function intensityOf(value: Numeric): string | undefined {
  return typeof value === 'string' || value.lt(ZERO) ? undefined : decimalText(value);
}

import type { FactorRow } from '../../model/documents/factor-set.ts';
import { finding } from '../../model/finding.ts';
import type { Rational } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import type { InputFile } from '../input-file.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { quoted } from '../wording.ts';
import { columnNumbers } from './column-numbers.ts';
import { gridLosses } from './egrid-losses.ts';
import { findTables, type FoundTable } from './find-table.ts';
import { type FactorImporter, noRows, type TableRequest, type TableRows } from './importer.ts';
import { kgPerMwh } from './rate.ts';
import { yearOf } from './years.ts';

/** Total output rates alone: those of nonbaseload plants and of single fuels have codes of their own. */
const COLUMNS = {
  year: { names: ['year'], isOptional: true },
  subregion: { names: ['subrgn'] },
  name: { names: ['srname'] },
  co2: { names: ['srco2rta'] },
  ch4: { names: ['srch4rta'] },
  n2o: { names: ['srn2orta'] },
} as const;
type Column = keyof typeof COLUMNS;
const GASES = ['co2', 'ch4', 'n2o'] as const;
type GasColumn = (typeof GASES)[number];
const SHEET = /^srl(\d\d)$/i;

/** The workbook of eGRID: emission rates of the sheet of subregions, and losses of the sheet of grid gross loss. */
export const EGRID: FactorImporter = {
  publisher: 'epa-egrid',
  title: 'US EPA eGRID',
  description:
    'workbook, US or metric edition: sheet SRL (SUBRGN, SRNAME, SRCO2RTA, SRCH4RTA, SRN2ORTA: annual total output emission rates) and sheet GGL (grid gross loss), by the column codes of the publisher',
  isProven: false,
  licence: 'US public domain',
  notes: [
    'Total output emission rates of subregions. Methane is not split into fossil and biogenic. Grid losses are not included.',
    'Rates in pounds were converted with a pound of exactly 0.45359237 kg; the metric edition of the publisher uses a rounded one.',
  ],
  read(file, request) {
    const rates = ratesOf(file, request);
    if (rates.rows.length === 0) return rates;
    const losses = gridLosses(file, request, rates.rows);
    return {
      rows: [...rates.rows, ...losses.rows],
      findings: [...rates.findings, ...losses.findings],
    };
  },
};

function ratesOf(file: InputFile, request: TableRequest): TableRows {
  const found = findTables(file, COLUMNS, (name) => SHEET.test(name));
  if (found.refused) return noRows(found.refused);
  const [table] = found.value;
  if (!table) return noRows();
  const year = yearOf(file, request, yearsOf(table));
  if (year.refused) return noRows(year.refused);
  const units = unitsOf(table);
  if (!units) return noRows(noUnit(file, table));
  const notes = rowNotes(file.path);
  const reading = { table, units, numbers: numbersOf(table), year: year.value, request, notes };
  const rows = table.rows.flatMap((row) => rateRow(reading, row) ?? []);
  return { rows, findings: notes.findings() };
}

function yearsOf(table: FoundTable<Column>): number[] {
  const [, short] = SHEET.exec(table.sheet ?? '') ?? [];
  const stated = table.has('year') ? table.rows.map((row) => table.cell(row, 'year')) : [];
  return [
    ...(short === undefined ? [] : [2000 + Number(short)]),
    ...stated.filter((text) => /^\d{4}$/.test(text)).map(Number),
  ];
}

type ByGas<T> = Readonly<Record<GasColumn, T>>;

function unitsOf(table: FoundTable<Column>): ByGas<Rational> | undefined {
  const [co2, ch4, n2o] = GASES.map((gas) => kgPerMwh(table.header(gas)));
  return co2 && ch4 && n2o && { co2, ch4, n2o };
}

function noUnit({ path }: InputFile, table: FoundTable<Column>) {
  const message = `The headers of ${path} do not name the unit of its rates (${quoted(table.header('co2'))}). Bring the workbook with both rows of headers.`;
  return finding('IN-UNIT', 'critical', message, { file: path });
}

function numbersOf(table: FoundTable<Column>): ByGas<ReturnType<typeof columnNumbers>> {
  return {
    co2: columnNumbers(table, 'co2'),
    ch4: columnNumbers(table, 'ch4'),
    n2o: columnNumbers(table, 'n2o'),
  };
}

interface Reading {
  readonly table: FoundTable<Column>;
  readonly units: ByGas<Rational>;
  readonly numbers: ByGas<ReturnType<typeof columnNumbers>>;
  readonly year: number;
  readonly request: TableRequest;
  readonly notes: RowNotes;
}

function rateRow(
  { table, units, numbers, year, request, notes }: Reading,
  row: Row,
): FactorRow | undefined {
  const id = table.cell(row, 'subregion');
  const [co2, ch4, n2o] = GASES.map((gas) => {
    const value = numbers[gas](row);
    return typeof value === 'string' ? undefined : decimalText(value.mul(units[gas]));
  });
  if (!/^[A-Z0-9]{4}$/.test(id) || co2 === undefined || ch4 === undefined || n2o === undefined) {
    const what = `it gives no subregion ${quoted(id)} with numbers for CO2, CH4 and N2O. The row was set aside.`;
    notes.row('IN-FACTOR-TABLE', 'completeness', { line: row.line }, what);
    return undefined;
  }
  return {
    id,
    name: table.cell(row, 'name'),
    answers: { use: 'location', grid: `egrid:${id}`, year },
    basis: { boundary: 'generation', losses: 'excluded', cycle: 'direct' },
    per: 'MWh',
    co2_kg: co2,
    ch4_kg: ch4,
    n2o_kg: n2o,
    source: {
      document: request.document,
      table: `${table.sheet === undefined ? 'text' : `sheet ${table.sheet}`}, SRCO2RTA, SRCH4RTA, SRN2ORTA (total output emission rates)`,
      cell: table.cite(row, GASES),
    },
    grade: 'V',
  };
}

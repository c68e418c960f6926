import type { FactorRow } from '../../model/documents/factor-set.ts';
import { finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { decimalText } from '../../units/rounding.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { quoted } from '../wording.ts';
import { columnNumbers } from './column-numbers.ts';
import { twoLetterCode } from './country-codes.ts';
import { findTables, type FoundTable, type WantedColumns } from './find-table.ts';
import { type FactorImporter, noRows, type TableRequest, type TableRows } from './importer.ts';
import { fractionOf } from './share.ts';

const PLACE = {
  area: { names: ['area', 'country or region', 'country_or_region', 'country', 'entity'] },
  code: {
    names: ['iso 3 code', 'country code', 'country_code', 'entity_code'],
    isOptional: true,
  },
  state: { names: ['state'], isOptional: true },
  year: { names: ['year', 'date'] },
} as const;
const ABSENT = { names: [], isOptional: true };
type Columns = WantedColumns<Column>;
/** Long form: one value a row. */
const LONG: Columns = {
  ...PLACE,
  category: { names: ['category'] },
  variable: { names: ['variable'] },
  unit: { names: ['unit'] },
  share: { names: ['value'] },
};
const SHARES: Columns = {
  ...PLACE,
  category: ABSENT,
  unit: ABSENT,
  variable: { names: ['variable', 'series', 'electricity source'] },
  share: { names: ['share_of_generation_pct', 'share of generation (%)'] },
};
const INTENSITY: Columns = {
  ...PLACE,
  category: ABSENT,
  unit: ABSENT,
  variable: ABSENT,
  share: { names: /^(emissions_intensity_gco2|emissions intensity \(gco2)/ },
};

type Column = keyof typeof PLACE | 'category' | 'variable' | 'unit' | 'share';

/** Shares of the physical mix. The intensity counts the life cycle, so others are held against it and it answers for no scope. */
export const EMBER: FactorImporter = {
  publisher: 'ember',
  title: 'Ember yearly electricity data',
  description:
    'yearly CSV: the full release in long form (Area, ISO 3 code, Year, Category, Variable, Unit, Value; from its published columns) or a table of generation by source with its share; shares of Renewables and Clean become shares of the mix; of a table of intensities, which count the life cycle, rows to compare with and never for Scope 2',
  isProven: true,
  licence: 'CC BY 4.0',
  attribution: 'Ember, https://ember-energy.org',
  notes: [
    'Shares of generation. The emissions intensity of this publisher counts the life cycle: it is there to be compared with and answers for no scope.',
  ],
  read(file, request) {
    for (const columns of [LONG, SHARES]) {
      const found = findTables(file, columns);
      const [table] = found.refused ? [] : found.value;
      if (table) return sharesOf(file, request, table);
    }
    const intensity = findTables(file, INTENSITY);
    const [table] = intensity.refused ? [] : intensity.value;
    if (table) return intensitiesOf(file, request, table);
    const shares = findTables(file, SHARES);
    return noRows(...(shares.refused ? [shares.refused] : []));
  },
};

function intensitiesOf(
  file: InputFile,
  request: TableRequest,
  table: FoundTable<Column>,
): TableRows {
  const notes = rowNotes(file.path);
  const numbers = columnNumbers(table, 'share');
  const rows = table.rows.flatMap((row): FactorRow[] => {
    const place = placeOf(table, row, notes);
    if (!place || (request.year !== undefined && place.year !== request.year)) return [];
    const value = numbers(row);
    if (typeof value === 'string') {
      notes.tally('IN-NULL', 'info', { line: row.line }, (rows, lines) => {
        return `${rows} without an intensity: set aside (${lines}).`;
      });
      return [];
    }
    const { area, id, grid, year } = place;
    return [
      {
        id: `${id}-${String(year)}`,
        name: area,
        answers: { use: 'cross-check', grid, year },
        basis: { boundary: 'generation', cycle: 'life-cycle' },
        per: 'MWh',
        // grams per kilowatt hour are kilograms per megawatt hour
        co2e_kg: decimalText(value),
        states: ['CO2e'],
        source: {
          document: request.document,
          table: 'emissions intensity',
          cell: table.cite(row, ['share']),
        },
        grade: 'V',
      },
    ];
  });
  notes.add(ofLifeCycle(file));
  return { rows, findings: notes.findings() };
}

function ofLifeCycle({ path }: InputFile) {
  const message = `The intensities of ${path} count the life cycle. They stand beside others to be compared with, and answer for no scope; for shares of the mix bring the table of generation by source.`;
  return finding('IN-FACTOR-TABLE', 'info', message, { file: path });
}

type Share = 'renewable' | 'carbon_free';
const VARIABLES: Readonly<Record<string, Share>> = {
  Renewables: 'renewable',
  Clean: 'carbon_free',
};

interface Place {
  readonly area: string;
  readonly id: string;
  readonly grid: string;
  readonly year: number;
}

interface Mix extends Place {
  readonly shares: Partial<Record<Share, string>>;
  readonly cells: readonly string[];
}

function sharesOf(file: InputFile, request: TableRequest, table: FoundTable<Column>): TableRows {
  const notes = rowNotes(file.path);
  const numbers = columnNumbers(table, 'share');
  const mixes = new Map<string, Mix>();
  for (const row of table.rows) {
    const share = VARIABLES[table.cell(row, 'variable')];
    if (!share || !isShare(table, row)) continue;
    const place = placeOf(table, row, notes);
    const value = numbers(row);
    if (!place || (request.year !== undefined && place.year !== request.year)) continue;
    const fraction = fractionOf(value);
    if (fraction === undefined) {
      const what = `${quoted(table.cell(row, 'share'))} is no share of ${quoted(place.area)}. It was set aside.`;
      notes.row('IN-FACTOR-TABLE', 'completeness', { line: row.line }, what);
      continue;
    }
    const key = `${place.id} ${String(place.year)}`;
    const mix = mixes.get(key) ?? { ...place, shares: {}, cells: [] };
    mixes.set(key, {
      ...mix,
      shares: { ...mix.shares, [share]: fraction },
      cells: [...mix.cells, table.cite(row, ['share'])],
    });
  }
  return {
    rows: [...mixes.values()].map((mix) => mixRow(mix, request)),
    findings: notes.findings(),
  };
}

/** In the long form shares are the rows of generation in percent. */
function isShare(table: FoundTable<Column>, row: Row): boolean {
  if (!table.has('category')) return true;
  return (
    table.cell(row, 'category') === 'Electricity generation' && table.cell(row, 'unit') === '%'
  );
}

function placeOf(table: FoundTable<Column>, row: Row, notes: RowNotes): Place | undefined {
  const area = table.cell(row, 'area');
  const [, year] = /^(\d{4})(-01-01.*)?$/.exec(table.cell(row, 'year')) ?? [];
  const state = table.has('state') ? table.cell(row, 'state') : '';
  const grid = gridOf(table, row, state);
  const tell = (topic: (rows: string, lines: string) => string) => {
    notes.tally('IN-FACTOR-TABLE', 'info', { line: row.line }, topic);
  };
  if (year === undefined) {
    tell((rows, lines) => `${rows} of no whole year: set aside (${lines}).`);
    return undefined;
  }
  if (grid === undefined) {
    tell((rows, lines) => `${rows} of groups of countries: set aside (${lines}).`);
    return undefined;
  }
  return {
    area: state === '' ? area : state,
    id: grid.replace(/^.*:/, ''),
    grid,
    year: Number(year),
  };
}

function gridOf(table: FoundTable<Column>, row: Row, state: string): string | undefined {
  if (state !== '') return `ember:${state.replace(/[^A-Za-z0-9]+/g, '-')}`;
  const code = table.has('code') ? twoLetterCode(table.cell(row, 'code')) : undefined;
  return code === undefined ? undefined : `national:${code}`;
}

function mixRow(
  { area, id, grid, year, shares, cells }: Mix,
  { document }: TableRequest,
): FactorRow {
  return {
    id: `${id}-${String(year)}`,
    name: area,
    answers: { use: 'mix', grid, year },
    basis: { boundary: 'generation', losses: 'excluded' },
    per: 'MWh',
    ...shares,
    source: {
      document,
      table: 'shares of generation, Renewables and Clean',
      cell: cells.join(', '),
    },
    grade: 'V',
  };
}

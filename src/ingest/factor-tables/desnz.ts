import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { rowNotes } from '../row-notes.ts';
import { counted, listed, quoted } from '../wording.ts';
import { columnNumbers } from './column-numbers.ts';
import { DESNZ_COLUMNS, type DesnzColumn, questionOf } from './desnz-rows.ts';
import { factorsOf, type StatedGas } from './desnz-gases.ts';
import { findTables, type FoundTable } from './find-table.ts';
import { type FactorImporter, noRows, type TableRequest, type TableRows } from './importer.ts';
import { yearOf } from './years.ts';

const SCOPES = ['Scope 1', 'Scope 2', 'Scope 3'];

/** The flat file of the UK government's conversion factors. */
export const DESNZ: FactorImporter = {
  publisher: 'desnz',
  title: 'UK Government GHG Conversion Factors for Company Reporting, flat file',
  description:
    'flat file as workbook or CSV (ID, Scope, Level 1 to 4, Column Text, UOM, GHG/Unit, GHG Conversion Factor <year>): UK electricity, its losses and well-to-tank, heat and steam, fuels and their well-to-tank, each in its unit and at its calorific value; travel, freight, water, waste, materials and bioenergy are told and left',
  isProven: false,
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0.',
  notes: [
    'Rows of single gases are published as CO2e with AR5 warming potentials; masses are these divided by 28 (CH4) and 265 (N2O).',
    'Energy of fuel is stated in gross and in net calorific value: each row names its own.',
  ],
  read(file, request) {
    const found = findTables(file, DESNZ_COLUMNS);
    if (found.refused) return noRows(found.refused);
    const [table] = found.value;
    return table ? flatFile(file, request, table) : noRows();
  },
};

function flatFile(
  file: InputFile,
  request: TableRequest,
  table: FoundTable<DesnzColumn>,
): TableRows {
  const stated = [...table.header('value').matchAll(/factor (20\d\d)/g)];
  const year = yearOf(
    file,
    request,
    stated.map(([, text]) => Number(text)),
  );
  if (year.refused) return noRows(year.refused);
  const gases: StatedGas[] = [];
  const notes = rowNotes(file.path);
  const left = new Map<string, number>();
  const numbers = columnNumbers(table, 'value');
  for (const row of table.rows) {
    const question = questionOf(table, row, year.value);
    if ('left' in question) {
      left.set(question.left, (left.get(question.left) ?? 0) + 1);
      continue;
    }
    const value = numbers(row);
    if (value === 'null') {
      notes.tally('IN-NULL', 'info', { line: row.line }, (rows, lines) => {
        return `${rows} without a factor: set aside, since blank is not zero (${lines}).`;
      });
    } else if (value === 'not-a-number') {
      const what = `${quoted(table.cell(row, 'value'))} is no number. The row was set aside.`;
      notes.row('IN-NUMBER', 'critical', { line: row.line }, what);
    } else gases.push({ ...question, value, cell: table.cite(row, ['value']) });
  }
  const findings = [
    ...notes.findings(),
    ...leftFindings(file, left),
    ...scopeFindings(file, table),
  ];
  return { rows: factorsOf(gases, request, table.sheet), findings };
}

function leftFindings({ path }: InputFile, left: ReadonlyMap<string, number>): Finding[] {
  const all = [...left].sort(([a], [b]) => (a < b ? -1 : 1));
  if (all.length === 0) return [];
  const what = all.map(([why, n]) => `${why} (${String(n)})`).join('; ');
  const total = counted(
    all.reduce((sum, [, n]) => sum + n, 0),
    'row',
  );
  const message = `${total} of ${path} are not taken: ${what}.`;
  return [finding('IN-FACTOR-TABLE', 'info', message, { file: path })];
}

/** Partial copies are about: what is not there is said. */
function scopeFindings({ path }: InputFile, table: FoundTable<DesnzColumn>): Finding[] {
  const held = new Set(table.rows.map((row) => table.cell(row, 'scope')));
  const missing = SCOPES.filter((scope) => !held.has(scope));
  if (missing.length === 0) return [];
  const message = `${path} is a partial copy: it holds no row of ${listed(missing)}. Bring the whole flat file where these are asked for.`;
  return [finding('IN-FACTOR-TABLE', 'completeness', message, { file: path })];
}

import type { FactorRow } from '../../model/documents/factor-set.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { exact, ONE, type Rational, ZERO } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import type { InputFile } from '../input-file.ts';
import type { Row } from '../table/cells.ts';
import { listed, quoted } from '../wording.ts';
import { columnNumbers } from './column-numbers.ts';
import { findTables, type FoundTable } from './find-table.ts';
import { noRows, type TableRequest, type TableRows } from './importer.ts';

const COLUMNS = {
  region: { names: ['region'] },
  losses: { names: ['estloss'] },
  disposition: { names: ['totdisp'] },
  direct: { names: ['dirctuse'] },
  loss: { names: ['ggrsloss'] },
} as const;
type Column = keyof typeof COLUMNS;
const SHEET = /^ggl\d\d$/i;
/**
 * Losses are published by interconnection; these are the subregions of each. Puerto Rico has none.
 *
 * @see EPA Power Profiler, eGRID technical guide, section on grid gross loss
 */
const INTERCONNECTIONS: Readonly<Record<string, readonly string[]>> = {
  Alaska: ['AKGD', 'AKMS'],
  Hawaii: ['HIMS', 'HIOA'],
  ERCOT: ['ERCT'],
  Western: ['AZNM', 'CAMX', 'NWPP', 'RMPA'],
  Eastern:
    'FRCC MROE MROW NEWE NYCW NYLI NYUP RFCE RFCM RFCW SPNO SPSO SRMV SRMW SRSO SRTV SRVC'.split(
      ' ',
    ),
};
/** Stated losses and those that their parts give may differ by rounding. */
const NEAR = exact('0.001');

/** Losses of the subregions that have rates: a row for each, from that of its interconnection. */
export function gridLosses(
  file: InputFile,
  request: TableRequest,
  rates: readonly FactorRow[],
): TableRows {
  const found = findTables(file, COLUMNS, (name) => SHEET.test(name));
  const [table] = found.refused ? [] : found.value;
  if (!table) return noRows(without(file, 'holds no sheet GGL with REGION and GGRSLOSS'));
  const loss = columnNumbers(table, 'loss');
  const findings: Finding[] = [];
  const rows = table.rows.flatMap((row): FactorRow[] => {
    const region = table.cell(row, 'region');
    const ids = INTERCONNECTIONS[region];
    const value = loss(row);
    if (!ids || typeof value === 'string') return [];
    const fraction = fractionOf(table, row, value);
    if (!fraction) {
      findings.push(doubtful(file, region, decimalText(value)));
      return [];
    }
    return rates
      .filter(({ id }) => ids.includes(id))
      .map((rate) => lossRow(rate, fraction, region, request, table, row));
  });
  const covered = new Set(rows.map(({ answers }) => answers.grid));
  const left = rates.filter(({ answers }) => !covered.has(answers.grid)).map(({ id }) => id);
  if (left.length > 0) findings.push(without(file, `gives no grid gross loss of ${listed(left)}`));
  return { rows, findings };
}

/** The loss as a fraction, where the parts that it is made of confirm whether it is one or a percentage. */
function fractionOf(table: FoundTable<Column>, row: Row, stated: Rational): Rational | undefined {
  const parts = (['losses', 'disposition', 'direct'] as const).map((role) =>
    columnNumbers(table, role)(row),
  );
  const [losses, disposition, direct] = parts;
  if (typeof losses !== 'object' || typeof disposition !== 'object' || typeof direct !== 'object') {
    return undefined;
  }
  const net = disposition.sub(direct);
  if (!net.gt(ZERO)) return undefined;
  const expected = losses.div(net);
  return [stated, stated.div(exact('100'))].find(
    (one) => one.gte(ZERO) && one.lt(ONE) && one.sub(expected).abs().lte(NEAR),
  );
}

function lossRow(
  { id, name, answers }: FactorRow,
  fraction: Rational,
  region: string,
  { document }: TableRequest,
  table: FoundTable<Column>,
  row: Row,
): FactorRow {
  return {
    id: `${id}-loss`,
    ...(name !== undefined && { name }),
    answers: { ...answers, use: 'loss' },
    per: 'MWh',
    loss_fraction: decimalText(fraction),
    source: {
      document,
      table: `sheet ${table.sheet ?? ''}, GGRSLOSS`,
      cell: table.cite(row, ['loss']),
    },
    grade: 'V',
    note: `Grid gross loss of the interconnection ${region}, to which the subregion belongs.`,
  };
}

function without({ path }: InputFile, what: string): Finding {
  const message = `${path} ${what}. Losses of these are not in the set; state grid_loss in the workspace where they are asked for.`;
  return finding('IN-FACTOR-TABLE', 'completeness', message, { file: path });
}

function doubtful({ path }: InputFile, region: string, value: string): Finding {
  const message = `The grid gross loss ${value} of ${quoted(region)} in ${path} is not its losses by its disposition without direct use. It was set aside; check the workbook.`;
  return finding('IN-FACTOR-TABLE', 'quality', message, { file: path });
}

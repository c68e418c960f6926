import type { HourColumn } from '../../model/column.ts';
import type { Meter } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { ZERO } from '../../units/rational.ts';
import { energySource } from '../energy/meter-energy.ts';
import { type Figure, isMissing } from '../figure.ts';
import type { SiteInputs } from '../inputs.ts';
import {
  columnMinimumSum,
  columnSum,
  constant,
  convert,
  derivedColumn,
  difference,
  inUnit,
  minimum,
  type Step,
} from '../ledger.ts';
import { numberText } from '../wording.ts';
import type { Connection } from './connections.ts';

/** What a connection fed into the grid, and the plant's power of the same hours where that is known by the hour. */
export interface ExportColumns {
  readonly exported: HourColumn | undefined;
  readonly made: HourColumn | undefined;
  /** Made of the columns of several plants. */
  readonly derived?: HourColumn;
}

/** Readings tell of single hours only where they are what counts. */
function isHourly(inputs: SiteInputs, meter: Meter): boolean {
  const energyColumns = inputs.generationColumns ?? new Map<string, HourColumn>();
  return energySource(meter, { ...inputs, energyColumns }) === 'readings';
}

/** The columns by which the export of a connection is laid against what its plant made, hour by hour. */
export function exportColumns(inputs: SiteInputs, connection: Connection): ExportColumns {
  const { main, plants } = connection;
  const exported = inputs.exportColumns?.get(main.id);
  const meters = plants.map(({ plant }) => plant.meter);
  const columns = meters.flatMap((meter) =>
    isHourly(inputs, meter) ? (inputs.generationColumns?.get(meter.id) ?? []) : [],
  );
  const [first, ...others] = columns;
  if (!exported || !first || columns.length < meters.length) return { exported, made: undefined };
  if (others.length === 0) return { exported, made: first };
  const made = derivedColumn('sum', columns, {
    id: `${main.id}.plant`,
    site: first.site,
    quantity: 'energy',
    unit: 'J',
    start: first.start,
    hours: Math.max(...columns.map(({ cells }) => cells.length)),
  });
  return { exported, made, derived: made };
}

/** What a connection fed into the grid in a month; zero where nothing is recorded. */
export function exportedIn(
  { exported }: ExportColumns,
  { main }: Connection,
  month: Month,
): Step<'MWh'> {
  if (!exported) return constant(ZERO, 'MWh', `No export of ${main.id} is recorded`);
  const name = `Fed into the grid by ${main.id} in ${month.id}`;
  return convert(inUnit(columnSum(exported, month, name), 'J'), 'MWh', name);
}

/** The part of a month's export that plant made: the smaller of both in each hour, or of the month where hours are not known. */
export function exportOfPlant(
  columns: ExportColumns,
  { main }: Connection,
  month: Month,
  generated: Figure<'MWh'>,
  exported: Step<'MWh'>,
): Figure<'MWh'> {
  if (isMissing(generated)) return generated;
  const { made, exported: column } = columns;
  const name = `Fed into the grid by ${main.id} out of what its plant made, ${month.id}`;
  if (!column) return exported;
  if (!made) return minimum(generated, exported, { name, formula: 'smaller of made and fed in' });
  const formula = 'smaller of made and fed in, hour by hour';
  const hours = columnMinimumSum(made, column, month, { name, formula });
  return convert(inUnit(hours, 'J'), 'MWh', name);
}

/** What was fed in beyond what plant made in the same hour. */
export function exportBeyond(
  exported: Step<'MWh'>,
  ofPlant: Figure<'MWh'>,
  where: string,
): Figure<'MWh'> {
  if (isMissing(ofPlant)) return ofPlant;
  return difference(exported, ofPlant, `Fed into the grid beyond what plant made, ${where}`);
}

/** That nothing tells whether a connection with plant behind it feeds into the grid. */
export function noExport({ main }: Connection): Finding {
  return finding(
    'ACC-EXPORT',
    'completeness',
    `No export of ${main.id} is recorded, and plant stands behind it: all that the plant made counts as used at the site. Add readings of export, or decide no-export.`,
    { entry: `meters.${main.id}` },
  );
}

/** That the hours of export and plant are not both known. */
export function byTheMonth({ main }: Connection): Finding {
  return finding(
    'ACC-EXPORT',
    'quality',
    `What ${main.id} fed into the grid was laid against what its plant made month by month, since not all of the plant is read by the hour; add its readings.`,
    { entry: `meters.${main.id}` },
  );
}

/** That more was fed into the grid than plant made, without storage. */
export function moreThanMade({ main }: Connection, beyond: Step<'MWh'>): Finding {
  return finding(
    'ACC-EXPORT',
    'quality',
    `${main.id} fed ${numberText(beyond.value, 3)} MWh into the grid beyond what its plant made in the same hours, and no storage is stated; check its readings, or add the plant or storage.`,
    { entry: `meters.${main.id}` },
  );
}

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
import { both } from './balance.ts';
import type { Connection, PlacedPlant } from './connections.ts';
import type { Plant } from './plants.ts';

/** A plant's hours, and what is left of the export of its connection when the plants before it were asked. */
interface PlantHours {
  readonly meter: string;
  readonly made: HourColumn;
  readonly left: HourColumn;
}

/** What a connection fed into the grid, and its plants by the hour where all of them are read. */
export interface ExportColumns {
  readonly exported: HourColumn | undefined;
  /** In the order in which export is laid against plants; absent where hours are not known. */
  readonly hourly?: readonly PlantHours[];
  /** Made of the columns of plants. */
  readonly derived: readonly HourColumn[];
}

const ORDER: Readonly<Record<Plant['claim'], number>> = { held: 0, null: 1, emitting: 2 };

/** Plants of which something is claimed first, so that no claim rests on power that was fed into the grid. */
function inOrder(plants: readonly PlacedPlant[]): PlacedPlant[] {
  return [...plants].sort(
    ({ plant: a }, { plant: b }) =>
      ORDER[a.claim] - ORDER[b.claim] || (a.meter.id < b.meter.id ? -1 : 1),
  );
}

/** Readings tell of single hours only where they are what counts. */
function isHourly(inputs: SiteInputs, meter: Meter): boolean {
  const energyColumns = inputs.generationColumns ?? new Map<string, HourColumn>();
  return energySource(meter, { ...inputs, energyColumns }) === 'readings';
}

/** What the export exceeds the plants before by, hour by hour. */
function leftOver(exported: HourColumn, before: readonly HourColumn[], meter: string): HourColumn {
  if (before.length === 0) return exported;
  return derivedColumn('surplus', [exported, ...before], {
    id: `${meter}.export-left`,
    site: exported.site,
    quantity: 'energy',
    unit: 'J',
    start: exported.start,
    hours: exported.cells.length,
  });
}

/** The columns by which the export of a connection is laid against what its plants made, hour by hour. */
export function exportColumns(inputs: SiteInputs, { main, plants }: Connection): ExportColumns {
  const exported = inputs.exportColumns?.get(main.id);
  const columns = inOrder(plants).flatMap(({ plant: { meter } }) => {
    const made = isHourly(inputs, meter) ? inputs.generationColumns?.get(meter.id) : undefined;
    return made ? [{ meter: meter.id, made }] : [];
  });
  if (!exported || columns.length < plants.length) return { exported, derived: [] };
  const hourly = columns.map(({ meter, made }, i): PlantHours => {
    const before = columns.slice(0, i).map((each) => each.made);
    return { meter, made, left: leftOver(exported, before, meter) };
  });
  const derived = hourly.map(({ left }) => left).filter((left) => left !== exported);
  return { exported, hourly, derived };
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

function nameOf(meter: string, month: Month): string {
  return `Fed into the grid out of what ${meter} made, ${month.id}`;
}

function byTheHour(hourly: readonly PlantHours[], month: Month): Map<string, Step<'MWh'>> {
  return new Map(
    hourly.map(({ meter, made, left }) => {
      const name = nameOf(meter, month);
      const note = { name, formula: 'smaller of made and left of export, hour by hour' };
      const hours = columnMinimumSum(made, left, month, note);
      return [meter, convert(inUnit(hours, 'J'), 'MWh', name)];
    }),
  );
}

/** The parts of a month's export that plants made: hour by hour, or of the month where hours are not known. */
export function exportsOfPlants(
  { exported: column, hourly }: ExportColumns,
  { plants }: Connection,
  month: Month,
  made: ReadonlyMap<string, Figure<'MWh'>>,
  exported: Step<'MWh'>,
): ReadonlyMap<string, Figure<'MWh'>> {
  if (hourly) return byTheHour(hourly, month);
  let left: Figure<'MWh'> = exported;
  const parts = new Map<string, Figure<'MWh'>>();
  for (const { plant } of inOrder(plants)) {
    const { id } = plant.meter;
    const name = nameOf(id, month);
    const part: Figure<'MWh'> = both(made.get(id) ?? exported, left, (a, b) =>
      column ? minimum(a, b, { name, formula: 'smaller of made and left of export' }) : b,
    );
    left = both(left, part, (a, b) => difference(a, b, `Export left after ${id}, ${month.id}`));
    parts.set(id, part);
  }
  return parts;
}

/** What was fed in beyond what plant made in the same hour. */
export function exportBeyond(
  exported: Step<'MWh'>,
  ofPlant: Figure<'MWh'> | undefined,
  where: string,
): Figure<'MWh'> {
  if (!ofPlant || isMissing(ofPlant)) return ofPlant ?? exported;
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

/** By what order export was laid against several plants. */
export function inOrderOfClaims({ main }: Connection): Finding {
  return finding(
    'ACC-EXPORT',
    'info',
    `What ${main.id} fed into the grid was laid against its plants one after the other in each hour: first those whose attributes are held, then those whose attributes are not, then those that burn fuel.`,
    { entry: `meters.${main.id}` },
  );
}

import type { HourColumn } from '../../model/column.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { type Connection, connectionsOf } from '../balance/connections.ts';
import { type Plant, sourceOf } from '../balance/plants.ts';
import type { Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import type { SiteColumns } from './columns.ts';
import { kindOf, ratesOf, type Supply, zeroRates } from './supplies.ts';

/** What a site used hour by hour, and what plant behind its connections gave to that. */
export interface HourlyLoad {
  /** Bought at the connections, and made and used behind them; what a store takes in is load of that hour. */
  readonly column: HourColumn;
  readonly supplies: readonly Supply[];
}

interface MeteredPlant {
  readonly plant: Plant;
  readonly column: HourColumn;
}

function lacking(text: string, entry: string): Missing {
  return { missing: finding('ACC-HOURLY', 'completeness', text, { entry }) };
}

function noLoad({ site: { id } }: SiteInputs): Missing {
  const text = `Site ${id} has no connection or plant with readings, so nothing can be matched hour by hour; add them.`;
  return lacking(text, `sites.${id}`);
}

/** The readings of every connection to the grid; missing where one has none. */
function boughtAt(
  connections: readonly Connection[],
  { site, energyColumns }: SiteInputs,
): readonly HourColumn[] | Missing {
  const mains = connections.filter(({ isOfGrid }) => isOfGrid).map(({ main }) => main);
  const without = mains.find(({ id }) => !energyColumns.has(id));
  if (!without) return mains.flatMap(({ id }) => energyColumns.get(id) ?? []);
  const text = `Connection ${without.id} of ${site.id} has no readings, so nothing can be matched hour by hour; add them.`;
  return lacking(text, `meters.${without.id}`);
}

/** Plants with readings, those first whose energy carries no claim: what is fed into the grid is then theirs last. */
function metered(plants: readonly Plant[], { generationColumns }: SiteInputs): MeteredPlant[] {
  const isNull = ({ plant }: MeteredPlant) => (plant.claim === 'null' ? 0 : 1);
  return plants
    .flatMap((plant): MeteredPlant[] => {
      const column = generationColumns?.get(plant.meter.id);
      return column ? [{ plant, column }] : [];
    })
    .sort((a, b) => isNull(a) - isNull(b));
}

function unread(connections: readonly Connection[], { generationColumns }: SiteInputs): Finding[] {
  return connections
    .flatMap(({ plants }) => plants.map(({ plant: { meter } }) => meter))
    .filter(({ id }) => !generationColumns?.has(id))
    .map(({ id, site }) => {
      const text = `Meter ${id} of ${site} has no readings, so its plant is left out of the matching hour by hour, of load and generation alike; add them.`;
      return finding('ACC-HOURLY', 'completeness', text, { entry: `meters.${id}` });
    });
}

function plantSupply(
  plant: Plant,
  column: HourColumn,
  inputs: FootprintInputs,
  site: SiteInputs,
): Supply[] {
  const { contract, technology, meter, claim } = plant;
  if (claim === 'null') return [];
  const ofOwn =
    claim === 'emitting'
      ? 'Emission rate in Scope 2 of power that the entity makes of fuel, which counts in Scope 1'
      : `Emission rate of ${technology}, which burns nothing`;
  return [
    {
      id: meter.id,
      source: sourceOf(plant),
      ...(contract && { contract: contract.id }),
      ...kindOf(technology),
      isStorable: false,
      column,
      rates: contract ? ratesOf(contract, inputs, site) : zeroRates(site, ofOwn),
    },
  ];
}

/** What each plant gave to the load, in order: the part of the energy used at the site that those before it left. */
function usedOfPlants(
  plants: readonly MeteredPlant[],
  used: HourColumn,
  inputs: FootprintInputs,
  site: SiteInputs,
  { derive }: SiteColumns,
): Supply[] {
  let open = used;
  return plants.flatMap(({ plant, column }, i) => {
    const { id } = plant.meter;
    const isLast = i === plants.length - 1;
    const own = isLast ? open : derive(`used.${id}`, 'minimum', [open, column]);
    if (!isLast) open = derive(`used-after.${id}`, 'surplus', [open, column]);
    return plantSupply(plant, own, inputs, site);
  });
}

interface UsedHere {
  readonly column: HourColumn;
  readonly supplies: readonly Supply[];
}

/** What the plants behind a connection made and did not feed into the grid; undefined where none has readings. */
function usedBehind(
  { main, plants: placed }: Connection,
  inputs: FootprintInputs,
  site: SiteInputs,
  columns: SiteColumns,
): UsedHere | undefined {
  const plants = metered(
    placed.map(({ plant }) => plant),
    site,
  );
  if (plants.length === 0) return undefined;
  const { derive } = columns;
  const made = derive(
    `made.${main.id}`,
    'sum',
    plants.map(({ column }) => column),
  );
  const exported = site.exportColumns?.get(main.id);
  const column = exported ? derive(`used.${main.id}`, 'surplus', [made, exported]) : made;
  return { column, supplies: usedOfPlants(plants, column, inputs, site, columns) };
}

function soldAgain({ site, resold = [] }: SiteInputs): Finding[] {
  if (resold.length === 0) return [];
  const text = `Power that ${site.id} sold again is part of its load hour by hour, since its hours are not stated.`;
  return [finding('ACC-HOURLY', 'quality', text, { entry: `sites.${site.id}` })];
}

/** The load of a site hour by hour: bought, and made behind the connection less what was fed into the grid. */
export function hourlyLoad(
  inputs: FootprintInputs,
  site: SiteInputs,
  columns: SiteColumns,
): Found<HourlyLoad | Missing> {
  const { connections } = connectionsOf(site);
  const bought = boughtAt(connections, site);
  if ('missing' in bought) return found(bought);
  const used = connections.flatMap((each) => usedBehind(each, inputs, site, columns) ?? []);
  const parts = [...bought, ...used.map(({ column }) => column)];
  const remarks = [...unread(connections, site), ...soldAgain(site)];
  if (parts.length === 0) return found(noLoad(site), remarks);
  return found(
    {
      column: columns.derive('load', 'sum', parts),
      supplies: used.flatMap(({ supplies }) => supplies),
    },
    remarks,
  );
}

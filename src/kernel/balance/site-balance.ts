import type { HourColumn } from '../../model/column.ts';
import type { Meter } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { ZERO } from '../../units/rational.ts';
import { meterEnergy, type MonthlyEnergy } from '../energy/meter-energy.ts';
import { type Figure, isMissing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { DecisionRecord, SiteInputs } from '../inputs.ts';
import { constant, difference, type Step } from '../ledger.ts';
import { both, type EnergyBalance, type PlantMonth, total } from './balance.ts';
import type { Connection, SiteConnections } from './connections.ts';
import {
  byTheMonth,
  type ExportColumns,
  exportBeyond,
  exportColumns,
  exportedIn,
  exportsOfPlants,
  inOrderOfClaims,
  moreThanMade,
  noExport,
} from './exports.ts';
import { keyOf, lessResold, type ResoldByMonth, resoldPower } from './resold.ts';
import { hasStorage, storageMonths, type StorageMonths } from './storage.ts';

/** The balances of a site by month id, and what each connection supplied that was used. */
export interface SiteBalances {
  readonly months: ReadonlyMap<string, EnergyBalance>;
  /** By the key of a connection's month. */
  readonly consumedAt: ReadonlyMap<string, Figure<'MWh'>>;
  readonly columns: readonly HourColumn[];
}

type EnergyOf = (meter: Meter, month: Month) => Figure<'MWh'>;

/** A connection with all that its months are made of. */
interface Supply {
  readonly connection: Connection;
  readonly columns: ExportColumns;
  readonly generated: ReadonlyMap<string, MonthlyEnergy>;
}

/** What one connection supplied in a month. */
interface SupplyMonth {
  readonly plants: readonly PlantMonth[];
  readonly fromGrid: Figure<'MWh'>;
  readonly consumed: Figure<'MWh'>;
  readonly exported: Step<'MWh'>;
  readonly beyond: Figure<'MWh'>;
}

/** True where a site has more than what it buys and uses. */
export function hasBalance(
  inputs: SiteInputs,
  { connections, examined }: SiteConnections,
): boolean {
  const { resold = [], exportColumns: exported } = inputs;
  return (
    examined.length > 0 ||
    resold.length > 0 ||
    (exported?.size ?? 0) > 0 ||
    hasStorage(
      inputs,
      connections.flatMap(({ stores }) => stores),
    )
  );
}

function supplyOf(inputs: SiteInputs, connection: Connection): Found<Supply> {
  const energyColumns = inputs.generationColumns ?? new Map<string, HourColumn>();
  const energies = connection.plants.map(
    ({ plant: { meter } }) => [meter.id, meterEnergy(meter, { ...inputs, energyColumns })] as const,
  );
  return found(
    {
      connection,
      columns: exportColumns(inputs, connection),
      generated: new Map(energies.map(([id, { value }]) => [id, value])),
    },
    energies.flatMap(([, { findings }]) => findings),
  );
}

/** What each plant made in a month, where it went, and why that is not known. */
function plantMonths(
  { connection, columns, generated }: Supply,
  month: Month,
  exported: Step<'MWh'>,
): PlantMonth[] {
  const none = constant(ZERO, 'MWh', `Nothing is recorded of plant behind ${connection.main.id}`);
  const made = new Map(
    connection.plants.map(({ plant: { meter }, gap }) => [
      meter.id,
      gap ?? generated.get(meter.id)?.get(month.id) ?? none,
    ]),
  );
  const parts = exportsOfPlants(columns, connection, month, made, exported);
  return connection.plants.map(({ plant }) => {
    const { id } = plant.meter;
    const own = made.get(id) ?? none;
    const part = parts.get(id) ?? none;
    const used = both(own, part, (of, less) =>
      less.value.n === 0n
        ? of
        : difference(of, less, { name: `Used of ${id}, ${month.id}`, formula: 'made - fed in' }),
    );
    return { plant, generated: own, exported: part, used };
  });
}

function supplyMonth(
  supply: Supply,
  month: Month,
  energyOf: EnergyOf,
  resold: ResoldByMonth,
): SupplyMonth {
  const { connection, columns } = supply;
  const { main, isOfGrid } = connection;
  const where = `${main.id}, ${month.id}`;
  const none = constant(ZERO, 'MWh', `Bought at ${main.id}, which stands on no grid`);
  const bought = isOfGrid ? energyOf(main, month) : none;
  const fromGrid = lessResold(bought, resold.get(keyOf(main.id, month.id)) ?? [], where);
  const exported = exportedIn(columns, connection, month);
  const plants = plantMonths(supply, month, exported);
  const ofPlant = total(
    plants.map((each) => each.exported),
    `Fed into the grid out of plant behind ${where}`,
  );
  const parts = [...(isOfGrid ? [fromGrid] : []), ...plants.map(({ used }) => used)];
  return {
    plants,
    fromGrid,
    consumed: total(parts, `Energy used behind ${where}`) ?? fromGrid,
    exported,
    beyond: exportBeyond(exported, ofPlant, where),
  };
}

/** Bought, made and taken out, less put in and fed into the grid; missing where that is below zero. */
function loadOf(
  site: string,
  month: Month,
  into: readonly Figure<'MWh'>[],
  out: readonly Figure<'MWh'>[],
): Figure<'MWh'> {
  const where = `${site}, ${month.id}`;
  const came = total(into, `Bought, made and taken out of storage, ${where}`);
  const went = total(out, `Put into storage and fed into the grid, ${where}`);
  if (!came || !went) return came ?? constant(ZERO, 'MWh', `No energy, ${where}`);
  return both(came, went, (a, b) => {
    const load = difference(a, b, {
      name: `Load, ${where}`,
      formula: 'supplied - stored - fed in',
    });
    if (load.value.gte(ZERO)) return load;
    const message = `More energy was stored and fed into the grid than came in, ${where}; check the meters of plant, storage and export.`;
    return { missing: finding('ACC-BALANCE', 'critical', message, { entry: `sites.${site}` }) };
  });
}

function monthBalance(
  site: string,
  month: Month,
  supplies: readonly SupplyMonth[],
  { charged, discharged }: StorageMonths,
  resold: EnergyBalance['resold'],
): EnergyBalance {
  const where = `${site}, ${month.id}`;
  const plants = supplies.flatMap((supply) => supply.plants);
  const [stored, given] = [charged.get(month.id) ?? [], discharged.get(month.id) ?? []];
  const none = constant(ZERO, 'MWh', `No energy, ${where}`);
  const fromGrid = supplies.map((supply) => supply.fromGrid);
  const exported = supplies.map((supply) => supply.exported).filter(({ value }) => value.n !== 0n);
  const beyond = supplies
    .map((supply) => supply.beyond)
    .filter((figure) => isMissing(figure) || figure.value.n !== 0n);
  const made = plants.map(({ generated }) => generated);
  return {
    plants,
    fromGrid: total(fromGrid, `Energy bought and used, ${where}`) ?? none,
    consumed:
      total(
        supplies.map(({ consumed }) => consumed),
        `Energy used, bought and made, ${where}`,
      ) ?? none,
    load: loadOf(site, month, [...fromGrid, ...made, ...given], [...stored, ...exported]),
    charged: stored,
    discharged: given,
    exportedOfStorage: total(beyond, `Fed into the grid out of storage, ${where}`),
    resold,
  };
}

/** What was fed in beyond what plant made, where no storage explains it. */
function unexplained(
  { main, stores }: Connection,
  months: readonly SupplyMonth[],
): Step<'MWh'> | undefined {
  const beyond = total(
    months.map((month) => month.beyond),
    `Fed into the grid beyond plant by ${main.id}`,
  );
  if (stores.length > 0 || !beyond || isMissing(beyond)) return undefined;
  return beyond.value.n === 0n ? undefined : beyond;
}

/** What is to be said of exports: that they are not known, known by the month alone, or more than plant made. */
function exportFindings(
  { connection, columns }: Supply,
  months: readonly SupplyMonth[],
  isSaid: boolean,
): Finding[] {
  const hasPlant = connection.plants.length > 0;
  if (!connection.isOfGrid) return [];
  if (!columns.exported) return hasPlant && !isSaid ? [noExport(connection)] : [];
  const beyond = unexplained(connection, months);
  return [
    ...(hasPlant && !columns.hourly ? [byTheMonth(connection)] : []),
    ...(connection.plants.length > 1 ? [inOrderOfClaims(connection)] : []),
    ...(beyond ? [moreThanMade(connection, beyond)] : []),
  ];
}

function isDecided(site: string, decisions: readonly DecisionRecord[]): boolean {
  return decisions.some(
    ({ decision: { id, value, site: of } }) =>
      id === 'no-export' && value === 'yes' && (of ?? site) === site,
  );
}

/** A generator of the entity whose fuel is not stated is in no scope. */
function withoutFuel(inputs: SiteInputs, { examined }: SiteConnections): Finding[] {
  const { site, fuels = [], flare = [] } = inputs;
  if (fuels.length > 0 || flare.length > 0) return [];
  return examined
    .filter(({ plant: { claim } }) => claim === 'emitting')
    .map(({ plant: { meter, technology } }) =>
      finding(
        'ACC-PLANT',
        'critical',
        `Meter ${meter.id} measures power of ${technology} made at ${site.id}, and no fuel of the site is stated, so its emissions are in no scope; add the fuel.`,
        { entry: `meters.${meter.id}` },
      ),
    );
}

/** The energy balance of a site month by month: what it bought, made, stored, used, fed in and sold again. */
export function siteBalances(
  inputs: SiteInputs,
  all: SiteConnections,
  energyOf: EnergyOf,
  decisions: readonly DecisionRecord[],
): Found<SiteBalances> {
  const { connections, examined } = all;
  const { site, calendar } = inputs;
  const supplies = connections.map((connection) => supplyOf(inputs, connection));
  const resold = resoldPower(inputs, connections);
  const stores = connections.flatMap((each) => each.stores);
  const storage = storageMonths(inputs, stores);
  const byConnection = supplies.map(({ value: supply }) => ({
    supply,
    months: calendar.months.map((month) => supplyMonth(supply, month, energyOf, resold.value)),
  }));
  const months = calendar.months.map((month, i): [string, EnergyBalance] => {
    const own = byConnection.flatMap((each) => each.months[i] ?? []);
    const sold = connections.flatMap(
      ({ main }) => resold.value.get(keyOf(main.id, month.id)) ?? [],
    );
    return [month.id, monthBalance(site.id, month, own, storage.value, sold)];
  });
  const consumedAt = byConnection.flatMap(({ supply, months: own }) =>
    calendar.months.flatMap((month, i): [string, Figure<'MWh'>][] => {
      const supplied = own[i];
      return supplied ? [[keyOf(supply.connection.main.id, month.id), supplied.consumed]] : [];
    }),
  );
  const isSaid = isDecided(site.id, decisions);
  return found(
    {
      months: new Map(months),
      consumedAt: new Map(consumedAt),
      columns: supplies.flatMap(({ value }) => value.columns.derived),
    },
    examined.flatMap(({ findings }) => findings),
    withoutFuel(inputs, all),
    supplies.flatMap(({ findings }) => findings),
    resold.findings,
    storage.findings,
    byConnection.flatMap(({ supply, months: own }) => exportFindings(supply, own, isSaid)),
    connections.flatMap(({ plants }) => plants.flatMap(({ gap }) => gap?.missing ?? [])),
    months.flatMap(([, { load }]) =>
      isMissing(load) && load.missing.code === 'ACC-BALANCE' ? [load.missing] : [],
    ),
  );
}

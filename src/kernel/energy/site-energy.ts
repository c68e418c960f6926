import type { HourColumn } from '../../model/column.ts';
import type { Meter } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { ZERO } from '../../units/rational.ts';
import type { EnergyBalance } from '../balance/balance.ts';
import { type Connection, connectionsOf } from '../balance/connections.ts';
import { keyOf } from '../balance/resold.ts';
import { hasBalance, siteBalances } from '../balance/site-balance.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { DecisionRecord, SiteInputs } from '../inputs.ts';
import { constant, type Step, sum } from '../ledger.ts';
import { meterEnergy, type MonthlyEnergy } from './meter-energy.ts';
import { type ByUse, equipmentOf, type Part, partsBehind, together, usesOf } from './uses.ts';

/** The energy of a site in one month. */
export interface SiteEnergy {
  readonly energy: Figure<'MWh'>;
  readonly uses: ByUse | Missing;
  readonly equipment: ByUse | Missing;
  readonly equipmentTotal: Figure<'MWh'>;
  /** Where energy came from and went to, where the site does more than buy and use it. */
  readonly balance?: EnergyBalance;
}

/** The energy of a site by month id, and the hourly columns that it made of others. */
export interface SiteEnergies extends Found<ReadonlyMap<string, SiteEnergy>> {
  readonly columns: readonly HourColumn[];
}

interface Supply {
  readonly main: Meter;
  readonly isOfGrid: boolean;
  readonly parts: readonly Meter[];
  /** What came by this way and was used. */
  readonly consumed: (month: Month) => Figure<'MWh'>;
}

function added(figures: readonly Figure<'MWh'>[], name: string): Figure<'MWh'> {
  const steps: Step<'MWh'>[] = [];
  for (const figure of figures) {
    if (isMissing(figure)) return figure;
    steps.push(figure);
  }
  return sum(steps, name);
}

function total(byUse: ByUse | Missing, name: string): Figure<'MWh'> {
  return isMissing(byUse) ? byUse : sum([...byUse.values()], name);
}

function ofMonth(
  site: string,
  month: Month,
  connections: readonly Supply[],
  energyOf: (meter: Meter) => Figure<'MWh'>,
): SiteEnergy {
  const where = `${site}, ${month.id}`;
  const partsOf = ({ parts }: Supply): Part[] =>
    parts.map((meter) => ({ meter, energy: energyOf(meter) }));
  const equipment = together(
    connections.map((each) => equipmentOf(each.main, partsOf(each), month)),
    where,
  );
  return {
    energy: added(
      connections.map(({ main, isOfGrid }) =>
        isOfGrid ? energyOf(main) : constant(ZERO, 'MWh', `Bought at ${site}, which has no grid`),
      ),
      `Energy used, ${where}`,
    ),
    uses: together(
      connections.map((each) => usesOf(each.main, each.consumed(month), partsOf(each), month)),
      where,
    ),
    equipment,
    equipmentTotal: total(equipment, `Energy of all equipment, ${where}`),
  };
}

function noConnection(site: string): Finding {
  return finding(
    'ACC-NO-ENERGY',
    'critical',
    `Site ${site} has no meter that measures grid-import, so none of its figures can be given; add the meter and its bills.`,
    { entry: `sites.${site}` },
  );
}

type Records = ReadonlyMap<string, Found<MonthlyEnergy>>;

/** Energy of every meter at or behind a connection, from the record that counts. */
function recordsOf(
  inputs: SiteInputs,
  connections: readonly Connection[],
  parts: readonly Meter[],
): Records {
  const mains = connections.filter(({ isOfGrid }) => isOfGrid).map(({ main }) => main);
  return new Map([...mains, ...parts].map((meter) => [meter.id, meterEnergy(meter, inputs)]));
}

/** Meters of load behind a connection, and behind the plant at it. */
function loadsBehind({ main, plants }: Connection, meters: readonly Meter[]): Meter[] {
  const plant = plants.map(({ plant: { meter } }) => meter).filter((meter) => meter !== main);
  return [main, ...plant].flatMap((meter) => partsBehind(meter, meters));
}

function withoutConnection({ site, calendar }: SiteInputs): SiteEnergies {
  const gap = { missing: noConnection(site.id) };
  const none: SiteEnergy = { energy: gap, uses: gap, equipment: gap, equipmentTotal: gap };
  const months = new Map(calendar.months.map(({ id }) => [id, none]));
  return { ...found(months, gap.missing), columns: [] };
}

/** The energy of a site by month id: at its connections, by use, of its equipment, and its balance. */
export function siteEnergy(
  inputs: SiteInputs,
  decisions: readonly DecisionRecord[] = [],
): SiteEnergies {
  const { site, calendar } = inputs;
  const meters = inputs.meters.filter((meter) => meter.site === site.id);
  const all = connectionsOf(inputs);
  if (all.connections.length === 0) return withoutConnection(inputs);
  const parts = all.connections.map((connection) => loadsBehind(connection, meters));
  const records = recordsOf(inputs, all.connections, parts.flat());
  const gap: Missing = { missing: noConnection(site.id) };
  const energyOf = (meter: Meter, month: Month) =>
    records.get(meter.id)?.value.get(month.id) ?? gap;
  const balances = hasBalance(inputs, all)
    ? siteBalances(inputs, all, energyOf, decisions)
    : undefined;
  const supplies = all.connections.map(({ main, isOfGrid }, i): Supply => ({
    main,
    isOfGrid,
    parts: parts[i] ?? [],
    consumed: (month) =>
      balances?.value.consumedAt.get(keyOf(main.id, month.id)) ?? energyOf(main, month),
  }));
  const months = calendar.months.map((month): [string, SiteEnergy] => {
    const balance = balances?.value.months.get(month.id);
    const own = ofMonth(site.id, month, supplies, (meter) => energyOf(meter, month));
    return [month.id, { ...own, ...(balance && { balance }) }];
  });
  const gaps = [...new Set(months.map(([, { uses }]) => uses).filter(isMissing))]
    .map(({ missing }) => missing)
    .filter(({ code }) => code === 'ACC-NO-USE');
  const findings = [...records.values()].flatMap((each) => each.findings);
  return {
    ...found(new Map(months), findings, balances?.findings ?? [], gaps),
    columns: balances?.value.columns ?? [],
  };
}

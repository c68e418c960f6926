import type { Meter } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { type Step, sum } from '../ledger.ts';
import { meterEnergy, type MonthlyEnergy } from './meter-energy.ts';
import { type ByUse, equipmentOf, type Part, partsBehind, together, usesOf } from './uses.ts';

/** The energy of a site in one month. */
export interface SiteEnergy {
  readonly energy: Figure<'MWh'>;
  readonly uses: ByUse | Missing;
  readonly equipment: ByUse | Missing;
  readonly equipmentTotal: Figure<'MWh'>;
}

interface Connection {
  readonly main: Meter;
  readonly parts: readonly Meter[];
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
  connections: readonly Connection[],
  energyOf: (meter: Meter) => Figure<'MWh'>,
): SiteEnergy {
  const where = `${site}, ${month.id}`;
  const partsOf = ({ parts }: Connection): Part[] =>
    parts.map((meter) => ({ meter, energy: energyOf(meter) }));
  const equipment = together(
    connections.map((each) => equipmentOf(each.main, partsOf(each), month)),
    where,
  );
  return {
    energy: added(
      connections.map(({ main }) => energyOf(main)),
      `Energy used, ${where}`,
    ),
    uses: together(
      connections.map((each) => usesOf(each.main, energyOf(each.main), partsOf(each), month)),
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

/** The energy of a site by month id: at its connections, by use, and of its equipment. */
export function siteEnergy(inputs: SiteInputs): Found<ReadonlyMap<string, SiteEnergy>> {
  const { site, calendar } = inputs;
  const meters = inputs.meters.filter((meter) => meter.site === site.id);
  const connections = meters
    .filter(({ measures, part_of }) => measures === 'grid-import' && part_of === undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((main) => ({ main, parts: partsBehind(main, meters) }));
  if (connections.length === 0) {
    const gap = { missing: noConnection(site.id) };
    const none: SiteEnergy = { energy: gap, uses: gap, equipment: gap, equipmentTotal: gap };
    return found(new Map(calendar.months.map(({ id }) => [id, none])), gap.missing);
  }
  const records = new Map<string, Found<MonthlyEnergy>>(
    connections
      .flatMap(({ main, parts }) => [main, ...parts])
      .map((meter) => [meter.id, meterEnergy(meter, inputs)]),
  );
  const gap: Missing = { missing: noConnection(site.id) };
  const months = calendar.months.map((month): [string, SiteEnergy] => {
    const energyOf = (meter: Meter) => records.get(meter.id)?.value.get(month.id) ?? gap;
    return [month.id, ofMonth(site.id, month, connections, energyOf)];
  });
  const gaps = [...new Set(months.map(([, { uses }]) => uses).filter(isMissing))]
    .map(({ missing }) => missing)
    .filter(({ code }) => code === 'ACC-NO-USE');
  return found(
    new Map(months),
    [...records.values()].flatMap(({ findings }) => findings),
    gaps,
  );
}

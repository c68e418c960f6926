import { finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import type { WaterUse } from '../../model/source-records.ts';
import { ZERO } from '../../units/rational.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses, MonthFootprint, SiteFootprint } from '../footprint.ts';
import { constant, difference, product, type Step } from '../ledger.ts';
import type { MoneyPart } from '../mining/outside.ts';
import { type Atom, monthly, type Own } from './atom.ts';
import { renewableByContract } from './energy-atoms.ts';

type Sites = readonly SiteFootprint[];

/** Of the clock, or of the entity itself, whatever the share of a site. */
const whole: Own = (_, amount) => amount;

function hasEvents({ months }: SiteFootprint): boolean {
  return months.some(({ curtailed }) => curtailed.length > 0);
}

/** Hours of events of sites that have any; a month without one has none. */
export function eventHours(sites: Sites): Atom[] {
  return monthly(
    sites.filter(hasEvents),
    ({ curtailed }) =>
      curtailed.length > 0
        ? curtailed.map(({ duration }) => ({ figure: duration }))
        : [{ figure: constant('0', 'h', 'No event') }],
    whole,
  );
}

/** Hours of the months of sites that have events. */
export function clockHours(sites: Sites): Atom[] {
  const hours = ({ id, start, end }: Month) =>
    constant(BigInt(end - start), 's', `Seconds of ${id}`);
  return monthly(sites.filter(hasEvents), ({ month }) => [{ figure: hours(month) }], whole);
}

/** Emissions that events changed elsewhere, by gas. */
export function consequential(sites: Sites): Atom[] {
  return monthly(sites, ({ outside }) =>
    (outside?.consequences ?? []).flatMap(({ programme, masses }) =>
      byGas(masses).map((part) => ({ ...part, ...(programme !== undefined && { programme }) })),
    ),
  );
}

function byGas(masses: Masses | Missing): { gas?: string; figure: Figure }[] {
  return isMissing(masses)
    ? [{ figure: masses }]
    : [...masses].map(([gas, figure]) => ({ gas, figure }));
}

function moneyAtom({ currency, amount }: MoneyPart) {
  return { figure: amount, ...(currency !== undefined && { currency }) };
}

/** What was paid for events. */
export function payments(sites: Sites): Atom[] {
  return monthly(sites, ({ outside }) =>
    (outside?.payments ?? []).map(({ programme, ...money }) => ({
      ...moneyAtom(money),
      ...(programme !== undefined && { programme }),
    })),
  );
}

/** A site none of whose bills states a cost. */
function costless({ site, months }: SiteFootprint): Missing | undefined {
  if (months.some(({ outside }) => (outside?.power.costs.length ?? 0) > 0)) return undefined;
  const message = `No bill of ${site.id} states a cost, so no cost of power is given; name map.cost of its bills.`;
  return {
    missing: finding('ACC-POWER-COST', 'completeness', message, { entry: `sites.${site.id}` }),
  };
}

/** What power cost; missing for a site whose bills state no cost. */
export function powerCosts(sites: Sites): Atom[] {
  return sites.flatMap((site) => {
    const gap = costless(site);
    if (gap) return [{ site, figure: gap }];
    return monthly([site], ({ outside }) => (outside?.power.costs ?? []).map(moneyAtom));
  });
}

/** What was credited for power left to the grid. */
export function powerCredits(sites: Sites): Atom[] {
  return monthly(sites, ({ outside }) => (outside?.power.credits ?? []).map(moneyAtom));
}

function negated(step: Step): Step {
  const minus = constant('-1', '1', 'Less');
  return product(step, minus, `Less: ${step.name}`);
}

function lessened(atoms: readonly Atom[]): Atom[] {
  return atoms.map((atom) => ({
    ...atom,
    figure: isMissing(atom.figure) ? atom.figure : negated(atom.figure),
  }));
}

/** What power cost, less what was credited. */
export function netCosts(sites: Sites): Atom[] {
  const costs = powerCosts(sites);
  return [...costs, ...lessened(powerCredits(sites))];
}

/** Energy that plants would have held back. */
export function absorbed(sites: Sites): Atom[] {
  return monthly(sites, ({ outside }) =>
    (outside?.absorbed ?? []).map(({ plant, energy }) => ({ source: plant, figure: energy })),
  );
}

/** The same, and none for months of sites without a record, where any site has one. */
export function absorbedOrNone(sites: Sites): Atom[] {
  const atoms = absorbed(sites);
  if (atoms.length === 0) return [];
  const none = constant('0', 'MWh', 'No energy was absorbed');
  return [...atoms, ...monthly(sites, () => [{ figure: none }])];
}

/** Energy that reached sites without the grid. */
export function directEnergy(sites: Sites): Atom[] {
  return monthly(sites, ({ outside }) =>
    outside?.direct ? [{ figure: outside.direct.energy }] : [],
  );
}

/** What supply through the grid would have lost more. */
export function lossesAvoided(sites: Sites): Atom[] {
  return monthly(sites, ({ outside }) =>
    outside?.direct ? [{ figure: outside.direct.avoided }] : [],
  );
}

/** Emissions that delivered heat avoided: of what it displaced, less those of the power that brought it. */
export function heatAvoided(sites: Sites): Atom[] {
  const displaced = monthly(sites, ({ outside }) => {
    const avoided = outside?.heatAvoided;
    if (!avoided) return [];
    return isMissing(avoided)
      ? [{ figure: avoided }]
      : [{ gas: 'CO2e', figure: avoided.reference }];
  });
  const brought = monthly(sites, ({ outside }) => {
    const avoided = outside?.heatAvoided;
    return !avoided || isMissing(avoided) ? [] : byGas(avoided.auxiliary);
  });
  return [...displaced, ...lessened(brought)];
}

const DAY = 86_400;
const THIRTY = /-(04|06|09|11)$/;

/** True for a calendar month from its first to its last day. */
function isWholeMonth({ id, start, end }: Month): boolean {
  const year = Number(id.slice(0, 4));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = id.endsWith('-02') ? (isLeap ? 29 : 28) : THIRTY.test(id) ? 30 : 31;
  return Math.round((end - start) / DAY) === days;
}

/** Renewable energy by certificates and contracts over twelve months; missing for another period. */
export function renewableOfYear(sites: Sites): Atom[] {
  return sites.flatMap((site) => {
    const months = site.months.filter(({ month }) => isWholeMonth(month));
    if (months.length === 12 && site.months.length === 12) return renewableByContract([site]);
    const { id } = site.site;
    const message = `The renewable energy factor is defined over twelve whole months, and ${id} has ${String(months.length)} in the period; take a year.`;
    const at = { entry: `sites.${id}` };
    return [
      { site, figure: { missing: finding('ACC-TWELVE-MONTHS', 'completeness', message, at) } },
    ];
  });
}

/** Emissions of electricity at the grid average and of fuels, biogenic CO2 left out, by gas. */
export function energyEmissions(sites: Sites): Atom[] {
  return monthly(sites, (month) => [...byGas(month.location), ...fuelMasses(month)]);
}

function fuelMasses({ fuels }: MonthFootprint): { gas?: string; figure: Figure }[] {
  if (isMissing(fuels)) return [{ figure: fuels }];
  return fuels.flatMap(({ masses }) => byGas(masses)).filter(({ gas }) => gas !== 'CO2-biogenic');
}

/** Water of one kind; missing for a site that has no record of it. */
export function water(kind: WaterUse['kind']): (sites: Sites) => Atom[] {
  return (sites) =>
    sites.flatMap((site) => {
      const { id } = site.site;
      if (site.months.some(({ outside }) => outside?.water.has(kind))) {
        return monthly([site], ({ outside }) => {
          const figure = outside?.water.get(kind);
          return figure ? [{ figure }] : [];
        });
      }
      const message = `No water ${kind} is recorded at ${id}; add an input of kind water.`;
      const at = { entry: `sites.${id}` };
      return [{ site, figure: { missing: finding('ACC-WATER', 'completeness', message, at) } }];
    });
}

/** Energy into stores. */
export function storageIn(sites: Sites): Atom[] {
  return monthly(sites, ({ outside }) =>
    outside?.storage ? [{ figure: outside.storage.taken }] : [],
  );
}

/** Energy out of stores. */
export function storageOut(sites: Sites): Atom[] {
  return monthly(sites, ({ outside }) =>
    outside?.storage ? [{ figure: outside.storage.given }] : [],
  );
}

/** What went into stores and not out again. */
export function storageLosses(sites: Sites): Atom[] {
  return monthly(sites, ({ outside }) => {
    if (!outside?.storage) return [];
    const { taken, given } = outside.storage;
    return [{ figure: difference(taken, given, `Losses of stores: ${taken.name}`) }];
  });
}

/** Credits by project; none of the kind where the schedule of a site holds no such line. They are the entity's, whole. */
export function credits(
  counts: (claim: NonNullable<SiteFootprint['credits']>[number]) => boolean,
): (sites: Sites) => Atom[] {
  return (sites) =>
    sites.flatMap((site): Atom[] => {
      if (!site.credits) return [];
      const own = site.credits.filter(counts);
      if (own.length === 0) return [{ site, figure: constant(ZERO, 't CO2e', 'No such credit') }];
      return own.map(({ credit, mass }) => ({ site, source: credit.project, figure: mass }));
    });
}

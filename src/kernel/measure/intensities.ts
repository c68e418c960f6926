import type { INTENSITY_METRICS } from '../metrics/intensities.ts';
import {
  INTENSITIES,
  type Intensity,
  type IntensityId,
  type Method,
  type PerHash,
} from '../metrics/intensities.ts';
import { finding } from '../../model/finding.ts';
import { consumedOf } from '../balance/balance.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { MonthFootprint, SiteFootprint } from '../footprint.ts';
import { constant, product, quotient, share, type Step, sum } from '../ledger.ts';
import { type Atom, monthly, owned } from './atom.ts';
import * as emissions from './emission-atoms.ts';
import * as energy from './energy-atoms.ts';
import * as hashes from './hash-atoms.ts';
import { scope3Atoms } from './scope3.ts';
import { type Basis, ratio, type Recipe, type Side, side } from './sides.ts';

type Sites = readonly SiteFootprint[];

const DAYS = { common: 365n, leap: 366n } as const;

function secondsOfYear(year: number): bigint {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return DAYS[isLeap ? 'leap' : 'common'] * 86_400n;
}

/** Hashes as hashrate over the calendar year of each month: years differ in length, and each counts with its own seconds. */
function overYears(sites: Sites): Atom[] {
  return hashes.volume(sites).map((atom) => {
    const { figure, month } = atom;
    if (isMissing(figure) || !month) return atom;
    const year = month.id.slice(0, 4);
    const whole = constant(
      secondsOfYear(Number(year)),
      'TH',
      `Terahashes of one TH/s over ${year}`,
    );
    const one = constant('1', 'TH/s·yr', `One TH/s over ${year}`);
    const rate = quotient<string, string>(one, whole, `Part of ${year} in a terahash of one TH/s`);
    const name = `${figure.name}, as hashrate over ${year}`;
    return rate ? { ...atom, figure: product<string, string>(figure, rate, name) } : atom;
  });
}

const VOLUME: Side = { ...side('TH', hashes.volume), isOfOneAlgorithm: true };
const HOURS: Side = { ...VOLUME, unit: 'PH/s·h' };
const DAY: Side = { ...VOLUME, unit: 'TH/s·d' };
const YEARS: Side = { ...side('TH/s·yr', overYears), isOfOneAlgorithm: true };

/** The part that mining has of the energy of some sites: all of it, none, or a figure. */
type Mined = 'all' | 'none' | Figure<'1'>;

function notKnown(where: string, { missing }: Missing): Missing {
  return {
    missing: finding(
      'ACC-NO-USE',
      'completeness',
      `The part of ${where} that served mining is not known for the whole period, so its direct and value chain emissions are not given per hash: ${missing.message}`,
    ),
  };
}

function minedPart(sites: Sites, where: string): Mined {
  const mined: Step[] = [];
  const all: Step[] = [];
  for (const site of sites) {
    for (const month of site.months) {
      const { uses } = month;
      const used = consumedOf(month);
      if (isMissing(uses)) return notKnown(where, uses);
      if (isMissing(used)) return notKnown(where, used);
      const own = uses.get('mining');
      all.push(owned(site, used));
      if (own) mined.push(owned(site, own));
    }
  }
  if (mined.length === 0) return 'none';
  const top = sum<string>(mined, `Energy of mining, ${where}`);
  const bottom = sum<string>(all, `Energy used, ${where}`);
  if (top.value.equals(bottom.value)) return 'all';
  return share<string>(top, bottom, `Share of energy that served mining, ${where}`) ?? 'none';
}

/** Emissions that are not of a month's energy, at the part of mining: of each site by its own, of the entity by all. */
function ofMining(atoms: readonly Atom[], sites: Sites): Atom[] {
  const parts = new Map<SiteFootprint | undefined, Mined>();
  const partOf = (site: SiteFootprint | undefined): Mined => {
    const part = parts.get(site) ?? minedPart(site ? [site] : sites, site?.site.id ?? 'all sites');
    parts.set(site, part);
    return part;
  };
  return atoms.flatMap((atom): Atom[] => {
    const part = partOf(atom.site);
    if (part === 'none') return [];
    if (part === 'all' || isMissing(atom.figure)) return [atom];
    const name = `${atom.figure.name}, of mining`;
    return [{ ...atom, figure: isMissing(part) ? part : product(atom.figure, part, name) }];
  });
}

function equipmentParts(month: MonthFootprint, atoms: readonly Atom[]): Atom[] {
  const { equipment } = month;
  const used = consumedOf(month);
  if (isMissing(equipment)) return [{ figure: equipment }];
  if (isMissing(used)) return [{ figure: used }];
  const own = equipment.get('mining');
  const part = own && share(own, used, 'Share of energy that mining equipment used');
  return part
    ? atoms.map((atom) => ({
        ...atom,
        figure: isMissing(atom.figure)
          ? atom.figure
          : product(atom.figure, part, `${atom.figure.name}, of mining equipment`),
      }))
    : [];
}

function ofEquipment(sites: Sites, method: Method): Atom[] {
  return monthly(sites, (month) => {
    const masses = emissions.massesOf(month, method);
    const atoms: Atom[] = isMissing(masses)
      ? [{ figure: masses }]
      : [...masses].map(([gas, figure]) => ({ gas, figure }));
    return equipmentParts(month, atoms);
  });
}

/** The emissions of an intensity by gas: what its boundary holds, by its method. */
function emitted({ boundary, method }: Intensity, basis: Basis): Atom[] {
  const { sites } = basis;
  const facility = () =>
    method === 'location' ? emissions.minedLocation(sites) : emissions.minedMarket(sites);
  const direct = () => ofMining(emissions.scope1(sites), sites);
  switch (boundary) {
    case '.equipment':
      return ofEquipment(sites, method);
    case '':
      return facility();
    case '.with-scope1':
      return [...facility(), ...direct()];
    case '.with-scope3':
      return [...facility(), ...direct(), ...ofMining(scope3Atoms(basis), sites)];
  }
}

const SIDES: Readonly<Record<PerHash, readonly [mass: string, hashes: Side]>> = {
  '': ['kg CO2e', HOURS],
  '.exact': ['g CO2e', VOLUME],
  '.milligrams': ['mg CO2e', VOLUME],
  '.per-hashrate-year': ['kg CO2e', YEARS],
};

function recipeOf(intensity: Intensity): Recipe {
  const [unit, to] = SIDES[intensity.per];
  const take = (basis: Basis) => emissions.equivalents(emitted(intensity, basis), basis.gwp);
  return ratio({ unit, take }, to);
}

const FACILITY = side('kWh', energy.mining);
const EQUIPMENT = side('kWh', energy.miningEquipment);

/** How energy and emissions per hash are taken. */
export const INTENSITY_RECIPES: Readonly<Record<keyof typeof INTENSITY_METRICS, Recipe>> = {
  'energy.per-terahash': ratio(FACILITY, VOLUME),
  'energy.per-hashrate-day': ratio(FACILITY, DAY),
  'energy.per-hashrate-year': ratio(FACILITY, YEARS),
  'energy.equipment.per-terahash': ratio(EQUIPMENT, VOLUME),
  'energy.equipment.per-hashrate-hour': ratio(EQUIPMENT, HOURS),
  'energy.equipment.per-hashrate-day': ratio(EQUIPMENT, DAY),
  'energy.equipment.per-hashrate-year': ratio(EQUIPMENT, YEARS),
  // the list holds every id of the type once
  ...(Object.fromEntries(INTENSITIES.map((each) => [each.id, recipeOf(each)])) as Readonly<
    Record<IntensityId, Recipe>
  >),
};

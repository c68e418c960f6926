import { finding } from '../../model/finding.ts';
import { consumedOf } from '../balance/balance.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Gas, Masses, MonthFootprint, SiteFootprint } from '../footprint.ts';
import { product, share } from '../ledger.ts';
import { potentialOf, type WarmingPotentials } from '../warming-potentials.ts';
import { type Atom, monthly, owned } from './atom.ts';

type Sites = readonly SiteFootprint[];

function parts(masses: Masses | Missing): { gas?: Gas; figure: Figure }[] {
  return isMissing(masses)
    ? [{ figure: masses }]
    : [...masses].map(([gas, figure]) => ({ gas, figure }));
}

function marketMasses({ market }: MonthFootprint): Masses | Missing {
  return isMissing(market) ? market : market.masses;
}

/** The masses of a month's electricity by one of the two methods. */
export function massesOf(month: MonthFootprint, method: 'location' | 'market'): Masses | Missing {
  return method === 'location' ? month.location : marketMasses(month);
}

function sourcesOf({ direct, scope1: masses }: SiteFootprint): {
  readonly source?: string;
  readonly masses: Masses | Missing;
}[] {
  return direct ? [...direct.sources] : [{ masses }];
}

/** Direct emissions by source and gas; captured CO2 is a source below zero. */
export function scope1(sites: Sites): Atom[] {
  return sites.flatMap((site) =>
    sourcesOf(site).flatMap(({ masses, ...source }) =>
      parts(masses).map(({ figure, ...facets }) => ({
        ...facets,
        ...source,
        site,
        figure: isMissing(figure) ? figure : owned(site, figure),
      })),
    ),
  );
}

/** Biogenic CO2 of fuels, outside the scopes. */
export function biogenic(sites: Sites): Atom[] {
  return sites.map((site) => ({
    site,
    figure: isMissing(site.biogenic) ? site.biogenic : owned(site, site.biogenic),
  }));
}

/** Location-based emissions of bought heat, steam and cooling by gas. */
export function heatLocation(sites: Sites): Atom[] {
  return monthly(sites, ({ boughtHeat }) => (boughtHeat ? parts(boughtHeat.location) : []));
}

/** Market-based emissions of bought heat, steam and cooling by gas. */
export function heatMarket(sites: Sites): Atom[] {
  return monthly(sites, ({ boughtHeat }) => (boughtHeat ? parts(boughtHeat.market) : []));
}

/** Location-based emissions by gas, of electricity and of bought heat. */
export function location(sites: Sites): Atom[] {
  return [...monthly(sites, (month) => parts(month.location)), ...heatLocation(sites)];
}

/** Market-based emissions by gas, of electricity and of bought heat. */
export function market(sites: Sites): Atom[] {
  return [...monthly(sites, (month) => parts(marketMasses(month))), ...heatMarket(sites)];
}

/** The part of a month's masses that mining caused: that of its energy. */
function minedParts(
  month: MonthFootprint,
  masses: Masses | Missing,
): { gas?: Gas; figure: Figure }[] {
  const { uses } = month;
  const energy = consumedOf(month);
  if (isMissing(uses)) return [{ figure: uses }];
  const mined = uses.get('mining');
  if (!mined || isMissing(energy)) return [];
  const part =
    mined === energy ? undefined : share(mined, energy, 'Share of energy that served mining');
  if (!part) return parts(masses);
  return parts(masses).map(({ figure, ...facets }) => ({
    ...facets,
    figure: isMissing(figure) ? figure : product(figure, part, `${figure.name}, of mining`),
  }));
}

/** Location-based emissions of mining by gas. */
export function minedLocation(sites: Sites): Atom[] {
  return monthly(sites, (month) => minedParts(month, month.location));
}

/** Market-based emissions of mining by gas. */
export function minedMarket(sites: Sites): Atom[] {
  return monthly(sites, (month) => minedParts(month, marketMasses(month)));
}

const NO_GWP: Missing = {
  missing: finding(
    'TPL-GWP',
    'critical',
    'No set of warming potentials is named, so masses of gases have no CO2 equivalent; name one in the template.',
  ),
};

function inEquivalents(figure: Figure, gas: string | undefined, gwp: WarmingPotentials): Figure {
  if (isMissing(figure) || gas === undefined || gas === 'CO2e') return figure;
  const rate = potentialOf(gas, gwp);
  return isMissing(rate) ? rate : product(figure, rate, `${figure.name}, as CO2e`);
}

/** The same masses as CO2 equivalents by the warming potentials of a set. */
export function equivalents(atoms: readonly Atom[], gwp: WarmingPotentials | undefined): Atom[] {
  return atoms.map((atom) => ({
    ...atom,
    figure: gwp ? inEquivalents(atom.figure, atom.gas, gwp) : NO_GWP,
  }));
}

import { isMissing } from '../figure.ts';
import type { SiteFootprint } from '../footprint.ts';
import { constant, convert } from '../ledger.ts';
import { type Atom, monthly } from './atom.ts';
import { electricity } from './energy-atoms.ts';

type Sites = readonly SiteFootprint[];

/** Energy of fuels by fuel, in GJ; zero for a month of a site that is known to burn none in it. */
export function fuelEnergy(sites: Sites): Atom[] {
  return monthly(sites, ({ fuels }) => {
    if (isMissing(fuels)) return [{ figure: fuels }];
    if (fuels.length === 0) return [{ figure: constant('0', 'GJ', 'No fuel was burned') }];
    return fuels.map(({ fuel, energy }) => ({
      source: fuel,
      figure: isMissing(energy) ? energy : convert(energy, 'GJ'),
    }));
  });
}

/** Fuels that are stated; that nothing is stated of fuels is said elsewhere, and keeps no other energy from its total. */
function statedFuels(sites: Sites): Atom[] {
  return fuelEnergy(
    sites.filter(({ months }) => months.every(({ fuels }) => !isMissing(fuels))),
  ).filter(({ source }) => source !== undefined);
}

/** Energy of all forms, in GJ: electricity, and fuels where they are stated. */
export function allEnergy(sites: Sites): Atom[] {
  const bought = electricity(sites, []).map((atom) => ({
    ...atom,
    figure: isMissing(atom.figure) ? atom.figure : convert<string, string>(atom.figure, 'GJ'),
  }));
  return [...bought, ...statedFuels(sites)];
}

/** Heat delivered to others. */
export function heat(sites: Sites): Atom[] {
  return monthly(sites, (month) => month.heat.map((figure) => ({ figure })));
}

/** Energy left to the grid in events. */
export function curtailedEnergy(sites: Sites): Atom[] {
  return monthly(sites, ({ curtailed }) => curtailed.map(({ energy }) => ({ figure: energy })));
}

/** Hours of events; they are of the clock, whatever the share. */
export function curtailedHours(sites: Sites): Atom[] {
  return monthly(
    sites,
    ({ curtailed }) => curtailed.map(({ duration }) => ({ figure: duration })),
    (_, amount) => amount,
  );
}

/** The highest power of each site, whatever the share. */
export function peaks(sites: Sites): Atom[] {
  return sites.map((site) => ({ site, figure: site.peak }));
}

import { isMissing } from '../figure.ts';
import type { SiteFootprint } from '../footprint.ts';
import { type Atom, monthly } from './atom.ts';
import { suppliedEnergy } from './balance-atoms.ts';
import { energyOfFuels } from './combustion.ts';

type Sites = readonly SiteFootprint[];

/** Energy of fuels by fuel, in GJ, at their higher heating value. */
export function fuelEnergy(sites: Sites): Atom[] {
  return energyOfFuels(sites, ({ energy }) => energy);
}

/** Fuels that are stated; that nothing is stated of fuels is said elsewhere, and keeps no other energy from its total. */
function statedFuels(sites: Sites): Atom[] {
  return fuelEnergy(
    sites.filter(({ months }) => months.every(({ fuels }) => !isMissing(fuels))),
  ).filter(({ source }) => source !== undefined);
}

/** Energy of all forms, in GJ: electricity and heat, and fuels where they are stated. */
export function allEnergy(sites: Sites): Atom[] {
  return [...suppliedEnergy(sites), ...statedFuels(sites)];
}

/** Heat delivered to others. */
export function heat(sites: Sites): Atom[] {
  return monthly(sites, (month) => month.heat.map((figure) => ({ figure })));
}

/** Energy left to the grid in events. */
export function curtailedEnergy(sites: Sites): Atom[] {
  return monthly(sites, ({ curtailed }) =>
    curtailed.map(({ programme, energy }) => ({
      figure: energy,
      ...(programme !== undefined && { programme }),
    })),
  );
}

/** Hours of events; they are of the clock, whatever the share. */
export function curtailedHours(sites: Sites): Atom[] {
  return monthly(
    sites,
    ({ curtailed }) =>
      curtailed.map(({ programme, duration }) => ({
        figure: duration,
        ...(programme !== undefined && { programme }),
      })),
    (_, amount) => amount,
  );
}

/** The highest power of each site, whatever the share. */
export function peaks(sites: Sites): Atom[] {
  return sites.map((site) => ({ site, figure: site.peak }));
}

import { type Figure, isMissing } from '../figure.ts';
import type { BurnedFuel, Gas, SiteFootprint } from '../footprint.ts';
import { constant, convert } from '../ledger.ts';
import { type Atom, monthly } from './atom.ts';
import { co2e, type Recipe, side, total } from './sides.ts';

type Sites = readonly SiteFootprint[];
type Energy = (fuel: BurnedFuel) => Figure<'mmBtu'> | undefined;

/** Energy of fuels by fuel, in GJ; zero for a month of a site that is known to burn none in it. */
export function energyOfFuels(sites: Sites, of: Energy): Atom[] {
  return monthly(sites, ({ fuels }) => {
    if (isMissing(fuels)) return [{ figure: fuels }];
    if (fuels.length === 0) return [{ figure: constant('0', 'GJ', 'No fuel was burned') }];
    return fuels.flatMap((fuel) => {
      const energy = of(fuel);
      if (!energy) return [];
      return [{ source: fuel.fuel, figure: isMissing(energy) ? energy : convert(energy, 'GJ') }];
    });
  });
}

interface Part {
  readonly source: string;
  readonly gas?: Gas;
  readonly figure: Figure;
}

function partsOf({ purpose, masses }: BurnedFuel): Part[] {
  const source = purpose ?? 'stationary';
  if (isMissing(masses)) return [{ source, figure: masses }];
  return [...masses]
    .filter(([gas]) => gas !== 'CO2-biogenic')
    .map(([gas, figure]) => ({ source, gas, figure }));
}

/** Emissions of fuels by source and gas, biogenic CO2 apart; zero for a month of a site that is known to burn none in it. */
function masses(sites: Sites): Atom[] {
  return monthly(sites, ({ fuels }) => {
    if (isMissing(fuels)) return [{ figure: fuels }];
    if (fuels.length > 0) return fuels.flatMap(partsOf);
    return [{ gas: 'CO2', figure: constant('0', 'kg CO2', 'No fuel was burned') }];
  });
}

/** How the metrics of fuels are taken. */
export const COMBUSTION_RECIPES = {
  'fuel.energy.lhv': total(side('GJ', (sites) => energyOfFuels(sites, ({ lhv }) => lhv))),
  'scope1.combustion.co2e': total(co2e('t CO2e', masses)),
  'scope1.combustion.mass': total(side('kg', masses)),
} as const satisfies Readonly<Record<string, Recipe>>;

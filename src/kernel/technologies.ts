import type { Technology } from '../model/documents/workspace.ts';

/** What may be said of power by what it is made of: three axes, none of which is part of another's label. */
export interface TechnologyFlags {
  readonly isRenewable: boolean;
  /** Renewable, or nuclear. */
  readonly isCarbonFree: boolean;
  /** Its seller offsets its emissions by credits: neither renewable nor carbon-free. */
  readonly isCreditBacked: boolean;
}

const RENEWABLE_POWER = { isRenewable: true, isCarbonFree: true, isCreditBacked: false };
const NUCLEAR_POWER = { isRenewable: false, isCarbonFree: true, isCreditBacked: false };
const OTHER_POWER = { isRenewable: false, isCarbonFree: false, isCreditBacked: false };

/** The flags of each technology. */
export const TECHNOLOGIES: Readonly<Record<Technology, TechnologyFlags>> = {
  wind: RENEWABLE_POWER,
  solar: RENEWABLE_POWER,
  hydro: RENEWABLE_POWER,
  geothermal: RENEWABLE_POWER,
  biomass: RENEWABLE_POWER,
  nuclear: NUCLEAR_POWER,
  gas: OTHER_POWER,
  other: OTHER_POWER,
  'credit-backed': { ...OTHER_POWER, isCreditBacked: true },
};

function those(has: (flags: TechnologyFlags) => boolean): ReadonlySet<Technology> {
  const names = Object.keys(TECHNOLOGIES) as Technology[];
  return new Set(names.filter((name) => has(TECHNOLOGIES[name])));
}

/** Technologies that count as renewable. */
export const RENEWABLE = those(({ isRenewable }) => isRenewable);

/** Technologies that count as carbon-free: renewable ones and nuclear. */
export const CARBON_FREE = those(({ isCarbonFree }) => isCarbonFree);

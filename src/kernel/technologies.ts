import type { Technology } from '../model/documents/workspace.ts';

/** Technologies that count as renewable. */
export const RENEWABLE: ReadonlySet<Technology> = new Set<Technology>([
  'wind',
  'solar',
  'hydro',
  'geothermal',
  'biomass',
]);

/** Technologies that count as carbon-free: renewable ones and nuclear. */
export const CARBON_FREE: ReadonlySet<Technology> = new Set<Technology>([...RENEWABLE, 'nuclear']);

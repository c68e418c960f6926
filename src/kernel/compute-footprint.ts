import type { Footprint } from './footprint.ts';
import type { FootprintInputs } from './inputs.ts';

/** The accounting of an entity over a period: every site and month with its trace, and all findings. */
export function computeFootprint(inputs: FootprintInputs): Footprint {
  return { entity: inputs.entity.name, sites: [], findings: [] };
}

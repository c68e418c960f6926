import type { SiteFootprint } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs } from '../inputs.ts';
import { activityEmissions } from './activities.ts';
import { categoryStates, type Counted } from './categories.ts';
import type { EntityScope3 } from './part.ts';

function ofSite({ scope3, months }: SiteFootprint): Counted[] {
  const losses = months.map((month) => ({ category: '3c', masses: month.losses }));
  return [...(scope3?.parts ?? []), ...losses];
}

/**
 * The value chain of what belongs to no site, with the state of every category over all sites; undefined where the
 * workspace says nothing of its value chain.
 */
export function entityScope3(
  inputs: FootprintInputs,
  sites: readonly SiteFootprint[],
): Found<EntityScope3 | undefined> {
  const { scope3 } = inputs;
  if (!scope3) return found(undefined);
  const own = activityEmissions(scope3.activities, scope3.calendar, inputs);
  const counted = [...own.value.parts, ...sites.flatMap(ofSite)];
  const states = categoryStates(counted, scope3.statement);
  return found({ ...own.value, categories: states.value }, own.findings, states.findings);
}

import { isMissing, type Figure, type Missing } from './figure.ts';
import type { Masses } from './footprint.ts';
import type { Answer } from './factors/choose.ts';
import { massesOf } from './factors/masses.ts';
import { type MonthlyAnswers, monthlyFactors } from './factors/site-factors.ts';
import type { Found } from './found.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';

/** The grid average for each month of a site. */
export function gridAverages(inputs: FootprintInputs, site: SiteInputs): Found<MonthlyAnswers> {
  const { grid } = site.site;
  return monthlyFactors(inputs, site, {
    use: 'location',
    keys: grid === undefined ? [] : [grid],
    publishers: inputs.factors.location,
  });
}

/**
 * Location-based masses of a month: energy at the grid average, gas by gas; instruments never enter.
 *
 * @see GHG Protocol Scope 2 Guidance, chapter 6
 */
export function locationMasses(
  energy: Figure<'MWh'>,
  factor: Answer | Missing,
  where: string,
): Masses | Missing {
  if (isMissing(energy)) return energy;
  return isMissing(factor) ? factor : massesOf(energy, factor, `location-based, ${where}`);
}

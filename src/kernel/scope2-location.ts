import { type BoughtPlantMonth, withBought } from './balance/bought-plants.ts';
import { hasNoGrid, noMasses } from './balance/off-grid.ts';
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
  if (hasNoGrid(factor)) return noMasses(where);
  return isMissing(factor) ? factor : massesOf(energy, factor, `location-based, ${where}`);
}

/** What the location-based emissions of months rest on. */
interface Located {
  /** Energy of the grid by month id. */
  readonly energy: ReadonlyMap<string, Figure<'MWh'>>;
  readonly gridAverages: MonthlyAnswers;
  /** Power of others' plant at the site, which has the rate of its source. */
  readonly bought: ReadonlyMap<string, BoughtPlantMonth>;
}

/** Location-based emissions of a site by month id. What was fed into the grid lowers none of them. */
export function locationMonths(
  { site, calendar }: SiteInputs,
  { energy, gridAverages: averages, bought }: Located,
): ReadonlyMap<string, Masses | Missing> {
  const months = calendar.months.flatMap(({ id }): [string, Masses | Missing][] => {
    const used = energy.get(id);
    const average = averages.get(id);
    if (!used || !average) return [];
    const where = `${site.id}, ${id}`;
    return [
      [id, withBought(locationMasses(used, average, where), bought.get(id)?.location, where)],
    ];
  });
  return new Map(months);
}

import type { Finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { fromGridOf } from '../balance/balance.ts';
import { type BoughtPlantMonth, withBought } from '../balance/bought-plants.ts';
import { isOffGrid } from '../balance/connections.ts';
import type { MonthlyEnergy } from '../energy/meter-energy.ts';
import type { Answer } from '../factors/choose.ts';
import type { MonthlyAnswers } from '../factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { MonthFootprint, SiteFootprint } from '../footprint.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import type { MixMonth } from '../renewable-share.ts';
import { type MonthShare, noneServed, servedText } from './findings.ts';
import { hourlyLoads, type MonthLoad, monthLoad } from './load.ts';
import { hourlyLocation } from './location.ts';
import { hourlyMix } from './mix.ts';
import { ownPart, partOfLocation, partOfMix } from './own-part.ts';
import type { HourlyLocation, MonthAtHourlyFactors, SiteAtHourlyFactors } from './result.ts';
import { hourlyBoundary, hourlyKey, hourlyRows } from './rows.ts';
import { hoursServed, type Served } from './served.ts';

/** What the annual figures of a site rest on. */
export interface AnnualBasis {
  /** Grid averages by month id, for what hourly factors do not serve. */
  readonly averages: MonthlyAnswers;
  readonly mixes: MonthlyAnswers;
  /** Energy of the grid that is the site's own, by month id. */
  readonly energy: MonthlyEnergy;
  /** Power of others' plant at the site, which has the rate of its source. */
  readonly bought: ReadonlyMap<string, BoughtPlantMonth>;
}

/** A month with what is known of its hours. */
interface MonthOfHours {
  readonly month: MonthFootprint;
  /** Energy of the grid that is the site's own. */
  readonly used: Figure<'MWh'>;
  readonly loads: readonly MonthLoad[];
  readonly where: string;
}

function answerOf(answers: MonthlyAnswers, { id }: Month): Answer | Missing {
  const found = answers.get(id);
  if (!found) throw new RangeError(`no factor was asked for in ${id}`);
  return found;
}

function locationOf(
  { month: { month, energy }, used, loads, where }: MonthOfHours,
  served: Served,
  { averages, bought }: AnnualBasis,
): HourlyLocation | undefined {
  if (isMissing(energy) || isMissing(used)) return undefined;
  const answer = answerOf(averages, month);
  const whole = hourlyLocation(energy, loads, served.location, answer, `location-based, ${where}`);
  if (!whole) return undefined;
  const own = partOfLocation(whole, ownPart(used, energy, where));
  return { ...own, masses: withBought(own.masses, bought.get(month.id)?.location, where) };
}

/** The mix is that of all energy of the grid, as the annual one is. */
function mixOf(
  { month, loads, where }: MonthOfHours,
  served: Served,
  { mixes }: AnnualBasis,
): MixMonth | undefined {
  const { energy } = month;
  const used = fromGridOf(month);
  if (isMissing(energy) || isMissing(used)) return undefined;
  const mix = hourlyMix(energy, loads, served.mix, answerOf(mixes, month.month), where);
  return mix && partOfMix(mix, ownPart(used, energy, where));
}

function atHourly(one: MonthOfHours, served: Served, annual: AnnualBasis): MonthAtHourlyFactors {
  if (one.loads.length === 0) return {};
  const location = locationOf(one, served, annual);
  const mix = mixOf(one, served, annual);
  return { ...(location && { location }), ...(mix && { mix }) };
}

function shareOf({ used, loads }: MonthOfHours, { location }: MonthAtHourlyFactors): MonthShare[] {
  if (isMissing(used)) return [];
  const served = location && { served: location.served };
  return [{ energy: used, ...served, isByHour: loads.length > 0 }];
}

function columnsOf({ location, mix }: Served) {
  return [...location, ...mix.renewable, ...mix.carbon_free].flatMap(({ columns, mask }) => [
    ...columns.values(),
    mask,
  ]);
}

function findingsOf(
  { factors, factorSets }: FootprintInputs,
  site: SiteInputs,
  shares: readonly MonthShare[],
  served: Served,
): Finding[] {
  const boundary = hourlyBoundary(factors);
  if (shares.some((share) => share.served)) {
    return [servedText(site, shares, served.location, boundary)];
  }
  const rows = hourlyRows(site.site, 'location', factors, factorSets);
  return [noneServed(site, hourlyKey(site.site), rows.length > 0, boundary)];
}

/**
 * The months of a site with hourly factors where they can be had; undefined where the workspace does not take them.
 * Energy whose hours are not known, and hours without a factor, stay at the annual factor.
 */
export function hourlyFactors(
  inputs: FootprintInputs,
  site: SiteInputs,
  months: readonly MonthFootprint[],
  annual: AnnualBasis,
): SiteAtHourlyFactors | undefined {
  if (inputs.factors.hourly !== 'use' || isOffGrid(site)) return undefined;
  const served = hoursServed(inputs, site);
  const loads = hourlyLoads(site);
  const all = months.map((month): MonthOfHours => ({
    month,
    used: annual.energy.get(month.month.id) ?? month.energy,
    loads: loads.flatMap((load) => monthLoad(load, month.month) ?? []),
    where: `${site.site.id}, ${month.month.id}`,
  }));
  const made = all.map((each) => [each, atHourly(each, served, annual)] as const);
  return {
    months: new Map(made.map(([{ month }, value]) => [month.month.id, value])),
    columns: columnsOf(served),
    findings: findingsOf(
      inputs,
      site,
      made.flatMap(([each, value]) => shareOf(each, value)),
      served,
    ),
  };
}

/** The site with hourly factors in place of annual ones, wherever they could be taken. */
export function withHourlyFactors(site: SiteFootprint): SiteFootprint {
  const { atHourlyFactors } = site;
  if (!atHourlyFactors) return site;
  const months = site.months.map((month) => {
    const hourly = atHourlyFactors.months.get(month.month.id);
    return {
      ...month,
      ...(hourly?.location && { location: hourly.location.masses }),
      ...(hourly?.mix && { mix: hourly.mix }),
    };
  });
  return { ...site, months };
}

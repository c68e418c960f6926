import type { Finding } from '../../model/finding.ts';
import type { Answer } from '../factors/choose.ts';
import type { MonthlyAnswers } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { MonthFootprint, SiteFootprint } from '../footprint.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { type MonthShare, noneServed, servedText } from './findings.ts';
import { hourlyLoads, type MonthLoad, monthLoad } from './load.ts';
import { hourlyLocation } from './location.ts';
import { hourlyMix } from './mix.ts';
import type { MonthAtHourlyFactors, SiteAtHourlyFactors } from './result.ts';
import { hourlyBoundary, hourlyKey, hourlyRows } from './rows.ts';
import { hoursServed, type Served } from './served.ts';

/** Annual factors of each month, for what hourly ones do not serve. */
export interface AnnualFactors {
  readonly location: MonthlyAnswers;
  readonly mix: MonthlyAnswers;
}

/** A month with what is known of its hours. */
interface MonthOfHours {
  readonly month: MonthFootprint;
  readonly loads: readonly MonthLoad[];
  readonly where: string;
}

function atHourly(
  { month: { month, energy }, loads, where }: MonthOfHours,
  served: Served,
  annual: AnnualFactors,
): MonthAtHourlyFactors {
  if (isMissing(energy) || loads.length === 0) return {};
  const answer = (answers: MonthlyAnswers): Answer | Missing => {
    const found = answers.get(month.id);
    if (!found) throw new RangeError(`no factor was asked for in ${month.id}`);
    return found;
  };
  const location = hourlyLocation(
    energy,
    loads,
    served.location,
    answer(annual.location),
    `location-based, ${where}`,
  );
  const mix = hourlyMix(energy, loads, served.mix, answer(annual.mix), where);
  return { ...(location && { location }), ...(mix && { mix }) };
}

function shareOf(
  { month: { energy }, loads }: MonthOfHours,
  { location }: MonthAtHourlyFactors,
): MonthShare[] {
  if (isMissing(energy)) return [];
  const served = location && { served: location.served };
  return [{ energy, ...served, isByHour: loads.length > 0 }];
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
  annual: AnnualFactors,
): SiteAtHourlyFactors | undefined {
  if (inputs.factors.hourly !== 'use') return undefined;
  const served = hoursServed(inputs, site);
  const loads = hourlyLoads(site);
  const all = months.map((month): MonthOfHours => ({
    month,
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

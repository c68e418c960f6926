import type { HourColumn } from '../../model/column.ts';
import { finding } from '../../model/finding.ts';
import { connections } from '../curtailment.ts';
import { massesOf } from '../factors/masses.ts';
import { type MonthlyAnswers, monthlyFactors } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Curtailed } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { marginalHours, massesByHour } from './marginal-hours.ts';
import type { Consequence } from './outside.ts';

function noPublisher(site: string): Missing {
  const message = `No publisher of marginal emission rates is named, so no consequential figure of ${site} is given; name one under factors.marginal.`;
  const at = { entry: 'factors.marginal' };
  return { missing: finding('ACC-MARGINAL', 'completeness', message, at) };
}

/** The marginal rate for each month of a site with events; said only where a publisher is named. */
function marginalRates(inputs: FootprintInputs, site: SiteInputs): Found<MonthlyAnswers> {
  const { id, grid } = site.site;
  const publishers = inputs.factors.marginal ?? [];
  if (publishers.length === 0) {
    const none = site.calendar.months.map(({ id: month }) => [month, noPublisher(id)] as const);
    return found(new Map(none));
  }
  const keys = grid === undefined ? [] : [grid];
  return monthlyFactors(inputs, site, { use: 'marginal', keys, publishers });
}

/** What events changed, by month, and the hourly columns that it rests on. */
export interface Consequences {
  readonly byMonth: ReadonlyMap<string, readonly Consequence[]>;
  readonly columns: readonly HourColumn[];
}

/**
 * What events changed at the margin of the grid: energy left to it x the marginal rate, hour by hour where rates of hours
 * are at hand, else by that of the year. It is an estimate of a change elsewhere, stands apart, and is netted into nothing.
 *
 * @see GHG Protocol, Guidelines for Grid-Connected Electricity Projects
 */
export function consequences(
  inputs: FootprintInputs,
  site: SiteInputs,
  curtailed: ReadonlyMap<string, readonly Curtailed[]>,
): Found<Consequences> {
  const all = [...curtailed.values()].flat();
  if (all.length === 0) return found({ byMonth: new Map(), columns: [] });
  const served = marginalHours(inputs, site);
  const loads = connections(site);
  const hourly = new Map(all.map((event) => [event, massesByHour(event, loads, served)]));
  const isAnnual = [...hourly.values()].some((masses) => masses === undefined);
  const rates = isAnnual ? marginalRates(inputs, site) : found<MonthlyAnswers>(new Map());
  const months = [...curtailed].map(([month, events]): [string, readonly Consequence[]] => [
    month,
    events.map((event) => ({
      ...(event.programme !== undefined && { programme: event.programme }),
      masses:
        hourly.get(event) ??
        changed(
          event.energy,
          rates.value.get(month),
          `left to the grid, ${site.site.id}, ${month}`,
        ),
    })),
  ]);
  const columns = served.flatMap((each) => [...each.columns.values()]);
  return found({ byMonth: new Map(months), columns }, rates.findings);
}

function changed(
  energy: Curtailed['energy'],
  rate: ReturnType<MonthlyAnswers['get']>,
  label: string,
): Consequence['masses'] {
  if (isMissing(energy)) return energy;
  if (!rate) return noPublisher(label);
  return isMissing(rate) ? rate : massesOf(energy, rate, label);
}

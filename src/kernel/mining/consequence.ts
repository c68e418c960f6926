import { finding } from '../../model/finding.ts';
import { massesOf } from '../factors/masses.ts';
import { type MonthlyAnswers, monthlyFactors } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Curtailed } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
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

/**
 * What events changed at the margin of the grid: energy left to it x the marginal rate. It is an estimate of a change
 * elsewhere, stands apart, and is netted into nothing.
 *
 * @see GHG Protocol, Guidelines for Grid-Connected Electricity Projects
 */
export function consequences(
  inputs: FootprintInputs,
  site: SiteInputs,
  curtailed: ReadonlyMap<string, readonly Curtailed[]>,
): Found<ReadonlyMap<string, readonly Consequence[]>> {
  if ([...curtailed.values()].every((events) => events.length === 0)) return found(new Map());
  const rates = marginalRates(inputs, site);
  const months = [...curtailed].map(([month, events]): [string, readonly Consequence[]] => [
    month,
    events.map(({ programme, energy }) => ({
      ...(programme !== undefined && { programme }),
      masses: changed(
        energy,
        rates.value.get(month),
        `left to the grid, ${site.site.id}, ${month}`,
      ),
    })),
  ]);
  return found(new Map(months), rates.findings);
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

import { finding } from '../../model/finding.ts';
import { HOUR } from '../../model/column.ts';
import type { Month } from '../../model/time.ts';
import { ratio, sumOf } from '../../units/rational.ts';
import type { Answer } from '../factors/choose.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import { hoursServed } from '../hourly-factors/served.ts';
import type { ServedHours } from '../hourly-factors/columns.ts';
import { sourceOf } from '../hourly-factors/location.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { columnDot, columnSum, convert, difference, inUnit, type Step, sum } from '../ledger.ts';
import { mixMonth } from '../renewable-share.ts';
import type { Layers } from './layers.ts';
import type { MatchedMonth } from './match.ts';
import type { HourlyMonth } from './result.ts';

/** The hours for which the workspace takes a carbon-free share of the grid. */
export function gridHours(inputs: FootprintInputs, site: SiteInputs): readonly ServedHours[] {
  return inputs.factors.hourly === 'use' ? hoursServed(inputs, site).mix.carbon_free : [];
}

function lacking({ site }: SiteInputs, month: Month, hours: bigint): Missing {
  const message = `The carbon-free share of the grid of ${site.id} is not known for ${String(hours)} hours of ${month.id}; add hourly shares under factors.mix and set factors.hourly: use, or take the figure by the share of the year.`;
  return { missing: finding('ACC-HOURLY', 'completeness', message, { entry: `sites.${site.id}` }) };
}

/** Whether the share of every hour of a month is known. */
function unknownHours(served: readonly ServedHours[], month: Month): bigint {
  const known = sumOf(served.map(({ mask }) => columnSum(mask, month, '').value));
  return ratio(BigInt((month.end - month.start) / HOUR)).sub(known).n;
}

function ofHours(
  { afterCarbonFree }: Layers,
  served: readonly ServedHours[],
  month: Month,
  site: SiteInputs,
): Figure<'MWh'> {
  const open = unknownHours(served, month);
  if (open > 0n) return lacking(site, month, open);
  const name = `Carbon-free energy of the grid in the load left over, hour by hour, ${site.site.id}, ${month.id}`;
  const formula =
    'sum over the hours of load left over x carbon-free share of the grid in the hour';
  const parts = served.flatMap(({ answer, columns }) => {
    const shares = columns.get('carbon_free');
    if (!shares) return [];
    const dot = columnDot(afterCarbonFree, shares, month, { name, formula });
    return [inUnit({ ...dot, ...sourceOf(answer, 'carbon_free') }, 'J')];
  });
  return convert(sum(parts, name), 'MWh');
}

function withGrid(own: Step<'MWh'>, ofGrid: Figure<'MWh'>, name: string): Figure<'MWh'> {
  return isMissing(ofGrid) ? ofGrid : sum([own, ofGrid], name);
}

/**
 * Carbon-free energy of a month: contracted in its hour, and that of the grid in what is left over. By the grid's share
 * of each hour, and, apart from it, by its share of the year.
 */
export function carbonFreeWithGrid(
  month: Month,
  matched: MatchedMonth,
  layers: Layers,
  served: readonly ServedHours[],
  mix: Answer | Missing,
  site: SiteInputs,
): HourlyMonth['withGrid'] {
  const where = `${site.site.id}, ${month.id}`;
  const { carbonFree, load } = matched;
  const left = difference(load, carbonFree, `Load that carbon-free energy left over, ${where}`);
  return {
    hourly: withGrid(
      carbonFree,
      ofHours(layers, served, month, site),
      `Carbon-free energy, contracted and of the grid hour by hour, ${where}`,
    ),
    annual: withGrid(
      carbonFree,
      mixMonth(left, mix, where).carbonFree,
      `Carbon-free energy, contracted and of the grid by its share of the year, ${where}`,
    ),
  };
}

import { type Finding, finding } from '../../model/finding.ts';
import type { SiteFootprint } from '../footprint.ts';
import { numberText } from '../wording.ts';
import { BOUNDS } from './bounds.ts';
import { noIndependentData } from './no-independent-data.ts';
import { siteTotal } from './site-totals.ts';

/** Energy bought against energy of the equipment: less than one is impossible, much more is rare. */
export function pue(site: SiteFootprint): Finding[] {
  const { id } = site.site;
  const value = siteTotal(site, 'pue');
  if (!value)
    return [noIndependentData(`PUE of ${id}`, 'the energy of its equipment is not metered apart')];
  const isBelow = value.lt(BOUNDS.pue.hard);
  if (!isBelow && value.lte(BOUNDS.pue.soft)) return [];
  const text = numberText(value, 4);
  return [
    isBelow
      ? finding(
          'ACC-PUE',
          'critical',
          `PUE of ${id} is ${text}: its equipment used more than was bought; check the meters and what stands behind them.`,
          { entry: `sites.${id}` },
        )
      : finding(
          'ACC-PUE',
          'quality',
          `PUE of ${id} is ${text}, above 1.35: check that every it-load meter is there.`,
          { entry: `sites.${id}` },
        ),
  ];
}

import { type Finding, finding } from '../../model/finding.ts';
import { exact, ratio } from '../../units/rational.ts';
import type { SiteFootprint } from '../footprint.ts';
import type { SiteInputs } from '../inputs.ts';
import { numberText } from '../wording.ts';
import { noIndependentData } from './no-independent-data.ts';
import { siteTotal } from './site-totals.ts';

/** Energy used against what the connection can carry over the period. */
export function connectedLoad({ site, calendar }: SiteInputs, footprint: SiteFootprint): Finding[] {
  const energy = siteTotal(footprint, 'energy.electricity');
  if (!energy) return [];
  if (site.connected_mw === undefined) {
    return [
      noIndependentData(
        `Energy of ${site.id} against its connection`,
        'connected_mw is not stated',
      ),
    ];
  }
  const hours = ratio(BigInt(calendar.end - calendar.start), 3600n);
  const most = exact(site.connected_mw).mul(hours);
  if (energy.lte(most)) return [];
  return [
    finding(
      'ACC-CONNECTED',
      'critical',
      `${site.id} used ${numberText(energy, 3)} MWh; its connection of ${site.connected_mw} MW carries ${numberText(most, 3)} MWh in ${numberText(hours)} hours; correct the energy or connected_mw.`,
      { entry: `sites.${site.id}.connected_mw` },
    ),
  ];
}

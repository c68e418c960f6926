import { type Finding, finding } from '../../model/finding.ts';
import type { SiteFootprint } from '../footprint.ts';
import { isMissing } from '../figure.ts';
import { sumOf } from '../../units/rational.ts';
import { numberText } from '../wording.ts';
import { BOUNDS } from './bounds.ts';
import { noIndependentData } from './no-independent-data.ts';
import { siteTotal } from './site-totals.ts';

/** Hashes reported against what the fleet can compute. */
export function ratedHashes(site: SiteFootprint): Finding[] {
  const { id } = site.site;
  const observed = siteTotal(site, 'hash.volume.observed');
  if (!observed) return [];
  const rated = sumOf(
    site.months.flatMap(({ rated: month }) =>
      month && !isMissing(month) ? [month.volume.value] : [],
    ),
  );
  if (rated.n === 0n) {
    return [
      noIndependentData(
        `Hashes of ${id} against the rating of its fleet`,
        'its fleet is not stated',
      ),
    ];
  }
  if (observed.lte(rated.mul(BOUNDS.ratedHashrate))) return [];
  return [
    finding(
      'ACC-RATED-HASHRATE',
      'critical',
      `${id} reports ${numberText(observed, 0)} TH; its fleet at its rating computes ${numberText(rated, 0)} TH, and ${numberText(observed.div(rated), 3)} times that is above 1.15; correct the hashrate or the fleet.`,
      { entry: `sites.${id}` },
    ),
  ];
}

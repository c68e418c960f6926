import type { Finding } from '../../model/finding.ts';
import { ofGrid } from '../balance/off-grid.ts';
import type { SiteFootprint } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs } from '../inputs.ts';
import { gridMixes } from '../renewable-share.ts';
import { granularClaims } from './claims.ts';
import { hourlyMatching } from './matching.ts';

/** The sites with what was contracted for them by the hour laid against their load; each certificate counts once. */
export function matchedSites(
  inputs: FootprintInputs,
  sites: readonly SiteFootprint[],
): Found<readonly SiteFootprint[]> {
  const claims = granularClaims(inputs);
  const findings: Finding[] = [...claims.findings];
  const matched = sites.map((site) => {
    const own = inputs.sites.find((each) => each.site.id === site.site.id);
    if (!own) return site;
    const mixes = ofGrid(own, () => gridMixes(inputs, own)).value;
    const { value, findings: ofSite } = hourlyMatching(inputs, own, claims.value, mixes);
    findings.push(...ofSite);
    if (!value) return site;
    const { matching, columns } = value;
    return { ...site, matching, columns: [...(site.columns ?? []), ...columns] };
  });
  return found(matched, findings);
}

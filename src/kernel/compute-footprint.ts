import { type Finding, sortedFindings } from '../model/finding.ts';
import { crossChecks } from './cross-checks/all.ts';
import type { Footprint } from './footprint.ts';
import type { FootprintInputs } from './inputs.ts';
import { certificateClaims } from './market/claims.ts';
import { siteFootprint } from './site-footprint.ts';

/** The accounting of an entity over a period: every site and month with its trace, and all findings. */
export function computeFootprint(inputs: FootprintInputs): Footprint {
  const claims = certificateClaims(inputs);
  const findings: Finding[] = [...claims.findings];
  const ordered = [...inputs.sites].sort((a, b) => (a.site.id < b.site.id ? -1 : 1));
  const sites = ordered.map((site) => {
    const own = claims.value.filter(({ certificate }) => certificate.site === site.site.id);
    const { value, findings: ofSite } = siteFootprint(inputs, site, own);
    findings.push(...ofSite, ...crossChecks(site, value));
    return value;
  });
  return { entity: inputs.entity.name, sites, findings: sortedFindings(findings) };
}

import { type Finding, sortedFindings } from '../model/finding.ts';
import { crossChecks } from './cross-checks/all.ts';
import type { Footprint } from './footprint.ts';
import { matchedSites } from './hourly/matched-sites.ts';
import type { FootprintInputs } from './inputs.ts';
import { certificateClaims } from './market/claims.ts';
import { oneResult } from './market/no-instruments.ts';
import { creditClaims } from './mining/credits.ts';
import { entityScope3 } from './scope3/entity-scope3.ts';
import { estimatedWhereDecided } from './quality/estimate-missing.ts';
import { qualityOf } from './quality/quality.ts';
import { baseYearFindings } from './quality/base-year.ts';
import { estimatedShare } from './quality/estimated-share.ts';
import { unmatchedFindings } from './quality/unmatched.ts';
import { siteFootprint } from './site-footprint.ts';

/** The accounting of an entity over a period: every site and month with its trace, and all findings. */
export function computeFootprint(given: FootprintInputs): Footprint {
  const inputs = { ...given, sites: estimatedWhereDecided(given) };
  const claims = certificateClaims(inputs);
  const credits = creditClaims(inputs);
  const findings: Finding[] = [...claims.findings, ...credits.findings];
  const ordered = [...inputs.sites].sort((a, b) => (a.site.id < b.site.id ? -1 : 1));
  const computed = ordered.map((site) => {
    const own = claims.value.filter(({ certificate }) => certificate.site === site.site.id);
    const { value, findings: ofSite } = siteFootprint(inputs, site, own);
    findings.push(...ofSite, ...crossChecks(site, value, inputs.factorSets));
    const schedule = credits.value.get(site.site.id);
    return schedule ? { ...value, credits: schedule } : value;
  });
  const { value: results, findings: ofResult } = oneResult(computed);
  const { value: sites, findings: ofHours } = matchedSites(inputs, results);
  findings.push(...ofResult, ...ofHours);
  const scope3 = entityScope3(inputs, sites);
  findings.push(...scope3.findings);
  const quality = qualityOf(inputs);
  const footprint: Footprint = {
    entity: inputs.entity.name,
    sites,
    ...(scope3.value && { scope3: scope3.value }),
    quality,
    findings,
  };
  const ofQuality = [
    ...estimatedShare(footprint),
    ...baseYearFindings(quality),
    ...unmatchedFindings(quality),
  ];
  return { ...footprint, findings: sortedFindings([...findings, ...ofQuality]) };
}

import type { Rational } from '../../units/rational.ts';
import type { SiteFootprint } from '../footprint.ts';
import { measure } from '../measure.ts';
import type { MetricId } from '../metrics.ts';

/** Physics knows no shares: a check looks at the whole site. */
function whole({ share: _, ...site }: SiteFootprint): SiteFootprint {
  return site;
}

/** The period's value of a metric for one whole site; undefined where it has none. */
export function siteTotal(site: SiteFootprint, metric: MetricId): Rational | undefined {
  const sites = [whole(site)];
  const footprint = { entity: site.site.name, sites, findings: [] };
  return measure(footprint, { metric, by: ['site'] }).measurements[0]?.step.value;
}

import type { Captured, Mitigation } from '../direct/source.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses, SiteFootprint } from '../footprint.ts';
import type { DIRECT_METRICS } from '../metrics/direct.ts';
import { type Atom, owned } from './atom.ts';
import { scope1 } from './emission-atoms.ts';
import { co2e, type Recipe, side, total } from './sides.ts';

type Sites = readonly SiteFootprint[];

function ofSite(site: SiteFootprint, figure: Figure): Pick<Atom, 'site' | 'figure'> {
  return { site, figure: isMissing(figure) ? figure : owned(site, figure) };
}

function gross(sites: Sites): Atom[] {
  return scope1(sites).filter(({ source }) => source !== 'capture');
}

function captured(sites: Sites, take: (capture: Captured) => Figure): Atom[] {
  return sites.flatMap((site) =>
    site.direct?.capture ? [ofSite(site, take(site.direct.capture))] : [],
  );
}

function outside(sites: Sites): Atom[] {
  return sites.flatMap((site) =>
    [...(site.direct?.outside ?? [])].map(([gas, figure]) => ({ ...ofSite(site, figure), gas })),
  );
}

function ofMitigation(
  sites: Sites,
  take: (part: Mitigation) => readonly { readonly gas?: string; readonly figure: Figure }[],
): Atom[] {
  return sites.flatMap((site) =>
    (site.direct?.mitigation ?? []).flatMap((part) =>
      take(part).map(({ figure, ...facets }) => ({
        ...ofSite(site, figure),
        ...facets,
        month: part.month,
        source: part.engine,
      })),
    ),
  );
}

function byGas(masses: Masses | Missing): { readonly gas?: string; readonly figure: Figure }[] {
  return isMissing(masses)
    ? [{ figure: masses }]
    : [...masses].map(([gas, figure]) => ({ gas, figure }));
}

function mitigation(take: (part: Mitigation) => Masses | Missing): Recipe {
  return total(co2e('t CO2e', (sites) => ofMitigation(sites, (part) => byGas(take(part)))));
}

/** How the metrics of direct emissions and of gas burned in place of a flare are taken. */
export const DIRECT_RECIPES: Readonly<Record<keyof typeof DIRECT_METRICS, Recipe>> = {
  'scope1.gross.co2e': total(co2e('t CO2e', gross)),
  'scope1.capture.captured': total(
    side('t CO2', (sites) => captured(sites, (capture) => capture.captured)),
  ),
  'scope1.capture.counted': total(
    side('t CO2', (sites) => captured(sites, (capture) => capture.counted)),
  ),
  'fugitive.outside.mass': total(side('kg', outside)),
  'flare.mitigation.gas': total(
    side('scf', (sites) => ofMitigation(sites, ({ gas }) => [{ figure: gas }])),
  ),
  'flare.mitigation.baseline.co2e': mitigation(({ baseline }) => baseline),
  'flare.mitigation.project.co2e': mitigation(({ project }) => project),
  'flare.mitigation.difference.co2e': mitigation((part) => part.difference),
};

import { finding } from '../../model/finding.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { SiteFootprint } from '../footprint.ts';
import type { HourlyMatching, HourlyMonth, StoreTotals } from '../hourly/result.ts';
import { constant, difference } from '../ledger.ts';
import type { HOURLY_METRICS } from '../metrics/hourly.ts';
import { type Atom, monthly, type Own, owned } from './atom.ts';
import { co2e, type Recipe, ratio, side, total } from './sides.ts';

type Sites = readonly SiteFootprint[];
type Part = Omit<Atom, 'site' | 'month'>;

function nothing({ site }: SiteFootprint): Missing {
  const message = `Nothing is contracted or made by the hour for ${site.id}; add granular certificates, or readings of a meter that measures contracted-generation or on-site-generation.`;
  return { missing: finding('ACC-HOURLY', 'completeness', message, { entry: `sites.${site.id}` }) };
}

/** The atoms of matched months; a site of which nothing is known by the hour is missing, not zero. */
function ofMonths(
  sites: Sites,
  take: (month: HourlyMonth) => readonly Part[],
  own: Own = owned,
): Atom[] {
  return monthly(
    sites,
    ({ month }, site) => {
      const matched = site.matching ? site.matching.months.get(month.id) : nothing(site);
      if (!matched) return [];
      return isMissing(matched) ? [{ figure: matched }] : take(matched);
    },
    own,
  );
}

type Amount = Exclude<keyof HourlyMonth, 'supplies' | 'withGrid' | 'draft' | 'storage'>;

const amount = (key: Amount) => (sites: Sites) =>
  ofMonths(sites, (month) => [{ figure: month[key] }]);

/** Energy of each contract, plant and store, and, below zero, what was cancelled for releases. */
function contracted(sites: Sites): Atom[] {
  return ofMonths(sites, ({ supplies, storage, contracted: none }) => {
    if (supplies.length === 0) return [{ figure: none }];
    const parts = supplies.map(({ source, contract, energy }) => ({
      source,
      ...(contract !== undefined && { contract }),
      figure: energy,
    }));
    if (!storage) return parts;
    const zero = constant('0', 'MWh', 'Nothing');
    const name = 'Contracted energy taken in by a store';
    return [
      ...parts,
      { source: 'storage:cancelled', figure: difference(zero, storage.cancelled, name) },
    ];
  });
}

function matched(sites: Sites): Atom[] {
  return ofMonths(sites, ({ supplies, matched: none }) =>
    supplies.length === 0
      ? [{ figure: none }]
      : supplies.map(({ source, contract, matched: figure }) => ({
          source,
          ...(contract !== undefined && { contract }),
          figure,
        })),
  );
}

/** Hours are of the clock, whatever the share. */
function hoursMet(sites: Sites): Atom[] {
  return ofMonths(
    sites,
    ({ met }) => [{ figure: met }],
    (_, figure) => figure,
  );
}

const withGrid = (by: keyof HourlyMonth['withGrid']) => (sites: Sites) =>
  ofMonths(sites, (month) => [{ figure: month.withGrid[by] }]);

const stored = (key: keyof NonNullable<HourlyMonth['storage']>) => (sites: Sites) =>
  ofMonths(sites, ({ storage }) => (storage ? [{ figure: storage[key] }] : []));

function ofPeriod(sites: Sites, take: (matching: HourlyMatching) => Figure | undefined): Atom[] {
  return sites.flatMap((site) => {
    const figure = site.matching ? take(site.matching) : nothing(site);
    if (!figure) return [];
    return [{ site, figure: isMissing(figure) ? figure : owned(site, figure) }];
  });
}

const annual = (key: keyof HourlyMatching['annual']) => (sites: Sites) =>
  ofPeriod(sites, (matching) => matching.annual[key]);

const storeTotal = (key: keyof StoreTotals) => (sites: Sites) =>
  ofPeriod(
    sites.filter(({ matching }) => matching?.store),
    ({ store }) => store?.[key],
  );

function draft(sites: Sites): Atom[] {
  return ofMonths(sites, ({ draft: masses }) =>
    isMissing(masses)
      ? [{ figure: masses }]
      : [...masses].map(([gas, figure]) => ({ gas, figure })),
  );
}

const load = side('MWh', amount('load'));
const shareOfLoad = (take: (sites: Sites) => Atom[]): Recipe => ratio(side('MWh', take), load);

/** How each metric of hourly matching is taken. */
export const HOURLY_RECIPES: Readonly<Record<keyof typeof HOURLY_METRICS, Recipe>> = {
  'hourly.load': total(load),
  'hourly.contracted': total(side('MWh', contracted)),
  'hourly.matched': total(side('MWh', matched)),
  'hourly.surplus': total(side('MWh', amount('surplus'))),
  'hourly.leftover': total(side('MWh', amount('leftover'))),
  'hourly.hours-matched': total(side('h', hoursMet)),
  'hourly.share': shareOfLoad(amount('matched')),
  'hourly.cfe.contracted': shareOfLoad(amount('carbonFree')),
  'hourly.renewable.contracted': shareOfLoad(amount('renewable')),
  'hourly.cfe.with-grid': shareOfLoad(withGrid('hourly')),
  'hourly.cfe.with-annual-grid': shareOfLoad(withGrid('annual')),
  'hourly.annual.share': shareOfLoad(annual('all')),
  'hourly.annual.cfe': shareOfLoad(annual('carbonFree')),
  'hourly.storage.cancelled': total(side('MWh', stored('cancelled'))),
  'hourly.storage.released': total(side('MWh', stored('released'))),
  'hourly.storage.efficiency': ratio(
    side('MWh', storeTotal('given')),
    side('MWh', storeTotal('taken')),
  ),
  'draft.mbm-2027.co2e': total(co2e('t CO2e', draft)),
};

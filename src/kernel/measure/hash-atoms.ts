import { type Figure, isMissing } from '../figure.ts';
import type { FleetCount } from '../fleet-count.ts';
import type { HashMonth, MonthFootprint, RatedMonth, SiteFootprint } from '../footprint.ts';
import { constant, type Step } from '../ledger.ts';
import { type Atom, monthly, type Own, owned } from './atom.ts';

type Sites = readonly SiteFootprint[];

/** Seconds are of the clock: a share of a site has as many as the whole. */
const ofTheClock: Own = (_, amount) => amount;

function ofHashes(sites: Sites, take: (hashes: HashMonth) => Figure, own: Own = owned): Atom[] {
  const part = ({ hashes }: MonthFootprint) =>
    hashes ? [{ figure: isMissing(hashes) ? hashes : take(hashes) }] : [];
  return monthly(sites, part, own);
}

/** Hashes observed and filled. */
export function volume(sites: Sites): Atom[] {
  return ofHashes(sites, (hashes) => hashes.volume);
}

/** Hashes as observed. */
export function observed(sites: Sites): Atom[] {
  return ofHashes(sites, (hashes) => hashes.observed);
}

/** Hashes of hours without data by the rule that filled them; zero for a month without fills. */
export function filled(sites: Sites): Atom[] {
  return monthly(sites, ({ hashes }) => {
    if (!hashes) return [];
    if (isMissing(hashes)) return [{ figure: hashes }];
    return hashes.fills.length > 0
      ? hashes.fills.map(({ rule, volume: figure }) => ({ source: rule, figure }))
      : [{ figure: constant('0', 'TH', 'No hashes were filled') }];
  });
}

/** Hashes observed, plus the rated fleet for the time without data. */
export function upper(sites: Sites): Atom[] {
  return ofHashes(sites, (hashes) => hashes.upper);
}

/** Hashes for which coins were paid. */
export function expected(sites: Sites): Atom[] {
  return monthly(sites, ({ month }, site) => {
    const figure = site.expected?.months.get(month.id);
    return figure ? [{ figure }] : [];
  });
}

/** Seconds for which hashrate is known. */
export function coveredSeconds(sites: Sites): Atom[] {
  return ofHashes(sites, (hashes) => hashes.covered, ofTheClock);
}

/** Seconds of the period. */
export function allSeconds(sites: Sites): Atom[] {
  return ofHashes(sites, (hashes) => hashes.duration, ofTheClock);
}

function ofFleet(sites: Sites, take: (rated: RatedMonth) => Step, own: Own = owned): Atom[] {
  const part = ({ rated }: MonthFootprint) =>
    rated ? [{ figure: isMissing(rated) ? rated : take(rated) }] : [];
  return monthly(sites, part, own);
}

/** Hashes that the fleet computes at its rating. */
export function ratedVolume(sites: Sites): Atom[] {
  return ofFleet(sites, (rated) => rated.volume);
}

/** Machines of each site at one line of their roll-forward, at the reported share. */
export function machines(sites: Sites, line: keyof FleetCount): Atom[] {
  return sites.flatMap((site) =>
    site.fleet ? [{ site, figure: owned(site, site.fleet[line]) }] : [],
  );
}

/** Seconds over which the rating was taken. */
export function ratedSeconds(sites: Sites): Atom[] {
  return ofFleet(sites, (rated) => rated.duration, ofTheClock);
}

import { changeOf, effectsOf, type Moved } from '../kernel/trend/effects.ts';
import { exact, type Rational, ratio } from '../units/rational.ts';
import { AppError } from '../model/app-error.ts';
import {
  type FiledDisclosure,
  filedDisclosure,
  nameOf,
  valueOfMetric,
} from './filed/filed-disclosure.ts';

/** An exact figure: the fraction itself. */
export type Exact = Rational;

/** What one cause contributed to a change. */
export interface Effect {
  readonly of: 'hashrate' | 'efficiency' | 'grid' | 'procurement';
  readonly value: Exact;
}

/** A quantity at two times, its change, and what caused it. The effects add up to the change. */
export interface Trend {
  readonly what: string;
  readonly unit: string;
  readonly before: Exact;
  readonly after: Exact;
  readonly change: Exact;
  /** Empty for what is not split. */
  readonly effects: readonly Effect[];
}

/** Trends of the entity, or of one site. */
export interface TrendGroup {
  /** Null for the entity. */
  readonly site: string | null;
  readonly trends: readonly Trend[];
  /** What is not given, and why. */
  readonly missing: readonly string[];
}

/** Trends between two filed disclosures. */
export interface TrendResult {
  readonly from: string;
  readonly to: string;
  readonly method: string;
  readonly groups: readonly TrendGroup[];
  /** Why the two may not be comparable. */
  readonly notes: readonly string[];
}

const METHOD =
  'Each effect is the mean over all orders in which its factors could have moved one after the other (Shapley value): exact, and their sum is the change. Emissions are hashes x energy per hash x emissions per energy; market-based ones times market-based per location-based emissions.';

/** Metrics that a filed disclosure must give. */
const NEEDED = {
  hashes: 'hash.volume',
  efficiency: 'efficiency.facility',
  location: 'intensity.location.exact',
  market: 'intensity.market.exact',
} as const;

type Numbers = Readonly<Record<keyof typeof NEEDED, Rational | undefined>>;

const GRAMS_PER_TONNE = exact('1000000');
const JOULES_PER_MWH = exact('3600000000');

function numbersOf(filed: FiledDisclosure, site: string | null): Numbers {
  const dimensions = site === null ? {} : { site };
  const value = (metric: string) => valueOfMetric(filed, metric, dimensions);
  return {
    hashes: value(NEEDED.hashes),
    efficiency: value(NEEDED.efficiency),
    location: value(NEEDED.location),
    market: value(NEEDED.market),
  };
}

interface Pair {
  readonly before: Numbers;
  readonly after: Numbers;
}

/** A factor at both times; undefined where either is not given or would be divided by zero. */
function moved(pair: Pair, take: (numbers: Numbers) => Rational | undefined): Moved | undefined {
  const before = take(pair.before);
  const after = take(pair.after);
  return before && after && { before, after };
}

function per(n: Rational | undefined, d: Rational | undefined): Rational | undefined {
  return n && d && d.n !== 0n ? n.div(d) : undefined;
}

function scaled({ before, after }: Moved, unit: Rational): Moved {
  return { before: before.div(unit), after: after.div(unit) };
}

type Causes = readonly (readonly [Effect['of'], Moved | undefined])[];

function product(factors: readonly Moved[], at: keyof Moved): Rational {
  return factors.reduce<Rational>((all, factor) => all.mul(factor[at]), ratio(1n));
}

function split(what: string, unit: string, causes: Causes): Trend | undefined {
  const factors = causes.flatMap(([, factor]) => factor ?? []);
  if (factors.length < causes.length) return undefined;
  const values = effectsOf(factors);
  return {
    what,
    unit,
    before: product(factors, 'before'),
    after: product(factors, 'after'),
    change: changeOf(factors),
    effects: causes.flatMap(([of], i) => {
      const value = values[i];
      return value ? [{ of, value }] : [];
    }),
  };
}

function plain(what: string, unit: string, values: Moved | undefined): Trend | undefined {
  return values && { what, unit, ...values, change: changeOf([values]), effects: [] };
}

function trendsOf(pair: Pair): readonly (readonly [string, Trend | undefined])[] {
  const hashes = moved(pair, (one) => one.hashes);
  const efficiency = moved(pair, (one) => one.efficiency);
  const grid = moved(pair, ({ location, efficiency: joules }) => per(location, joules));
  const procurement = moved(pair, ({ market, location }) => per(market, location));
  const inTonnes = hashes && scaled(hashes, GRAMS_PER_TONNE);
  const inMwh = hashes && scaled(hashes, JOULES_PER_MWH);
  const located: Causes = [
    ['hashrate', inTonnes],
    ['efficiency', efficiency],
    ['grid', grid],
  ];
  const energy: Causes = [
    ['hashrate', inMwh],
    ['efficiency', efficiency],
  ];
  const named = (what: string, trend: Trend | undefined) => [what, trend] as const;
  const ofMining = 'Scope 2 emissions of mining';
  return [
    named(`${ofMining}, location-based`, split(`${ofMining}, location-based`, 't CO2e', located)),
    named(
      `${ofMining}, market-based`,
      split(`${ofMining}, market-based`, 't CO2e', [...located, ['procurement', procurement]]),
    ),
    named('Energy of mining', split('Energy of mining', 'MWh', energy)),
    named('Energy per terahash', plain('Energy per terahash', 'J/TH', efficiency)),
    named('Hashes computed', plain('Hashes computed', 'TH', hashes)),
  ];
}

/** Which metrics a disclosure does not give. */
function lacking(filed: FiledDisclosure, numbers: Numbers): string[] {
  const names = (Object.keys(NEEDED) as (keyof typeof NEEDED)[])
    .filter((key) => numbers[key] === undefined)
    .map((key) => NEEDED[key]);
  return names.length === 0 ? [] : [`${nameOf(filed)} gives no ${names.join(', ')}`];
}

function groupOf(
  prior: FiledDisclosure,
  current: FiledDisclosure,
  site: string | null,
): TrendGroup {
  const pair = { before: numbersOf(prior, site), after: numbersOf(current, site) };
  const trends = trendsOf(pair);
  const why = [...lacking(prior, pair.before), ...lacking(current, pair.after)];
  return {
    site,
    trends: trends.flatMap(([, trend]) => trend ?? []),
    missing: trends
      .filter(([, trend]) => !trend)
      .map(([what]) => `${what}: ${why.join('; ') || 'a denominator is zero'}.`),
  };
}

function sitesOf({ disclosure }: FiledDisclosure): string[] {
  return disclosure.boundary.sites.map(({ id }) => id).sort();
}

function notesOf(prior: FiledDisclosure, current: FiledDisclosure): string[] {
  const [a, b] = [prior.disclosure, current.disclosure];
  const days = ({ start, end }: typeof a.period) => (Date.parse(end) - Date.parse(start)) / 864e5;
  const isSameLength = Math.abs(days(a.period) - days(b.period)) <= 1;
  const sites = [sitesOf(prior).join(', '), sitesOf(current).join(', ')] as const;
  return [
    ...(a.gwp === b.gwp
      ? []
      : [`The warming potentials differ: ${a.gwp ?? 'none'} and ${b.gwp ?? 'none'}.`]),
    ...(isSameLength ? [] : ['The periods differ in length, so amounts differ by that as well.']),
    ...(sites[0] === sites[1] ? [] : [`The sites differ: ${sites[0]}; ${sites[1]}.`]),
    ...(a.draft || b.draft ? ['One of the two is a draft.'] : []),
    ...[prior, current].flatMap((filed) =>
      filed.template
        ? []
        : [
            `The template edition of ${nameOf(filed)} is not at hand, so its facts have no meaning.`,
          ],
    ),
  ];
}

/**
 * What changed between two filed disclosures, and why: by hashrate, efficiency, grid and procurement. All numbers are those
 * of the ledgers, computed again. Throws an AppError where one cannot be trusted, or they are not of one entity and in order.
 */
export async function trend(priorPath: string, currentPath: string): Promise<TrendResult> {
  const prior = await filedDisclosure(priorPath);
  const current = await filedDisclosure(currentPath);
  requireOrder(prior, current);
  const common = sitesOf(current).filter((site) => sitesOf(prior).includes(site));
  const bySite = common.map((site) => groupOf(prior, current, site));
  return {
    from: nameOf(prior),
    to: nameOf(current),
    method: METHOD,
    groups: [
      groupOf(prior, current, null),
      ...(common.length > 1 ? bySite.filter(({ trends }) => trends.length > 0) : []),
    ],
    notes: notesOf(prior, current),
  };
}

function requireOrder(prior: FiledDisclosure, current: FiledDisclosure): void {
  const [a, b] = [prior.disclosure, current.disclosure];
  if (a.entity.name !== b.entity.name || a.site !== b.site) {
    const message = `${prior.path} is of ${a.site ?? a.entity.name} and ${current.path} of ${b.site ?? b.entity.name}; name two disclosures of one`;
    throw new AppError('usage', message, { what: current.path });
  }
  if (a.period.end < b.period.start) return;
  const message = `${prior.path} ends on ${a.period.end}, and ${current.path} begins on ${b.period.start}; name the earlier one first`;
  throw new AppError('usage', message, { what: current.path });
}

import type { HourColumn } from '../../model/column.ts';
import { finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import type { MonthlyAnswers } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { isWhollyKnown } from '../ledger.ts';
import { listText } from '../wording.ts';
import { annualMatching } from './annual.ts';
import type { GranularClaims } from './claims.ts';
import { siteColumns, type SiteColumns } from './columns.ts';
import { draftMasses, draftRemainder } from './draft-market.ts';
import { carbonFreeWithGrid, gridHours } from './grid-share.ts';
import { layersOf } from './layers.ts';
import { hourlyLoad } from './load.ts';
import { type MatchedMonth, matchedMonth, type Matching } from './match.ts';
import type { HourlyMatching, HourlyMonth, StoreTotals } from './result.ts';
import { efficiencyOf, type Moved, moved, storeOf, storeTotals } from './storage.ts';
import { contractedSupplies, type Supply } from './supplies.ts';

/** The matching of a site and the columns that it made; undefined where nothing was contracted or made by the hour. */
export interface MatchingResult {
  readonly matching: HourlyMatching;
  readonly columns: readonly HourColumn[];
}

/** True where something may be laid against load hour by hour, or a store is recorded whose place is known. */
function isAsked(inputs: SiteInputs) {
  const { site, granular = [], plantMeters = [], generationColumns, calendar } = inputs;
  const isMade = plantMeters.some(
    ({ id, measures }) => measures !== 'storage' && generationColumns?.has(id) === true,
  );
  const isCertified = granular.some(
    ({ start, end }) => start < calendar.end && end > calendar.start,
  );
  const { storage = [], chargeColumns } = inputs;
  const isStored = storage.length > 0 || (chargeColumns?.size ?? 0) > 0;
  return isMade || isCertified || (isStored && site.storage !== undefined);
}

/** Why months cannot be matched: parts of their load are not known. */
function unknownLoad({ site }: SiteInputs, months: readonly Month[]): Missing {
  const which = listText(months.map(({ id }) => id));
  const message = `The load of ${site.id} is not known for every hour of ${which}, of which nothing is matched hour by hour; add the missing readings.`;
  return { missing: finding('ACC-HOURLY', 'completeness', message, { entry: `sites.${site.id}` }) };
}

interface Laid {
  readonly matching: Matching;
  readonly store: StoreTotals | undefined;
}

function metOf(
  load: HourColumn,
  supplies: readonly Supply[],
  { derive }: SiteColumns,
): HourColumn | undefined {
  if (supplies.length === 0) return undefined;
  const cover = derive(
    'cover',
    'sum',
    supplies.map(({ column }) => column),
  );
  return derive('met', 'met', [load, cover]);
}

interface StoreOfSite {
  readonly moved: Moved | undefined;
  readonly totals: StoreTotals | undefined;
}

function shifted(
  load: HourColumn,
  supplies: readonly Supply[],
  site: SiteInputs,
  columns: SiteColumns,
): Found<StoreOfSite> {
  const { value: store, findings } = storeOf(site, columns);
  if (!store) return found({ moved: undefined, totals: undefined }, findings);
  const efficiency = efficiencyOf(store, site);
  const shift = moved(store, efficiency.value, load, supplies, site, columns);
  return found(
    { moved: shift.value, totals: storeTotals(store, efficiency.value, site) },
    findings,
    efficiency.findings,
    shift.findings,
  );
}

/** Supplies and what a store releases, laid against the load. */
function laid(
  load: HourColumn,
  supplies: readonly Supply[],
  site: SiteInputs,
  columns: SiteColumns,
): Found<Laid> {
  const { value, findings } = shifted(load, supplies, site, columns);
  const { moved: released, totals: store } = value;
  const all = released ? [...supplies, released.supply] : supplies;
  const storage = released && { cancelled: released.cancelled, released: released.supply.column };
  const matching = { ...layersOf(load, all, columns), met: metOf(load, all, columns), storage };
  return found({ matching, store }, findings);
}

type MatchedMonths = ReadonlyMap<string, MatchedMonth | Missing>;

function monthsOf(matching: Matching, site: SiteInputs): Found<MatchedMonths> {
  const { months } = site.calendar;
  const unknown = months.filter((month) => !isWhollyKnown(matching.load, month));
  const gap = unknownLoad(site, unknown);
  return found(
    new Map(
      months.map((month) => [
        month.id,
        unknown.includes(month) ? gap : matchedMonth(matching, month, site.site.id),
      ]),
    ),
    unknown.length > 0 ? gap.missing : [],
  );
}

/** What the grid and the draft method make of the matched months. */
function completed(
  months: MatchedMonths,
  matching: Matching,
  inputs: FootprintInputs,
  site: SiteInputs,
  mixes: MonthlyAnswers,
): ReadonlyMap<string, HourlyMonth | Missing> {
  const served = gridHours(inputs, site);
  const remainder = draftRemainder(inputs, site);
  const done = site.calendar.months.flatMap((month): [string, HourlyMonth | Missing][] => {
    const matched = months.get(month.id);
    const mix = mixes.get(month.id);
    if (!matched || !mix) return [];
    if (isMissing(matched)) return [[month.id, matched]];
    const withGrid = carbonFreeWithGrid(month, matched, matching, served, mix, site);
    const draft = draftMasses(matched, month, remainder, site.site.id);
    return [[month.id, { ...matched, withGrid, draft }]];
  });
  return new Map(done);
}

/** Nothing can be matched at all: every month is missing for one reason. */
function unmatched(gap: Missing, site: SiteInputs): HourlyMatching {
  return {
    months: new Map(site.calendar.months.map(({ id }) => [id, gap])),
    annual: { all: gap, carbonFree: gap },
  };
}

/**
 * What was contracted or made for a site against its load, hour by hour: by month and for the period. Undefined, and
 * silent, where the workspace holds nothing by the hour.
 */
export function hourlyMatching(
  inputs: FootprintInputs,
  site: SiteInputs,
  claims: GranularClaims,
  mixes: MonthlyAnswers,
): Found<MatchingResult | undefined> {
  if (!isAsked(site)) return found(undefined);
  const columns = siteColumns(site.site.id, site.calendar);
  const load = hourlyLoad(inputs, site, columns);
  if (isMissing(load.value)) {
    const matching = unmatched(load.value, site);
    return found({ matching, columns: columns.all() }, load.value.missing, load.findings);
  }
  const contracted = contractedSupplies(inputs, site, claims, columns);
  const supplies = [...load.value.supplies, ...contracted.value];
  const { value, findings } = laid(load.value.column, supplies, site, columns);
  const months = monthsOf(value.matching, site);
  const matching: HourlyMatching = {
    months: completed(months.value, value.matching, inputs, site, mixes),
    annual: annualMatching([...months.value.values()], site.site.id),
    ...(value.store && { store: value.store }),
  };
  return found(
    { matching, columns: columns.all() },
    load.findings,
    contracted.findings,
    findings,
    months.findings,
  );
}

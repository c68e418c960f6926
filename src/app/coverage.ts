import type { Bill, Certificate, HashSeries, Quality, ReadingSeries } from '../model/records.ts';
import type { Workspace } from '../model/documents/workspace.ts';
import { type Interval, type Month, overlapOf } from '../model/time.ts';
import { ratio } from '../units/rational.ts';
import { roundedText } from '../units/rounding.ts';
import { calendarOf, type Days, daysInBoundary } from './calendar.ts';
import type { InputRecords } from './read-inputs.ts';

/**
 * What stands behind a month: all of it, part of it estimated, part of the month only, nothing though the site has such
 * an input, or nothing and none needed.
 */
export type MonthState = 'measured' | 'estimated' | 'partial' | 'missing' | 'none';

/** One kind of input of one site (and meter), month by month. */
export interface CoverageRow {
  readonly site: string;
  readonly input:
    | 'bills'
    | 'readings'
    | 'certificates'
    | 'hashrate'
    | 'fuels'
    | 'refrigerants'
    | 'flare'
    | 'capture'
    | 'heat'
    | 'water'
    | 'waste';
  readonly meter: string | null;
  readonly months: readonly {
    readonly month: string;
    readonly state: MonthState;
    readonly covered_percent: string;
  }[];
}

/** A stretch that an input covers. */
interface Stretch extends Interval {
  readonly isEstimated: boolean;
}

/** A month-by-site picture of what is there, estimated, missing. */
export function coverageOf(workspace: Workspace, records: InputRecords, days: Days): CoverageRow[] {
  return workspace.sites.flatMap((site) => {
    const spans = workspace.boundary.parties
      .filter(({ sites }) => sites.includes(site.id))
      .flatMap((party) => daysInBoundary(days, party) ?? []);
    const [start] = spans.map((span) => span.start).sort();
    const end = spans
      .map((span) => span.end)
      .sort()
      .at(-1);
    if (start === undefined || end === undefined) return [];
    const { months } = calendarOf({ start, end }, site.zone);
    const row = (
      input: CoverageRow['input'],
      meter: string | null,
      stretches: readonly Stretch[],
    ): CoverageRow[] =>
      stretches.length === 0
        ? []
        : [
            {
              site: site.id,
              input,
              meter,
              months: months.map((month) => monthOf(month, stretches)),
            },
          ];
    const meters = workspace.meters.filter((meter) => meter.site === site.id).map(({ id }) => id);
    const certificates = records.certificates.filter((one) => one.site === site.id);
    return [
      ...meters.flatMap((id) => row('bills', id, billStretches(records.bills, id))),
      ...meters.flatMap((id) => row('readings', id, readingStretches(records.readings, id))),
      ...row('hashrate', null, hashStretches(records.hashrate, site.id)),
      ...row('fuels', null, spanStretches(records.fuels, site.id)),
      ...row('refrigerants', null, spanStretches(records.refrigerants, site.id)),
      ...row('flare', null, spanStretches(records.flare, site.id)),
      ...row('capture', null, spanStretches(records.capture, site.id)),
      ...row('heat', null, spanStretches(records.heat, site.id)),
      ...row('water', null, spanStretches(records.water, site.id)),
      ...row('waste', null, spanStretches(records.waste, site.id)),
      ...certificateRow(site.id, months, certificates),
    ];
  });
}

function billStretches(bills: readonly Bill[], meter: string): Stretch[] {
  return bills
    .filter((bill) => bill.meter === meter)
    .map(({ start, end, quality }) => ({ start, end, isEstimated: quality === 'estimated' }));
}

function readingStretches(series: readonly ReadingSeries[], meter: string): Stretch[] {
  return series.filter((one) => one.meter === meter).flatMap(({ readings }) => runsOf(readings));
}

/** Readings that follow one another without a gap, alike in whether they are estimated, as one stretch. */
function runsOf(readings: Iterable<Interval & { readonly quality: Quality }>): Stretch[] {
  const runs: { start: number; end: number; isEstimated: boolean }[] = [];
  for (const { start, end, quality } of readings) {
    const isEstimated = quality === 'estimated';
    const last = runs.at(-1);
    if (last?.end === start && last.isEstimated === isEstimated) last.end = end;
    else runs.push({ start, end, isEstimated });
  }
  return runs;
}

/** Days of a site's records of one kind, each once where several overlap. */
function spanStretches(
  spans: readonly (Interval & { readonly site: string })[],
  site: string,
): Stretch[] {
  const own = spans.filter((one) => one.site === site).sort((a, b) => a.start - b.start);
  let covered = -Infinity;
  return own.flatMap(({ start, end }) => {
    const from = Math.max(start, covered);
    covered = Math.max(covered, end);
    return from < end ? [{ start: from, end, isEstimated: false }] : [];
  });
}

function hashStretches(series: readonly HashSeries[], site: string): Stretch[] {
  const seen = new Set<number>();
  return series
    .filter((one) => one.site === site)
    .flatMap(({ readings }) => readings)
    .filter(({ start }) => !seen.has(start) && seen.add(start))
    .map(({ start, end }) => ({ start, end, isEstimated: false }));
}

function monthOf(month: Month, stretches: readonly Stretch[]) {
  const parts = stretches.flatMap((stretch) => {
    const part = overlapOf(month, stretch);
    return part ? [{ seconds: part.end - part.start, isEstimated: stretch.isEstimated }] : [];
  });
  const covered = parts.reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    month: month.id,
    state: stateOf(
      covered,
      month.end - month.start,
      parts.some(({ isEstimated }) => isEstimated),
    ),
    covered_percent: percentText(covered, month.end - month.start),
  };
}

function stateOf(covered: number, whole: number, hasEstimates: boolean): MonthState {
  if (covered === 0) return 'missing';
  if (covered < whole) return 'partial';
  return hasEstimates ? 'estimated' : 'measured';
}

function percentText(part: number, whole: number): string {
  return roundedText(ratio(BigInt(part) * 100n, BigInt(whole)), { decimals: 1, mode: 'down' });
}

/** Certificates stand by their month of generation; a month without any is no gap. */
function certificateRow(
  site: string,
  months: readonly Month[],
  certificates: readonly Certificate[],
): CoverageRow[] {
  if (certificates.length === 0) return [];
  const vintages = new Set(certificates.map(({ vintage }) => vintage));
  return [
    {
      site,
      input: 'certificates',
      meter: null,
      months: months.map(({ id }) => {
        const isThere = vintages.has(id);
        return {
          month: id,
          state: isThere ? 'measured' : 'none',
          covered_percent: isThere ? '100.0' : '0.0',
        };
      }),
    },
  ];
}

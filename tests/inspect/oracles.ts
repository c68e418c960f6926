import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sumOf, exact } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import type { Golden, GoldenSeries } from './samples.ts';

/** A series as it was counted without Hashprint; it is held to what it states. */
export type OracleSeries = Partial<Omit<GoldenSeries, 'id'>>;

/** What a file holds, or why a person would refuse it. */
export type OracleEntry =
  | { readonly refused: string }
  | { readonly series?: readonly OracleSeries[]; readonly records?: number };

type Rows = readonly Readonly<Record<string, unknown>>[];

function oracle<T>(name: string): Readonly<Record<string, T>> {
  const path = join(import.meta.dirname, name);
  return JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, T>>;
}

/** Entries under the paths of the samples. */
function under<T>(
  folder: string,
  entries: Readonly<Record<string, T>>,
  entryOf: (value: T) => OracleEntry,
): Record<string, OracleEntry> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [`${folder}/${name}`, entryOf(value)]),
  );
}

function greenButton(): Record<string, OracleEntry> {
  const entries = oracle<OracleSeries[]>('../ingest/green-button-oracle.json');
  return under('greenbutton_xml', entries, (series) => ({ series }));
}

function british(): Record<string, OracleEntry> {
  const entries = oracle<Rows>('../ingest/uk-oracle.json');
  return under('meter_csv/energysparks', entries, (rows) => ({
    series: rows.map(({ kWh, ...one }) => ({ ...one, total: String(kWh) })),
  }));
}

interface Read {
  readonly meter: string;
  readonly start: string;
  readonly end: string;
  readonly kWh: string;
}

/** Intervals and reads of registers of the archives' members; a broken member leaves none. */
function australian(): Record<string, OracleEntry> {
  const intervals = oracle<OracleSeries[] | 'refused'>('../ingest/nem12-oracle.json');
  const reads = oracle<{ readonly bills: readonly Read[] }>('../ingest/nem13-oracle.json');
  const found: Record<string, OracleEntry> = {};
  for (const [member, series] of Object.entries(intervals)) {
    const path = `nem12/${member.replace(/(\.zip)\/.*$/i, '$1')}`;
    found[path] =
      series === 'refused'
        ? { refused: 'its rows are broken over lines' }
        : { series: [...series, ...registers(reads[member]?.bills ?? [])] };
  }
  return found;
}

function registers(bills: readonly Read[]): OracleSeries[] {
  return [...new Set(bills.map(({ meter }) => meter))].map((meter) => {
    const own = bills.filter((bill) => bill.meter === meter);
    return {
      meter,
      intervals: own.length,
      start: own.map(({ start }) => start).sort()[0] ?? '',
      end:
        own
          .map(({ end }) => end)
          .sort()
          .at(-1) ?? '',
      total: decimalText(sumOf(own.map(({ kWh }) => exact(kWh)))),
    };
  });
}

interface Entries {
  readonly meter: string;
  readonly commodity: string;
  readonly entries: number;
  readonly total: string;
}

function portfolio(): Record<string, OracleEntry> {
  const entries = oracle<readonly Entries[]>('../ingest/portfolio-manager-oracle.json');
  return under('portfolio_manager', entries, (all) => ({
    series: all.map(({ meter, commodity, entries, total }) => ({
      ...{ meter, commodity, intervals: entries, total },
    })),
  }));
}

function grid(): Record<string, OracleEntry> {
  const entries = oracle<readonly { readonly points: number }[]>('../ingest/grid-oracle.json');
  return under('grid', entries, (series) => ({
    records: series.reduce((sum, { points }) => sum + points, 0),
  }));
}

/** Every file's entry. What oracle.py gives stands above the others, which tell an empty file from no refused one. */
export const ORACLE: Readonly<Record<string, OracleEntry>> = {
  ...greenButton(),
  ...british(),
  ...australian(),
  ...portfolio(),
  ...grid(),
  ...oracle<OracleEntry>('oracle.json'),
};

/** What stands between a golden and the independent count; undefined where they agree. */
export function disagreement(path: string, golden: Golden | undefined): string | undefined {
  const entry = ORACLE[path];
  if (!entry || !golden) return 'nothing was counted independently';
  const isRefused =
    golden.records === 0 && golden.findings.some((one) => one.includes(' critical'));
  if ('refused' in entry) {
    return isRefused ? undefined : `it is read, and a person would refuse it: ${entry.refused}`;
  }
  const { series = [], records } = entry;
  if (records !== undefined && records !== golden.records) {
    return `it holds ${String(records)} records, and ${String(golden.records)} are read`;
  }
  const [wanted, seen] = [series, golden.series].map((all) =>
    all.map((one) => partOf(one, series)).sort(),
  );
  if (JSON.stringify(wanted) !== JSON.stringify(seen)) {
    return `counted ${JSON.stringify(wanted)}, read ${JSON.stringify(seen)}`;
  }
  const isEmpty = series.length === 0 && records === undefined;
  return isEmpty ? 'it holds nothing, and no reason says why' : undefined;
}

/** A series by the parts that were counted. */
function partOf(one: OracleSeries, counted: readonly OracleSeries[]): string {
  const keys = Object.keys(counted[0] ?? {}).sort() as (keyof OracleSeries)[];
  return JSON.stringify(keys.map((key) => [key, one[key]]));
}

import type { Finding } from '../../model/finding.ts';
import { sumOf } from '../../units/rational.ts';
import type { ExtractedBill } from '../bills-csv/extract.ts';
import { byKey } from '../by-key.ts';
import { addGiven, type Given, noExtractions } from '../extractions.ts';
import type { InputFile } from '../input-file.ts';
import { joinAll } from '../join.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import { UNNAMED } from './plain-interval.ts';
import { type InspectedSeries, kwhOf, seriesCounts } from './series-counts.ts';

/** How a file is written. */
export type FileFormat = 'csv' | 'edi' | 'json' | 'pdf' | 'xlsx' | 'xml';

/** What is seen in one file. */
export interface Seen {
  readonly format: FileFormat;
  /** `mapped` where a workspace describes the file; null where nothing recognised it. */
  readonly profile: string | null;
  readonly series: readonly InspectedSeries[];
  /** Readings, bills, certificate lines, hashrate readings or other lines kept. */
  readonly records: number;
  readonly findings: readonly Finding[];
}

/** What is known of a file before its records are looked at. */
interface Look {
  readonly format: FileFormat;
  readonly profile: string | null;
  /** The file has flags, so that an interval without one is not actual. */
  readonly isFlagged: boolean;
}

const BEGINNING = 64;

/** How the file is written, by its content. */
export function formatOf({ bytes, sheets, pages }: InputFile): FileFormat {
  if (sheets) return 'xlsx';
  if (pages) return 'pdf';
  const begins = new TextDecoder().decode(bytes.subarray(0, BEGINNING)).trimStart();
  if (begins.startsWith('<')) return 'xml';
  if (/^[[{]/.test(begins)) return 'json';
  return begins.startsWith('ISA*') ? 'edi' : 'csv';
}

/** What one file gave, each interval, bill and certificate counted once. */
export function seenGiven(given: Given, { format, profile, isFlagged }: Look): Seen {
  const all = noExtractions();
  addGiven(all, given);
  const { records, findings } = joinAll(all);
  const { readings, bills, hashrate, grid, ...others } = records;
  const counts = [
    ...readings.map((one) => one.readings.length),
    ...hashrate.map((one) => one.readings.length),
    ...grid.map((one) => one.points.length),
    ...[bills, ...Object.values(others)].map((list) => list.length),
  ];
  return {
    format,
    profile,
    series: [...readingSeries(readings, isFlagged), ...billSeries(bills, isFlagged)],
    records: counts.reduce((sum, count) => sum + count, 0),
    findings,
  };
}

function readingSeries(records: readonly ExtractedSeries[], isFlagged: boolean): InspectedSeries[] {
  return records.flatMap((one) => {
    const { meter, direction, duplicates, scale } = one;
    const counted = seriesCounts({
      id: meter === UNNAMED ? direction : `${meter}.${direction}`,
      meter: meter === UNNAMED ? null : meter,
      direction,
      intervals: one.readings,
      total: kwhOf(one.readings, scale),
      duplicates,
      isFlagged,
    });
    return counted ? [counted] : [];
  });
}

function billSeries(records: readonly ExtractedBill[], isFlagged: boolean): InspectedSeries[] {
  const meters = byKey(records, ({ meter }) => meter);
  return [...meters].flatMap(([meter, own]) => {
    const counted = seriesCounts({
      id: `${meter}.bills`,
      meter,
      direction: 'import',
      intervals: own,
      total: sumOf(own.map(({ energyKwh }) => energyKwh)),
      duplicates: own.reduce((sum, { duplicates }) => sum + duplicates, 0),
      isFlagged,
    });
    return counted ? [counted] : [];
  });
}

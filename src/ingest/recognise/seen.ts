import type { Finding } from '../../model/finding.ts';
import { sumOf } from '../../units/rational.ts';
import type { ExtractedBill } from '../bills-csv/extract.ts';
import { joinBills } from '../bills-csv/join.ts';
import { byKey } from '../by-key.ts';
import { joinCertificates } from '../certificates-csv/join.ts';
import type { Given } from '../extractions.ts';
import type { Extraction, InputFile } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import { joinReadings } from '../readings-csv/join.ts';
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
  const { readings, bills, certificates, hashrate, grid, ...others } = given;
  const parts: Part[] = [];
  if (readings) parts.push(readingsPart(joinReadings([readings]), isFlagged));
  if (bills) parts.push(billsPart(joinBills([bills]), isFlagged));
  if (certificates) parts.push(recordsPart(joinCertificates([certificates])));
  if (hashrate) parts.push(pointsPart(hashrate, (one) => one.readings.length));
  if (grid) parts.push(pointsPart(grid, (one) => one.points.length));
  for (const other of Object.values(others)) parts.push(recordsPart(other));
  return {
    format,
    profile,
    series: parts.flatMap(({ series }) => series),
    records: parts.reduce((sum, { records }) => sum + records, 0),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

/** What records of one kind amount to. */
type Part = Pick<Seen, 'series' | 'records' | 'findings'>;

function readingsPart(
  { records, findings }: Extraction<ExtractedSeries>,
  isFlagged: boolean,
): Part {
  const series = records.flatMap((one) => {
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
  return { series, records: records.reduce((sum, one) => sum + one.readings.length, 0), findings };
}

function billsPart({ records, findings }: Extraction<ExtractedBill>, isFlagged: boolean): Part {
  const meters = byKey(records, ({ meter }) => meter);
  const series = [...meters].flatMap(([meter, own]) => {
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
  return { series, records: records.length, findings };
}

function recordsPart({ records, findings }: Extraction<unknown>): Part {
  return { series: [], records: records.length, findings };
}

function pointsPart<R>({ records, findings }: Extraction<R>, count: (record: R) => number): Part {
  return { series: [], records: records.reduce((sum, one) => sum + count(one), 0), findings };
}

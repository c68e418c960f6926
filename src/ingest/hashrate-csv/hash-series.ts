import { HOUR } from '../../model/column.ts';
import type { HashReading, HashSeries } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { finding } from '../../model/finding.ts';
import { byKey } from '../by-key.ts';
import { type Claim, uniqueRows } from '../duplicates.ts';
import type { InputFile } from '../input-file.ts';
import { noteGivenWay } from '../readings-csv/given-way.ts';
import { noteSpacing } from '../readings-csv/spacing.ts';
import type { RowNotes } from '../row-notes.ts';
import { keptAmounts } from './precision.ts';

/** A hash series with what a join of files needs besides. */
export interface ExtractedHashSeries extends HashSeries {
  /** `device start` of rows that conflict: no reading of any file counts there. */
  readonly withdrawn?: readonly string[];
}

/** Name of the one device of a file without devices. */
export const ALL = 'all';

/** What one device computed over an interval. */
export interface HashAmount extends Claim {
  readonly end: number;
  readonly device: string;
  readonly gigahashes: Rational;
}

/** The series of a file, and what of its rows it does not hold. */
export interface SeriesOfFile {
  /** None where no reading was kept. */
  readonly records: readonly ExtractedHashSeries[];
  readonly conflicting: number;
  readonly duplicates: number;
}

/** The series of the amounts of a file: each interval of a device once, in order of time. */
export function hashSeriesOf(
  { path, sha256 }: InputFile,
  of: Pick<HashSeries, 'site' | 'algorithm' | 'intervalSeconds'>,
  amounts: readonly HashAmount[],
  notes: RowNotes,
): SeriesOfFile {
  const kept: HashAmount[] = [];
  const withdrawn: string[] = [];
  let duplicates = 0;
  let conflicting = 0;
  for (const [device, claims] of byKey(amounts, (amount) => amount.device)) {
    const unique = uniqueRows(claims, (a, b) => a.gigahashes.equals(b.gigahashes));
    const name = device === ALL ? `the hashrate of ${of.site}` : device;
    noteGivenWay(unique, name, notes);
    noteSpacing({ readings: unique.kept, intervalSeconds: of.intervalSeconds }, notes, name);
    kept.push(...unique.kept);
    duplicates += unique.duplicates.length;
    conflicting += unique.conflicts.flat().length;
    withdrawn.push(...unique.conflicts.flatMap(([row]) => (row ? [keyOf(row)] : [])));
  }
  const { scale, isRounded, integerOf } = keptAmounts(kept);
  if (isRounded) notes.add(rounded(path, scale));
  if (of.intervalSeconds > HOUR && kept.length > 0) notes.add(shapeUnknown(path));
  const readings: HashReading[] = kept
    .map(({ gigahashes, start, end, device, line }) => {
      return { device, start, end, line, hashes: integerOf(gigahashes) };
    })
    .sort((a, b) => a.start - b.start || (a.device < b.device ? -1 : 1));
  const series = { ...of, file: path, sha256, scale, readings, duplicates, withdrawn };
  return { records: readings.length > 0 ? [series] : [], conflicting, duplicates };
}

function rounded(file: string, scale: bigint) {
  const unit = scale === 1n ? 'the gigahash' : `1/${String(scale)} of a gigahash`;
  const message = `Hashes of ${file} have more digits than an hour of a column holds; each interval was rounded to ${unit}. Nothing needs to be done.`;
  return finding('IN-PRECISION', 'info', message, { file });
}

function shapeUnknown(file: string) {
  const message = `${file} gives hashes of whole days: their total is exact, and how they lie over the hours of a day is not known, so each hour is given the same part. Give intervals of an hour or less where hours matter.`;
  return finding('IN-DAY-VALUES', 'quality', message, { file });
}

/** Names the place of a reading in its site's time. */
export function keyOf({
  device,
  start,
}: {
  readonly device: string;
  readonly start: number;
}): string {
  return `${device} ${String(start)}`;
}

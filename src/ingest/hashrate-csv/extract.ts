import type { HashrateInput } from '../../model/documents/workspace.ts';
import type { HashReading, HashSeries } from '../../model/records.ts';
import { type Rational, ratio } from '../../units/rational.ts';
import { byKey } from '../by-key.ts';
import { intervalsOf, type StampReader, stampReader } from '../clock/stamps.ts';
import { cellReader, noteNull, unitFactor } from '../columns.ts';
import { type Claim, uniqueRows } from '../duplicates.ts';
import type { Extraction, Identification, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { noteGivenWay } from '../readings-csv/given-way.ts';
import { noteSpacing } from '../readings-csv/spacing.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import { commonScale, scaled } from '../scale.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { readTable, type Table } from '../table/table.ts';

/** A hash series with what a join of files needs besides. */
export interface ExtractedHashSeries extends HashSeries {
  /** `device start` of rows that conflict: no reading of any file counts there. */
  readonly withdrawn?: readonly string[];
}

/** Name of the one device of a file without a device column. */
const ALL = 'all';
const SIGNS: readonly HeaderSign[] = [
  { what: 'time', spelled: /\b(time|timestamp|datetime|date|hour|start)|_(time|start|utc)\b/i },
  { what: 'hashrate', spelled: /hash ?_?rate|\b[kmgtpe]?h\/s\b|[_ ][tpe]hs\b/i },
];

/** How far the file looks like a hashrate export. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The hash series of a file by its mapping: the readings of all devices, in order of time, free of duplicates. */
export function extract(file: InputFile, input: HashrateInput): Extraction<ExtractedHashSeries> {
  const { map } = input;
  const notes = rowNotes(file.path);
  const seconds = map.interval_minutes * 60;
  const { label, date_format, zone } = map;
  const stamps = stampReader({ label, seconds, date_format, zone, columns: [map.time] }, file.path);
  const unit = unitFactor(map.rate, [{ kind: 'hashrate', to: 'GH/s' }], file.path);
  if ('severity' in stamps || 'severity' in unit) {
    return refusedFile(...[stamps, unit].filter((part) => 'severity' in part));
  }
  const device = map.device === undefined ? [] : [map.device];
  const table = readTable(file, input.csv, [map.time, map.rate.column, ...device], notes);
  if (table.refused) return refusedFile(...notes.findings(), table.refused);
  const perUnit = unit.factor.mul(ratio(BigInt(seconds)));
  const { rates, rejected } = ratesOf(table.value, input, stamps, perUnit, notes);
  return seriesOf(file, input, table.value, rates, rejected, notes);
}

interface Rate extends Claim {
  readonly end: number;
  readonly device: string;
  readonly gigahashes: Rational;
}

interface Rates {
  readonly rates: readonly Rate[];
  readonly rejected: number;
}

function ratesOf(
  table: Table,
  { csv, map }: HashrateInput,
  stamps: StampReader,
  perUnit: Rational,
  notes: RowNotes,
): Rates {
  const cellOf = cellReader(csv, notes);
  const column = map.rate.column;
  const raw = table.rows.map((row) => {
    const value = cellOf(table.cell(row, column), { line: row.line, column });
    const series = map.device === undefined ? ALL : table.cell(row, map.device);
    const text = table.cell(row, map.time);
    return { line: row.line, series, text, value, isBlank: value === 'null' };
  });
  const intervals = intervalsOf(stamps, raw, notes);
  let rejected = 0;
  const rates = raw.flatMap(({ line, series, value }, i) => {
    const interval = intervals[i];
    if (interval && value === 'null') noteNull(notes, { line, column }, '');
    if (value === 'null') return [];
    if (!interval || value === 'refused' || isNegative(value, line, column, notes)) {
      rejected += 1;
      return [];
    }
    return [{ ...interval, line, device: series, gigahashes: value.mul(perUnit) }];
  });
  return { rates, rejected };
}

function isNegative(value: Rational, line: number, column: string, notes: RowNotes): boolean {
  if (value.s >= 0n) return false;
  const what = `a hashrate cannot be negative. The row was set aside; correct it.`;
  notes.row('IN-NUMBER', 'critical', { line, column }, what);
  return true;
}

function seriesOf(
  { path, sha256 }: InputFile,
  { site, algorithm, map }: HashrateInput,
  table: Table,
  rates: readonly Rate[],
  rejected: number,
  notes: RowNotes,
): Extraction<ExtractedHashSeries> {
  const intervalSeconds = map.interval_minutes * 60;
  const kept: Rate[] = [];
  const withdrawn: string[] = [];
  let duplicates = 0;
  let conflicting = 0;
  for (const [device, claims] of byKey(rates, (rate) => rate.device)) {
    const unique = uniqueRows(claims, (a, b) => a.gigahashes.equals(b.gigahashes));
    const name = device === ALL ? `the hashrate of ${site}` : device;
    noteGivenWay(unique, name, notes);
    noteSpacing({ readings: unique.kept, intervalSeconds }, notes, name);
    kept.push(...unique.kept);
    duplicates += unique.duplicates.length;
    conflicting += unique.conflicts.flat().length;
    withdrawn.push(...unique.conflicts.flatMap(([row]) => (row ? [keyOf(row)] : [])));
  }
  const scale = commonScale(kept.map(({ gigahashes }) => gigahashes));
  const readings: HashReading[] = kept
    .map(({ gigahashes, start, end, device, line }) => ({
      device,
      start,
      end,
      line,
      hashes: scaled(gigahashes, scale),
    }))
    .sort((a, b) => a.start - b.start || (a.device < b.device ? -1 : 1));
  const record = {
    site,
    algorithm,
    file: path,
    sha256,
    scale,
    intervalSeconds,
    readings,
    duplicates,
    withdrawn,
  };
  const read = table.rows.length + table.ragged;
  const rows = { read, rejected: rejected + table.ragged + conflicting, duplicate: duplicates };
  return { records: readings.length > 0 ? [record] : [], findings: notes.findings(), rows };
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

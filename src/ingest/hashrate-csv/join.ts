import { type Finding, finding } from '../../model/finding.ts';
import type { HashReading } from '../../model/records.ts';
import { instantText } from '../../model/time.ts';
import { byKey } from '../by-key.ts';
import { uniqueRows } from '../duplicates.ts';
import { type Extraction, sumRows } from '../input-file.ts';
import { counted, quoted } from '../wording.ts';
import { ALL, type ExtractedHashSeries, keyOf } from './hash-series.ts';

/** Conflicts between files that are named one by one. */
const CAP = 20;

interface Sourced extends HashReading {
  readonly from: ExtractedHashSeries;
}

/** The series of all files with every interval of a device counted once. Does not depend on the order of files. */
export function joinHashrate(
  extractions: readonly Extraction<ExtractedHashSeries>[],
): Extraction<ExtractedHashSeries> {
  const all = extractions
    .flatMap(({ records }) => records)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const sites = [...byKey(all, ({ site }) => site).values()].map(joinSite);
  const { read, rejected, duplicate } = sumRows(extractions);
  return {
    records: sites.flatMap(({ series }) => series),
    findings: [
      ...extractions.flatMap(({ findings }) => findings),
      ...sites.flatMap(({ findings }) => findings),
    ],
    rows: {
      read,
      rejected: rejected + sites.reduce((sum, site) => sum + site.rejected, 0),
      duplicate: duplicate + sites.reduce((sum, site) => sum + site.duplicate, 0),
    },
  };
}

function joinSite(all: readonly ExtractedHashSeries[]) {
  if (all.length < 2) return { series: all, findings: [], duplicate: 0, rejected: 0 };
  const withdrawn = new Set(all.flatMap((series) => series.withdrawn ?? []));
  const rows = all.flatMap((from) =>
    from.readings.map((reading): Sourced => ({ ...reading, from })),
  );
  const open = rows.filter((row) => !withdrawn.has(keyOf(row)));
  const parts = [...byKey(open, ({ device }) => device).values()].map((ofDevice) =>
    uniqueRows(ofDevice, isSame),
  );
  const kept = byKey(
    parts.flatMap((part) => part.kept),
    ({ from }) => from,
  );
  const dropped = byKey(
    parts.flatMap((part) => part.duplicates),
    ({ row }) => row.from,
  );
  const conflicts = parts.flatMap((part) => part.conflicts);
  const series = all.map((from) => ({
    ...from,
    readings: (kept.get(from) ?? []).map(withoutSource).sort(inTime),
    duplicates: from.duplicates + (dropped.get(from)?.length ?? 0),
    withdrawn: [...withdrawn],
  }));
  return {
    series,
    findings: [
      ...mixedAlgorithms(all),
      ...[...dropped].map(([{ file }, { length }]) => repeats(file, length)),
      ...conflicts.slice(0, CAP).map((claims) => conflict(claims, conflicts.length)),
      ...overlaps(parts.map((part) => part.kept)),
      ...wholeBesideParts(all),
    ],
    duplicate: [...dropped.values()].flat().length,
    rejected: conflicts.flat().length + rows.length - open.length,
  };
}

function withoutSource({ device, start, end, hashes, line }: Sourced): HashReading {
  return { device, start, end, hashes, line };
}

function inTime(a: HashReading, b: HashReading): number {
  return a.start - b.start || (a.device < b.device ? -1 : 1);
}

function isSame(a: Sourced, b: Sourced): boolean {
  return a.end === b.end && a.hashes * b.from.scale === b.hashes * a.from.scale;
}

function repeats(file: string, n: number): Finding {
  const message = `${counted(n, 'hashrate reading')} of ${file} stand in another file as well and count once.`;
  return finding('IN-DUPLICATE', 'info', message, { file });
}

function conflict(rows: readonly Sourced[], total: number): Finding {
  const places = rows.map(({ line, from }) => `line ${String(line)} of ${from.file}`).join(' and ');
  const [first] = rows;
  const when = instantText(first?.start ?? 0);
  const message = `${quoted(first?.device ?? '')} has differing hashrates for ${when} in ${places} (one of ${String(total)} such intervals). Neither is counted; remove the wrong row.`;
  const at = first ? { file: first.from.file, line: first.line } : {};
  return finding('IN-CONFLICT', 'critical', message, at);
}

/** Windows of several files that share time, such as a day beside its hours: they say the same twice. */
function overlaps(devices: readonly (readonly Sourced[])[]): Finding[] {
  const found = devices.flatMap((readings) =>
    readings.flatMap((reading, i) => {
      const before = readings[i - 1];
      return before && before.end > reading.start && before.from !== reading.from
        ? [{ before, reading }]
        : [];
    }),
  );
  return found.slice(0, 1).map(({ before, reading }) => {
    const more = found.length > 1 ? ` (${counted(found.length, 'such pair')} in all)` : '';
    const message = `${quoted(reading.device)} has hashrate from ${instantText(before.start)} to ${instantText(before.end)} in ${before.from.file} and from ${instantText(reading.start)} on in ${reading.from.file}${more}: the same hashes would count twice. Keep one of the files for a time.`;
    return finding('IN-OVERLAP', 'critical', message, {
      file: reading.from.file,
      line: reading.line,
    });
  });
}

/** A total and its parts are known by their names alone: machines in one file, none in another. */
function wholeBesideParts(all: readonly ExtractedHashSeries[]): Finding[] {
  const isWhole = (series: ExtractedHashSeries) =>
    series.readings.every(({ device }) => device === ALL);
  const whole = all.find(isWhole);
  const parts = all.find(
    (series) => !isWhole(series) && whole && sharesTime(series.readings, whole.readings),
  );
  if (!whole || !parts) return [];
  const message = `${whole.file} gives the hashrate of ${whole.site} as a whole and ${parts.file} that of single devices for the same time; both are added. Remove one of them unless they speak of different machines.`;
  return [finding('IN-OVERLAP', 'quality', message, { file: whole.file })];
}

function sharesTime(a: readonly HashReading[], b: readonly HashReading[]): boolean {
  const first = (readings: readonly HashReading[]) => readings[0]?.start ?? Infinity;
  const last = (readings: readonly HashReading[]) => readings.at(-1)?.end ?? -Infinity;
  return first(a) < last(b) && first(b) < last(a);
}

/** Hashes of different algorithms are different things and are never added. */
function mixedAlgorithms(all: readonly ExtractedHashSeries[]): Finding[] {
  const [first] = all;
  const other = all.find(({ algorithm }) => algorithm !== first?.algorithm);
  if (!first || !other) return [];
  const message = `${first.site} has hashrate of ${first.algorithm} (${first.file}) and of ${other.algorithm} (${other.file}), which cannot be added. Keep one algorithm for a site.`;
  return [finding('IN-UNIT', 'critical', message, { file: other.file })];
}

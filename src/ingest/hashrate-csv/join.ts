import { type Finding, finding } from '../../model/finding.ts';
import type { HashReading } from '../../model/records.ts';
import { instantText } from '../../model/time.ts';
import { byKey } from '../by-key.ts';
import { uniqueRows } from '../duplicates.ts';
import { type Extraction, sumRows } from '../input-file.ts';
import { counted, quoted } from '../wording.ts';
import { type ExtractedHashSeries, keyOf } from './extract.ts';

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

/** Hashes of different algorithms are different things and are never added. */
function mixedAlgorithms(all: readonly ExtractedHashSeries[]): Finding[] {
  const [first] = all;
  const other = all.find(({ algorithm }) => algorithm !== first?.algorithm);
  if (!first || !other) return [];
  const message = `${first.site} has hashrate of ${first.algorithm} (${first.file}) and of ${other.algorithm} (${other.file}), which cannot be added. Keep one algorithm for a site.`;
  return [finding('IN-UNIT', 'critical', message, { file: other.file })];
}

import { type Finding, finding } from '../../model/finding.ts';
import { instantText } from '../../model/time.ts';
import { byKey } from '../by-key.ts';
import { uniqueRows } from '../duplicates.ts';
import { type Extraction, sumRows } from '../input-file.ts';
import { counted, grouped } from '../wording.ts';
import type { ExtractedSeries } from './extract.ts';
import type { RevisedReading } from './revised-reading.ts';

/** Conflicts between files that are named one by one. */
const CAP = 20;

/** A reading with the series it came from. */
interface Sourced extends RevisedReading {
  readonly from: ExtractedSeries;
}

/** What the readings of one meter in several files become. */
interface Joined {
  readonly series: readonly ExtractedSeries[];
  readonly findings: readonly Finding[];
  readonly duplicate: number;
  readonly rejected: number;
}

/**
 * The series of all files with every interval counted once: rows that another file repeats are dropped, later revisions
 * win, differing rows are set aside, and gaps within a meter's readings are named. Does not depend on the order of files.
 */
export function joinReadings(
  extractions: readonly Extraction<ExtractedSeries>[],
): Extraction<ExtractedSeries> {
  const all = extractions.flatMap(({ records }) => records).sort(byFile);
  const meters = byKey(all, ({ meter, direction }) => `${meter} ${direction}`);
  const joined = [...meters.values()].map(joinMeter);
  const { read, rejected, duplicate } = sumRows(extractions);
  return {
    records: joined.flatMap(({ series }) => series),
    findings: [
      ...extractions.flatMap(({ findings }) => findings),
      ...joined.flatMap(({ findings }) => findings),
    ],
    rows: {
      read,
      rejected: rejected + joined.reduce((sum, j) => sum + j.rejected, 0),
      duplicate: duplicate + joined.reduce((sum, j) => sum + j.duplicate, 0),
    },
  };
}

function byFile(a: ExtractedSeries, b: ExtractedSeries): number {
  return a.meter.localeCompare(b.meter, 'en') || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
}

function joinMeter(all: readonly ExtractedSeries[]): Joined {
  const joined = doMeet(all)
    ? acrossFiles(all)
    : { series: all, findings: [], duplicate: 0, rejected: 0 };
  const gaps = gapsOf(joined.series);
  return { ...joined, findings: [...joined.findings, ...gaps] };
}

/** Whether files share any time, or hold rows in dispute that another file might settle. */
function doMeet(all: readonly ExtractedSeries[]): boolean {
  if (all.length < 2) return false;
  const spans = all.map(({ readings }) => ({
    start: readings.at(0)?.start ?? 0,
    end: readings.at(-1)?.end ?? 0,
  }));
  const inOrder = spans.sort((a, b) => a.start - b.start);
  const isApart = inOrder.every(({ start }, i) => start >= (inOrder[i - 1]?.end ?? start));
  return (
    !isApart || all.some(({ readings, disputed }) => readings.length === 0 || disputed.length > 0)
  );
}

function acrossFiles(all: readonly ExtractedSeries[]): Joined {
  const rows = all.flatMap((from) =>
    [...from.readings, ...from.disputed].map((reading): Sourced => ({ ...reading, from })),
  );
  const { kept, duplicates, superseded, conflicts } = uniqueRows(rows, isSame);
  const keptOf = byKey(kept, ({ from }) => from);
  const disputedOf = byKey(conflicts.flat(), ({ from }) => from);
  const droppedOf = byKey(duplicates, ({ row }) => row.from);
  const series = all.map((from) => ({
    ...from,
    readings: (keptOf.get(from) ?? []).map(withoutSource),
    duplicates: from.duplicates + (droppedOf.get(from)?.length ?? 0),
    disputed: (disputedOf.get(from) ?? []).map(withoutSource),
  }));
  const repeated = [...droppedOf].map(([from, dropped]) => repeats(from, dropped.length));
  const replaced = [...byKey(superseded, ({ row }) => row.from)].map(([from, rows]) =>
    replacedBy(from, rows.length, rows[0]?.to.from.file ?? ''),
  );
  // what conflicts within one file was named when it was read
  const across = conflicts.filter((claims) => claims.some(({ from }) => from !== claims[0]?.from));
  const before = all.reduce((sum, { disputed }) => sum + disputed.length, 0);
  return {
    series,
    findings: [...repeated, ...replaced, ...conflictsOf(across), ...overlapsOf(kept)],
    duplicate: duplicates.length,
    rejected: Math.max(0, conflicts.flat().length - before),
  };
}

/** Compared as energies and end, since files may keep their energies at different scales. */
function isSame(a: Sourced, b: Sourced): boolean {
  return (
    a.end === b.end &&
    a.quality === b.quality &&
    a.energy * b.from.scale === b.energy * a.from.scale
  );
}

function withoutSource(row: Sourced): RevisedReading {
  const { meter, start, end, energy, quality, line, revision } = row;
  const reading = { meter, start, end, energy, quality, line };
  return revision === undefined ? reading : { ...reading, revision };
}

function repeats({ file, meter }: ExtractedSeries, n: number): Finding {
  const message = `${counted(n, 'reading')} of ${meter} in ${file} stand in another file as well and count once.`;
  return finding('IN-DUPLICATE', 'info', message, { file });
}

function replacedBy({ file, meter }: ExtractedSeries, n: number, by: string): Finding {
  const message = `${counted(n, 'reading')} of ${meter} in ${file} were replaced by later revisions, the first of them in ${by}.`;
  return finding('IN-SUPERSEDED', 'info', message, { file });
}

function conflictsOf(conflicts: readonly (readonly Sourced[])[]): Finding[] {
  const named = conflicts.slice(0, CAP).map((rows) => {
    const places = rows
      .map(({ line, from }) => `line ${String(line)} of ${from.file}`)
      .join(' and ');
    const [first] = rows;
    const when = instantText(first?.start ?? 0);
    const message = `${first?.meter ?? ''} has differing values for ${when} in ${places}. Neither is counted; remove the wrong row.`;
    return finding('IN-CONFLICT', 'critical', message, placeOf(first));
  });
  const rest = conflicts.slice(CAP);
  if (rest.length === 0) return named;
  const first = rest[0]?.[0];
  const message = `${grouped(rest.length)} more intervals of ${first?.meter ?? ''} have differing values in several files, from ${instantText(first?.start ?? 0)} on.`;
  return [...named, finding('IN-CONFLICT', 'critical', message, placeOf(first))];
}

function placeOf(row: Sourced | undefined) {
  return row ? { file: row.from.file, line: row.line } : {};
}

/** Rows of different files whose intervals intersect without being the same. */
function overlapsOf(kept: readonly Sourced[]): Finding[] {
  const across = kept.flatMap((row, i) => {
    const before = kept[i - 1];
    return before && before.end > row.start && before.from !== row.from ? [{ row, before }] : [];
  });
  const [first] = across;
  if (!first) return [];
  const { row, before } = first;
  const message = `${counted(across.length, 'interval')} of ${row.meter} run into one of another file: first line ${String(row.line)} of ${row.from.file} and line ${String(before.line)} of ${before.from.file}, at ${instantText(row.start)}. Remove one of the two exports.`;
  return [finding('IN-INTERVAL', 'critical', message, placeOf(row))];
}

/** One finding for the stretches between first and last reading that no reading covers. */
function gapsOf(all: readonly ExtractedSeries[]): Finding[] {
  let covered: number | undefined;
  let gaps = 0;
  let missing = 0;
  let first: { readonly from: number; readonly file: string; readonly line: number } | undefined;
  for (const { reading, file } of inOrderOfTime(all)) {
    const { start, end, line } = reading;
    covered ??= end;
    if (start > covered) {
      gaps += 1;
      missing += start - covered;
      first ??= { from: covered, file, line };
    }
    covered = Math.max(covered, end);
  }
  if (!first) return [];
  const hours = Math.round((missing / 3600) * 100) / 100;
  const message = `${all[0]?.meter ?? ''} has ${counted(gaps, 'gap')} of ${String(hours)} hours together, the first from ${instantText(first.from)} (before line ${String(first.line)} of ${first.file}). They count as missing, not as zero.`;
  return [finding('IN-GAP', 'completeness', message, { file: first.file, line: first.line })];
}

interface Placed {
  readonly reading: RevisedReading;
  readonly file: string;
}

/** The readings of all files: file by file where these do not share time. */
function inOrderOfTime(all: readonly ExtractedSeries[]): Iterable<Placed> {
  const byStart = [...all].sort(
    (a, b) => (a.readings.at(0)?.start ?? 0) - (b.readings.at(0)?.start ?? 0),
  );
  if (doMeet(all)) {
    return [...readingsOf(byStart)].sort((a, b) => a.reading.start - b.reading.start);
  }
  return readingsOf(byStart);
}

function* readingsOf(all: readonly ExtractedSeries[]): Generator<Placed> {
  for (const { readings, file } of all) for (const reading of readings) yield { reading, file };
}

import type { Quality } from '../../model/records.ts';
import { instantText } from '../../model/time.ts';
import type { Rational } from '../../units/rational.ts';
import { byKey } from '../by-key.ts';
import { type Claim, type Unique, uniqueRows } from '../duplicates.ts';
import type { InputFile } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import type { RowNotes } from '../row-notes.ts';
import { commonScale, scaled } from '../scale.ts';
import { counted, linesText } from '../wording.ts';
import type { DayRow } from './day-rows.ts';

const HALF_HOUR = 1800;

interface HalfHour extends Claim {
  readonly joules: Rational;
  readonly quality: Quality;
}

/** The series of each meter, and the rows that gave nothing to it. */
export interface DaySeries {
  readonly series: readonly ExtractedSeries[];
  readonly duplicate: number;
  readonly conflicting: number;
}

/** The half-hours of days by meter, each counted once. */
export function seriesOfDays(rows: readonly DayRow[], file: InputFile, notes: RowNotes): DaySeries {
  const series: ExtractedSeries[] = [];
  let duplicate = 0;
  let conflicting = 0;
  for (const [meter, days] of byKey(rows, (row) => row.meter)) {
    const unique = uniqueRows(days.flatMap(halfHours), isSame);
    const idle = idleLines(unique);
    duplicate += idle.repeated.length;
    conflicting += idle.disputed.length;
    noteIdle(idle.repeated, meter, notes);
    noteEstimated(unique.kept, meter, notes);
    noteConflicts(unique, meter, notes);
    if (unique.kept.length + unique.conflicts.length > 0)
      series.push(seriesOf(meter, unique, idle.repeated.length, file));
  }
  return { series, duplicate, conflicting };
}

function isSame(a: HalfHour, b: HalfHour): boolean {
  return a.quality === b.quality && a.joules.equals(b.joules);
}

function halfHours({ line, start, joules, quality }: DayRow): HalfHour[] {
  return joules.flatMap((value, slot) =>
    value === undefined ? [] : [{ line, start: start + slot * HALF_HOUR, joules: value, quality }],
  );
}

/** Lines of which no half-hour is kept: since others repeat all of them, or since they are in dispute. */
function idleLines({ kept, duplicates, conflicts }: Unique<HalfHour>) {
  const used = new Set(kept.map(({ line }) => line));
  const inDispute = new Set(conflicts.flat().map(({ line }) => line));
  const dropped = new Set(duplicates.map(({ row }) => row.line));
  return {
    repeated: [...dropped].filter((line) => !used.has(line) && !inDispute.has(line)),
    disputed: [...inDispute].filter((line) => !used.has(line)),
  };
}

function noteIdle(repeated: readonly number[], meter: string, notes: RowNotes): void {
  for (const line of repeated) {
    notes.tally('IN-DUPLICATE', 'info', { line }, (n, lines) => {
      return `Half-hours of ${meter} that another row states alike count once: ${n} dropped (${lines}).`;
    });
  }
}

function noteEstimated(kept: readonly HalfHour[], meter: string, notes: RowNotes): void {
  const estimated = kept.filter(({ quality }) => quality === 'estimated');
  for (const line of new Set(estimated.map((one) => one.line))) {
    notes.tally('IN-ESTIMATED', 'quality', { line }, (n, lines) => {
      return `Days of ${meter} are flagged as estimated in ${n} (${lines}).`;
    });
  }
}

/** One finding for the rows that differ, whatever the number of their half-hours. */
function noteConflicts({ conflicts }: Unique<HalfHour>, meter: string, notes: RowNotes): void {
  const ofLines = byKey(conflicts, (claims) => claims.map(({ line }) => line).join(' '));
  for (const all of ofLines.values()) {
    const [first, ...others] = all[0] ?? [];
    if (!first) continue;
    const lines = linesText(others.map(({ line }) => line));
    const what = `${meter} has other values for ${counted(all.length, 'half-hour')} from ${instantText(first.start)} on in ${lines}, and no revision decides. Neither is counted; remove the wrong row.`;
    notes.row('IN-CONFLICT', 'critical', { line: first.line }, what);
  }
}

function seriesOf(
  meter: string,
  { kept, conflicts }: Unique<HalfHour>,
  duplicates: number,
  { path, sha256 }: InputFile,
): ExtractedSeries {
  const inDispute = conflicts.flat();
  const scale = commonScale([...kept, ...inDispute].map(({ joules }) => joules));
  const readingOf = ({ start, line, joules, quality }: HalfHour) => {
    const energy = scaled(joules, scale);
    return { meter, start, end: start + HALF_HOUR, energy, quality, line };
  };
  return {
    meter,
    direction: 'import',
    file: path,
    sha256,
    scale,
    intervalSeconds: HALF_HOUR,
    readings: kept.map(readingOf),
    duplicates,
    disputed: inDispute.map(readingOf),
  };
}

import type { RowNotes } from '../row-notes.ts';
import { grouped } from '../wording.ts';
import type { IntervalBlock, ReadingType } from './feed.ts';
import { wholeSeconds } from './intervals.ts';

const HOUR = 3600;

/** Notes a block whose readings cover less than it declares: a declared duration is no coverage. */
export function noteCoverage(
  { blockLine, declared, readings }: IntervalBlock,
  { intervalLength }: ReadingType,
  notes: RowNotes,
): void {
  const whole = wholeSeconds(declared.duration);
  if (whole === undefined || readings.length === 0) return;
  const covered = readings.reduce(
    (sum, { duration }) => sum + (wholeSeconds(duration ?? intervalLength) ?? 0),
    0,
  );
  // a block may be declared without the hour that the change of time adds or takes
  if (covered >= whole - HOUR) return;
  const what = `the block declares ${grouped(whole)} s and its readings cover ${grouped(covered)} s of them (${percent(covered, whole)} %). The rest counts as missing, not as zero.`;
  notes.row('IN-COVERAGE', 'completeness', { line: blockLine }, what);
}

function percent(part: number, whole: number): string {
  return String(Math.floor((part / whole) * 10_000) / 100);
}

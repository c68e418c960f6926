import type { Interval } from '../model/time.ts';

/** Whole intervals of `seconds` that lie uncovered within the window, gap by gap. */
export function missingIntervals(
  intervals: readonly Interval[],
  window: Interval,
  seconds: number,
): number {
  const sorted = [...intervals].sort((a, b) => a.start - b.start);
  let covered = window.start;
  let missing = 0;
  for (const { start, end } of [...sorted, { start: window.end, end: window.end }]) {
    const gap = Math.min(start, window.end) - covered;
    if (gap > 0) missing += Math.floor(gap / seconds);
    covered = Math.max(covered, end);
  }
  return missing;
}

/** The intervals that share time with the window. */
export function within<T extends Interval>(intervals: readonly T[], window: Interval): T[] {
  return intervals.filter(({ start, end }) => start < window.end && end > window.start);
}

/** The files of several series, each once, by path. */
export function inputsOf(
  series: readonly { readonly file: string; readonly sha256: string }[],
): { readonly file: string; readonly sha256: string }[] {
  const files = new Map(series.map(({ file, sha256 }) => [file, { file, sha256 }]));
  return [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

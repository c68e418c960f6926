import type { Interval } from '../model/time.ts';

/** Whole intervals of `seconds` that lie uncovered within the window, gap by gap. */
export function missingIntervals(
  intervals: Iterable<Interval>,
  window: Interval,
  seconds: number,
): number {
  let covered = window.start;
  let missing = 0;
  const pass = ({ start, end }: Interval) => {
    const gap = Math.min(start, window.end) - covered;
    if (gap > 0) missing += Math.floor(gap / seconds);
    covered = Math.max(covered, end);
  };
  for (const interval of inOrder(intervals)) pass(interval);
  pass({ start: window.end, end: window.end });
  return missing;
}

/** The intervals in order of their start: as they are where they stand so already. */
function inOrder(intervals: Iterable<Interval>): Iterable<Interval> {
  let latest = -Infinity;
  for (const { start } of intervals) {
    if (start < latest) return [...intervals].sort((a, b) => a.start - b.start);
    latest = start;
  }
  return intervals;
}

/** A list that is made anew each time it is gone through, so that it need not be held. */
export function eachTime<T>(pass: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: pass };
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

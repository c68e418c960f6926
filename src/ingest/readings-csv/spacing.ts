import { instantText, type Interval } from '../../model/time.ts';
import type { RowNotes } from '../row-notes.ts';
import { counted } from '../wording.ts';

interface SpacedSeries {
  readonly readings: readonly (Interval & { readonly line: number })[];
  readonly intervalSeconds: number;
}

/** Notes intervals that run into the next one, and a series whose stamps stand further apart than declared throughout. */
export function noteSpacing(
  { readings, intervalSeconds }: SpacedSeries,
  notes: RowNotes,
  series = '',
): void {
  const spacings = new Map<number, number>();
  const of = series === '' ? '' : ` of ${series}`;
  readings.forEach((reading, i) => {
    const before = readings[i - 1];
    if (!before) return;
    const spacing = reading.start - before.start;
    spacings.set(spacing, (spacings.get(spacing) ?? 0) + 1);
    if (before.end > reading.start) {
      const what = `its interval${of} from ${instantText(reading.start)} begins before the one of line ${String(before.line)} ends. Correct interval_minutes or the rows.`;
      notes.row('IN-INTERVAL', 'critical', { line: reading.line }, what);
    }
  });
  const usual = [...spacings].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0];
  if (usual !== undefined && usual > intervalSeconds) {
    const line = readings[0]?.line ?? 0;
    const what = `stamps${of} from here on stand ${counted(usual / 60, 'minute')} apart, where ${counted(intervalSeconds / 60, 'minute')} are declared. Correct interval_minutes.`;
    notes.row('IN-INTERVAL', 'critical', { line }, what);
  }
}

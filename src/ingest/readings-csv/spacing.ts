import { instantText, type Interval } from '../../model/time.ts';
import { byKey } from '../by-key.ts';
import type { RowNotes } from '../row-notes.ts';
import { counted } from '../wording.ts';

interface SpacedSeries {
  readonly readings: readonly (Interval & { readonly line: number })[];
  readonly intervalSeconds: number;
}

/** Notes intervals that run into the next one, and a series whose stamps all stand further apart than declared. */
export function noteSpacing(series: SpacedSeries, notes: RowNotes, name = ''): void {
  const of = name === '' ? '' : ` of ${name}`;
  noteRunningInto(series, notes, of);
  noteApart(series, notes, of);
}

function noteRunningInto({ readings }: SpacedSeries, notes: RowNotes, of: string): void {
  readings.forEach((reading, i) => {
    const before = readings[i - 1];
    if (!before || before.end <= reading.start) return;
    const what = `its interval${of} from ${instantText(reading.start)} begins before the one of line ${String(before.line)} ends. Correct interval_minutes or the rows.`;
    notes.row('IN-INTERVAL', 'critical', { line: reading.line }, what);
  });
}

function noteApart({ readings, intervalSeconds }: SpacedSeries, notes: RowNotes, of: string): void {
  const distances = readings.slice(1).map(({ start }, i) => start - (readings[i]?.start ?? 0));
  const counts = [...byKey(distances, (distance) => distance)].map(([d, all]) => [d, all.length]);
  const [usual = 0, times = 0] = counts.sort(([, n = 0], [, m = 0]) => m - n)[0] ?? [];
  if (times < 2 || usual <= intervalSeconds || distances.includes(intervalSeconds)) return;
  const what = `stamps${of} from here on stand ${counted(usual / 60, 'minute')} apart, where ${counted(intervalSeconds / 60, 'minute')} are declared. Correct interval_minutes.`;
  notes.row('IN-INTERVAL', 'critical', { line: readings[0]?.line ?? 0 }, what);
}

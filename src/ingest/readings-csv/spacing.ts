import type { Listed } from '../../model/records.ts';
import { instantText, type Interval } from '../../model/time.ts';
import type { RowNotes } from '../row-notes.ts';
import { counted } from '../wording.ts';

interface SpacedSeries {
  readonly readings: Listed<Interval & { readonly line: number }>;
  readonly intervalSeconds: number;
}

/** Notes intervals that run into the next one, and a series whose stamps all stand further apart than declared. */
export function noteSpacing(series: SpacedSeries, notes: RowNotes, name = ''): void {
  const of = name === '' ? '' : ` of ${name}`;
  const distances = new Map<number, number>();
  let before: (Interval & { readonly line: number }) | undefined;
  for (const reading of series.readings) {
    if (before) {
      const distance = reading.start - before.start;
      distances.set(distance, (distances.get(distance) ?? 0) + 1);
      if (before.end > reading.start) noteRunningInto(reading, before, notes, of);
    }
    before = reading;
  }
  noteApart(series, distances, notes, of);
}

function noteRunningInto(
  reading: Interval & { readonly line: number },
  before: { readonly line: number },
  notes: RowNotes,
  of: string,
): void {
  const what = `its interval${of} from ${instantText(reading.start)} begins before the one of line ${String(before.line)} ends. Correct interval_minutes or the rows.`;
  notes.row('IN-INTERVAL', 'critical', { line: reading.line }, what);
}

function noteApart(
  { readings, intervalSeconds }: SpacedSeries,
  distances: ReadonlyMap<number, number>,
  notes: RowNotes,
  of: string,
): void {
  const [usual = 0, times = 0] = [...distances].sort(([, n], [, m]) => m - n)[0] ?? [];
  if (times < 2 || usual <= intervalSeconds || distances.has(intervalSeconds)) return;
  const what = `stamps${of} from here on stand ${counted(usual / 60, 'minute')} apart, where ${counted(intervalSeconds / 60, 'minute')} are declared. Correct interval_minutes.`;
  notes.row('IN-INTERVAL', 'critical', { line: readings.at(0)?.line ?? 0 }, what);
}

import type { Finding } from '../../model/finding.ts';
import type { Interval } from '../../model/time.ts';
import type { MappedRow } from '../mapped-rows.ts';
import type { RowNotes } from '../row-notes.ts';
import { intervalsOf, type StampReader, stampReader } from './stamps.ts';

/** The columns that give the instants at which an event begins and ends. */
export interface EventMap {
  readonly start: string;
  readonly end: string;
  readonly zone: string;
  readonly date_format: string;
}

/** The readers of both stamps of an event. */
export interface EventReaders {
  readonly start: StampReader;
  readonly end: StampReader;
}

/**
 * The readers of the stamps of events; or why they cannot be read. Each stamp names an instant, which is the start of an
 * interval of a length that does not matter.
 */
export function eventReaders(map: EventMap, file: string): EventReaders | Finding {
  const layout = {
    label: 'start',
    seconds: 1,
    date_format: map.date_format,
    zone: map.zone,
  } as const;
  const start = stampReader({ ...layout, columns: [map.start] }, file);
  const end = stampReader({ ...layout, columns: [map.end] }, file);
  if ('severity' in start) return start;
  return 'severity' in end ? end : { start, end };
}

/** The time of each row; undefined where a finding says why it is not known. */
export function eventTimes(
  rows: readonly MappedRow[],
  map: EventMap,
  readers: EventReaders,
  notes: RowNotes,
): (Interval | undefined)[] {
  // every row is a series of its own: the order of events settles no repeated hour
  const instants = (reader: StampReader, column: string) => {
    const stamped = rows.map((row) => {
      const text = row.stampText(column, reader.pattern);
      return { line: row.line, series: String(row.line), text, isBlank: false };
    });
    return intervalsOf(reader, stamped, notes).map((interval) => interval?.start);
  };
  const starts = instants(readers.start, map.start);
  const ends = instants(readers.end, map.end);
  return rows.map(({ line }, i) => {
    const [start, end] = [starts[i], ends[i]];
    if (start === undefined || end === undefined) return undefined;
    if (start < end) return { start, end };
    const what = `the event ends before it begins, or as it begins. The row was set aside; correct its times.`;
    notes.row('IN-PERIOD', 'critical', { line, column: map.end }, what);
    return undefined;
  });
}

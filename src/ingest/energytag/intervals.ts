import { type Finding, finding } from '../../model/finding.ts';
import type { Instant, Interval } from '../../model/time.ts';
import { type ZoneClock, zoneClock } from '../clock/zone-clock.ts';
import type { MappedRow } from '../mapped-rows.ts';
import { quoted } from '../wording.ts';
import type { StampForm } from './stamps.ts';

/** Reads the interval of a row from the stamps at both its ends; undefined where a finding says why there is none. */
export type IntervalOf = (row: MappedRow) => Interval | undefined;

/** Columns of the two ends of an interval. */
export interface Ends {
  readonly start: string;
  readonly end: string;
}

/** The reader of intervals; or the finding that the declared zone is none. */
export function intervalReader(ends: Ends, form: StampForm, file: string): IntervalOf | Finding {
  const clock = zoneClock(form.zone);
  if (!clock && form.zone !== 'offset' && form.zone !== 'UTC') {
    const message = `The zone ${quoted(form.zone)} for ${file} is no IANA zone. Name one such as Europe/London, or UTC.`;
    return finding('IN-ZONE', 'critical', message, { file });
  }
  return (row) => {
    const starts = instantsOf(row, ends.start, form, clock);
    const finishes = instantsOf(row, ends.end, form, clock);
    if (!starts || !finishes) return undefined;
    const [start, later] = starts;
    if (start === undefined || later !== undefined) {
      noteRepeated(row, ends.start, form);
      return undefined;
    }
    // an end that occurs twice is the one that follows the start first
    const end = finishes.find((finish) => finish > start);
    if (end !== undefined) return { start, end };
    const what = `it ends at ${quoted(row.text(ends.end))} and begins at ${quoted(row.text(ends.start))}. The row was set aside; correct its stamps.`;
    row.notes.row('IN-PERIOD', 'critical', { line: row.line, column: ends.end }, what);
    return undefined;
  };
}

function instantsOf(
  row: MappedRow,
  column: string,
  { pattern, format, zone }: StampForm,
  clock: ZoneClock | undefined,
): readonly Instant[] | undefined {
  const text = row.text(column);
  const at = { line: row.line, column };
  const stamp = pattern.parse(text);
  if (!stamp) {
    const what = `the time ${quoted(text)} is not of the form ${format}, as others of the file are. The row was set aside; correct it.`;
    row.notes.row('IN-DATE', 'critical', at, what);
    return undefined;
  }
  if ((stamp.offset === undefined) === (zone === 'offset')) {
    const what = `the stamp ${quoted(text)} ${stamp.offset === undefined ? 'carries no offset' : 'carries an offset'}, unlike others of the file. The row was set aside; export one form.`;
    row.notes.row('IN-ZONE', 'critical', at, what);
    return undefined;
  }
  const instants = clock ? clock.instantsOf(stamp.wall) : [stamp.wall - (stamp.offset ?? 0)];
  if (instants.length > 0) return instants;
  const what = `the local time ${quoted(text)} does not exist in ${zone}. The row was set aside; the file is not in local time, or its zone is another.`;
  row.notes.row('IN-NONEXISTENT-HOUR', 'critical', at, what);
  return undefined;
}

function noteRepeated(row: MappedRow, column: string, { zone }: StampForm): void {
  const what = `the local time ${quoted(row.text(column))} occurs twice in ${zone}, and nothing says which is meant. The row was set aside; export it in UTC.`;
  row.notes.row('IN-AMBIGUOUS-TIME', 'critical', { line: row.line, column }, what);
}

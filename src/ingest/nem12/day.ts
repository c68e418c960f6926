import type { Rational } from '../../units/rational.ts';
import { DAY, dayNumber, daysInMonth } from '../clock/calendar.ts';
import type { Instant } from '../../model/time.ts';
import type { RowNotes } from '../row-notes.ts';
import { type Numeric, numberReader } from '../table/number.ts';
import { counted, quoted } from '../wording.ts';
import type { Channel } from './channel.ts';
import { type DayRecord, type NemRecord, NOTHING_READ } from './records.ts';

/** What the flag of an interval makes of its value. */
export type Flag = 'actual' | 'estimated' | 'unstated' | 'missing' | 'forecast';

/** One value of a day. */
export interface DayInterval {
  readonly start: Instant;
  readonly end: Instant;
  /** Undefined where the file states none. */
  readonly value: Rational | undefined;
  readonly flag: Flag;
}

/** A day as read, in order of time. */
export interface Day {
  readonly line: number;
  readonly intervals: readonly DayInterval[];
  /** The update stamp, made comparable. */
  readonly revision: number | undefined;
}

/** Australian Eastern Standard Time all year, whatever the site. */
const AEST = 10 * 3600;
const FLAGS: Readonly<Record<string, Flag>> = {
  A: 'actual',
  S: 'estimated',
  F: 'estimated',
  E: 'estimated',
  N: 'missing',
};
const QUALITY = /^([ASFEN])(\d\d)?$/i;
const FORWARD_ESTIMATE = /^E64$/i;
const readAny = numberReader(undefined);
/** Texts whose numbers are kept, so that the values of a file share theirs. */
const KNOWN = 65_536;

/** Reads a value. */
export type ValueReader = (text: string) => Numeric;

/** The intervals of a 300 record; undefined where a finding says why the file is refused. */
export function dayOf(
  record: DayRecord,
  { minutes }: Channel,
  read: ValueReader,
  notes: RowNotes,
): Day | undefined {
  const { line, fields } = record;
  const length = 1440 / minutes;
  const intervals = intervalsOf(record, minutes, read, notes);
  if ('what' in intervals) {
    const what = `${intervals.what} ${NOTHING_READ}`;
    notes.row('IN-STRUCTURE', 'critical', { line: intervals.line }, what);
    return undefined;
  }
  return { line, intervals, revision: revisionOf(fields[length + 5] ?? '', line, notes) };
}

function intervalsOf(
  record: DayRecord,
  minutes: number,
  read: ValueReader,
  notes: RowNotes,
): readonly DayInterval[] | Fault {
  const { line, fields } = record;
  const [, date = ''] = fields;
  const length = 1440 / minutes;
  const midnight = midnightOf(date);
  if (midnight === undefined) return { what: `${quoted(date)} is no date of a day.`, line };
  const values = valuesOf(fields, length, read);
  if (typeof values === 'string') return { what: values, line };
  const flags = flagsOf(record, length, notes);
  if ('what' in flags) return flags;
  return values.map((value, i): DayInterval => {
    const start = midnight + i * minutes * 60;
    return { start, end: start + minutes * 60, value, flag: flags[i] ?? 'unstated' };
  });
}

function midnightOf(text: string): Instant | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDate ? dayNumber(year, month, day) * DAY - AEST : undefined;
}

/** A reader of values in which equal texts give one and the same number. */
export function valueReader(): ValueReader {
  const known = new Map<string, Numeric>();
  return (text) => {
    const found = known.get(text) ?? readAny(text);
    if (known.size < KNOWN) known.set(text, found);
    return found;
  };
}

/** The values of a day, or what does not fit. A row padded with commas ends where its last field stands. */
function valuesOf(
  fields: readonly string[],
  length: number,
  read: ValueReader,
): readonly (Rational | undefined)[] | string {
  const cells = fields.slice(2, 2 + length);
  const expected = `its channel declares ${counted(length, 'value')} a day`;
  if (cells.length < length) return `${counted(cells.length, 'field')} follow, where ${expected}.`;
  const after = fields[2 + length] ?? '';
  if (/^[-+.\d]/.test(after) || fields.slice(length + 7).some((field) => field !== '')) {
    return `more values follow than fit, where ${expected}.`;
  }
  const values = cells.map(read);
  const wrong = values.indexOf('not-a-number');
  if (wrong >= 0) {
    return `${quoted(cells[wrong] ?? '')} stands as value ${String(wrong + 1)}, where ${expected}.`;
  }
  return values.map((value) => (typeof value === 'string' ? undefined : value));
}

interface Fault {
  readonly what: string;
  readonly line: number;
}

/** The flag of each interval: one for the day, or those of the 400 records where the day says V. */
function flagsOf(
  { line, fields, ranges }: DayRecord,
  length: number,
  notes: RowNotes,
): Flag[] | Fault {
  const quality = fields[2 + length] ?? '';
  const [first] = ranges;
  if (!/^V/i.test(quality)) {
    if (!first) return new Array<Flag>(length).fill(flagOf(quality, line, notes));
    const what = `a 400 record follows a day of the quality ${quoted(quality)}, not V.`;
    return { what, line: first.line };
  }
  const flags: Flag[] = [];
  for (const range of ranges) {
    const last = lastOf(range, flags.length + 1, length);
    if (typeof last === 'string') return { what: last, line: range.line };
    const flag = flagOf(range.fields[3] ?? '', range.line, notes);
    while (flags.length < last) flags.push(flag);
  }
  if (flags.length === length) return flags;
  const what = `the quality is V, and the 400 records cover ${String(flags.length)} of ${counted(length, 'interval')}.`;
  return { what, line };
}

/** The last interval of a range that begins where it must; or what is wrong with it. */
function lastOf({ fields }: NemRecord, begin: number, length: number): number | string {
  const [, from = '', to = ''] = fields;
  const [first, last] = [from, to].map((text) => (/^\d{1,3}$/.test(text) ? Number(text) : 0));
  if (first === begin && last !== undefined && last >= begin && last <= length) return last;
  return `the range ${quoted(`${from} to ${to}`)} does not go on from interval ${String(begin)} within 1 to ${String(length)}.`;
}

function flagOf(text: string, line: number, notes: RowNotes): Flag {
  const [, letter = ''] = QUALITY.exec(text) ?? [];
  const flag = FLAGS[letter.toUpperCase()];
  if (flag === undefined) {
    notes.tally('IN-READ-TYPE', 'quality', { line }, (n, lines) => {
      return `The quality ${quoted(text)} is none of A, S, F, E, V and N with a method, in ${n} (${lines}). The values are kept without one.`;
    });
    return 'unstated';
  }
  return FORWARD_ESTIMATE.test(text) ? 'forecast' : flag;
}

/** `20050311104800`, or a shorter stamp to the minute or day. */
function revisionOf(text: string, line: number, notes: RowNotes): number | undefined {
  if (/^\d{8}(\d{4}(\d\d)?)?$/.test(text)) return Number(text.padEnd(14, '0'));
  if (text !== '') {
    notes.tally('IN-DATE', 'quality', { line }, (n, lines) => {
      return `The update stamp ${quoted(text)} is no date and decides nothing, in ${n} (${lines}).`;
    });
  }
  return undefined;
}

import type { Quality } from '../../model/records.ts';
import { instantText, type Interval } from '../../model/time.ts';
import { parseDecimal, type Rational } from '../../units/rational.ts';
import { byKey } from '../by-key.ts';
import { noteNegative, noteNull } from '../columns.ts';
import { uniqueRows } from '../duplicates.ts';
import { noteGivenWay } from '../readings-csv/given-way.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import { QUALITIES } from './codes.ts';
import type { RawReading } from './feed.ts';
import type { Meaning } from './meaning.ts';

/** A quantity over an interval, in the unit of its series. */
export interface MeteredInterval extends Interval {
  readonly quantity: Rational;
  readonly quality: Quality;
  readonly line: number;
}

/** The intervals of one meter reading, in order of time. */
export interface Intervals {
  readonly kept: readonly MeteredInterval[];
  readonly disputed: readonly MeteredInterval[];
  readonly duplicates: number;
  /** Readings of the file, and those of them that were set aside with a finding. */
  readonly read: number;
  readonly rejected: number;
  /** Some value is flagged as actual, so that one without a flag is not. */
  readonly isFlagged: boolean;
}

/** Seconds of 2100-01-01: beyond it a start is in milliseconds or nonsense. */
const LATEST = 4_102_444_800;

/** The intervals that the raw readings of one meter reading give. */
export function intervalsIn(
  raw: readonly RawReading[],
  meaning: Meaning,
  series: string,
  notes: RowNotes,
): Intervals {
  const valued = raw.flatMap((reading) => valuedReading(reading, meaning, notes) ?? []);
  const unusable = constantStart(valued);
  if (unusable) {
    const what = `all ${String(valued.length)} readings of ${series} from here on begin at ${instantText(unusable.start)} and last for different times, so that their times are not known. None is counted.`;
    notes.row('IN-DATE', 'critical', { line: unusable.line }, what);
    const none = { kept: [], disputed: [], duplicates: 0, isFlagged: false };
    return { ...none, read: raw.length, rejected: raw.length };
  }
  // readings of equal start are one interval only where they also last for the same time
  const unique = [...byKey(valued, ({ start, end }) => end - start).values()].map((same) =>
    uniqueRows(same, (a, b) => a.quality === b.quality && a.quantity.equals(b.quantity)),
  );
  for (const one of unique) noteGivenWay(one, series, notes);
  const claims = unique
    .flatMap(({ kept }) => kept)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const kept = meaning.isRegister ? differences(claims, series, notes) : claims;
  for (const { quantity, line } of kept) {
    if (quantity.s < 0n) noteNegative(notes, { line, column: 'value' });
  }
  const disputed = unique.flatMap(({ conflicts }) => conflicts.flat());
  return {
    kept,
    disputed: meaning.isRegister ? [] : disputed,
    duplicates: unique.reduce((sum, { duplicates }) => sum + duplicates.length, 0),
    read: raw.length,
    rejected: raw.length - valued.length + disputed.length,
    isFlagged: valued.some(({ quality }) => quality === 'actual'),
  };
}

/** Several readings of one start and different lengths: a provider's stamp of the download, not of the reading. */
function constantStart(valued: readonly MeteredInterval[]): MeteredInterval | undefined {
  const [first] = valued;
  const isOne = valued.every(({ start }) => start === first?.start);
  return isOne && valued.some(({ end }) => end !== first?.end) ? first : undefined;
}

function valuedReading(
  raw: RawReading,
  meaning: Meaning,
  notes: RowNotes,
): MeteredInterval | undefined {
  const { line } = raw;
  const interval = intervalOf(raw, meaning, notes);
  const quality = qualityOf(raw, meaning, notes);
  if (!interval || quality === undefined) return undefined;
  if (raw.value === undefined) {
    noteNull(notes, { line, column: 'value' }, '');
    return undefined;
  }
  const value = parseDecimal(raw.value);
  if (!value) {
    const what = `the value ${quoted(raw.value)} is not a number. The reading was set aside.`;
    notes.row('IN-NUMBER', 'critical', { line, column: 'value' }, what);
    return undefined;
  }
  return { ...interval, quantity: value.mul(meaning.factor), quality, line };
}

function intervalOf(
  { line, start, duration }: RawReading,
  { type, isRegister }: Meaning,
  notes: RowNotes,
): Interval | undefined {
  const from = wholeSeconds(start);
  if (from === undefined || from > LATEST) {
    const what = `the reading has ${written('start', start)}, where whole seconds since 1970 (UTC) are expected. It was set aside.`;
    notes.row('IN-DATE', 'critical', { line, column: 'start' }, what);
    return undefined;
  }
  const seconds = wholeSeconds(duration ?? type.intervalLength) ?? 0;
  // a register is read at an instant
  if (seconds > 0 || isRegister) return { start: from, end: from + seconds };
  const what = `the reading has ${written('duration', duration)}, where whole seconds are expected. It was set aside.`;
  notes.row('IN-INTERVAL', 'critical', { line, column: 'duration' }, what);
  return undefined;
}

function written(what: string, text: string | undefined): string {
  return text === undefined ? `no ${what}` : `the ${what} ${quoted(text)}`;
}

/** Whole seconds; undefined for anything else. */
export function wholeSeconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** What the flags of a reading amount to; undefined where they say that it is no consumption. */
function qualityOf(
  { line, qualities }: RawReading,
  { type }: Meaning,
  notes: RowNotes,
): Quality | undefined {
  const codes = qualities.length > 0 ? qualities : [type.defaultQuality ?? ''].filter(Boolean);
  const meanings = codes.map((code) => QUALITIES[code] ?? 'unstated');
  const aside = codes.find((code) => QUALITIES[code] === 'not-consumption');
  if (aside !== undefined) {
    const what = aside === '12' ? 'a forecast' : 'normalised for weather';
    notes.tally('IN-QUALITY', 'completeness', { line, column: 'quality' }, (n, lines) => {
      return `The quality ${aside} (${what}) is no consumption: ${n} set aside (${lines}).`;
    });
    return undefined;
  }
  if (meanings.includes('questionable')) {
    notes.tally('IN-QUALITY', 'quality', { line, column: 'quality' }, (n, lines) => {
      return `Readings are flagged as questionable (10) in ${n} (${lines}). They are kept and count as estimated.`;
    });
    return 'estimated';
  }
  if (meanings.includes('estimated')) return 'estimated';
  return meanings.includes('actual') ? 'actual' : 'unstated';
}

/** Energy between one register value and the next: a value stands at the end of its time period. */
function differences(
  readings: readonly MeteredInterval[],
  series: string,
  notes: RowNotes,
): MeteredInterval[] {
  const values = [...readings].sort((a, b) => a.end - b.end);
  if (values[0]) noteRegister(values[0], series, notes);
  return values.slice(1).flatMap((later, i) => {
    const before = values[i];
    if (!before || before.end === later.end) return [];
    const quantity = later.quantity.sub(before.quantity);
    const { line } = later;
    if (quantity.s < 0n) {
      const what = `the register of ${series} falls from the value of line ${String(before.line)} to this one: it was reset, changed, or ran over. The time between them is not counted; the provider knows the difference.`;
      notes.row('IN-ACCUMULATION', 'critical', { line, column: 'value' }, what);
      return [];
    }
    const isEstimated = before.quality === 'estimated' || later.quality === 'estimated';
    const quality = isEstimated ? 'estimated' : later.quality;
    return [{ start: before.end, end: later.end, quantity, quality, line }];
  });
}

function noteRegister(
  { line, start, end }: MeteredInterval,
  series: string,
  notes: RowNotes,
): void {
  const when = end > start ? ', each taken as standing at the end of its time period' : '';
  const what = `the values of ${series} are readings of a register${when}. What counts is the difference from one to the next.`;
  notes.row('IN-ACCUMULATION', end > start ? 'quality' : 'info', { line }, what);
}

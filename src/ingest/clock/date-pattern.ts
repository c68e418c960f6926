import { DAY, dayNumber, daysInMonth, type WallTime } from './calendar.ts';
import { type PatternPart, writtenStamp } from './written-stamp.ts';

/** A stamp as read: its wall time, and the offset from UTC in seconds where it carries one. */
export interface Stamp {
  readonly wall: WallTime;
  readonly offset?: number;
  /** The hour is written as 24: the wall time is already that of the next midnight. */
  readonly isEndOfDay: boolean;
}

/** A compiled `date_format`. */
export interface DatePattern {
  readonly format: string;
  readonly hasDay: boolean;
  readonly hasTime: boolean;
  /** The stamp; undefined when the text is not of this form or names no day or time that exists. */
  readonly parse: (text: string) => Stamp | undefined;
  /** The text of a wall time; undefined where that would not read back as the same, or needs an offset. */
  readonly write: (wall: WallTime) => string | undefined;
}

/** What spreadsheets make of an empty or broken date stands before: 1899, 1900, 1904. */
const EARLIEST = 1970;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december';
const OFFSET = 'Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}';
const FIELDS: Readonly<Record<string, readonly [name: string, form: string]>> = {
  yyyy: ['year', '\\d{4}'],
  yy: ['shortYear', '\\d{2}'],
  MMMM: ['monthName', FULL_MONTHS],
  MMM: ['monthName', MONTHS.join('|')],
  MM: ['month', '\\d{2}'],
  M: ['month', '\\d{1,2}'],
  dd: ['day', '\\d{2}'],
  d: ['day', '\\d{1,2}'],
  HH: ['hour', '\\d{2}'],
  H: ['hour', '\\d{1,2}'],
  hh: ['hour', '\\d{2}'],
  h: ['hour', '\\d{1,2}'],
  mm: ['minute', '\\d{2}'],
  ss: ['second', '\\d{2}'],
  SSS: ['fraction', '\\d{1,9}'],
  a: ['half', '[ap]\\.?m\\.?'],
  ...Object.fromEntries(['Z', 'ZZ', 'ZZZ', 'X', 'XX', 'XXX'].map((k) => [k, ['offset', OFFSET]])),
};
const TOKEN = /'([^']*)'|([A-SU-Za-z])\2*|[\s\S]/g;

/** The compiled pattern; or the part of it that is not understood. */
export function datePattern(format: string): DatePattern | { readonly unknown: string } {
  const names: string[] = [];
  const parts: PatternPart[] = [];
  let form = '';
  for (const [token, literal, letter] of format.replace(/\s+/gu, ' ').trim().matchAll(TOKEN)) {
    const field = FIELDS[token];
    if (field) {
      names.push(field[0]);
      parts.push({ field: token });
      form += `(${field[1]})`;
    } else if (letter !== undefined) return { unknown: token };
    else {
      parts.push({ literal: literal ?? token });
      form += (literal ?? token).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    }
  }
  if (!isComplete(names)) return { unknown: format };
  // an offset may follow every pattern that has a time: whether it may is the zone's affair
  if (!names.includes('offset') && names.includes('hour')) {
    names.push('offset');
    form += ` ?(${OFFSET})?`;
  }
  const regex = new RegExp(`^${form}$`, 'i');
  const hasDay = names.includes('day');
  const parse = (text: string) => stampOf(regex.exec(text), names);
  return {
    format,
    hasDay,
    hasTime: names.includes('hour'),
    parse,
    write: (wall) => {
      const text = writtenStamp(wall, parts);
      // of a month alone the day is left out on purpose
      return text === undefined || (hasDay && parse(text)?.wall !== wall) ? undefined : text;
    },
  };
}

/** Year and month must be there, each field once, and minutes where there are hours. */
function isComplete(names: readonly string[]): boolean {
  const has = (name: string) => names.includes(name);
  return (
    new Set(names).size === names.length &&
    has('year') !== has('shortYear') &&
    has('month') !== has('monthName') &&
    (!has('minute') || has('hour')) &&
    (!has('half') || has('hour'))
  );
}

function stampOf(match: RegExpExecArray | null, names: readonly string[]): Stamp | undefined {
  if (!match) return undefined;
  const field: Field = (name) =>
    names.includes(name) ? match[names.indexOf(name) + 1] : undefined;
  const day = dayOf(field);
  const time = timeOf(field);
  if (day === undefined || time === undefined) return undefined;
  const stamp = { wall: day * DAY + time, isEndOfDay: time === DAY };
  const written = field('offset');
  return written === undefined ? stamp : withOffset(stamp, written);
}

/** What the text gives for a field; undefined where the pattern has no such field. */
type Field = (name: string) => string | undefined;

function dayOf(field: Field): number | undefined {
  const year = Number(field('year') ?? `20${field('shortYear') ?? ''}`);
  const name = field('monthName');
  const month = name === undefined ? Number(field('month')) : monthOf(name);
  const day = Number(field('day') ?? 1);
  if (year < EARLIEST || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, day);
}

/** Seconds of the day. Fractions of a second are accepted where they are zero; `24:00` is the end of the day. */
function timeOf(field: Field): number | undefined {
  const number = (name: string) => Number(field(name) ?? 0);
  const hour = hourOf(number('hour'), field('half')?.[0]?.toLowerCase());
  const [minute, second] = [number('minute'), number('second')];
  const seconds = hour * 3600 + minute * 60 + second;
  if (minute > 59 || second > 59 || seconds > DAY || number('fraction') > 0) return undefined;
  return seconds;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The hour of 24; beyond it where the twelve-hour clock has no such hour. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function withOffset(stamp: Stamp, written: string): Stamp | undefined {
  if (/^z$/i.test(written)) return { ...stamp, offset: 0 };
  const digits = written.replace(/\D/g, '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 15 || minutes > 59) return undefined;
  const size = hours * 3600 + minutes * 60;
  return { ...stamp, offset: written.startsWith('-') ? -size : size };
}

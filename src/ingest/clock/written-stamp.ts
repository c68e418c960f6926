import { MONTH_NAMES } from './month-names.ts';
import { DAY, dayText, type WallTime } from './calendar.ts';

/** A part of a `date_format`: a run of pattern letters, or text that stands for itself. */
export type PatternPart =
  | { readonly field: string; readonly literal?: never }
  | { readonly literal: string; readonly field?: never };

interface Parts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const two = (n: number) => String(n).padStart(2, '0');
const ofTwelve = (hour: number) => (hour % 12 === 0 ? 12 : hour % 12);

const WRITERS: Readonly<Record<string, (parts: Parts) => string>> = {
  yyyy: ({ year }) => year,
  yy: ({ year }) => year.slice(2),
  MMMM: ({ month }) => MONTH_NAMES[month - 1] ?? '',
  MMM: ({ month }) => (MONTH_NAMES[month - 1] ?? '').slice(0, 3),
  MM: ({ month }) => two(month),
  M: ({ month }) => String(month),
  dd: ({ day }) => two(day),
  d: ({ day }) => String(day),
  HH: ({ hour }) => two(hour),
  H: ({ hour }) => String(hour),
  hh: ({ hour }) => two(ofTwelve(hour)),
  h: ({ hour }) => String(ofTwelve(hour)),
  mm: ({ minute }) => two(minute),
  ss: ({ second }) => two(second),
  SSS: () => '000',
  a: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
};

/** The text of a wall time by the parts of a pattern; undefined where one of them is an offset. */
export function writtenStamp(wall: WallTime, pattern: readonly PatternPart[]): string | undefined {
  const parts = partsOf(wall, ((wall % DAY) + DAY) % DAY);
  if (pattern.some(({ field }) => field !== undefined && !WRITERS[field])) return undefined;
  return pattern.map(({ field, literal }) => literal ?? WRITERS[field]?.(parts) ?? '').join('');
}

function partsOf(wall: WallTime, seconds: number): Parts {
  const [year = '', month = '', day = ''] = dayText(Math.floor(wall / DAY)).split('-');
  return {
    year,
    month: Number(month),
    day: Number(day),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

import fc from 'fast-check';

/** What a clock on the wall shows. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const DAY = 86_400;
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  });
  FORMATS.set(zone, made);
  return made;
}

/** What the wall clock of a zone shows at an instant, by the data of the platform. */
function shownAt(instant: number, zone: string): Wall {
  const parts = formatOf(zone).formatToParts(instant * 1000);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
  };
}

/** Seconds since 1970 as if the wall clock were UTC. */
function secondsOf({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute) / 1000;
}

const OFFSETS = new Map<string, number>();

/** Seconds by which a zone is ahead of UTC. Clocks change at whole quarters of an hour. */
export function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / 900);
  const key = `${zone} ${String(quarter)}`;
  const known = OFFSETS.get(key) ?? secondsOf(shownAt(quarter * 900, zone)) - quarter * 900;
  OFFSETS.set(key, known);
  return known;
}

/** What the wall clock of a zone shows at an instant. */
export function wallAt(instant: number, zone: string): Wall {
  const shown = new Date((instant + offsetAt(instant, zone)) * 1000);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

/** The instant at which a day begins, given by its number since 1970. No zone in use changes at midnight. */
export function midnight(day: number, zone: string): number {
  const guess = day * DAY - offsetAt(day * DAY, zone);
  return day * DAY - offsetAt(guess, zone);
}

export function dayText(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10);
}

export function dayNumber(text: string): number {
  return Date.parse(text) / 1000 / DAY;
}

const two = (n: number) => String(n).padStart(2, '0');

/** Texts of a wall time by date_format, written without the reader's patterns. */
export const STAMPS: Readonly<Record<string, (wall: Wall) => string>> = {
  'yyyy-MM-dd HH:mm': (w) =>
    `${String(w.year)}-${two(w.month)}-${two(w.day)} ${two(w.hour)}:${two(w.minute)}`,
  'yyyy-MM-ddTHH:mm:ss': (w) =>
    `${String(w.year)}-${two(w.month)}-${two(w.day)}T${two(w.hour)}:${two(w.minute)}:00`,
  'MM/dd/yyyy h:mm a': (w) =>
    `${two(w.month)}/${two(w.day)}/${String(w.year)} ${String(w.hour % 12 || 12)}:${two(w.minute)} ${w.hour < 12 ? 'AM' : 'PM'}`,
  'dd.MM.yyyy HH:mm': (w) =>
    `${two(w.day)}.${two(w.month)}.${String(w.year)} ${two(w.hour)}:${two(w.minute)}`,
  'd MMM yyyy H:mm': (w) =>
    `${String(w.day)} ${MONTHS[w.month - 1] ?? ''} ${String(w.year)} ${String(w.hour)}:${two(w.minute)}`,
};

/** Texts of a day by date_format. */
export const DAYS: Readonly<Record<string, (day: number) => string>> = {
  'yyyy-MM-dd': dayText,
  'MM/dd/yyyy': (day) => dayText(day).replace(/(....)-(..)-(..)/, '$2/$3/$1'),
  'dd.MM.yyyy': (day) => dayText(day).replace(/(....)-(..)-(..)/, '$3.$2.$1'),
  'd MMM yyyy': (day) => {
    const [year = '', month = '', dom = ''] = dayText(day).split('-');
    return `${String(Number(dom))} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  },
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Days on which clocks change somewhere, and ordinary ones. */
const EVENINGS = [
  ['2025-03-08', '2025-11-01', '2025-06-30'],
  ['2025-03-29', '2025-10-25', '2024-12-31'],
  ['2025-04-05', '2025-10-04', '2024-02-28'],
].flat();

/** Intervals of one length that follow on one another, some of them missing. */
export interface Timeline {
  readonly zone: string;
  readonly seconds: number;
  readonly starts: readonly number[];
  /** No interval is missing, and where the clock repeats an hour the intervals reach beyond it on both sides. */
  readonly isSettled: boolean;
  /** The labels of some rows occur twice. */
  readonly isRepeated: boolean;
  /** No interval is missing. */
  readonly isComplete: boolean;
  /** The clock skips an hour among the intervals. */
  readonly hasSkip: boolean;
  /** One of the intervals ends at midnight. */
  readonly hasMidnight: boolean;
}

/** Timelines around midnights in a zone; those in UTC and with offsets have no clock that changes. */
export function timelines(
  zones: readonly string[],
  lengths: readonly number[],
): fc.Arbitrary<Timeline> {
  return fc
    .record({
      zone: fc.constantFrom(...zones),
      seconds: fc.constantFrom(...lengths),
      evening: fc.constantFrom(...EVENINGS),
      from: fc.integer({ min: 16, max: 30 }),
      count: fc.integer({ min: 1, max: 28 }),
      missing: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(27), { maxLength: 6 })),
    })
    .map(({ zone, seconds, evening, from, count, missing }) => {
      const clock = zone === 'offset' ? 'UTC' : zone;
      const first = midnight(dayNumber(evening), clock) + from * 3600;
      const all = Array.from({ length: count }, (_, i) => first + i * seconds);
      const starts = all.filter((_, i) => i === 0 || !missing.includes(i));
      const isComplete = starts.length === all.length;
      const hasMidnight = starts.some(
        (start) => (start + seconds + offsetAt(start + seconds, clock)) % DAY === 0,
      );
      return {
        zone,
        seconds,
        starts,
        isComplete,
        hasMidnight,
        ...repetition(starts, seconds, clock, isComplete),
      };
    });
}

function repetition(
  starts: readonly number[],
  seconds: number,
  zone: string,
  isComplete: boolean,
): Pick<Timeline, 'isSettled' | 'isRepeated' | 'hasSkip'> {
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  const change = changeWithin(first - DAY, last + DAY, zone);
  const size = change === undefined ? 0 : offsetAt(change - 60, zone) - offsetAt(change, zone);
  if (change === undefined || size <= 0) {
    return { isSettled: true, isRepeated: false, hasSkip: size < 0 };
  }
  const [from, to] = [change - size, change + size];
  const touches = (start: number) => start + seconds >= from && start <= to;
  const isRepeated = starts.some(touches);
  const isAround = size % seconds === 0 && first < from - seconds && last > to + seconds;
  return {
    isRepeated,
    hasSkip: false,
    isSettled: !isRepeated || (isComplete && isAround),
  };
}

function changeWithin(from: number, to: number, zone: string): number | undefined {
  for (let at = Math.floor(from / 1800) * 1800; at < to; at += 1800) {
    if (offsetAt(at, zone) !== offsetAt(at - 60, zone)) return at;
  }
  return undefined;
}

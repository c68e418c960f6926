import { type DatePattern, datePattern, type Stamp } from '../clock/date-pattern.ts';

const DAYS = [
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'yyyyMMdd',
  'MM/dd/yyyy',
  'dd/MM/yyyy',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'MM/dd/yy',
  'dd/MM/yy',
  'dd.MM.yy',
  'M/d/yyyy',
  'd/M/yyyy',
  'd.M.yyyy',
  'M/d/yy',
  'd/M/yy',
  'd.M.yy',
  'dd MMM yyyy',
  'd MMM yyyy',
  'dd-MMM-yyyy',
  'd-MMM-yyyy',
  'dd-MMM-yy',
  'd-MMM-yy',
  'd MMMM yyyy',
  'MMM d, yyyy',
  'MMMM d, yyyy',
  'MMM dd yyyy',
  'MMM d yyyy',
];
const MONTHS = [
  'yyyy-MM',
  'yyyy/MM',
  'yyyyMM',
  'MM/yyyy',
  'M/yyyy',
  'MM-yyyy',
  'MM.yyyy',
  'MMM yyyy',
  'MMMM yyyy',
  'MMM-yyyy',
  'MMM-yy',
  'MMM yy',
];
const TIMES = [
  'HH:mm',
  'HH:mm:ss',
  'HH:mm:ss.SSS',
  'H:mm',
  'H:mm:ss',
  'hh:mm a',
  'h:mm a',
  'hh:mm:ss a',
  'h:mm:ss a',
  'hh:mma',
  'h:mma',
];
/** Cells of a column of dates that may be none: a word in one of them does not make it a column of texts. */
const TOLERANCE = 0.5;
const SAMPLE = 5;

let compiled: Readonly<Record<DateShape, readonly DatePattern[]>> | undefined;

/** What a column of time holds: days, days with a time of day, or months. */
export type DateShape = 'day' | 'stamp' | 'month';

function patterns(): Readonly<Record<DateShape, readonly DatePattern[]>> {
  const of = (formats: readonly string[]) =>
    formats.flatMap((format) => {
      const pattern = datePattern(format);
      return 'parse' in pattern ? [pattern] : [];
    });
  const stamps = DAYS.flatMap((day) =>
    TIMES.flatMap((time) =>
      day.startsWith('yyyy-') ? [`${day} ${time}`, `${day}'T'${time}`] : [`${day} ${time}`],
    ),
  );
  compiled ??= { day: of(DAYS), stamp: of(stamps), month: of(MONTHS) };
  return compiled;
}

/** One way to read the dates of a file. */
export interface DateReading {
  readonly format: string;
  readonly parse: (text: string) => Stamp | undefined;
  /** A cell that this reading and another read differently; the first cell where there is only one. */
  readonly cell: string;
  /** The first cell that is no date of this form. */
  readonly odd: string | undefined;
}

/**
 * The ways in which the texts can be read as dates of a shape: one where every form that fits gives the same days, two
 * where the order of day and month is not to be seen. Empty where the texts are no such dates.
 */
export function dateReadings(texts: Iterable<string>, shape: DateShape): readonly DateReading[] {
  const stated = [...new Set(texts)].filter((text) => text !== '');
  const begin = stated.slice(0, SAMPLE);
  const likely = patterns()[shape].filter((pattern) => begin.some((text) => pattern.parse(text)));
  const read = likely.map((pattern) => ({ pattern, stamps: stated.map(pattern.parse) }));
  const counted = read.map((one) => ({ ...one, count: one.stamps.filter(Boolean).length }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  if (most === 0 || most < stated.length * TOLERANCE) return [];
  const distinct: Read[] = [];
  for (const one of counted.filter(({ count }) => count === most)) {
    if (distinct.every((other) => differingAt(one, other) >= 0)) distinct.push(one);
  }
  const [first, second] = distinct;
  const at = first && second ? differingAt(first, second) : 0;
  return distinct.map(({ pattern, stamps }) => ({
    format: pattern.format,
    parse: pattern.parse,
    cell: stated[at] ?? '',
    odd: stated.find((_, i) => stamps[i] === undefined),
  }));
}

interface Read {
  readonly pattern: DatePattern;
  readonly stamps: readonly (Stamp | undefined)[];
}

function differingAt(a: Read, b: Read): number {
  return a.stamps.findIndex(
    (stamp, i) => stamp?.wall !== b.stamps[i]?.wall || stamp?.offset !== b.stamps[i]?.offset,
  );
}

/** True for a time of day alone, such as `00:15` or `1:30 PM`. */
export function isClock(text: string): boolean {
  return /^\d{1,2}:\d{2}(:\d{2})?( ?[ap]\.?m\.?)?$/i.test(text);
}

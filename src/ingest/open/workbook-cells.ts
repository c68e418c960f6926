import type { CellValue } from 'hucre/xlsx';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
/** Day 0 of each date system; a serial below 1 is a time of day. */
const FIRST_DAY = { '1900': Date.UTC(1899, 11, 31), '1904': Date.UTC(1904, 0, 1) } as const;
const LAST_DAY = Date.UTC(10_000, 0, 1);
/** What a spreadsheet shows for a date that it cannot write. */
const NO_DATE = '#NUM!';

export type DateSystem = keyof typeof FIRST_DAY;

/** What stands in a cell beside text. */
export type CellKind = 'date' | 'number' | 'text';

/** The text of a cell: dates in ISO order, numbers in full, without exponent. */
export function cellText(value: CellValue, system: DateSystem): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : dateText(value, system);
}

/** What kind of cell a value makes. A time without a day is text: no reader of dates can use it alone. */
export function cellKind(value: CellValue, system: DateSystem): CellKind {
  if (typeof value === 'number') return 'number';
  return value instanceof Date && placeOf(value, system) === 'day' ? 'date' : 'text';
}

/** Rounded to the second: a serial holds a second only to some digits. */
function rounded(date: Date): number {
  return Math.round(date.getTime() / SECOND) * SECOND;
}

function placeOf(date: Date, system: DateSystem): 'day' | 'time' | 'nowhere' {
  const instant = rounded(date);
  const first = FIRST_DAY[system];
  if (Number.isNaN(instant) || instant < first || instant >= LAST_DAY) return 'nowhere';
  return instant < first + DAY ? 'time' : 'day';
}

function dateText(date: Date, system: DateSystem): string {
  const place = placeOf(date, system);
  if (place === 'nowhere') return NO_DATE;
  const instant = rounded(date);
  const [day = '', time = ''] = new Date(instant).toISOString().slice(0, 19).split('T');
  if (place === 'time') return time;
  return instant % DAY === 0 ? day : `${day} ${time}`;
}

/** The shortest decimal that reads back as the stored number, written out. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return NO_DATE;
  const shortest = String(Object.is(value, -0) ? 0 : value);
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(shortest) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const filled = digits.padEnd(point, '0');
  return `${sign}${filled.slice(0, point)}${filled.length > point ? `.${filled.slice(point)}` : ''}`;
}

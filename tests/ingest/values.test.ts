import { datePattern } from '../../src/ingest/clock/date-pattern.ts';
import { wallText } from '../../src/ingest/clock/calendar.ts';
import { zoneClock } from '../../src/ingest/clock/zone-clock.ts';
import { amountReader, numberHint, numberReader } from '../../src/ingest/table/number.ts';
import type { CsvLayout } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { instant } from './given.ts';

function number(text: string, layout?: CsvLayout): string {
  const value = numberReader(layout)(text);
  return typeof value === 'string' ? value : decimalText(value);
}

test.each<[string, CsvLayout | undefined, string]>([
  ['12.50', undefined, '12.5'],
  ['.145', undefined, '0.145'],
  ['-.5', undefined, '-0.5'],
  ['-12', undefined, '-12'],
  ['1.2e-3', undefined, '0.0012'],
  ['99999999999999999.1', undefined, '99999999999999999.1'],
  ['1,060', undefined, 'not-a-number'],
  ['1,060', { thousands: ',' }, '1060'],
  ['1,234,567.8', { thousands: ',' }, '1234567.8'],
  ['1060', { thousands: ',' }, '1060'],
  ['1,06', { thousands: ',' }, 'not-a-number'],
  ['12,3456', { thousands: ',' }, 'not-a-number'],
  ['1234,567', { thousands: ',' }, 'not-a-number'],
  ['1,5', { decimal: ',' }, '1.5'],
  ['1.234,5', { decimal: ',', thousands: '.' }, '1234.5'],
  ['1.5', { decimal: ',' }, 'not-a-number'],
  ['1.5', { decimal: ',', thousands: '.' }, 'not-a-number'],
  ['1 234,5', { decimal: ',', thousands: ' ' }, '1234.5'],
  ["1'234.5", { thousands: "'" }, '1234.5'],
  ['5 kWh', undefined, 'not-a-number'],
  ['0x10', undefined, 'not-a-number'],
  ['1.', undefined, 'not-a-number'],
  ['Infinity', undefined, 'not-a-number'],
  ['1.2E3', undefined, '1200'],
  ['(12.5)', undefined, '-12.5'],
  ['(1,060)', { thousands: ',' }, '-1060'],
  ['12.5-', undefined, '-12.5'],
  ['\u22125', undefined, '-5'],
  ['(-5)', undefined, 'not-a-number'],
  ['-5-', undefined, 'not-a-number'],
  ['()', undefined, 'not-a-number'],
  ['$ 13.24', undefined, 'not-a-number'],
  ['29%', undefined, 'not-a-number'],
  ...['', 'NA', 'n/a', 'N/A', 'Not Available', '-', '\u2014', 'NaN', 'Not Applicable: none'].map(
    (text): [string, undefined, string] => [text, undefined, 'null'],
  ),
])('the cell %j with layout %j is %s', (text, layout, expected) => {
  expect(number(text, layout)).toBe(expected);
});

test.each<[string, CsvLayout | undefined, string]>([
  ['$ 13.24', undefined, '13.24'],
  ['$0.12', undefined, '0.12'],
  ['\u20ac 12,50', { decimal: ',' }, '12.5 EUR'],
  ['12,50 \u20ac', { decimal: ',' }, '12.5 EUR'],
  ['1.234,50 kr', { decimal: ',', thousands: '.' }, '1234.5'],
  ['US$1,060.10', { thousands: ',' }, '1060.1 USD'],
  ['USD -3', undefined, '-3 USD'],
  ['-$5', undefined, '-5'],
  ['$-5', undefined, '-5'],
  ['($5.00)', undefined, '-5'],
  ['$(5.00)', undefined, '-5'],
  ['$5.00-', undefined, '-5'],
  ['5.00 CR', undefined, '-5'],
  ['\u00a37', undefined, '7 GBP'],
  ['-(5)', undefined, 'not-a-number'],
  ['--5', undefined, 'not-a-number'],
  ['USD 5 EUR', undefined, 'not-a-number'],
  ['5 kWh', undefined, 'not-a-number'],
  ['$', undefined, 'not-a-number'],
  ['1,060', undefined, 'not-a-number'],
  ['N/A', undefined, 'null'],
])('the amount %j with layout %j is %s', (text, layout, expected) => {
  const { value, currency } = amountReader(layout)(text);
  const amount = typeof value === 'string' ? value : decimalText(value);
  expect(currency === undefined ? amount : `${amount} ${currency}`).toBe(expected);
});

test('an amount or a percentage is no quantity, and the hint says so', () => {
  expect(numberHint('$5', undefined)).toContain('An amount of money');
  expect(numberHint('29%', undefined)).toContain('A percentage');
});

test('the hint says what to declare', () => {
  expect(numberHint('1,060', undefined)).toContain('csv.thousands');
  expect(numberHint('1,5', undefined)).toContain('csv.decimal');
  expect(numberHint('abc', undefined)).toBe('');
});

function stamp(format: string, text: string): string {
  const pattern = datePattern(format);
  if ('unknown' in pattern) return `unknown ${pattern.unknown}`;
  const read = pattern.parse(text);
  if (!read) return 'none';
  return wallText(read.wall) + (read.offset === undefined ? '' : ` ${String(read.offset)}`);
}

test.each([
  ['yyyy-MM-dd', '2025-01-31', '2025-01-31 00:00'],
  ['MM/dd/yyyy', '02/29/2024', '2024-02-29 00:00'],
  ['MM/dd/yyyy', '02/29/2025', 'none'],
  ['MM/dd/yyyy', '13/01/2025', 'none'],
  ['MM/dd/yyyy', '1/2/2025', 'none'],
  ['M/d/yyyy', '1/2/2025', '2025-01-02 00:00'],
  ['M/d/yyyy', '12/31/2025', '2025-12-31 00:00'],
  ['dd.MM.yyyy HH:mm', '31.12.2025 23:45', '2025-12-31 23:45'],
  ['d MMM yyyy HH:mm:ss', '26 Aug 2019 00:30:05', '2019-08-26 00:30:05'],
  ['dd-MMM-yy', '03-SEP-25', '2025-09-03 00:00'],
  ['dd/MM/yy', '12/11/18', '2018-11-12 00:00'],
  ['M/d/yyyy h:mm:ss a', '9/9/2024 12:05:00 AM', '2024-09-09 00:05'],
  ['M/d/yyyy h:mm:ss a', '9/9/2024 12:05:00 PM', '2024-09-09 12:05'],
  ['M/d/yyyy h:mm:ss a', '9/9/2024 8:00:00 pm', '2024-09-09 20:00'],
  ['M/d/yyyy h:mm:ss a', '9/9/2024 13:00:00 PM', 'none'],
  ['yyyy-MM-dd HH:mm', '2025-01-31 24:00', '2025-02-01 00:00'],
  ['yyyy-MM-dd HH:mm', '2025-01-31 24:15', 'none'],
  ['yyyy-MM-dd HH:mm', '2025-01-31 23:60', 'none'],
  ["yyyy-MM-dd'T'HH:mm:ss", '2025-01-31T10:00:00-06:00', '2025-01-31 10:00 -21600'],
  ['yyyy-MM-ddTHH:mm:ss', '2025-01-31T10:00:00Z', '2025-01-31 10:00 0'],
  ['yyyy-MM-dd HH:mm:ssZZ', '2025-01-31 10:00:00+0530', '2025-01-31 10:00 19800'],
  ['yyyy-MM-dd HH:mm:ss', '2025-01-31 10:00:00+00', '2025-01-31 10:00 0'],
  ['yyyy-MM-dd HH:mm:ss.SSS', '2025-01-31 10:00:00.000', '2025-01-31 10:00'],
  ['yyyy-MM-dd HH:mm:ss.SSS', '2025-01-31 10:00:00.500', 'none'],
  ['yyyyMMdd', '20250131', '2025-01-31 00:00'],
  ['yyyy-MM-dd', '2025-01-31 ', 'none'],
  ['yyyy-MM-dd', 'KABOOM', 'none'],
  ['MM/yyyy', '07/2025', '2025-07-01 00:00'],
  ['yyyy-MM-dd kk', '', 'unknown kk'],
  ['dd MM', '', 'unknown dd MM'],
  ['yyyy-MM-dd MM', '', 'unknown yyyy-MM-dd MM'],
])('by %j the text %j is %s', (format, text, expected) => {
  expect(stamp(format, text)).toBe(expected);
});

// changes of 2025 by the IANA data: hour before and after in UTC
test.each([
  ['America/Chicago', '2025-03-09T08:00:00Z', -6, -5],
  ['America/Chicago', '2025-11-02T07:00:00Z', -5, -6],
  ['Europe/Oslo', '2025-03-30T01:00:00Z', 1, 2],
  ['Australia/Sydney', '2025-04-05T16:00:00Z', 11, 10],
  ['Australia/Lord_Howe', '2025-04-05T15:00:00Z', 11, 10.5],
  ['Australia/Lord_Howe', '2025-10-04T15:30:00Z', 10.5, 11],
])('%s changes at %s from %f to %f hours', (zone, at, before, after) => {
  const clock = zoneClock(zone);
  expect(clock?.changeNear(instant(at) + before * 3600)).toEqual({
    at: instant(at),
    before: before * 3600,
    after: after * 3600,
  });
});

test('a day begins with the change where midnight is skipped', () => {
  // Beirut went from 00:00 to 01:00 on 2025-03-30 (UTC+2 to UTC+3)
  const day = instant('2025-03-30T00:00:00Z') / 86_400;
  expect(zoneClock('Asia/Beirut')?.startOfDay(day)).toBe(instant('2025-03-29T22:00:00Z'));
  // Havana repeats 00:00 to 01:00 on 2025-11-02: the day begins with the first of the two
  const autumn = instant('2025-11-02T00:00:00Z') / 86_400;
  expect(zoneClock('America/Havana')?.startOfDay(autumn)).toBe(instant('2025-11-02T04:00:00Z'));
});

test('a zone that is none has no clock', () => {
  expect(zoneClock('America/Springfield')).toBeUndefined();
});

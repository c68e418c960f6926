import { calendarOf, daysInBoundary, daysOf, parsePeriod } from '../../src/app/calendar.ts';
import { instantText } from '../../src/model/time.ts';

const HOURS = 3600;

test.each([
  ['America/Chicago', 8760],
  ['Europe/Oslo', 8760],
  ['Australia/Lord_Howe', 8760],
  ['Asia/Kolkata', 8760],
])('2025 in %s has %i hours', (zone, hours) => {
  const { start, end, months } = calendarOf(daysOf(2025), zone);
  expect((end - start) / HOURS).toBe(hours);
  expect(months).toHaveLength(12);
  expect(months.reduce((sum, m) => sum + m.end - m.start, 0)).toBe(end - start);
});

test('2024 has 8784 hours; March in Chicago lacks one, November has one more', () => {
  const { start, end, months } = calendarOf(daysOf(2024), 'America/Chicago');
  expect((end - start) / HOURS).toBe(8784);
  expect(months.map((m) => (m.end - m.start) / HOURS)).toEqual([
    744, 696, 743, 720, 744, 720, 744, 744, 720, 744, 721, 744,
  ]);
  expect(instantText(start)).toBe('2024-01-01T06:00:00Z');
});

test('a period that begins within a month cuts that month', () => {
  const { months } = calendarOf({ start: '2025-04-15', end: '2025-05-31' }, 'UTC');
  expect(months.map((m) => [m.id, instantText(m.start), instantText(m.end)])).toEqual([
    ['2025-04', '2025-04-15T00:00:00Z', '2025-05-01T00:00:00Z'],
    ['2025-05', '2025-05-01T00:00:00Z', '2025-06-01T00:00:00Z'],
  ]);
});

test('a party that joins within the period counts from its first day', () => {
  const days = daysOf(2025);
  expect(daysInBoundary(days, { from: '2025-04-01' })).toEqual({
    start: '2025-04-01',
    end: '2025-12-31',
  });
  expect(daysInBoundary(days, { to: '2024-12-31' })).toBeUndefined();
  expect(daysInBoundary(days, {})).toEqual(days);
});

test.each([
  ['2025', { start: '2025-01-01', end: '2025-12-31' }],
  ['2025-07-01/2026-06-30', { start: '2025-07-01', end: '2026-06-30' }],
  ['2025-02-30/2025-03-01', undefined],
  ['2025-03-01/2025-02-01', undefined],
  ['last year', undefined],
])('the period %j', (text, days) => {
  expect(parsePeriod(text)).toEqual(days);
});

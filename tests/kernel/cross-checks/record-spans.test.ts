import { exact } from '../../../src/units/rational.ts';
import {
  bill,
  calendar,
  certificate,
  footprintOf,
  hashes,
  messagesOf,
  monthlyBills,
  site,
} from '../sample.ts';

const SPAN = calendar('2025-01-01', '2025-01-31');
const spans = (more: Parameters<typeof site>[0]) =>
  messagesOf(footprintOf({ sites: [site(more)] }), 'ACC-RECORD-SPANS');

test.each([
  [23, 0],
  [24, 1],
])('hashrate that lacks %i hours in a row', (hours, count) => {
  const isKnown = (hour: number) => hour < 100 || hour >= 100 + hours;
  const found = spans({
    calendar: SPAN,
    bills: [bill('2025-01-01', '2025-01-31', '1000')],
    hashes: hashes(SPAN, 1n, isKnown),
  });
  expect(found).toHaveLength(count);
  // hour 100 is 04:00 of the fifth day
  const span = '2025-01-05T04:00:00Z to 2025-01-06T04:00:00Z';
  expect(found.every((text) => text.includes(span))).toBe(true);
});

test('bills that share a day are told, those that join are not', () => {
  expect(spans({ bills: monthlyBills(() => '1000') })).toEqual([]);
  const twice = [...monthlyBills(() => '1000'), bill('2025-03-31', '2025-03-31', '1')];
  expect(spans({ bills: twice }).join()).toContain(
    'Bills of meter main of 2025-03-01 to 2025-03-31 and of 2025-03-31 to 2025-03-31 share days',
  );
});

test('certificates that count by their year and are of no month of the period', () => {
  const of = (vintage: string) =>
    messagesOf(
      footprintOf({
        period: { start: '2025-01-01', end: '2025-01-31' },
        sites: [
          site({
            calendar: SPAN,
            bills: [bill('2025-01-01', '2025-01-31', '1000')],
            certificates: [certificate({ vintage, energyMwh: exact('1') })],
          }),
        ],
      }),
      'ACC-RECORD-SPANS',
    );
  expect(of('2025-01')).toEqual([]);
  expect(of('2025-03').join()).toContain('vintage is no month of the site in the period: 2025-03');
});

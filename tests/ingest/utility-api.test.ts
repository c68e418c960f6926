import { joinBills } from '../../src/ingest/bills-csv/join.ts';
import type { ExtractedBill } from '../../src/ingest/bills-csv/bill.ts';
import type { IngestContext } from '../../src/ingest/input-file.ts';
import { extract, extractUnmapped, identify } from '../../src/ingest/utility-api/extract.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, lines } from './given.ts';

const INPUT: ProfileInput = {
  kind: 'profile',
  profile: 'utilityapi',
  files: '*.json',
  end_date: 'exclusive',
};

const LOS_ANGELES: IngestContext = {
  ...CONTEXT,
  sites: [{ id: 'west', name: 'West', country: 'US', zone: 'America/Los_Angeles', role: 'own' }],
  meters: [
    { id: 'main', site: 'west', measures: 'grid-import', number: 'A987654321' },
    { id: 'other', site: 'west', measures: 'grid-import', number: '59' },
  ],
};

type Values = Record<string, unknown>;

/** A bill with the attributes and, where nothing else is said, the values of the published example. */
function bill(base: Values = {}, rest: Values = {}): Values {
  return {
    uid: '12382',
    meter_uid: '58',
    authorization_uid: '23',
    created: '2015-03-19T20:50:41.206253+00:00',
    updated: '2015-03-19T20:50:41.206253+00:00',
    utility: 'DEMO',
    blocks: ['base'],
    notes: [],
    base: {
      service_identifier: '1234567890',
      service_class: 'res-electric',
      meter_numbers: ['A987654321'],
      bill_start_date: '2015-01-07T00:00:00.000000-08:00',
      bill_end_date: '2015-02-05T00:00:00.000000-08:00',
      bill_total_kwh: 837.0,
      bill_total_unit: 'kwh',
      bill_total_volume: 837.0,
      bill_total_cost: 194.78,
      ...base,
    },
    ...rest,
  };
}

function file(...bills: readonly Values[]) {
  return given(JSON.stringify({ bills, next: null }, null, 1), 'bills.json');
}

function read(bills: readonly Values[], input: Partial<ProfileInput> = {}) {
  return extract(file(...bills), { ...INPUT, ...input }, LOS_ANGELES);
}

function seen(records: readonly ExtractedBill[]): string[] {
  return records.map(
    (b) => `${b.meter} ${b.firstDay} ${b.lastDay} ${decimalText(b.energyKwh)} ${b.invoice ?? '-'}`,
  );
}

test('the published example is one bill of 29 days', () => {
  const { records, findings, rows } = read([bill()]);
  expect(findings).toEqual([]);
  expect(seen(records)).toEqual(['main 2015-01-07 2015-02-04 837 12382']);
  expect(decimalText(records[0]?.cost?.amount ?? never())).toBe('194.78');
  expect(records[0]?.evidence.at).toEqual({ line: 22, element: '/bills/0/base/bill_total_kwh' });
  expect(rows).toEqual({ read: 1, rejected: 0, duplicate: 0 });
});

function never(): never {
  throw new Error('absent');
}

test('digits of a number stand as written', () => {
  const text = JSON.stringify({ bills: [bill({ bill_total_volume: null })] });
  const exact = text.replace('"bill_total_kwh":837', '"bill_total_kwh":12345678901234567.89');
  const { records } = extract(given(exact), INPUT, LOS_ANGELES);
  expect(decimalText(records[0]?.energyKwh ?? never())).toBe('12345678901234567.89');
});

test('whether the last day belongs to a bill is seen from the bills, or asked for', () => {
  const { end_date: _, ...undeclared } = INPUT;
  const next = bill(
    {
      bill_start_date: '2015-02-05T08:00:00+00:00',
      bill_end_date: '2015-03-06T00:00:00-08:00',
    },
    { uid: '2' },
  );
  const both = extract(file(bill(), next), undeclared, LOS_ANGELES);
  expect(seen(both.records)).toEqual([
    'main 2015-01-07 2015-02-04 837 12382',
    'main 2015-02-05 2015-03-05 837 2',
  ]);
  expect(codes(both.findings)).toEqual(['IN-END-DATE info -']);
  const one = extract(file(bill()), undeclared, LOS_ANGELES);
  expect(codes(one.findings)).toEqual([
    'IN-END-DATE-UNKNOWN critical -',
    'IN-NO-READINGS critical -',
  ]);
});

test('meters are found by any name of theirs, and by usage_points', () => {
  const second = bill({ meter_numbers: [] }, { uid: '2', meter_uid: '59' });
  const third = bill({ meter_numbers: ['Z'] }, { uid: '3', meter_uid: '60' });
  const { records, findings } = read([bill(), second, third]);
  expect(records.map(({ meter }) => meter)).toEqual(['main', 'other']);
  expect(codes(findings)).toEqual(['IN-METER critical 70']);
  const named = read([third], { usage_points: { '60': 'other' } });
  expect(named.records.map(({ meter }) => meter)).toEqual(['other']);
});

test('a file for one meter takes one meter of the export', () => {
  const second = bill({ meter_numbers: [] }, { uid: '2', meter_uid: '59' });
  const { records, findings } = read([bill(), second], { meter: 'main' });
  expect(records.map(({ invoice }) => invoice)).toEqual(['12382']);
  expect(codes(findings)).toEqual(['IN-METER critical 45']);
});

test.each([
  ['gas', { service_class: 'comm-gas', bill_total_unit: 'therms' }, 'IN-NOT-COUNTED info'],
  [
    'a service of no class, in therms',
    { service_class: null, bill_total_unit: 'therms' },
    'IN-NOT-COUNTED info',
  ],
  ['electricity in another unit', { bill_total_unit: 'kw' }, 'IN-UNIT critical'],
  ['neither class nor unit', { service_class: null, bill_total_unit: null }, 'IN-UNIT critical'],
  ['two totals', { bill_total_volume: 836 }, 'IN-CHECK-SUM critical'],
  ['no energy', { bill_total_kwh: null }, 'IN-NULL completeness'],
  ['a date in words', { bill_start_date: 'January' }, 'IN-DATE critical'],
  ['a start at noon', { bill_start_date: '2015-01-07T12:00:00-08:00' }, 'IN-DATE critical'],
])('a bill of %s is set aside', (_, base, expected) => {
  const { records, findings, rows } = read([bill(base)]);
  expect(records).toEqual([]);
  expect(codes(findings).map((code) => code.replace(/ \d+$/, ''))).toContain(expected);
  expect(rows.rejected).toBe(1);
});

test('of one bill exported twice the later state is counted', () => {
  const later = bill(
    { bill_total_kwh: 900, bill_total_volume: 900 },
    { updated: '2015-04-01T00:00:00Z' },
  );
  const files = [[later], [bill()]].map((bills) => read(bills));
  const { records, findings } = joinBills(files);
  expect(seen(records)).toEqual(['main 2015-01-07 2015-02-04 900 12382']);
  expect(codes(findings)).toEqual(['IN-SUPERSEDED info 22']);
});

test('remarks of the exporter and a further page are told', () => {
  const text = JSON.stringify({
    bills: [bill({}, { notes: [{ type: 'strange' }] })],
    next: 'https://x',
  });
  const { findings } = extract(given(text), INPUT, LOS_ANGELES);
  expect(codes(findings)).toEqual(['IN-COVERAGE completeness -', 'IN-QUALITY quality 1']);
});

const HEAD =
  'meter_uid,utility,utility_service_id,utility_meter_number,bill_start_date,bill_end_date,bill_total_kWh,bill_total,bill_total_unit';

test('the table holds the same', () => {
  const table = given(
    lines(
      HEAD,
      '58,DEMO,1234567890,A987654321,2015-01-07,2015-02-05,837,194.78,kwh',
      '58,DEMO,1234567891,G1,2015-01-07,2015-02-05,,94.78,therms',
    ),
  );
  expect(identify(table).confidence).toBe(1);
  const { records, findings } = extract(table, INPUT, LOS_ANGELES);
  expect(seen(records)).toEqual(['main 2015-01-07 2015-02-04 837 -']);
  expect(codes(findings)).toEqual(['IN-NOT-COUNTED info 3']);
});

test('a listing is recognised by its names alone', () => {
  expect(identify(file(bill())).confidence).toBe(1);
  expect(identify(given('{"bills":[]}')).confidence).toBeLessThan(1);
  expect(identify(given('meter_uid,kwh\n1,2\n')).confidence).toBeLessThan(1);
});

test('without a workspace the days stand as written', () => {
  const second = bill(
    {
      bill_start_date: '2015-02-05T00:00:00.000000-08:00',
      bill_end_date: '2015-03-06T00:00:00.000000-08:00',
    },
    { uid: '2' },
  );
  expect(seen(extractUnmapped(file(bill(), second), undefined).records)).toEqual([
    '58 2015-01-07 2015-02-04 837 12382',
    '58 2015-02-05 2015-03-05 837 2',
  ]);
});

test.each(['{"bills":[', '[]', '{"bills":[{}]}', '{"bills":[{"base":null}]}', '{"bills":{"a":1}}'])(
  'what is no listing gives no bill and no failure: %s',
  (text) => {
    const { records, findings } = extract(given(text), INPUT, LOS_ANGELES);
    expect(records).toEqual([]);
    expect(codes(findings)).toContain('IN-NO-READINGS critical -');
  },
);

import { extract, extractUnmapped, identify } from '../../src/ingest/uk-half-hourly/extract.ts';
import type { ExtractedSeries } from '../../src/ingest/readings-csv/extract.ts';
import type { Extraction } from '../../src/ingest/input-file.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const two = (n: number) => String(n).padStart(2, '0');
const clock = (slot: number) => `${two(Math.floor(slot / 2))}:${slot % 2 === 0 ? '00' : '30'}`;
const slots = (name: (slot: number) => string) => Array.from({ length: 48 }, (_, i) => name(i));

const BY_START = ['Site Id', 'Meter Number', 'Reading Date', ...slots(clock)].join(',');
const BY_END = [
  'ID,Date,Location,Type,PostCode,Units,Total Units',
  ...slots((i) => `[${clock(i + 1)}]`),
  'M1_Code1',
].join(',');
const BY_PLACE = ['siteRef,MPAN,ConsumptionDate', ...slots((i) => `kWh_${String(i + 1)}`)].join();

/** 0.1, 0.2 … 4.8 kWh: together 117.6, since 48 x 49 / 2 = 1,176. */
const RISING = slots((i) => `${String(Math.floor((i + 1) / 10))}.${String((i + 1) % 10)}`);

function byStart(date: string, values: readonly string[] = RISING, meter = '1008900001') {
  return ['S1', meter, date, ...values].join(',');
}

function byEnd(
  more: Partial<Record<'date' | 'type' | 'unit' | 'total' | 'meter', string>> = {},
  values: readonly string[] = RISING,
) {
  const { date = 'Nov 13 2019 12:00AM', type = 'Electricity', unit = 'kWh' } = more;
  const { total = '117.6', meter = '1008900001' } = more;
  return ['x', date, 'School', type, 'BA1', unit, total, ...values, meter].join(',');
}

/** Kilowatt-hours of a series in tenths: a kWh is 3.6 MJ. */
function tenths({ readings, scale }: ExtractedSeries): bigint {
  return [...readings].reduce((sum, { energy }) => sum + energy, 0n) / scale / 360_000n;
}

function inUtc(...rows: readonly string[]): Extraction<ExtractedSeries> {
  return extractUnmapped(given(lines(...rows)), 'UTC');
}

const { meter: _, ...INPUT }: ProfileInput = {
  kind: 'profile',
  profile: 'uk-half-hourly',
  files: '*.csv',
  meter: 'main',
  zone: 'Europe/London',
};

test.each([
  ['starts', BY_START, byStart('12/11/18'), '2018-11-12T00:00Z'],
  ['starts, four-digit year', BY_START, byStart('12/11/2018'), '2018-11-12T00:00Z'],
  ['ends', BY_END, byEnd(), '2019-11-13T00:00Z'],
  ['places', BY_PLACE, byStart('10/12/2019'), '2019-12-10T00:00Z'],
])('a day labelled by %s begins at midnight', (_name, header, row, midnight) => {
  const file = given(lines(header, row));
  expect(identify(file).confidence).toBe(1);
  const { records, findings, rows } = extractUnmapped(file, 'Europe/London');
  expect(findings).toEqual([]);
  expect(rows).toEqual({ read: 1, rejected: 0, duplicate: 0 });
  const [series] = records;
  expect(series).toMatchObject({ meter: '1008900001', direction: 'import', intervalSeconds: 1800 });
  expect(series && tenths(series)).toBe(1176n);
  const readings = series?.readings ?? [];
  const scale = series?.scale ?? 0n;
  // the first label holds 0.1 kWh, the last 4.8
  expect(readings.at(0)).toMatchObject({
    start: instant(midnight),
    end: instant(midnight) + 1800,
    energy: 360_000n * scale,
    line: 2,
  });
  expect(readings.at(47)).toMatchObject({
    end: instant(midnight) + 86_400,
    energy: 48n * 360_000n * scale,
  });
});

test('a summer day begins an hour before midnight of UTC, in UTC at midnight', () => {
  const file = given(lines(BY_START, byStart('01/07/19')));
  const start = (zone: string) => extractUnmapped(file, zone).records[0]?.readings.at(0)?.start;
  expect(start('Europe/London')).toBe(instant('2019-06-30T23:00Z'));
  expect(start('UTC')).toBe(instant('2019-07-01T00:00Z'));
});

test('48 values of a day on which the clock changes are set aside, unless the days are of UTC', () => {
  // 2019: forward on 31 March (46 half-hours), back on 27 October (50)
  const days = ['30/03/19', '31/03/19', '26/10/19', '27/10/19'].map((day) => byStart(day));
  const file = given(lines(BY_START, ...days));
  const local = extractUnmapped(file, 'Europe/London');
  expect(codes(local.findings)).toEqual([
    'IN-CLOCK-CHANGE critical 3',
    'IN-CLOCK-CHANGE critical 5',
  ]);
  expect(local.findings.map(({ message }) => /has (\d+) half-hours/.exec(message)?.[1])).toEqual([
    '46',
    '50',
  ]);
  expect(local.rows).toEqual({ read: 4, rejected: 2, duplicate: 0 });
  expect(local.records[0]?.readings).toHaveLength(96);
  const plain = extractUnmapped(file, 'UTC');
  expect(plain.findings).toEqual([]);
  expect(plain.records[0]?.readings).toHaveLength(192);
});

test('without zone, or with none that exists, nothing is used', () => {
  const file = given(lines(BY_START, byStart('12/11/18')));
  for (const zone of [undefined, 'Europe/Nowhere']) {
    const { records, findings } = extractUnmapped(file, zone);
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual(['IN-ZONE critical -']);
    expect(findings[0]?.message).toContain('Europe/London');
  }
});

test('blank half-hours are missing, zeros are zeros', () => {
  const values = RISING.map((value, i) => (i < 2 ? '' : i === 2 ? '0' : value));
  const { records, findings } = inUtc(BY_START, byStart('12/11/18', values));
  expect(codes(findings)).toEqual(['IN-NULL completeness 2']);
  expect(findings[0]?.message).toContain('2 half-hours of 48, from column "00:00" on');
  expect(records[0]?.readings).toHaveLength(46);
  expect(records[0]?.readings.at(0)).toMatchObject({
    start: instant('2018-11-12T01:00Z'),
    energy: 0n,
  });
  // without 0.1, 0.2 and 0.3
  expect(records[0] && tenths(records[0])).toBe(1170n);
});

test.each([
  ['117.6', []],
  ['118', []],
  ['117.61', ['IN-CHECK-SUM critical 2', 'IN-NO-READINGS critical -']],
  ['117', ['IN-CHECK-SUM critical 2', 'IN-NO-READINGS critical -']],
  ['much', ['IN-CHECK-SUM critical 2', 'IN-NO-READINGS critical -']],
  ['', ['IN-CHECK-SUM quality 2']],
])('a row that adds up to 117.6 and states the total "%s"', (total, expected) => {
  const { findings } = inUtc(BY_END, byEnd({ total }));
  expect(codes(findings)).toEqual(expected);
});

test('a row with blank half-hours is not held against its total', () => {
  const { records, findings } = inUtc(BY_END, byEnd({}, ['', ...RISING.slice(1)]));
  expect(codes(findings)).toEqual(['IN-NULL completeness 2']);
  expect(records[0]?.readings).toHaveLength(47);
});

test.each([
  ['a blank meter', { meter: '' }, 'IN-METER'],
  ['a mangled meter', { meter: '1.23405E+12' }, 'IN-METER'],
  ['a word for a date', { date: 'KABOOM' }, 'IN-DATE'],
  ['a month for a day', { date: '11/13/2019' }, 'IN-DATE'],
  ['a time for a day', { date: 'Nov 13 2019 12:00PM' }, 'IN-DATE'],
  ['gas', { type: 'Gas' }, 'IN-COMMODITY'],
  ['reactive energy', { unit: 'kVArh' }, 'IN-UNIT'],
])('%s sets its row aside, and no other', (_name, fault, code) => {
  const { records, findings, rows } = inUtc(
    BY_END,
    byEnd({ date: 'Nov 12 2019 12:00AM' }),
    byEnd(fault),
  );
  expect(codes(findings)).toEqual([`${code} critical 3`]);
  expect(rows).toEqual({ read: 2, rejected: 1, duplicate: 0 });
  expect(records.map((one) => one.readings.length)).toEqual([48]);
});

test('the unit of the row counts', () => {
  const { records } = inUtc(BY_END, byEnd({ unit: 'MWh' }));
  expect(records[0] && tenths(records[0])).toBe(1_176_000n);
});

test('a serial with an E in it is a meter number', () => {
  const { records } = inUtc(BY_START, byStart('12/11/18', RISING, '10E4236'));
  expect(records.map(({ meter }) => meter)).toEqual(['10E4236']);
});

test('a cell that is no number, and a row that ends early, are set aside with their lines', () => {
  const bad = byStart('13/11/18', ['x', ...RISING.slice(1)]);
  const { records, findings, rows } = inUtc(
    BY_START,
    byStart('12/11/18'),
    bad,
    'S1,1008900001,14/11/18',
  );
  expect(codes(findings)).toEqual(['IN-NUMBER critical 3', 'IN-STRUCTURE critical 4']);
  expect(rows).toEqual({ read: 3, rejected: 2, duplicate: 0 });
  expect(records[0]?.readings).toHaveLength(48);
});

test('a negative half-hour is kept', () => {
  const { records, findings } = inUtc(BY_START, byStart('12/11/18', ['-0.1', ...RISING.slice(1)]));
  expect(codes(findings)).toEqual(['IN-NEGATIVE quality 2']);
  expect(records[0] && tenths(records[0])).toBe(1174n);
});

test('an unnamed column among the values refuses the file', () => {
  const header = BY_PLACE.replace('ConsumptionDate,', 'ConsumptionDate,,');
  const row = byStart('10/12/2019', ['', ...RISING]);
  const { records, findings } = inUtc(header, row);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-STRUCTURE critical 1']);
  expect(findings[0]?.message).toContain('column 4 has no name');
});

test('labels 00:30 to 00:00 are ends of half-hours and are not read as starts', () => {
  const header = ['Site Id,Meter Number,Reading Date', ...slots((i) => clock((i + 1) % 48))].join();
  const { records, findings } = inUtc(header, byStart('12/11/18'));
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-STRUCTURE critical 1']);
});

test('a missing half-hour column is named', () => {
  const { findings } = inUtc(BY_PLACE.replace(',kWh_48', ''), byStart('10/12/2019'));
  expect(codes(findings)).toEqual(['IN-NO-HEADER critical 1']);
  expect(findings[0]?.message).toContain('"kWh_48"');
});

test('a day without header is refused and says which header to add', () => {
  const file = given(lines(byStart('12/11/18')));
  expect(identify(file).confidence).toBe(1);
  const { records, findings } = extractUnmapped(file, 'UTC');
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-NO-HEADER critical 1']);
  expect(findings[0]?.message).toContain('Site Id, Meter Number, Reading Date');
});

describe('rows of one reading', () => {
  const ROWS = ['sep=,', 'MPR,ReadDatetime,kWh,ReadType'];
  const stamp = (day: number, slot: number) =>
    `${two(day + Math.floor(slot / 48))} Aug 2019 ${clock(slot % 48)}:00`;
  /** Half-hours of days from 26 August 2019 on, from one slot to another. */
  const rows = (from: number, to: number, meter = '1008900001') =>
    Array.from({ length: to - from }, (_, i) => `${meter},${stamp(26, from + i)},2,Actual`);

  test.each([
    ['00:30 to 00:00', 'end', rows(1, 97), '2019-08-25T23:00Z'],
    ['00:00 to 23:30', 'start', rows(0, 96), '2019-08-25T23:00Z'],
  ])('whole days from %s show that stamps are the %s', (_, label, whole, start) => {
    const file = given(lines(...ROWS, ...whole, ...rows(1, 20, '1008900002')));
    expect(identify(file).confidence).toBe(1);
    const { records, findings } = extractUnmapped(file, 'Europe/London');
    expect(codes(findings)).toEqual(['IN-INTERVAL info -']);
    expect(findings[0]?.message).toContain(`the ${label} of each half-hour`);
    expect(records.map(({ readings }) => readings.length)).toEqual([96, 19]);
    expect(records[0]?.readings.at(0)?.start).toBe(instant(start));
  });

  test.each([
    ['part of a day', rows(1, 40)],
    ['a hole', [...rows(1, 20), ...rows(21, 97)]],
    ['meters that contradict each other', [...rows(1, 97), ...rows(0, 96, '1008900002')]],
    ['a day and a half-hour', rows(0, 49)],
  ])('%s shows no label, so the file is refused and asks for it', (_, some) => {
    const { records, findings } = extractUnmapped(given(lines(...ROWS, ...some)), 'UTC');
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual(['IN-INTERVAL critical -']);
    expect(findings[0]?.message).toContain('add label: start or label: end');
  });

  test('the label of the input holds, and the types of reads are kept', () => {
    const file = given(
      lines(
        ...ROWS,
        "'1008900001,26 Aug 2019 00:30:00,14.4,Actual",
        "'1008900001,26 Aug 2019 01:00:00,.5,Estimated",
        "'1008900001,26 Aug 2019 01:30:00,,Actual",
        "'1008900001,26/08/2019 02:00,1,Actual",
      ),
    );
    const input = { ...INPUT, label: 'end' } as const;
    const { records, findings } = extract(file, input, CONTEXT);
    expect(codes(findings)).toEqual([
      'IN-DATE critical 6',
      'IN-ESTIMATED quality 4',
      'IN-IDENTIFIER info 3',
      'IN-NULL completeness 5',
    ]);
    const readings = [...(records[0]?.readings ?? [])];
    expect(readings).toMatchObject([
      { start: instant('2019-08-25T23:00Z'), quality: 'actual', line: 3 },
      { start: instant('2019-08-25T23:30Z'), quality: 'estimated', line: 4 },
    ]);
    const start = extract(file, { ...INPUT, label: 'start' }, CONTEXT).records[0];
    expect(start?.readings.at(0)?.start).toBe(instant('2019-08-25T23:30Z'));
  });

  test('a zone is asked for', () => {
    const { findings } = extractUnmapped(given(lines(...ROWS, ...rows(1, 97))), undefined);
    expect(codes(findings)).toEqual(['IN-ZONE critical -']);
  });
});

test('days by their ends with a type of day, between a preamble and a footer', () => {
  const header = `MPAN,Meter ID,Type,Est,Date,${slots((i) => clock((i + 1) % 48)).join(',')}`;
  const row = (date: string, est: string) => `1008900001,X,KWH,${est},${date},${RISING.join(',')}`;
  const file = given(
    [
      '',
      'Report Date,12/07/23 00:00:00',
      header,
      row('22/03/23', 'A'),
      row('23/03/23', 'E'),
      '',
      '"Report Time Zone: (UTC+00:00) Dublin, Edinburgh, Lisbon, London"',
      '',
    ].join('\r\n'),
  );
  expect(identify(file).confidence).toBe(1);
  const { records, findings } = extractUnmapped(file, 'Europe/London');
  expect(codes(findings)).toEqual(['IN-ESTIMATED quality 5']);
  const [series] = records;
  expect(series && tenths(series)).toBe(2352n);
  const readings = [...(series?.readings ?? [])];
  expect(readings[0]).toMatchObject({ start: instant('2023-03-22T00:00Z'), quality: 'actual' });
  expect(readings[95]).toMatchObject({ end: instant('2023-03-24T00:00Z'), quality: 'estimated' });
});

test('a long file is recognised by its beginning', () => {
  const days = Array.from({ length: 600 }, (_day, i) => byStart(`12/11/${String(2000 + i)}`));
  const file = given(lines(BY_START, ...days));
  expect(file.bytes.length).toBeGreaterThan(100_000);
  expect(identify(file).confidence).toBe(1);
});

test('another table is none of these', () => {
  const file = given('start,energy (kWh)\n1,2\n');
  expect(identify(file).confidence).toBe(0);
  expect(codes(extractUnmapped(file, 'UTC').findings)).toEqual(['IN-NO-HEADER critical -']);
});

test.each(['\r\n', '\r'])(
  'line ends %j are read, and a last line that holds only CR is no row',
  (end) => {
    const text = [BY_START, byStart('12/11/18'), byStart('13/11/18')].join(end) + '\n\r';
    const { records, findings, rows } = extractUnmapped(given(text), 'UTC');
    expect(findings).toEqual([]);
    expect(rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
    expect(records[0]?.readings).toHaveLength(96);
  },
);

test('a repeated row counts once; rows that differ give the half-hours on which they agree', () => {
  const day = byStart('12/11/18');
  const same = inUtc(BY_START, day, day);
  expect(codes(same.findings)).toEqual(['IN-DUPLICATE info 3']);
  expect(same.rows).toEqual({ read: 2, rejected: 0, duplicate: 1 });
  expect(same.records[0]).toMatchObject({ duplicates: 1, disputed: [] });
  const other = byStart('12/11/18', ['9', ...RISING.slice(1)]);
  const differing = inUtc(BY_START, day, other);
  expect(codes(differing.findings)).toEqual(['IN-CONFLICT critical 2']);
  expect(differing.records[0]?.readings).toHaveLength(47);
  expect(differing.records[0]?.disputed).toHaveLength(2);
});

test('the meters of a workspace are found by their numbers; another is named and not counted', () => {
  const file = given(
    lines(
      BY_START,
      byStart('12/11/18'),
      byStart('12/11/18', RISING, "'810000000"),
      byStart('12/11/18', RISING, '7'),
    ),
  );
  const { records, findings, rows } = extract(file, INPUT, CONTEXT);
  expect(records.map(({ meter }) => meter)).toEqual(['main', 'other']);
  expect(codes(findings)).toEqual(['IN-IDENTIFIER info 3', 'IN-METER critical 4']);
  expect(rows).toEqual({ read: 3, rejected: 1, duplicate: 0 });
});

test('a named meter takes the rows of its own number only', () => {
  const file = given(lines(BY_START, byStart('12/11/18'), byStart('12/11/18', RISING, '7')));
  const { records, findings } = extract(file, { ...INPUT, meter: 'main' }, CONTEXT);
  expect(records.map(({ meter, readings }) => [meter, readings.length])).toEqual([['main', 48]]);
  expect(codes(findings)).toEqual(['IN-METER critical 3']);
});

test('a number that a spreadsheet shortened is no meter, even where its digits would match', () => {
  const meters = CONTEXT.meters.map((one) => ({ ...one, number: '1234050000000' })).slice(0, 1);
  const file = given(lines(BY_START, byStart('12/11/18', RISING, '1.23405E+12')));
  const { records, findings } = extract(file, INPUT, { ...CONTEXT, meters });
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-METER critical 2', 'IN-NO-READINGS critical -']);
});

import { inspectInput, inspectReadings, PROFILES } from '../../src/ingest/recognise/inspect.ts';
import {
  BILLS,
  CERTIFICATES,
  codes,
  CONTEXT,
  FLEET,
  given,
  HASHRATE,
  lines,
  READINGS,
} from './given.ts';

test('a plain table with offsets and a unit is read, counted and added up', () => {
  const text = lines(
    'interval_start,usage_kwh',
    '2025-01-01T00:00:00-06:00,0.1',
    '2025-01-01T00:15:00-06:00,0.2',
    '2025-01-01T00:15:00-06:00,0.2',
    '2025-01-01T00:15:00-06:00,0.20',
    '2025-01-01T01:00:00-06:00,0.3',
  );
  const seen = inspectReadings(given(text), {});
  expect(seen).toMatchObject({ format: 'csv', profile: 'interval-csv', records: 3 });
  expect(seen.series).toEqual([
    {
      id: 'import',
      meter: null,
      commodity: 'electricity',
      direction: 'import',
      unit: 'kWh',
      intervals: 3,
      start: '2025-01-01T06:00:00Z',
      end: '2025-01-01T07:15:00Z',
      total: '0.6',
      gaps: 1,
      overlaps: 0,
      duplicates: 2,
      estimated: 0,
    },
  ]);
});

test.each([
  ['timestamp;Energy [MWh]', '2025-01-01 00:00;0.5', '2025-01-01 01:00;0.25', '750'],
  ['Start Time\tkWh', '2025-01-01 00:00:00\t1', '2025-01-01 00:30:00\t2', '3'],
  ['datetime,Usage (Wh)', '2025-01-01T00:00,1', '2025-01-01T00:05,2', '0.003'],
  ['end,kwh,price per kWh', '2025-01-01 00:15,1,0.05', '2025-01-01 00:30,2,0.06', '3'],
])('%s is recognised with a given zone', (head, first, second, total) => {
  const { series } = inspectReadings(given(lines(head, first, second)), {
    timezone: 'America/Chicago',
  });
  expect(series).toMatchObject([{ total, intervals: 2, gaps: 0, overlaps: 0 }]);
});

test('meters are told apart, and ends may stand beside starts', () => {
  const text = lines(
    'meter_id,start,end,kWh',
    "'007,2025-01-01T00:00:00Z,2025-01-01T01:00:00Z,1",
    '8,2025-01-01T00:00:00Z,2025-01-01T01:00:00Z,2',
    '8,2025-01-01T01:00:00Z,2025-01-01T02:00:00Z,3',
  );
  const { series, findings } = inspectReadings(given(text), {});
  expect(findings).toEqual([]);
  expect(series).toMatchObject([
    { id: '007.import', meter: '007', intervals: 1, total: '1' },
    { id: '8.import', meter: '8', intervals: 2, total: '5', end: '2025-01-01T02:00:00Z' },
  ]);
});

test('wall time over the end of daylight-saving time is no gap and no overlap', () => {
  const times = ['00:00', '01:00', '01:00', '02:00', '03:00'];
  const text = lines('start,kWh', ...times.map((time) => `2025-11-02 ${time},1`));
  const { series } = inspectReadings(given(text), { timezone: 'America/Chicago' });
  expect(series).toMatchObject([{ intervals: 5, gaps: 0, overlaps: 0, total: '5' }]);
});

test.each([
  ['no unit', 'start,value\n2025-01-01T00:00:00Z,1\n', 'IN-UNIT', 'unit: kWh'],
  [
    'two energies',
    'start,import kWh,export kWh\n2025-01-01T00:00:00Z,1,2\n',
    'IN-UNIT',
    '"import kWh", "export kWh"',
  ],
  [
    'power alone',
    'start,load kW\n2025-01-01T00:00:00Z,1\n',
    'IN-UNIT',
    'energy: { column: load kW, unit: kW }',
  ],
  ['no zone', 'start,kWh\n2025-01-01 00:00,1\n2025-01-01 01:00,1\n', 'IN-ZONE', '--timezone'],
  ['an ambiguous date', 'start,kWh\n01/02/2025 00:00,1\n', 'IN-DATE', 'date_format'],
  [
    'days',
    'start,kWh\n2025-01-01T00:00:00Z,1\n2025-01-02T00:00:00Z,1\n',
    'IN-INTERVAL',
    '1440 minutes',
  ],
  ['one row', 'start,kWh\n2025-01-01T00:00:00Z,1\n', 'IN-INTERVAL', 'cannot be told'],
  ['no time', 'a,kWh\n1,2\n', 'IN-NO-READINGS', '"a", "kWh"'],
  ['an HTML page', '<html><body>Sign in</body></html>', 'IN-NOT-TEXT', 'HTML'],
  ['nothing', '', 'IN-EMPTY', 'no bytes'],
])('with %s the file is refused and says what to add', (_, text, code, says) => {
  const seen = inspectReadings(given(text), {});
  expect(seen).toMatchObject({ series: [], records: 0, profile: null });
  expect(seen.findings.map((f) => [f.code, f.severity])).toEqual([[code, 'critical']]);
  expect(seen.findings[0]?.message).toContain(says);
});

test('a zone that is none is refused', () => {
  const { series, findings } = inspectReadings(
    given('start,kWh\n2025-01-01 00:00,1\n2025-01-01 01:00,1\n'),
    {
      timezone: 'Texas',
    },
  );
  expect(series).toEqual([]);
  expect(codes(findings)).toEqual(['IN-ZONE critical -']);
});

test('a stamp whose column does not say so is read as a start, and that is said', () => {
  const { findings } = inspectReadings(
    given('timestamp,kWh\n2025-01-01T00:00:00Z,1\n2025-01-01T01:00:00Z,1\n'),
    {},
  );
  expect(codes(findings)).toEqual(['IN-INTERVAL info -']);
});

test('a mapped file is counted by its mapping: overlaps in pairs, flags as they stand', () => {
  const text = lines(
    'ts,kwh,q',
    '2025-01-01T00:00:00Z,1,A',
    '2025-01-01T00:05:00Z,1,E',
    '2025-01-01T00:10:00Z,1,',
    '2025-01-01T00:25:00Z,1,A',
  );
  const read_type = { column: 'q', actual: ['A'], estimated: ['E'] };
  const seen = inspectInput(
    given(text),
    { ...READINGS, map: { ...READINGS.map, read_type } },
    CONTEXT,
  );
  expect(seen.profile).toBe('mapped');
  // 00:00-00:15 meets 00:05 and 00:10; 00:05-00:20 meets 00:10; 00:10-00:25 only touches 00:25
  expect(seen.series).toMatchObject([
    { meter: 'main', intervals: 4, overlaps: 3, gaps: 0, estimated: 2 },
  ]);
});

test('bills are counted as billing periods', () => {
  const row = '01/01/2025,01/31/2025,5';
  const text = lines(
    'From,To,Usage',
    row,
    row,
    '02/01/2025,03/31/2025,7',
    '05/01/2025,05/31/2025,1',
  );
  expect(inspectInput(given(text), BILLS, CONTEXT).series).toMatchObject([
    {
      meter: 'main',
      intervals: 3,
      total: '13',
      gaps: 1,
      overlaps: 0,
      duplicates: 1,
      start: '2025-01-01T06:00:00Z',
      end: '2025-06-01T05:00:00Z',
    },
  ]);
});

test('certificates, hashrate and fleet are counted as records', () => {
  const head = 'Registry,First,Last,MWh,Vintage,Fuel,Country,Status,For';
  const certificates = given(lines(head, 'M,A-1,A-10,10,2025-03,Wind,US,Retired,X'));
  expect(inspectInput(certificates, CERTIFICATES, CONTEXT)).toMatchObject({
    series: [],
    records: 1,
  });
  const hashrate = given(lines('ts,rate', '2025-01-01 00:00,1', '2025-01-01 01:00,1'));
  expect(inspectInput(hashrate, HASHRATE, CONTEXT)).toMatchObject({ series: [], records: 2 });
  const fleet = given(lines('model,count,ths,kw,from,to', 'S21,1,1,1,2024-06-01,'));
  expect(inspectInput(fleet, FLEET, CONTEXT)).toMatchObject({ series: [], records: 1 });
});

test('each profile has an id of its own and says whether it is proven', () => {
  expect(new Set(PROFILES.map(({ id }) => id)).size).toBe(PROFILES.length);
  expect(PROFILES).toContainEqual(expect.objectContaining({ id: 'interval-csv', isProven: false }));
});

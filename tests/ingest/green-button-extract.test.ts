import { extract } from '../../src/ingest/green-button/extract.ts';
import { extractProfile } from '../../src/ingest/profile/extract.ts';
import { joinBills } from '../../src/ingest/bills-csv/join.ts';
import { joinReadings } from '../../src/ingest/readings-csv/join.ts';
import { inspectInput } from '../../src/ingest/recognise/inspect.ts';
import type { InputFile } from '../../src/ingest/input-file.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { codes, CONTEXT, instant } from './given.ts';
import {
  atom,
  block,
  entry,
  feed,
  GREEN_BUTTON,
  JANUARY,
  meterReading,
  type Reading,
  readingType,
  usagePoint,
} from './green-button-given.ts';

const HOUR = 3600;
const DAY = 86_400;

function local(tzOffset: string): string {
  return entry(
    ['self tz/1'],
    `<LocalTimeParameters xmlns="http://naesb.org/espi"><tzOffset>${tzOffset}</tzOffset></LocalTimeParameters>`,
  );
}

/** A feed with the local time of Chicago, unless another offset is given. */
function zoned(readings: readonly Reading[], codes = {}, tzOffset = '-21600'): InputFile {
  return atom(
    usagePoint('u/1', '0', ['tz/1']),
    local(tzOffset),
    meterReading('u/1/MeterReading/1', 't/1'),
    readingType('t/1', codes),
    block('u/1/MeterReading/1/IntervalBlock', readings),
  );
}

test('quarter-hours become readings of the meter in exact joules', () => {
  const file = zoned([
    [JANUARY, 900, 1, '0'],
    [JANUARY + 900, 900, 2, '8'],
  ]);
  const { readings, bills, others } = extract(file, GREEN_BUTTON, CONTEXT);
  expect(extractProfile(file, GREEN_BUTTON, CONTEXT)).toEqual({ readings, bills });
  expect(readings.records).toEqual([
    {
      meter: 'main',
      direction: 'import',
      file: 'feed.xml',
      sha256: file.sha256,
      scale: 1n,
      intervalSeconds: 900,
      duplicates: 0,
      disputed: [],
      readings: [
        {
          meter: 'main',
          start: JANUARY,
          end: JANUARY + 900,
          energy: 3600n,
          quality: 'actual',
          line: 47,
        },
        {
          meter: 'main',
          start: JANUARY + 900,
          end: JANUARY + 1800,
          energy: 7200n,
          quality: 'estimated',
          line: 48,
        },
      ],
    },
  ]);
  expect(readings.rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
  expect(readings.findings).toEqual([]);
  expect([bills.records, others]).toEqual([[], []]);
});

test('lengths of an hour at most are told apart, and joined they count once', () => {
  const file = zoned([
    [JANUARY, 900, 1],
    [JANUARY + 900, 1800, 2],
    [JANUARY + 2700, 900, 3],
  ]);
  const { readings } = extract(file, GREEN_BUTTON, CONTEXT);
  expect(readings.records.map((s) => [s.intervalSeconds, s.readings.length])).toEqual([
    [900, 2],
    [1800, 1],
  ]);
  expect(codes(joinReadings([readings]).findings)).toEqual([]);
});

// 2025-02-01, 2025-03-01 and 2025-04-01 at midnight of Chicago
const FEBRUARY = instant('2025-02-01T06:00:00Z');
const MARCH = instant('2025-03-01T06:00:00Z');
const APRIL = instant('2025-04-01T05:00:00Z');

test('months become bills of local days, the one that loses an hour included', () => {
  const file = zoned(
    [
      [MARCH, APRIL - MARCH, 2000, '8'],
      [FEBRUARY, MARCH - FEBRUARY, 1000],
    ],
    { powerOfTenMultiplier: '3' },
  );
  const { readings, bills } = extract(file, GREEN_BUTTON, CONTEXT);
  expect(readings.records).toEqual([]);
  expect(APRIL - MARCH).toBe(31 * DAY - HOUR);
  const joined = joinBills([bills]);
  expect(joined.findings).toEqual([]);
  expect(
    joined.records.map(({ firstDay, lastDay, start, end, energyKwh, quality }) => [
      firstDay,
      lastDay,
      start,
      end,
      energyKwh.toFraction(),
      quality,
    ]),
  ).toEqual([
    ['2025-02-01', '2025-02-28', FEBRUARY, MARCH, '1000', 'unstated'],
    ['2025-03-01', '2025-03-31', MARCH, APRIL, '2000', 'estimated'],
  ]);
  expect(joined.records[0]?.evidence).toMatchObject({ file: 'feed.xml', sha256: file.sha256 });
});

test('periods that keep to standard time all year join without gap or overlap', () => {
  const at = instant('2025-03-08T06:00:00Z');
  const days = [0, 1, 2, 3].map((n): Reading => [at + n * DAY, DAY, 24_000]);
  const { bills } = extract(zoned(days), GREEN_BUTTON, CONTEXT);
  const joined = joinBills([bills]);
  expect(codes(joined.findings)).toEqual([]);
  expect(joined.records.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
    ['2025-03-08', '2025-03-08'],
    ['2025-03-09', '2025-03-09'],
    ['2025-03-10', '2025-03-10'],
    ['2025-03-11', '2025-03-11'],
  ]);
});

test('meter reads at noon become bills of whole days, and that is said', () => {
  const noon = FEBRUARY + 12 * HOUR;
  const { bills, readings } = extract(
    zoned([
      [noon, 10 * DAY, 1000],
      [noon + 10 * DAY, 10 * DAY, 1000],
    ]),
    GREEN_BUTTON,
    CONTEXT,
  );
  expect(bills.records.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
    ['2025-02-01', '2025-02-10'],
    ['2025-02-11', '2025-02-20'],
  ]);
  expect(readings.findings.map((f) => [f.code, f.severity])).toEqual([['IN-INTERVAL', 'quality']]);
});

test('an offset that contradicts the zone of the site is named', () => {
  const days: Reading[] = [[FEBRUARY, DAY, 1]];
  const { readings, bills } = extract(zoned(days, {}, '18000'), GREEN_BUTTON, CONTEXT);
  expect(bills.records).toHaveLength(1);
  expect(readings.findings.map((f) => [f.code, f.severity])).toEqual([['IN-ZONE', 'quality']]);
  const unsaid = extract(feed(days), GREEN_BUTTON, CONTEXT).readings.findings;
  expect(unsaid.map((f) => [f.code, f.severity])).toEqual([['IN-ZONE', 'info']]);
});

test('a period of some hours is neither reading nor bill: kept, named and not counted', () => {
  const { readings, bills, others } = extract(
    zoned([[JANUARY, 4 * HOUR, 1]]),
    GREEN_BUTTON,
    CONTEXT,
  );
  expect([readings.records, bills.records]).toEqual([[], []]);
  expect(others).toHaveLength(1);
  expect(readings.findings.map((f) => f.code)).toEqual(['IN-NOT-COUNTED']);
});

test('gas is kept apart and named, and asks for no meter', () => {
  const file = feed([[JANUARY, 30 * DAY, 12]], { commodity: '7', uom: '169' }, '1');
  const { readings, bills, others } = extract(file, GREEN_BUTTON, CONTEXT);
  expect([readings.records, bills.records]).toEqual([[], []]);
  expect(others).toMatchObject([{ commodity: 'natural-gas', unit: 'therm' }]);
  expect(codes(readings.findings)).toEqual(['IN-NOT-COUNTED info 22']);
});

test.each([
  ['19', 'export', 'info'],
  ['4', 'net', 'quality'],
])('flow direction %s stays %s and is no bill', (flowDirection, direction, severity) => {
  const hourly = extract(zoned([[JANUARY, HOUR, 1]], { flowDirection }), GREEN_BUTTON, CONTEXT);
  expect(hourly.readings.records).toMatchObject([{ direction }]);
  const daily = extract(zoned([[JANUARY, DAY, 1]], { flowDirection }), GREEN_BUTTON, CONTEXT);
  expect([daily.readings.records, daily.bills.records]).toEqual([[], []]);
  expect(daily.readings.findings).toMatchObject([{ code: 'IN-NOT-COUNTED', severity }]);
});

function twoPoints(): InputFile {
  const point = (n: string) => [
    usagePoint(`c/${n}/UsagePoint/${n}0`, '0'),
    meterReading(`c/${n}/UsagePoint/${n}0/MeterReading/1`, 't/1'),
    block(`c/${n}/UsagePoint/${n}0/MeterReading/1/IntervalBlock`, [[JANUARY, HOUR, 1000]]),
  ];
  return atom(...point('1'), readingType('t/1'), ...point('2'));
}

function metersOf(input: ProfileInput, context = CONTEXT, file = twoPoints()) {
  const { readings } = extract(file, input, context);
  return { meters: readings.records.map(({ meter }) => meter), said: codes(readings.findings) };
}

const { meter: _, ...UNNAMED } = GREEN_BUTTON;

test('usage points are given to meters by link, by the last part of it, by id or title', () => {
  const by = (usage_points: Record<string, string>) => metersOf({ ...UNNAMED, usage_points });
  expect(by({ 'c/1/UsagePoint/10': 'main', '20': 'other' })).toEqual({
    meters: ['main', 'other'],
    said: [],
  });
  expect(by({ '10': 'main' })).toEqual({ meters: ['main'], said: ['IN-METER critical 42'] });
  // every entry has the same id and title here, so that they settle nothing
  expect(by({ '12 Elm': 'main' })).toEqual({ meters: [], said: ['IN-METER critical -'] });
  expect(by({ 'urn:uuid:0': 'main' })).toEqual({ meters: [], said: ['IN-METER critical -'] });
  expect(by({ gone: 'main' }).said).toEqual(['IN-METER critical -']);
  const one = metersOf(
    { ...UNNAMED, usage_points: { '12 Elm': 'main' } },
    CONTEXT,
    zoned([[JANUARY, HOUR, 1]]),
  );
  expect(one).toEqual({ meters: ['main'], said: [] });
});

test('one meter cannot be two usage points', () => {
  expect(metersOf(GREEN_BUTTON)).toEqual({ meters: [], said: ['IN-METER critical -'] });
});

test('a usage point is found by the number of a meter, and one without meter is named', () => {
  const [main, other] = CONTEXT.meters;
  if (!main || !other) throw new Error('two meters are given');
  const context = { ...CONTEXT, meters: [{ ...main, number: '10' }, other] };
  expect(metersOf(UNNAMED, context)).toEqual({
    meters: ['main'],
    said: ['IN-METER critical 42'],
  });
});

test('two meter readings of one meter at one time are not added', () => {
  const file = atom(
    usagePoint('u/1', '0', ['tz/1']),
    local('-21600'),
    readingType('t/1'),
    meterReading('u/1/MeterReading/hours', 't/1'),
    block('u/1/MeterReading/hours/IntervalBlock', [[JANUARY, HOUR, 1000]]),
    meterReading('u/1/MeterReading/days', 't/1'),
    block('u/1/MeterReading/days/IntervalBlock', [[JANUARY, DAY, 24_000]]),
  );
  const { readings, bills } = extract(file, GREEN_BUTTON, CONTEXT);
  expect([readings.records, bills.records]).toEqual([[], []]);
  expect(readings.findings.map((f) => [f.code, f.severity])).toEqual([['IN-CONFLICT', 'critical']]);
  const apart = atom(
    usagePoint('u/1', '0', ['tz/1']),
    local('-21600'),
    readingType('t/1'),
    meterReading('u/1/MeterReading/a', 't/1'),
    block('u/1/MeterReading/a/IntervalBlock', [[JANUARY, HOUR, 1000]]),
    meterReading('u/1/MeterReading/b', 't/1'),
    block('u/1/MeterReading/b/IntervalBlock', [[JANUARY + HOUR, HOUR, 1000]]),
  );
  const { readings: both } = extract(apart, GREEN_BUTTON, CONTEXT);
  expect(both.findings).toEqual([]);
  expect(both.records).toHaveLength(2);
});

test('values in dispute in one file stay in dispute with another', () => {
  const differing = extract(
    zoned([
      [JANUARY, HOUR, 1],
      [JANUARY, HOUR, 2],
    ]),
    GREEN_BUTTON,
    CONTEXT,
  );
  const other = extract(zoned([[JANUARY, HOUR, 1]]), GREEN_BUTTON, CONTEXT);
  const joined = joinReadings([differing.readings, { ...other.readings }]);
  expect(joined.records.flatMap(({ readings }) => [...readings])).toEqual([]);
});

test('a refused feed gives its finding and no record', () => {
  const { readings, bills } = extract(atom('<entry>'), GREEN_BUTTON, CONTEXT);
  expect([readings.records, bills.records]).toEqual([[], []]);
  expect(readings.findings.map((f) => f.code)).toEqual(['IN-XML']);
});

test('within a workspace inspect names its meters', () => {
  const seen = inspectInput(zoned([[JANUARY, HOUR, 1]]), GREEN_BUTTON, CONTEXT);
  expect(seen).toMatchObject({ format: 'xml', profile: 'green-button', records: 1 });
  expect(seen.series).toMatchObject([{ meter: 'main', total: '0.001' }]);
});

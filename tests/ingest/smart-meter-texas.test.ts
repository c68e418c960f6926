import { extractProfile } from '../../src/ingest/profile/extract.ts';
import { joinReadings } from '../../src/ingest/readings-csv/join.ts';
import { inspectInput, inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { extract, identify } from '../../src/ingest/smart-meter-texas/extract.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { present } from '../support/present.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const HEADER =
  'ESIID,USAGE_DATE,REVISION_DATE,USAGE_START_TIME,USAGE_END_TIME,USAGE_KWH,ESTIMATED_ACTUAL,CONSUMPTION_SURPLUSGENERATION';
const { meter: _, ...INPUT }: ProfileInput = {
  kind: 'profile',
  profile: 'smart-meter-texas',
  files: '*.csv',
  meter: 'main',
};

/** One row of the meter with the number 1008900001. */
function row(
  date: string,
  time: string,
  kwh: string,
  more: Partial<Record<'esiid' | 'revision' | 'flag' | 'flow', string>> = {},
) {
  const {
    esiid = "'1008900001",
    revision = '02/02/2025 06:10:00',
    flag = 'A',
    flow = 'Consumption',
  } = more;
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 15;
  const two = (n: number) => String(n).padStart(2, '0');
  const end = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  return [esiid, date, revision, time, end, kwh, flag, flow].join(',');
}

function quarters(from: number, to: number): string[] {
  const two = (n: number) => String(n).padStart(2, '0');
  return Array.from(
    { length: (to - from) * 4 },
    (_, i) => `${two(from + Math.floor(i / 4))}:${two((i % 4) * 15)}`,
  );
}

function file(...rows: readonly string[]) {
  return given(lines(HEADER, ...rows), 'IntervalData.csv');
}

test('the export is recognised by its columns, whatever its name', () => {
  expect(identify(file(row('01/31/2025', '23:45', '.131'))).confidence).toBe(1);
  expect(identify(given('start,kWh\n1,2\n')).confidence).toBe(0);
});

test('the last quarter-hour of a day ends at the next midnight of Texas', () => {
  const seen = inspectReadings(
    file(
      row('01/31/2025', '23:30', '.125'),
      row('01/31/2025', '23:45', '.131'),
      row('02/01/2025', '00:00', '.118', { flag: 'E' }),
    ),
    {},
  );
  expect(seen).toMatchObject({ format: 'csv', profile: 'smart-meter-texas', records: 3 });
  expect(seen.series).toEqual([
    {
      id: '1008900001.import',
      meter: '1008900001',
      commodity: 'electricity',
      direction: 'import',
      unit: 'kWh',
      intervals: 3,
      start: '2025-02-01T05:30:00Z',
      end: '2025-02-01T06:15:00Z',
      total: '0.374',
      gaps: 0,
      overlaps: 0,
      duplicates: 0,
      estimated: 1,
    },
  ]);
  expect(codes(seen.findings)).toEqual(['IN-ESTIMATED quality 4']);
});

test('surplus generation is export, a series of its own', () => {
  const { series } = inspectReadings(
    file(
      row('01/31/2025', '12:00', '.5'),
      row('01/31/2025', '12:00', '.25', { flow: 'Surplus Generation' }),
    ),
    {},
  );
  expect(series.map(({ id, direction, total }) => [id, direction, total])).toEqual([
    ['1008900001.import', 'import', '0.5'],
    ['1008900001.export', 'export', '0.25'],
  ]);
});

test('another word for the direction is set aside', () => {
  const { series, findings } = inspectReadings(
    file(row('01/31/2025', '12:00', '.5', { flow: 'Net' }), row('01/31/2025', '12:15', '1')),
    {},
  );
  expect(series).toMatchObject([{ total: '1' }]);
  expect(codes(findings)).toEqual(['IN-DIRECTION critical 2']);
});

test('a later revision supersedes, in whatever order they stand; equal rows count once', () => {
  const early = row('01/31/2025', '12:00', '.5', { flag: 'E', revision: '02/01/2025 06:10:00' });
  const late = row('01/31/2025', '12:00', '.75', { revision: '02/01/2025 18:10:00' });
  for (const rows of [
    [early, late],
    [late, early],
    [late, early, late],
  ]) {
    const { series, findings } = inspectReadings(file(...rows), {});
    expect(series).toMatchObject([
      { intervals: 1, total: '0.75', estimated: 0, duplicates: rows.length - 2 },
    ]);
    expect(findings.map((f) => f.code)).toContain('IN-SUPERSEDED');
  }
  const rival = row('01/31/2025', '12:00', '.8', { revision: '02/01/2025 18:10:00' });
  expect(codes(inspectReadings(file(late, rival), {}).findings)).toContain(
    'IN-CONFLICT critical 2',
  );
});

test('the rows of the hour that does not exist are blank and no gap', () => {
  const day = quarters(0, 5).map((time) =>
    time.startsWith('02')
      ? row('03/09/2025', time, '', { flag: '' })
      : row('03/09/2025', time, '1'),
  );
  const { series, findings } = inspectReadings(file(...day), {});
  expect(series).toMatchObject([
    { intervals: 16, total: '16', gaps: 0, overlaps: 0, end: '2025-03-09T10:00:00Z' },
  ]);
  expect(codes(findings)).toEqual(['IN-NONEXISTENT-HOUR info 10']);
});

const REPEATED = [...quarters(0, 2), ...quarters(1, 24)];

test('the repeated hour is told by the order of rows', () => {
  const day = REPEATED.map((time, i) => row('11/02/2025', time, i < 8 ? '1' : '2'));
  const { series, findings } = inspectReadings(file(...day), {});
  // 25 hours: eight quarters of 1 kWh and 92 of 2 kWh
  expect(series).toMatchObject([
    {
      intervals: 100,
      total: '192',
      gaps: 0,
      overlaps: 0,
      duplicates: 0,
      end: '2025-11-03T06:00:00Z',
    },
  ]);
  expect(findings).toEqual([]);
});

test('so it is where each row is followed by its revision', () => {
  const day = REPEATED.flatMap((time) => [
    row('11/02/2025', time, '1', { revision: '11/03/2025 06:00:00' }),
    row('11/02/2025', time, '3', { revision: '11/04/2025 06:00:00' }),
  ]);
  const { series } = inspectReadings(file(...day), {});
  expect(series).toMatchObject([{ intervals: 100, total: '300', gaps: 0, overlaps: 0 }]);
});

test('a workspace finds the meter by its number, apostrophe or not', () => {
  const input = { ...INPUT };
  const { readings: read, bills } = extractProfile(
    file(row('01/31/2025', '12:00', '.5'), row('01/31/2025', '12:15', '1', { esiid: '9' })),
    input,
    CONTEXT,
  );
  const readings = present(read);
  expect(readings.records).toMatchObject([
    { meter: 'main', direction: 'import', intervalSeconds: 900 },
  ]);
  // 0.5 kWh = 1,800,000 J
  expect(readings.records[0]?.readings).toMatchObject([
    { start: instant('2025-01-31T18:00:00Z'), energy: 1_800_000n, quality: 'actual', line: 2 },
  ]);
  expect(bills).toBeUndefined();
  expect(codes(readings.findings)).toEqual(['IN-IDENTIFIER info 2', 'IN-METER critical 3']);
});

test('a named meter is one ESI ID, its own', () => {
  const both = file(
    row('01/31/2025', '12:00', '.5'),
    row('01/31/2025', '12:15', '1', { esiid: '9' }),
  );
  const named = present(extractProfile(both, { ...INPUT, meter: 'main' }, CONTEXT).readings);
  expect(named.records.flatMap(({ readings }) => [...readings])).toHaveLength(1);
  expect(codes(named.findings)).toEqual(['IN-METER critical 3']);
  const [first] = CONTEXT.meters;
  if (!first) throw new Error('a meter is given');
  const { id, site, measures } = first;
  const context = { ...CONTEXT, meters: [{ id, site, measures }] };
  const numberless = present(extractProfile(both, { ...INPUT, meter: 'main' }, context).readings);
  expect(codes(numberless.findings)).toEqual(['IN-METER critical 3']);
  const wrong = present(extractProfile(both, { ...INPUT, meter: 'other' }, CONTEXT).readings);
  expect(wrong.records).toEqual([]);
});

test('files of one meter join, the later revision winning across them', () => {
  const of = (kwh: string, revision: string) =>
    extract(file(row('01/31/2025', '12:00', kwh, { revision })), INPUT, CONTEXT);
  const joined = joinReadings([of('1', '02/03/2025 06:00:00'), of('.5', '02/01/2025 06:00:00')]);
  const kept = joined.records.flatMap(({ readings }) => [...readings]);
  expect(kept.map(({ energy }) => energy)).toEqual([3_600_000n]);
});

test('within a workspace inspect reads it by the profile', () => {
  const seen = inspectInput(file(row('01/31/2025', '12:00', '.5')), INPUT, CONTEXT);
  expect(seen).toMatchObject({ profile: 'smart-meter-texas', records: 1 });
  expect(seen.series).toMatchObject([{ id: 'main.import', total: '0.5' }]);
});

test('a header without all the columns is refused', () => {
  const text = 'ESIID,USAGE_DATE,USAGE_START_TIME,USAGE_KWH\n1,01/31/2025,12:00,.5\n';
  const { series, findings } = inspectReadings(given(text), { profile: 'smart-meter-texas' });
  expect(series).toEqual([]);
  expect(findings[0]).toMatchObject({ code: 'IN-NO-HEADER', severity: 'critical' });
});

import { extract, extractUnmapped, identify } from '../../src/ingest/sce/extract.ts';
import { joinReadings } from '../../src/ingest/readings-csv/join.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const PREAMBLE = [
  'Energy Usage Information',
  '"For location: 1 TEST ST"',
  '',
  'Meter Reading Information',
  '"Type of readings: Electricity"',
  '',
  'Summary of Electric Power Usage Information',
  '"Your download may hold usage data that is actual, estimated, validated or missing. "',
  '',
  'Detailed Usage',
  '"Start date: 2020-05-01 00:00:00  for 2 days"',
  '',
];
const HEADER =
  'Energy consumption time period,Usage(Real energy in kilowatt-hours),Reading quality';
const INPUT: ProfileInput = { kind: 'profile', profile: 'sce', files: '*.csv' };

function row(start: string, end: string, kwh: string, quality = ''): string {
  return `"${start}:00 to ${end}:00","${kwh}","${quality}"`;
}

function section(day: string, ...rows: readonly string[]): string[] {
  return [`"Data for period starting: ${day} 00:00:00  for 24 hours"`, HEADER, ...rows];
}

/** The header of the first section stands in line 14. */
function file(...rows: readonly string[]) {
  return given(lines(...PREAMBLE, ...rows), 'sce.csv');
}

/** Rows of quarter-hours from one wall time to another, each given by its minute of the day. */
function quarters(day: string, from: number, to: number, kwh: string): string[] {
  const two = (n: number) => String(n).padStart(2, '0');
  const at = (minute: number) => `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return Array.from({ length: (to - from) / 15 }, (_, i) =>
    row(at(from + i * 15), at(from + i * 15 + 15), kwh),
  );
}

function totalOf(readings: readonly { readonly energy: bigint }[] = []): bigint {
  return readings.reduce((sum, { energy }) => sum + energy, 0n);
}

test('the export is recognised below its preamble', () => {
  const seen = file(...section('2020-05-01', row('2020-05-01 00:00', '2020-05-01 00:15', '1')));
  expect(identify(seen).confidence).toBe(1);
  expect(identify(given('start,kWh\n1,2\n')).confidence).toBe(0);
});

test('sections with the header again are one series; an empty quality is unstated', () => {
  const { records, findings, rows } = extractUnmapped(
    file(
      ...section('2020-05-01', row('2020-05-01 23:45', '2020-05-02 00:00', '0.500')),
      '',
      ...section('2020-05-02', row('2020-05-02 00:00', '2020-05-02 00:15', '0.250')),
    ),
  );
  // Pacific daylight time is seven hours behind UTC; 0.5 kWh = 1,800,000 J
  expect(records).toMatchObject([
    {
      meter: 'sce',
      direction: 'import',
      intervalSeconds: 900,
      scale: 1n,
      readings: [
        { start: instant('2020-05-02T06:45:00Z'), energy: 1_800_000n, line: 15 },
        { start: instant('2020-05-02T07:00:00Z'), energy: 900_000n, quality: 'unstated', line: 19 },
      ],
    },
  ]);
  expect(findings).toEqual([]);
  expect(rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
});

test('non-breaking spaces are blanks, in periods and in a repeated header', () => {
  const hard = (text: string) => text.replaceAll(' ', '\u00a0');
  const { records, findings } = extractUnmapped(
    file(
      ...section('2020-05-01', row('2020-05-01 00:00', '2020-05-01 01:00', '1')),
      ...section('2020-05-02', row('2020-05-02 00:00', '2020-05-02 01:00', '2')).map(hard),
    ),
  );
  expect(records).toMatchObject([{ intervalSeconds: 3600 }]);
  expect(totalOf([...(records[0]?.readings ?? [])])).toBe(10_800_000n);
  expect(findings).toEqual([]);
});

test('qualities are kept: estimated, and missing as no value', () => {
  const extraction = extractUnmapped(
    file(
      ...section(
        '2020-05-01',
        row('2020-05-01 00:00', '2020-05-01 00:15', '1', 'Actual'),
        row('2020-05-01 00:15', '2020-05-01 00:30', '1', 'Estimated'),
        row('2020-05-01 00:30', '2020-05-01 00:45', '0.000', 'Missing'),
        row('2020-05-01 00:45', '2020-05-01 01:00', '1', ''),
      ),
    ),
  );
  expect(extraction.records[0]?.readings.map(({ quality }) => quality)).toEqual([
    'actual',
    'estimated',
    'unstated',
  ]);
  expect(codes(joinReadings([extraction]).findings)).toEqual([
    'IN-ESTIMATED quality 16',
    'IN-GAP completeness 18',
    'IN-NULL completeness 17',
    'IN-READ-TYPE quality 18',
  ]);
});

test('the day of 25 hours: the repeated hour is told by the order of rows', () => {
  const day = '2020-11-01';
  const rows = [
    ...quarters(day, 0, 120, '1'),
    ...quarters(day, 60, 1425, '2'),
    row(`${day} 23:45`, '2020-11-02 00:00', '2'),
  ];
  const extraction = extractUnmapped(file(...section(day, ...rows)));
  const { records, findings } = joinReadings([extraction]);
  // eight quarters of 1 kWh, 92 of 2 kWh: 192 kWh = 691,200,000 J
  expect(records[0]?.readings).toHaveLength(100);
  expect(totalOf([...(records[0]?.readings ?? [])])).toBe(691_200_000n);
  expect(records[0]?.readings.at(0)?.start).toBe(instant('2020-11-01T07:00:00Z'));
  expect(records[0]?.readings.at(-1)?.end).toBe(instant('2020-11-02T08:00:00Z'));
  expect(findings).toEqual([]);
});

test('the day of 23 hours has no gap, whether its last quarter ends at 02:00 or at 03:00', () => {
  const day = '2020-03-08';
  const rest = [...quarters(day, 180, 1425, '1'), row(`${day} 23:45`, '2020-03-09 00:00', '1')];
  for (const end of ['02:00', '03:00']) {
    const rows = [...quarters(day, 0, 105, '1'), row(`${day} 01:45`, `${day} ${end}`, '1')];
    const extraction = extractUnmapped(file(...section(day, ...rows, ...rest)));
    const { records, findings } = joinReadings([extraction]);
    expect(records[0]?.readings).toHaveLength(92);
    expect(records[0]?.readings.at(-1)?.end).toBe(instant('2020-03-09T07:00:00Z'));
    expect(findings).toEqual([]);
  }
});

test('the rows of the hour that does not exist may be there and blank', () => {
  const day = '2020-03-08';
  const rows = [
    ...quarters(day, 0, 120, '1'),
    ...quarters(day, 120, 180, ''),
    ...quarters(day, 180, 240, '1'),
  ];
  const { records, findings } = joinReadings([extractUnmapped(file(...section(day, ...rows)))]);
  expect(records[0]?.readings).toHaveLength(12);
  expect(codes(findings)).toEqual(['IN-NONEXISTENT-HOUR info 23']);
});

test('rows of another length, ragged rows, other stamps and no numbers are set aside and counted', () => {
  const { records, findings, rows } = extractUnmapped(
    file(
      ...section(
        '2020-05-01',
        row('2020-05-01 00:00', '2020-05-01 00:15', '1'),
        row('2020-05-01 00:15', '2020-05-01 00:30', '1'),
        row('2020-05-01 01:00', '2020-05-01 02:00', '9'),
        '"2020-05-01 02:00:00 to 2020-05-01 02:15:00","9"',
        '"05/01/2020 02:15 to 05/01/2020 02:30","9",""',
        row('2020-05-01 02:30', '2020-05-01 02:45', '9 kW'),
      ),
    ),
  );
  expect(records[0]?.readings).toHaveLength(2);
  expect(codes(findings)).toEqual([
    'IN-DATE critical 19',
    'IN-INTERVAL critical 17',
    'IN-NUMBER critical 20',
    'IN-STRUCTURE critical 18',
  ]);
  expect(rows).toEqual({ read: 6, rejected: 4, duplicate: 0 });
});

test('a negative usage is kept and named', () => {
  const { records, findings } = extractUnmapped(
    file(...section('2020-05-01', row('2020-05-01 08:00', '2020-05-01 09:00', '-0.140'))),
  );
  expect(totalOf([...(records[0]?.readings ?? [])])).toBe(-504_000n);
  expect(codes(findings)).toEqual(['IN-NEGATIVE quality 15']);
});

test('days are no interval data', () => {
  const { records, findings } = extractUnmapped(
    file(...section('2020-05-01', row('2020-05-01 00:00', '2020-05-02 00:00', '9'))),
  );
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-INTERVAL critical -']);
});

test('another unit or another direction is refused', () => {
  const first = section('2020-05-01', row('2020-05-01 00:00', '2020-05-01 00:15', '1'));
  const watts = first.map((line) => line.replace('kilowatt-hours', 'kilowatts'));
  expect(codes(extractUnmapped(file(...watts)).findings)).toEqual(['IN-NO-HEADER critical 14']);
  const received = first.map((line) => line.replace('consumption', ' Received'));
  const both = extractUnmapped(file(...first, ...received));
  expect(both.records).toEqual([]);
  expect(codes(both.findings)).toEqual(['IN-DIRECTION critical 17']);
});

test('the file names no meter: the input has to', () => {
  const seen = file(...section('2020-05-01', row('2020-05-01 00:00', '2020-05-01 00:15', '1')));
  expect(codes(extract(seen, INPUT, CONTEXT).findings)).toEqual(['WS-METER-NEEDED critical -']);
  expect(extract(seen, { ...INPUT, meter: 'main' }, CONTEXT).records).toMatchObject([
    { meter: 'main' },
  ]);
});

import { extract, extractUnmapped, identify } from '../../src/ingest/fingrid/extract.ts';
import { joinReadings } from '../../src/ingest/readings-csv/join.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const HEADER =
  'Mittauspisteen tunnus;Tuotteen tyyppi;Resoluutio;Yksikkötyyppi;Lukeman tyyppi;Alkuaika;Määrä;Laatu';
const INPUT: ProfileInput = { kind: 'profile', profile: 'fingrid', files: '*.csv' };

type Cells = Partial<
  Record<'point' | 'product' | 'resolution' | 'unit' | 'type' | 'quality', string>
>;

/** One row of the metering point 1008900001, the number of the meter main. */
function row(start: string, amount: string, more: Cells = {}): string {
  const { point = '1008900001', product = '8716867000030', resolution = 'PT15M' } = more;
  const { unit = 'kWh', type = 'BN01', quality = 'OK' } = more;
  return [point, product, resolution, unit, type, start, amount, quality].join(';');
}

function file(...rows: readonly string[]) {
  return given(lines(HEADER, ...rows), 'consumption.csv');
}

test('the export is recognised by its columns, with a byte order mark too', () => {
  const text = lines(HEADER, row('2024-12-31T22:00:00Z', '2,126000'));
  expect(identify(given(text)).confidence).toBe(1);
  expect(identify(given(`\uFEFF${text}`)).confidence).toBe(1);
  expect(identify(given('start,kWh\n1,2\n')).confidence).toBe(0);
  expect(extractUnmapped(given(`\uFEFF${text}`)).records).toMatchObject([
    { meter: '1008900001', readings: [{ start: instant('2024-12-31T22:00:00Z'), line: 2 }] },
  ]);
});

test('starts are instants, commas are decimal, and a doubted value is estimated', () => {
  const { records, findings, rows } = extractUnmapped(
    file(
      row('2024-12-31T22:00:00Z', '2,5'),
      row('2024-12-31T22:15:00Z', '0,25', { quality: 'SUSPECT' }),
    ),
  );
  // 2.5 kWh = 9,000,000 J and 0.25 kWh = 900,000 J
  expect(records).toMatchObject([
    {
      direction: 'import',
      intervalSeconds: 900,
      scale: 1n,
      readings: [
        { start: instant('2024-12-31T22:00:00Z'), energy: 9_000_000n, quality: 'actual', line: 2 },
        { end: instant('2024-12-31T22:30:00Z'), energy: 900_000n, quality: 'estimated', line: 3 },
      ],
    },
  ]);
  expect(codes(findings)).toEqual(['IN-ESTIMATED quality 3']);
  expect(rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
});

test('a missing value is null even where a zero stands in its place', () => {
  const extraction = extractUnmapped(
    file(
      row('2024-12-31T22:00:00Z', '1'),
      row('2024-12-31T22:15:00Z', '0,000000', { quality: 'MISSING' }),
      row('2024-12-31T22:30:00Z', '', { quality: 'MISSING' }),
      row('2024-12-31T22:45:00Z', '1'),
    ),
  );
  expect(extraction.records[0]?.readings.map(({ line }) => line)).toEqual([2, 5]);
  expect(codes(joinReadings([extraction]).findings)).toEqual([
    'IN-GAP completeness 5',
    'IN-NULL completeness 3',
  ]);
});

test('hours and quarter-hours, kWh and Wh, may stand in one file', () => {
  const { records, findings, rows } = extractUnmapped(
    file(
      row('2024-12-31T21:00:00Z', '4', { resolution: 'PT1H' }),
      row('2024-12-31T22:00:00Z', '4', { resolution: 'PT60M' }),
      row('2024-12-31T23:00:00Z', '1'),
      row('2024-12-31T23:15:00Z', '500', { unit: 'Wh' }),
    ),
  );
  expect(
    records.map(({ intervalSeconds, readings }) => [
      intervalSeconds,
      readings.map(({ energy, line }) => [energy, line]),
    ]),
  ).toEqual([
    [
      3600,
      [
        [14_400_000n, 2],
        [14_400_000n, 3],
      ],
    ],
    [900, [[3_600_000n, 4]]],
    [900, [[1_800_000n, 5]]],
  ]);
  expect(findings).toEqual([]);
  expect(rows).toEqual({ read: 4, rejected: 0, duplicate: 0 });
});

test('another resolution, reactive energy, ragged rows and local times are set aside and counted', () => {
  const { records, findings, rows } = extractUnmapped(
    file(
      row('2024-12-31T22:00:00Z', '1'),
      row('2024-12-31T22:00:00Z', '9', { resolution: 'P1D' }),
      row('2024-12-31T22:15:00Z', '9', { unit: 'kVArh', product: '8716867000139' }),
      '1008900001;8716867000030;PT15M;kWh',
      row('2024-12-31T22:45:00', '9'),
      row('2024-12-31T23:00:00Z', '1.5'),
    ),
  );
  expect(records[0]?.readings).toHaveLength(1);
  expect(codes(findings)).toEqual([
    'IN-INTERVAL critical 3',
    'IN-NUMBER critical 7',
    'IN-STRUCTURE critical 5',
    'IN-UNIT critical 4',
    'IN-ZONE critical 6',
  ]);
  expect(rows).toEqual({ read: 6, rejected: 5, duplicate: 0 });
});

test('a file of reactive energy alone gives nothing and says why', () => {
  const { records, findings, rows } = extractUnmapped(
    file(row('2024-12-31T22:00:00Z', '1', { unit: 'kVArh' })),
  );
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-UNIT critical 2']);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('several kinds of readings of one point are refused, of two points not', () => {
  const first = row('2024-12-31T22:00:00Z', '1');
  const mixed = extractUnmapped(file(first, row('2024-12-31T22:15:00Z', '1', { type: 'BN02' })));
  expect(mixed.records).toEqual([]);
  expect(codes(mixed.findings)).toEqual(['IN-DIRECTION critical 3']);
  const two = row('2024-12-31T22:15:00Z', '1', { type: 'BN02', point: '2' });
  expect(extractUnmapped(file(first, two)).records.map(({ meter }) => meter)).toEqual([
    '1008900001',
    '2',
  ]);
});

test('a workspace finds the meter by the metering point; a named meter is its own point alone', () => {
  const both = file(
    row('2024-12-31T22:00:00Z', '1'),
    row('2024-12-31T22:15:00Z', '1', { point: '9' }),
  );
  for (const input of [INPUT, { ...INPUT, meter: 'main' }]) {
    const { records, findings, rows } = extract(both, input, CONTEXT);
    expect(records).toMatchObject([{ meter: 'main', readings: [{ line: 2 }] }]);
    expect(codes(findings)).toEqual(['IN-METER critical 3']);
    expect(rows).toEqual({ read: 2, rejected: 1, duplicate: 0 });
  }
});

test('a header without all the columns is refused', () => {
  const { findings } = extractUnmapped(given('Alkuaika;Määrä\n2024-12-31T22:00:00Z;1\n'));
  expect(codes(findings)).toEqual(['IN-NO-HEADER critical 1']);
});

import { extract as extractFleet } from '../../src/ingest/fleet-csv/extract.ts';
import { extract } from '../../src/ingest/hashrate-csv/extract.ts';
import { joinHashrate } from '../../src/ingest/hashrate-csv/join.ts';
import type { HashrateInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, FLEET, given, HASHRATE, instant, lines } from './given.ts';

function read(rows: readonly string[], map: Partial<HashrateInput['map']> = {}, path = 'h.csv') {
  const input = { ...HASHRATE, map: { ...HASHRATE.map, ...map } };
  const head = map.device === undefined ? 'ts,rate' : 'dev,ts,rate';
  return extract(given(lines(head, ...rows), path), input);
}

// gigahashes by hand: 1 PH/s over an hour is 1e6 GH/s x 3600 s
test.each([
  ['PH/s', '1.5', 5_400_000_000n, 1n],
  ['EH/s', '5', 18_000_000_000_000n, 1n],
  ['Th/s', '0.25', 900_000n, 1n],
  ['H/s', '1', 9n, 2_500_000n],
])('%s: %s is %s GH / %s', (unit, rate, hashes, scale) => {
  const { records } = read([`2025-01-01 00:00,${rate}`], { rate: { column: 'rate', unit } });
  expect(records).toMatchObject([
    { site: 'pecos', algorithm: 'sha256', scale, readings: [{ hashes }] },
  ]);
});

test.each(['hashes', 'kWh', 'PH', ''])('the unit %j is refused', (unit) => {
  const { findings } = read(['2025-01-01 00:00,1'], { rate: { column: 'rate', unit } });
  expect(codes(findings)).toEqual(['IN-UNIT critical -']);
  expect(findings[0]?.message).toContain('EH/s');
});

test('blank is missing, negative is refused, duplicates and conflicts are found', () => {
  const { records, findings, rows } = read([
    '2025-01-01 00:00,1',
    '2025-01-01 00:00,1.0',
    '2025-01-01 01:00,',
    '2025-01-01 02:00,-1',
    '2025-01-01 03:00,2',
    '2025-01-01 03:00,3',
    '2025-01-01 04:00,0',
  ]);
  expect(records[0]?.readings.map(({ start }) => start)).toEqual([
    instant('2025-01-01T00:00:00Z'),
    instant('2025-01-01T04:00:00Z'),
  ]);
  expect(codes(findings)).toEqual([
    'IN-CONFLICT critical 6',
    'IN-DUPLICATE info 3',
    'IN-NULL completeness 4',
    'IN-NUMBER critical 5',
  ]);
  expect(rows).toEqual({ read: 7, rejected: 3, duplicate: 1 });
});

test('several devices stay apart, and a join counts each interval of a device once', () => {
  const map = { device: 'dev' };
  const a = read(['a,2025-01-01 00:00,1', 'b,2025-01-01 00:00,2'], map, 'a.csv');
  const b = read(
    ['b,2025-01-01 00:00,2.00', 'b,2025-01-01 01:00,2', 'a,2025-01-01 00:00,7'],
    map,
    'b.csv',
  );
  const { records, findings, rows } = joinHashrate([b, a]);
  expect(
    records.map(({ file, readings, duplicates }) => [file, readings.length, duplicates]),
  ).toEqual([
    ['a.csv', 1, 0],
    ['b.csv', 1, 1],
  ]);
  expect(codes(findings)).toEqual(['IN-CONFLICT critical 2', 'IN-DUPLICATE info -']);
  expect(rows).toEqual({ read: 5, rejected: 2, duplicate: 1 });
});

test('hashes of two algorithms are never added', () => {
  const other = extract(given(lines('ts,rate', '2025-01-01 05:00,1'), 'z.csv'), {
    ...HASHRATE,
    algorithm: 'scrypt',
  });
  expect(codes(joinHashrate([read(['2025-01-01 00:00,1']), other]).findings)).toEqual([
    'IN-UNIT critical -',
  ]);
});

const FLEET_HEAD = 'model,count,ths,kw,from,to';

test('machines are in service from the first to the end of the last local day', () => {
  const file = given(
    lines(FLEET_HEAD, 'S21,12000,200,3.5,2024-06-01,', 'S19,10,95,3.25,2025-01-01,2025-06-30'),
  );
  const { records, findings } = extractFleet(file, FLEET, CONTEXT);
  expect(findings).toEqual([]);
  expect(
    records.map(({ model, count, hashrateThs, powerW, from, to }) => [
      model,
      count,
      decimalText(hashrateThs),
      decimalText(powerW),
      from,
      to,
    ]),
  ).toEqual([
    ['S21', 12000n, '200', '3500', instant('2024-06-01T05:00:00Z'), undefined],
    ['S19', 10n, '95', '3250', instant('2025-01-01T06:00:00Z'), instant('2025-07-01T05:00:00Z')],
  ]);
});

test.each([
  ['half a machine', 'S21,1.5,200,3.5,2024-06-01,', 'IN-NUMBER critical 2'],
  ['a negative count', 'S21,-1,200,3.5,2024-06-01,', 'IN-NUMBER critical 2'],
  ['no power', 'S21,1,200,,2024-06-01,', 'IN-NULL critical 2'],
  ['a date of another form', 'S21,1,200,3.5,06/01/2024,', 'IN-DATE critical 2'],
  ['an end before the start', 'S21,1,200,3.5,2024-06-01,2024-05-31', 'IN-PERIOD critical 2'],
])('%s sets the row aside', (_, row, code) => {
  const { records, findings, rows } = extractFleet(given(lines(FLEET_HEAD, row)), FLEET, CONTEXT);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('a site that is not known and wrong units are all said at once', () => {
  const input = {
    ...FLEET,
    site: 'nowhere',
    map: {
      ...FLEET.map,
      rate: { column: 'ths', unit: 'TH' },
      power: { column: 'kw', unit: 'kWh' },
    },
  };
  const { findings } = extractFleet(
    given(lines(FLEET_HEAD, 'S21,1,1,1,2024-06-01,')),
    input,
    CONTEXT,
  );
  expect(codes(findings)).toEqual([
    'IN-UNIT critical -',
    'IN-UNIT critical -',
    'WS-ZONE critical -',
  ]);
});

import { extract as extractRefrigerants } from '../../src/ingest/refrigerants-csv/extract.ts';
import { joinRefrigerants } from '../../src/ingest/refrigerants-csv/join.ts';
import { extract as extractWaste } from '../../src/ingest/waste-csv/extract.ts';
import { joinWaste } from '../../src/ingest/waste-csv/join.ts';
import { extract as extractWater } from '../../src/ingest/water-csv/extract.ts';
import { joinWater } from '../../src/ingest/water-csv/join.ts';
import type { WaterInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';
import { REFRIGERANTS, WASTE, WATER } from './source-adapters.ts';

function water(rows: readonly string[], map: Partial<WaterInput['map']> = {}, path = 'w.csv') {
  const input = { ...WATER, map: { ...WATER.map, ...map } };
  return extractWater(given(lines('From,To,Kind,Volume,Source', ...rows), path), input, CONTEXT);
}

const INTAKE = '2025-03-01,2025-03-31,intake,1250.5,River';

test('water is read with its days, kind and source', () => {
  const { records, findings, rows } = water([INTAKE]);
  expect(findings).toEqual([]);
  expect(rows).toEqual({ read: 1, rejected: 0, duplicate: 0 });
  const [one] = records;
  expect(one && decimalText(one.volumeM3)).toBe('1250.5');
  expect(one).toMatchObject({
    site: 'boden',
    kind: 'withdrawn',
    source: 'River',
    firstDay: '2025-03-01',
    lastDay: '2025-03-31',
    // Stockholm is an hour ahead of UTC on 1 March and two on 1 April
    start: instant('2025-02-28T23:00:00Z'),
    end: instant('2025-03-31T22:00:00Z'),
    evidence: { file: 'w.csv', at: { line: 2, column: 'Volume' } },
  });
});

test.each([
  ['m3', '2'],
  ['L', '0.002'],
  ['mL', '0.000002'],
  ['ML', '2000'],
  // 231 cubic inches of 2.54 cm: 3.785411784 litres
  ['US gal', '0.007570823568'],
])('two %s are %s cubic metres', (unit, cubicMetres) => {
  const { records } = water(['2025-03-01,2025-03-31,Intake,2,'], {
    volume: { column: 'Volume', unit },
  });
  expect(records.map(({ volumeM3 }) => decimalText(volumeM3))).toEqual([cubicMetres]);
  expect(records[0]).not.toHaveProperty('source');
});

test.each(['kWh', 'scf', 'ml', 'kg', ''])('water in %j is refused', (unit) => {
  const { records, findings } = water([INTAKE], { volume: { column: 'Volume', unit } });
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-UNIT critical -']);
});

test('one word holds for every row, and the file needs no column of kinds', () => {
  const input = { ...WATER, map: { ...WATER.map, kind: 'consumed' as const } };
  const file = given(lines('From,To,Volume,Source', '2025-03-01,2025-03-31,7,'));
  expect(extractWater(file, input, CONTEXT).records).toMatchObject([{ kind: 'consumed' }]);
});

test('a kind that the mapping does not name is said and set aside', () => {
  const { records, findings, rows } = water([INTAKE, INTAKE.replace('intake', 'Tap')]);
  expect(records).toHaveLength(1);
  expect(codes(findings)).toEqual(['IN-NAME critical 3']);
  expect(findings[0]?.message).toContain('"Tap"');
  expect(rows).toEqual({ read: 2, rejected: 1, duplicate: 0 });
});

test.each([
  ['a negative volume', INTAKE.replace('1250.5', '-1'), 'IN-NUMBER critical 2'],
  ['no volume', INTAKE.replace('1250.5', 'n/a'), 'IN-NULL completeness 2'],
  ['a period that ends before it begins', `2025-04-01${INTAKE.slice(10)}`, 'IN-PERIOD critical 2'],
])('%s gives no record', (_, row, code) => {
  const { records, findings } = water([row]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
});

test('of two files the same row counts once, differing ones not at all, shared days are named', () => {
  const same = joinWater([water([INTAKE], {}, 'a.csv'), water([INTAKE], {}, 'b.csv')]);
  expect(same.records).toHaveLength(1);
  expect(codes(same.findings)).toEqual(['IN-DUPLICATE info 2']);
  const differing = joinWater([water([INTAKE, INTAKE.replace('1250.5', '9')])]);
  expect(differing.records).toEqual([]);
  expect(codes(differing.findings)).toEqual(['IN-CONFLICT critical 2']);
  const shared = joinWater([water([INTAKE, '2025-03-31,2025-04-30,Intake,9,River'])]);
  expect(codes(shared.findings)).toEqual(['IN-OVERLAP critical 3']);
  // another kind or source is another thing
  const others = joinWater([
    water([
      INTAKE,
      '2025-03-01,2025-03-31,To sewer,9,River',
      '2025-03-01,2025-03-31,Intake,9,Well',
    ]),
  ]);
  expect(others.records).toHaveLength(3);
  expect(others.findings).toEqual([]);
});

function waste(rows: readonly string[], unit = 'kg') {
  const input = { ...WASTE, map: { ...WASTE.map, mass: { column: 'Mass', unit } } };
  return extractWaste(given(lines('From,To,Waste,Route,Mass', ...rows)), input, CONTEXT);
}

test.each([
  ['kg', '40'],
  ['t', '40000'],
  ['short ton', '36287.3896'],
  ['lb', '18.1436948'],
  // sixteen ounces are a pound: 0.45359237 / 16 = 0.028349523125
  ['oz', '1.133980925'],
  ['g', '0.04'],
])('forty %s of waste are %s kilograms', (unit, kilograms) => {
  const { records, findings } = waste(
    ['2025-03-01,2025-03-31,Hashboards,Recycling by Stena,40'],
    unit,
  );
  expect(findings).toEqual([]);
  expect(records.map(({ massKg }) => decimalText(massKg))).toEqual([kilograms]);
  expect(records).toMatchObject([{ waste: 'Hashboards', route: 'Recycling by Stena' }]);
});

test('waste without name or route is set aside', () => {
  const { records, findings } = waste([
    '2025-03-01,2025-03-31,,Landfill,1',
    '2025-03-01,2025-03-31,Fans,,1',
  ]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-NULL critical 2', 'IN-NULL critical 3']);
});

test('one waste by two routes are two records, by one route on shared days an overlap', () => {
  const two = joinWaste([
    waste(['2025-03-01,2025-03-31,Fans,Landfill,1', '2025-03-01,2025-03-31,Fans,Re-use,1']),
  ]);
  expect(two.records).toHaveLength(2);
  expect(two.findings).toEqual([]);
  const one = joinWaste([
    waste(['2025-03-01,2025-03-31,Fans,Landfill,1', '2025-03-05,2025-03-06,Fans,Landfill,1']),
  ]);
  expect(codes(one.findings)).toEqual(['IN-OVERLAP critical 3']);
});

function refrigerants(rows: readonly string[], unit = 'kg') {
  const input = { ...REFRIGERANTS, map: { ...REFRIGERANTS.map, mass: { column: 'Mass', unit } } };
  return extractRefrigerants(given(lines('From,To,Gas,Deed,Mass,Unit', ...rows)), input, CONTEXT);
}

test('refrigerant is read with deed, mass and equipment', () => {
  const { records, findings } = refrigerants(
    ['2025-03-05,2025-03-05,R-410A,refill,25,Chiller 2'],
    'lb',
  );
  expect(findings).toEqual([]);
  expect(records).toMatchObject([
    {
      site: 'boden',
      refrigerant: 'R-410A',
      kind: 'topped-up',
      equipment: 'Chiller 2',
      firstDay: '2025-03-05',
    },
  ]);
  // 25 x 0.45359237
  expect(records.map(({ massKg }) => decimalText(massKg))).toEqual(['11.33980925']);
});

test.each([
  ['r410a', 'R-410A'],
  ['R 134A', 'R-134a'],
  ['R-1234ze(e)', 'R-1234ze(E)'],
])('%s is read as %s, and that is said', (text, designation) => {
  const { records, findings } = refrigerants([`2025-03-05,2025-03-05,${text},Refill,1,`]);
  expect(records.map(({ refrigerant }) => refrigerant)).toEqual([designation]);
  expect(codes(findings)).toEqual(['IN-IDENTIFIER info 2']);
});

test('a name that is no designation stays as it is, none at all sets the row aside', () => {
  const { records, findings } = refrigerants([
    '2025-03-05,2025-03-05,Novec 649,Refill,1,',
    '2025-03-05,2025-03-05,,Refill,1,',
  ]);
  expect(records.map(({ refrigerant }) => refrigerant)).toEqual(['Novec 649']);
  expect(codes(findings)).toEqual(['IN-NULL critical 3']);
});

test('a refill and a recovery on one day are no overlap, two refills of one machine are', () => {
  const rows = [
    '2025-03-05,2025-03-05,R-410A,Refill,1,A',
    '2025-03-05,2025-03-05,R-410A,Recovered,1,A',
  ];
  expect(joinRefrigerants([refrigerants(rows)])).toMatchObject({ findings: [], records: [{}, {}] });
  const twice = [...rows, '2025-03-04,2025-03-05,R-410A,Refill,2,A'];
  expect(codes(joinRefrigerants([refrigerants(twice)]).findings)).toEqual([
    'IN-OVERLAP critical 2',
  ]);
});

import fc from 'fast-check';
import {
  extract as extractDeliveries,
  identify as identifyDeliveries,
} from '../../src/ingest/deliveries-csv/extract.ts';
import { joinDeliveries } from '../../src/ingest/deliveries-csv/join.ts';
import { extract, identify } from '../../src/ingest/fuels-csv/extract.ts';
import { joinFuels } from '../../src/ingest/fuels-csv/join.ts';
import {
  extract as extractHeat,
  identify as identifyHeat,
} from '../../src/ingest/heat-csv/extract.ts';
import { joinHeat } from '../../src/ingest/heat-csv/join.ts';
import type { FuelsInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';
import { DELIVERIES, FUELS, HEAT } from './small-adapters.ts';

const HEAD = 'From,To,Fuel,Qty,Unit';

function fuels(
  rows: readonly string[],
  map: Partial<FuelsInput['map']> = {},
  path = 'data.csv',
  csv: FuelsInput['csv'] = {},
) {
  const input = { ...FUELS, csv, map: { ...FUELS.map, ...map } };
  return extract(given(lines(HEAD, ...rows), path), input, CONTEXT);
}

test('a fuel is read with its days, unit and equipment', () => {
  const { records, findings, rows } = fuels(['2025-03-01,2025-03-31,  diesel ,412.5,G1']);
  expect(findings).toEqual([]);
  expect(rows).toEqual({ read: 1, rejected: 0, duplicate: 0 });
  const [one] = records;
  expect(one && decimalText(one.quantity)).toBe('412.5');
  // Stockholm is an hour ahead of UTC on 1 March and two on 1 April
  expect(one).toMatchObject({
    site: 'boden',
    fuel: 'distillate-2',
    unit: 'L',
    equipment: 'G1',
    firstDay: '2025-03-01',
    lastDay: '2025-03-31',
    start: instant('2025-02-28T23:00:00Z'),
    end: instant('2025-03-31T22:00:00Z'),
    evidence: { file: 'data.csv', at: { line: 2, column: 'Qty' } },
  });
  expect(one).not.toHaveProperty('heatBasis');
});

test('an exclusive end is the day after the last', () => {
  const { records } = fuels(['2025-03-01,2025-04-01,Diesel,1,'], { end_date: 'exclusive' });
  expect(records).toMatchObject([{ lastDay: '2025-03-31' }]);
  expect(records[0]).not.toHaveProperty('equipment');
});

test.each([
  ['gal', 'gal'],
  ['l', 'L'],
  ['SCF', 'scf'],
  ['m3', 'm3'],
  ['short ton', 'short ton'],
  ['t', 't'],
  ['kg', 'kg'],
  ['lb', 'lb'],
])('the unit %s is read as %s', (unit, symbol) => {
  const { records, findings } = fuels(['2025-03-01,2025-03-31,Diesel,7,'], {
    quantity: { column: 'Qty', unit },
  });
  expect(findings).toEqual([]);
  expect(records).toMatchObject([{ unit: symbol }]);
});

test.each(['kW', 'mcf', 'barrel', 'ton', ''])('the unit %j is refused', (unit) => {
  const { records, findings } = fuels(['2025-03-01,2025-03-31,Diesel,7,'], {
    quantity: { column: 'Qty', unit },
  });
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-UNIT critical -']);
  expect(findings[0]?.message).toContain('mmBtu');
});

test('energy needs its heating value, and keeps it', () => {
  const row = '2025-03-01,2025-03-31,Natural gas,7,';
  const quantity = { column: 'Qty', unit: 'mmbtu' };
  const without = fuels([row], { quantity });
  expect(without.records).toEqual([]);
  expect(codes(without.findings)).toEqual(['IN-HEAT-BASIS critical -']);
  const { records, findings } = fuels([row], { quantity, heat_basis: 'HHV' });
  expect(findings).toEqual([]);
  expect(records).toMatchObject([{ unit: 'mmBtu', heatBasis: 'HHV', fuel: 'natural-gas' }]);
});

test('a heating value says nothing of litres', () => {
  const { records } = fuels(['2025-03-01,2025-03-31,Diesel,7,'], { heat_basis: 'LHV' });
  expect(records).toHaveLength(1);
  expect(records[0]).not.toHaveProperty('heatBasis');
});

test('a fuel without a name in the mapping is named, with the ids that there are', () => {
  const { records, findings, rows } = fuels([
    '2025-03-01,2025-03-31,HVO100,7,',
    '2025-04-01,2025-04-30,HVO100,7,',
    '2025-04-01,2025-04-30,Diesel,7,',
  ]);
  expect(records).toMatchObject([{ fuel: 'distillate-2' }]);
  expect(codes(findings)).toEqual(['IN-FUEL critical 2']);
  expect(findings[0]?.message).toBe(
    'The fuel "HVO100" is not among map.names (they lead to: distillate-2, natural-gas), in 2 rows (lines 2 and 3 of data.csv). Nothing of it is counted; name its fuel id.',
  );
  expect(rows).toEqual({ read: 3, rejected: 2, duplicate: 0 });
});

test.each(['constructor', '__proto__', 'toString'])('%s is no fuel', (text) => {
  expect(codes(fuels([`2025-03-01,2025-03-31,${text},7,`]).findings)).toEqual([
    'IN-FUEL critical 2',
  ]);
});

test.each([
  ['text for a number', '2025-03-01,2025-03-31,Diesel,seven,', 'IN-NUMBER critical 2'],
  ['a comma for a point', '2025-03-01,2025-03-31,Diesel,"7,5",', 'IN-NUMBER critical 2'],
  ['no quantity', '2025-03-01,2025-03-31,Diesel,n/a,', 'IN-NULL completeness 2'],
  ['a day of another form', '03/01/2025,2025-03-31,Diesel,7,', 'IN-DATE critical 2'],
  ['an end before the start', '2025-03-01,2025-02-28,Diesel,7,', 'IN-PERIOD critical 2'],
  ['a row too short', '2025-03-01,2025-03-31,Diesel', 'IN-STRUCTURE critical 2'],
])('%s sets the row aside', (_, row, code) => {
  const { records, findings, rows } = fuels([row]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('a quantity below zero is kept as a correction, beside the row that it corrects', () => {
  const original = fuels(['2025-03-01,2025-03-31,Diesel,700,']);
  const credit = fuels(['2025-03-01,2025-03-31,Diesel,-50,']);
  expect(codes(credit.findings)).toEqual(['IN-NEGATIVE quality 2']);
  const { records, findings } = joinFuels([original, credit]);
  expect(codes(findings)).toEqual(['IN-NEGATIVE quality 2']);
  expect(records.map(({ quantity }) => decimalText(quantity)).sort()).toEqual(['-50', '700']);
});

test('what the mapping says of every row: vehicles, engine, conditions, biogenic part', () => {
  const { records } = extract(
    given(lines(`${HEAD},Bio`, '2025-03-01,2025-03-31,Diesel,700,,20')),
    {
      ...FUELS,
      for: 'mobile',
      engine: 'gas-turbine',
      map: {
        ...FUELS.map,
        quantity: { ...FUELS.map.quantity, conditions: '15C-101.325kPa' },
        biogenic: { column: 'Bio', unit: 'percent' },
      },
    },
    CONTEXT,
  );
  const [one] = records;
  expect(one).toMatchObject({
    purpose: 'mobile',
    engine: 'gas-turbine',
    conditions: '15C-101.325kPa',
  });
  expect(one?.biogenic && decimalText(one.biogenic)).toBe('0.2');
});

test('no fuel burned is a quantity, not a gap', () => {
  const { records, findings } = fuels(['2025-03-01,2025-03-31,Diesel,0,']);
  expect(findings).toEqual([]);
  expect(records).toHaveLength(1);
});

test('decimal commas and semicolons are read as declared', () => {
  const file = given('From;To;Fuel;Qty;Unit\n2025-03-01;2025-03-31;Diesel;1.412,5;\n');
  const csv = { delimiter: ';', decimal: ',', thousands: '.' } as const;
  const { records } = extract(file, { ...FUELS, csv }, CONTEXT);
  expect(records.map(({ quantity }) => decimalText(quantity))).toEqual(['1412.5']);
});

test('a site, a format and a unit that are not known are all said at once', () => {
  const map = { ...FUELS.map, date_format: 'yyyy-QQ', quantity: { column: 'Qty', unit: 'cup' } };
  const { findings } = extract(
    given(lines(HEAD, '2025-03-01,2025-03-31,Diesel,1,')),
    { ...FUELS, site: 'nowhere', map },
    CONTEXT,
  );
  expect(codes(findings)).toEqual([
    'IN-DATE critical -',
    'IN-UNIT critical -',
    'WS-ZONE critical -',
  ]);
});

// --- several rows and files ---

function joined(...files: readonly (readonly string[])[]) {
  return joinFuels(files.map((rows, i) => fuels(rows, {}, `f${String(i)}.csv`)));
}

const seen = ({ records }: ReturnType<typeof joined>) =>
  records.map((r) => `${r.fuel} ${r.equipment ?? '-'} ${r.firstDay} ${decimalText(r.quantity)}`);

test('a row that stands twice counts once, within a file and across files', () => {
  const row = '2025-03-01,2025-03-31,Diesel,7,G1';
  const result = joined([row, row], [row, '2025-04-01,2025-04-30,Diesel,7,G1']);
  expect(seen(result)).toEqual(['distillate-2 G1 2025-03-01 7', 'distillate-2 G1 2025-04-01 7']);
  expect(codes(result.findings)).toEqual(['IN-DUPLICATE info 2', 'IN-DUPLICATE info 3']);
  expect(result.rows).toEqual({ read: 4, rejected: 0, duplicate: 2 });
});

test('rows that differ on one fuel, equipment and period count neither', () => {
  const result = joined(
    ['2025-03-01,2025-03-31,Diesel,7,G1', '2025-03-01,2025-03-31,Diesel,7,G2'],
    ['2025-03-01,2025-03-31,Diesel,8,G1'],
  );
  expect(seen(result)).toEqual(['distillate-2 G2 2025-03-01 7']);
  expect(codes(result.findings)).toEqual(['IN-CONFLICT critical 2']);
  expect(result.findings[0]?.message).toContain(
    'distillate-2 of G1 at boden for 2025-03-01 to 2025-03-31: line 2 of f0.csv and line 2 of f1.csv',
  );
  expect(result.rows).toEqual({ read: 3, rejected: 2, duplicate: 0 });
});

test('days that two rows of one fuel and equipment share are named; another fuel or engine is no matter', () => {
  const result = joined([
    '2025-01-01,2025-12-31,Diesel,70,G1',
    '2025-03-01,2025-03-31,Diesel,7,G1',
    '2025-12-31,2026-01-05,Diesel,7,G1',
    '2025-03-01,2025-03-31,Natural Gas,7,G1',
    '2025-03-01,2025-03-31,Diesel,7,G2',
    '2025-04-01,2025-04-30,Diesel,7,G2',
  ]);
  expect(codes(result.findings)).toEqual(['IN-OVERLAP critical 3', 'IN-OVERLAP critical 4']);
  expect(result.findings[0]?.message).toBe(
    'Two rows on distillate-2 of G1 at boden share time, 2025-01-01 to 2025-12-31 and 2025-03-01 to 2025-03-31: line 2 of f0.csv and line 3 of f0.csv. Correct or remove one.',
  );
  expect(result.records).toHaveLength(6);
});

test('twenty overlaps are named, the rest is counted', () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `2025-01-01,2025-05-${String(i + 1).padStart(2, '0')},Diesel,1,`,
  );
  const { findings } = joined(rows);
  expect(findings).toHaveLength(20);
  expect(findings.at(-1)?.message).toContain('9 more such cases follow.');
});

const row = fc.record({
  month: fc.integer({ min: 1, max: 3 }),
  months: fc.integer({ min: 0, max: 2 }),
  fuel: fc.constantFrom('Diesel', 'Natural Gas'),
  litres: fc.integer({ min: 1, max: 2 }),
});

test('any order of rows, over one file or two, gives the same fuel use', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), fc.nat(), (uses, at) => {
      const all = uses.map(({ month, months, fuel, litres }) => {
        const last = month + months;
        return `2025-0${String(month)}-01,2025-0${String(last)}-28,${fuel},${String(litres)},`;
      });
      const cut = all.length === 0 ? 0 : at % all.length;
      const parts = joined(all.slice(cut).reverse(), all.slice(0, cut));
      expect(seen(parts)).toEqual(seen(joined(all)));
    }),
    { numRuns: 60 },
  );
});

// --- heat and deliveries ---

const HEAT_HEAD = 'From,To,Heat,For';

test.each([
  ['MWh', '1240.5', '1240.5'],
  ['GJ', '36', '10'],
  ['kWh', '500', '0.5'],
])('heat in %s: %s is %s MWh', (unit, text, mwh) => {
  const input = { ...HEAT, map: { ...HEAT.map, energy: { column: 'Heat', unit } } };
  const file = given(lines(HEAT_HEAD, `2025-01-01,2025-01-31,${text},Greenhouse`));
  const { records, findings } = extractHeat(file, input, CONTEXT);
  expect(findings).toEqual([]);
  expect(records.map(({ energyMwh }) => decimalText(energyMwh))).toEqual([mwh]);
  expect(records).toMatchObject([{ site: 'boden', recipient: 'Greenhouse' }]);
});

test('heat in litres, and heat below zero, are refused', () => {
  const file = given(lines(HEAT_HEAD, '2025-01-01,2025-01-31,-3,'));
  const litres = { ...HEAT, map: { ...HEAT.map, energy: { column: 'Heat', unit: 'L' } } };
  expect(codes(extractHeat(file, litres, CONTEXT).findings)).toEqual(['IN-UNIT critical -']);
  expect(codes(extractHeat(file, HEAT, CONTEXT).findings)).toEqual(['IN-NUMBER critical 2']);
});

test('heat of one month may go to two, not twice to one', () => {
  const file = given(
    lines(
      HEAT_HEAD,
      '2025-01-01,2025-01-31,3,Greenhouse',
      '2025-01-01,2025-01-31,4,Bath',
      '2025-01-31,2025-02-28,4,Bath',
    ),
  );
  const { records, findings } = joinHeat([extractHeat(file, HEAT, CONTEXT)]);
  expect(records).toHaveLength(3);
  expect(codes(findings)).toEqual(['IN-OVERLAP critical 4']);
});

const DELIVERY_HEAD = 'From,To,Energy';

test('a delivery counts in the days of the site that the contract supplies', () => {
  const file = given(
    lines(DELIVERY_HEAD, '2025-01-01,2025-01-31,1500', '2025-02-01,2025-02-28,-250'),
  );
  const { records, findings } = extractDeliveries(file, DELIVERIES, CONTEXT);
  expect(codes(findings)).toEqual(['IN-NEGATIVE quality 3']);
  expect(records.map((r) => [r.contract, decimalText(r.energyMwh), r.start])).toEqual([
    ['caney', '1.5', instant('2025-01-01T06:00:00Z')],
    ['caney', '-0.25', instant('2025-02-01T06:00:00Z')],
  ]);
});

test('a contract that is not known has no days', () => {
  const file = given(lines(DELIVERY_HEAD, '2025-01-01,2025-01-31,1500'));
  const { findings } = extractDeliveries(file, { ...DELIVERIES, contract: 'none' }, CONTEXT);
  expect(codes(findings)).toEqual(['WS-ZONE critical -']);
});

test('deliveries of two files count once, and differing ones not at all', () => {
  const read = (rows: readonly string[], path: string) =>
    extractDeliveries(given(lines(DELIVERY_HEAD, ...rows), path), DELIVERIES, CONTEXT);
  const { records, findings } = joinDeliveries([
    read(['2025-01-01,2025-01-31,1500', '2025-02-01,2025-02-28,1'], 'a.csv'),
    read(['2025-01-01,2025-01-31,1500.0', '2025-02-01,2025-02-28,2'], 'b.csv'),
  ]);
  expect(records.map(({ firstDay }) => firstDay)).toEqual(['2025-01-01']);
  expect(codes(findings)).toEqual(['IN-CONFLICT critical 3', 'IN-DUPLICATE info 2']);
});

test('each kind is told by its header', () => {
  expect(identify(given('From,To,Fuel type,Quantity (L)\n')).confidence).toBe(1);
  expect(identifyHeat(given('Month;Heat delivered MWh\n')).confidence).toBe(1);
  expect(identifyDeliveries(given('From,To,Contract,Volume MWh\n')).confidence).toBe(1);
  for (const one of [identify, identifyHeat, identifyDeliveries]) {
    expect(one(given('a,b\n1,2\n')).confidence).toBe(0);
  }
});

const QUALITY = {
  quantity: { column: 'Qty', unit: 't' },
  moisture: { column: 'Water', unit: 'percent' },
  heating_value: { column: 'Heat', unit: 'gj/T', basis: 'LHV' },
} as const;

function analysed(rows: readonly string[], map: Partial<FuelsInput['map']> = {}) {
  const input = { ...FUELS, map: { ...FUELS.map, ...QUALITY, ...map } };
  return extract(given(lines(`${HEAD},Water,Heat`, ...rows)), input, CONTEXT);
}

test('moisture and heating value are kept with the fuel, and it is said that no figure uses moisture', () => {
  const { records, findings } = analysed(['2025-03-01,2025-03-31,Diesel,7,,35.5,9.8']);
  const [one] = records;
  expect(one?.moisture && decimalText(one.moisture)).toBe('0.355');
  expect(one?.heatingValue).toMatchObject({ unit: 'GJ/t', basis: 'LHV' });
  expect(one?.heatingValue && decimalText(one.heatingValue.value)).toBe('9.8');
  expect(codes(findings)).toEqual(['IN-NOT-COUNTED info -']);
  expect(findings.map(({ at }) => at.column)).toEqual(['Water']);
});

test('moisture and heating value that are not stated are absent, and nothing is said', () => {
  const { records, findings } = analysed(['2025-03-01,2025-03-31,Diesel,7,,,n/a']);
  expect(findings).toEqual([]);
  expect(records).toHaveLength(1);
  expect(records[0]).not.toHaveProperty('moisture');
  expect(records[0]).not.toHaveProperty('heatingValue');
});

test.each([
  ['moisture above the whole', '101,9', 'IN-NUMBER critical 2'],
  ['a heating value of zero', '10,0', 'IN-NUMBER critical 2'],
  ['a heating value that is no number', '10,high', 'IN-NUMBER critical 2'],
])('%s sets the row aside', (_, cells, code) => {
  const { records, findings } = analysed([`2025-03-01,2025-03-31,Diesel,7,,${cells}`]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
});

test.each([
  ['GJ/m3', 't'],
  ['GJ', 't'],
  ['kW/t', 't'],
  ['GJ/t', 'MWh'],
])('a heating value in %s for a quantity in %s is refused', (unit, quantity) => {
  const { records, findings } = analysed(['2025-03-01,2025-03-31,Diesel,7,,1,1'], {
    quantity: { column: 'Qty', unit: quantity },
    heat_basis: 'HHV',
    heating_value: { column: 'Heat', unit, basis: 'HHV' },
  });
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-UNIT critical -']);
});

test('two rows that differ in moisture alone differ', () => {
  const wet = analysed(['2025-03-01,2025-03-31,Diesel,7,,35,9.8']);
  const dry = analysed(['2025-03-01,2025-03-31,Diesel,7,,12,9.8']);
  expect(joinFuels([wet, dry]).records).toEqual([]);
  expect(joinFuels([wet, wet]).records).toHaveLength(1);
});

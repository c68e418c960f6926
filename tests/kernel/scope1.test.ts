import type { DecisionRecord, SiteInputs } from '../../src/kernel/inputs.ts';
import type { FactorRow } from '../../src/model/documents/factor-set.ts';
import type { FuelUse } from '../../src/model/records.ts';
import {
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  fuelRow,
  fuelUse,
  messagesOf,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

const NONE: DecisionRecord = {
  decision: {
    id: 'no-direct-emissions',
    value: 'yes',
    by: 'A. Tester',
    on: '2026-01-01',
    because: 'all machines run on grid power',
  },
  evidence: evidence('workspace.yaml', 40),
};

const LANDFILL = fuelRow({
  id: 'landfill-gas',
  answers: { use: 'combustion', fuel: 'landfill-gas' },
  co2_kg: '52.07',
  ch4_kg: '0.0032',
  n2o_kg: '0.00063',
  heat_content: { per: 'scf', mmbtu: '0.000485', basis: 'HHV' },
  biogenic: true,
});
const DIESEL = fuelRow({
  id: 'distillate-2',
  answers: { use: 'combustion', fuel: 'distillate-2' },
  co2_kg: '73.96',
  ch4_kg: '0.003',
  n2o_kg: '0.0006',
  heat_content: { per: 'gal', mmbtu: '0.138', basis: 'HHV' },
});
const COAL = fuelRow({
  id: 'anthracite',
  answers: { use: 'combustion', fuel: 'anthracite' },
  co2_kg: '103.69',
  ch4_kg: '0.011',
  n2o_kg: '0.0016',
  heat_content: { per: 'short ton', mmbtu: '25.09', basis: 'HHV' },
});

interface Burnt {
  readonly rows?: readonly FactorRow[];
  readonly decisions?: readonly DecisionRecord[];
  readonly more?: Partial<Omit<SiteInputs, 'site'>>;
}

function burning(fuels: readonly FuelUse[], { rows = [], decisions = [], more = {} }: Burnt = {}) {
  const set = factorSet([factorRow(), fuelRow(), DIESEL, COAL, LANDFILL, ...rows]);
  return footprintOf({ factorSets: [set], decisions, sites: [site({ fuels, ...more })] });
}

function massesOf(...fuels: FuelUse[]) {
  return valuesOf(burning(fuels), { metric: 'scope1.mass', by: ['gas'] });
}

test('100 therm are 10 mmBtu, and 530.6 kg CO2, not 575 (R2)', () => {
  expect(massesOf(fuelUse('100', 'therm', { heatBasis: 'HHV' }))).toEqual({
    CH4: '0.01',
    CO2: '530.6',
    N2O: '0.001',
  });
});

test.each<[string, FuelUse, string]>([
  ['10 mmBtu', fuelUse('10', 'mmBtu', { heatBasis: 'HHV' }), '530.6'],
  ['10 mmBtu as GJ', fuelUse('10.5505585262', 'GJ', { heatBasis: 'HHV' }), '530.6'],
  // 10,260 scf x 0.001026 mmBtu/scf x 53.06 kg/mmBtu
  ['10,260 scf', fuelUse('10260', 'scf'), '558.5498856'],
])('energy and quantity come to CO2: %s', (_, use, expected) => {
  expect(massesOf(use)['CO2']).toBe(expected);
});

test.each([
  // 1 short ton, 907.18474 kg, at 25.09 x 103.69; a tonne is 1/0.90718474 of it (R15)
  ['1', 'short ton', '2601.5821'],
  ['0.90718474', 't', '2601.5821'],
  ['2000', 'lb', '2601.5821'],
  ['907.18474', 'kg', '2601.5821'],
])('%s %s of anthracite', (quantity, unit, expected) => {
  expect(massesOf(fuelUse(quantity, unit, { fuel: 'anthracite' }))['CO2']).toBe(expected);
});

test('litres and cubic metres are exact gallons', () => {
  // 10,000 gal x 0.138 x 73.96
  for (const [quantity, unit] of [
    ['10000', 'gal'],
    ['37854.11784', 'L'],
    ['37.85411784', 'm3'],
  ] as const) {
    expect(massesOf(fuelUse(quantity, unit, { fuel: 'distillate-2' }))['CO2']).toBe('102064.8');
  }
});

test('CH4 and N2O of fuels are in Scope 1', () => {
  // (10 x 53.06 + 10 x 0.001 x 27.9 + 10 x 0.0001 x 273) / 1000
  const footprint = burning([fuelUse('10', 'mmBtu', { heatBasis: 'HHV' })]);
  expect(valueOf(footprint, 'scope1.co2e')).toBe('0.531152');
  expect(valueOf(footprint, 'scope1.co2-biogenic')).toBe('0');
});

test('biogenic CO2 stands outside the scope, its CH4 and N2O inside', () => {
  const footprint = burning([fuelUse('100', 'mmBtu', { heatBasis: 'HHV', fuel: 'landfill-gas' })]);
  expect(valueOf(footprint, 'scope1.co2-biogenic')).toBe('5.207');
  expect(valuesOf(footprint, { metric: 'scope1.mass', by: ['gas'] })).toEqual({
    CH4: '0.32',
    N2O: '0.063',
  });
  // (0.32 x 27.9 + 0.063 x 273) / 1000
  expect(valueOf(footprint, 'scope1.co2e')).toBe('0.026127');
});

test('fuel is energy, by month and by fuel, and part of all energy', () => {
  const diesel = fuelUse('1000', 'gal', {
    fuel: 'distillate-2',
    first: '2025-02-01',
    last: '2025-02-28',
  });
  const footprint = burning([fuelUse('10', 'mmBtu', { heatBasis: 'HHV' }), diesel]);
  // 138 mmBtu x 1.05505585262 GJ
  expect(valuesOf(footprint, { metric: 'fuel.energy', by: ['source'] })).toEqual({
    'distillate-2': '145.59770766156',
    'natural-gas': '10.5505585262',
  });
  expect(valuesOf(footprint, { metric: 'fuel.energy', by: ['month'] })['2025-02']).toBe(
    '145.59770766156',
  );
  // 1,200 MWh are 4,320 GJ
  expect(valueOf(footprint, 'energy.total')).toBe('4476.14826618776');
});

test('without fuels, all energy is electricity', () => {
  expect(valueOf(footprintOf(), 'energy.total')).toBe('4320');
  expect(valueOf(footprintOf(), 'fuel.energy')).toBe('ACC-NO-DIRECT-SOURCES');
  const none = footprintOf({ decisions: [NONE] });
  expect(valueOf(none, 'fuel.energy')).toBe('0');
  expect(valueOf(none, 'energy.total')).toBe('4320');
  expect(valueOf(none, 'scope1.co2e')).toBe('0');
  expect(valueOf(none, 'scope1.co2-biogenic')).toBe('0');
});

test('a fuel use over the edge of the period is split by days, and flagged', () => {
  // 21 to 31 December 2024 and ten days of January: 10 of 21 days
  const use = fuelUse('21', 'mmBtu', { heatBasis: 'HHV', first: '2024-12-22', last: '2025-01-11' });
  const footprint = burning([use]);
  expect(valuesOf(footprint, { metric: 'scope1.mass', by: ['gas'] })['CO2']).toBe('583.66');
  const [split] = footprint.findings.filter(({ code }) => code === 'ACC-PERIOD-SPLIT');
  expect(split?.message).toMatch(/2024-12-22 to 2025-01-11 reaches over the edge of the period/);
  expect(split?.at).toEqual({ file: 'fuels.csv', line: 2 });
});

test('a fuel use within the period is whole, whatever months it touches', () => {
  const use = fuelUse('10', 'mmBtu', { heatBasis: 'HHV', first: '2025-01-22', last: '2025-02-10' });
  const footprint = burning([use]);
  expect(messagesOf(footprint, 'ACC-PERIOD-SPLIT')).toEqual([]);
  expect(valuesOf(footprint, { metric: 'scope1.mass', by: ['gas'] })['CO2']).toBe('530.6');
  // ten days of each month
  expect(valuesOf(footprint, { metric: 'fuel.energy', by: ['month'] })['2025-01']).toBe(
    '5.2752792631',
  );
});

test.each<[string, FuelUse, RegExp]>([
  [
    'a lower heating value',
    fuelUse('10', 'GJ', { heatBasis: 'LHV' }),
    /it is on LHV, .* is on HHV/,
  ],
  ['no heating value', fuelUse('10', 'GJ'), /heat_basis is not stated/],
  ['mass of a gas per volume', fuelUse('10', 't'), /its unit is t, .* is per scf/],
  ['a unit of time', fuelUse('10', 'h'), /its unit h is none of/],
  ['an unknown unit', fuelUse('10', 'mcm'), /its unit mcm is none of/],
])('no number, and a critical finding: %s', (_, use, message) => {
  const footprint = burning([use]);
  const [refused] = footprint.findings.filter(({ code }) => code === 'ACC-FUEL-UNIT');
  expect([refused?.severity, refused?.at]).toEqual(['critical', { file: 'fuels.csv', line: 2 }]);
  expect(refused?.message).toMatch(message);
  expect(valueOf(footprint, 'scope1.co2e')).toBe('ACC-FUEL-UNIT');
  expect(valueOf(footprint, 'energy.total')).toBe('ACC-FUEL-UNIT');
});

test('an unknown fuel gives no number, and names itself', () => {
  const footprint = burning([fuelUse('10', 'L', { fuel: 'peat' }), fuelUse('1000', 'scf')]);
  expect(valueOf(footprint, 'scope1.co2e')).toBe('ACC-NO-FACTOR');
  expect(messagesOf(footprint, 'ACC-NO-FACTOR').join()).toMatch(/the fuel peat of alpha/);
});

test('a factor of another year follows the rule of the workspace, one without a year does not', () => {
  const dated = fuelRow({ id: 'wood', answers: { use: 'combustion', fuel: 'wood', year: 2023 } });
  const use = fuelUse('10', 'mmBtu', { heatBasis: 'HHV', fuel: 'wood' });
  expect(valueOf(burning([use], { rows: [dated] }), 'scope1.co2e')).toBe('ACC-FACTOR-YEAR-REFUSED');
});

test('fuels and a decision that there are none contradict each other; the fuels count', () => {
  const footprint = burning([fuelUse('1000', 'scf')], { decisions: [NONE] });
  const [contradiction] = footprint.findings.filter((f) => f.code === 'ACC-DIRECT-CONTRADICTION');
  expect(contradiction?.severity).toBe('critical');
  expect(contradiction?.at).toEqual({ entry: 'sites.alpha' });
  expect(valuesOf(footprint, { metric: 'scope1.mass', by: ['gas'] })['CO2']).toBe('54.43956');
});

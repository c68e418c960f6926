import { readFileSync } from 'node:fs';
import type { FootprintInputs } from '../../src/kernel/inputs.ts';
import type { FactorSet } from '../../src/model/documents/factor-set.ts';
import type { BoughtHeat } from '../../src/model/source-records.ts';
import { exact } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import {
  bill,
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  inputs,
  messagesOf,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

/* 1,200 MWh of electricity at 400 kg; 360 GJ, which are 100 MWh, of heat in March. */
const GRID = factorRow({ co2_kg: '400', ch4_kg: '0', n2o_kg: '0' });
const NETWORK = factorRow({
  id: 'district',
  answers: { use: 'heat', energy: 'district', grid: 'national:US', year: 2025 },
  per: 'GJ',
  co2_kg: '50',
  ch4_kg: '0',
  n2o_kg: '0',
});
const RATE = { co2eKgPerMwh: exact('120'), year: 2025, source: 'statement of the network' };

function bought(more: Partial<BoughtHeat> = {}): BoughtHeat {
  const { start, end } = bill('2025-03-01', '2025-03-31', '0');
  return {
    site: 'alpha',
    kind: 'heat',
    energyGj: exact('360'),
    firstDay: '2025-03-01',
    lastDay: '2025-03-31',
    start,
    end,
    evidence: evidence('heat.csv', 2),
    ...more,
  };
}

const footprint = (records: readonly BoughtHeat[], more: Partial<FootprintInputs> = {}) =>
  footprintOf({
    factors: { ...inputs().factors, heat: ['test'] },
    factorSets: [factorSet([GRID, NETWORK])],
    sites: [site({ boughtHeat: records })],
    ...more,
  });

const scope2 = (of: ReturnType<typeof footprint>) =>
  [
    'scope2.heat.location.co2e',
    'scope2.heat.market.co2e',
    'scope2.location.co2e',
    'scope2.market.co2e',
  ].map((metric) => valueOf(of, metric));

test('the rate of the supplier answers in both results, and both totals hold the heat', () => {
  // 100 MWh x 120 kg = 12 t, beside 480 t of electricity
  expect(scope2(footprint([bought({ rate: RATE })]))).toEqual(['12', '12', '492', '492']);
});

test('a row of a set answers in both results', () => {
  // 360 GJ x 50 kg = 18 t
  expect(scope2(footprint([bought({ row: 'district' })]))).toEqual(['18', '18', '498', '498']);
});

test('with both, the location-based result takes the network, the market-based one the supplier', () => {
  expect(scope2(footprint([bought({ row: 'district', rate: RATE })]))).toEqual([
    '18',
    '12',
    '498',
    '492',
  ]);
});

test('without either there is no total, and what to add is named', () => {
  const of = footprint([bought()]);
  expect(scope2(of)).toEqual(Array(4).fill('ACC-BOUGHT-HEAT'));
  expect(messagesOf(of, 'ACC-BOUGHT-HEAT')[0]).toMatch(/add rate, or row/);
  const unknown = footprint([bought({ row: 'elsewhere' })]);
  expect(valueOf(unknown, 'scope2.location.co2e')).toBe('ACC-NO-FACTOR');
});

test('a rate of another year is refused, or used and told; below zero it never is', () => {
  const older = { ...RATE, year: 2024 };
  expect(valueOf(footprint([bought({ rate: older })]), 'scope2.heat.market.co2e')).toBe(
    'ACC-BOUGHT-HEAT',
  );
  const factors = { ...inputs().factors, other_year: 'latest-earlier' as const };
  const used = footprint([bought({ rate: older })], { factors });
  expect(valueOf(used, 'scope2.heat.market.co2e')).toBe('12');
  expect(messagesOf(used, 'ACC-FACTOR-OTHER-YEAR')).toHaveLength(1);
  const negative = { ...RATE, co2eKgPerMwh: exact('-1') };
  expect(valueOf(footprint([bought({ rate: negative })]), 'scope2.heat.market.co2e')).toBe(
    'ACC-BOUGHT-HEAT',
  );
});

test('energy by kind, in its month, in the total of all energy, and in no figure of mining', () => {
  const of = footprint([
    bought({ rate: RATE }),
    bought({ kind: 'cooling', rate: RATE, energyGj: exact('36') }),
  ]);
  expect(valuesOf(of, { metric: 'heat.bought', by: ['source'] })).toEqual({
    cooling: '10',
    heat: '100',
  });
  expect(valuesOf(of, { metric: 'scope2.heat.market.co2e', by: ['month'] })).toEqual({
    '2025-03': '13.2',
  });
  // 1,200 MWh are 4,320 GJ
  expect(valueOf(of, 'energy.total')).toBe('4716');
  expect(valueOf(of, 'mining.location.co2e')).toBe('480');
});

test('without heat nothing changes', () => {
  expect(scope2(footprint([]))).toEqual(['0', '0', '480', '480']);
});

test('rows that are shipped: steam of the Emission Factors Hub, per mmBtu', () => {
  const path = new URL('../../factors/epa-hub/2024.json', import.meta.url);
  const hub = JSON.parse(readFileSync(path, 'utf8')) as FactorSet;
  const of = footprint(
    [bought({ kind: 'steam', row: 'steam-and-heat', energyGj: exact('1055.05585262') })],
    {
      factors: { ...inputs().factors, heat: ['epa-hub'] },
      factorSets: [factorSet([GRID]), hub],
    },
  );
  // 1,000 mmBtu x (66.33 + 0.00125 x 27.9 + 0.000125 x 273) kg
  const tonnes = exact('66.33').add(exact('0.034875')).add(exact('0.034125'));
  expect(valueOf(of, 'scope2.heat.location.co2e')).toBe(decimalText(tonnes));
});

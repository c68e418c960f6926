import { readFileSync } from 'node:fs';
import type { SiteInputs } from '../../src/kernel/inputs.ts';
import type { Contract } from '../../src/model/documents/workspace.ts';
import type { FactorRow, FactorSet } from '../../src/model/documents/factor-set.ts';
import { exact } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import {
  bill,
  calendar,
  certificate,
  contract,
  delivery,
  factorRow,
  factorSet,
  footprintOf,
  inputs,
  messagesOf,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

/*
 * 1,200 MWh, 100 a month, on a grid of 400 kg/MWh. The hydro contract states 10 kg/MWh, the supplier 150, the residual
 * mix 450.
 */
const GRID = factorRow({ co2_kg: '400', ch4_kg: '0', n2o_kg: '0' });
const BARE = {
  id: 'X',
  per: 'MWh',
  source: { document: 'a table made for tests' },
  grade: 'V',
} as const;
const RESIDUAL = factorRow({
  id: 'US',
  answers: { use: 'residual', grid: 'US', year: 2025 },
  co2_kg: '450',
  ch4_kg: '0',
  n2o_kg: '0',
});
const HYDRO = contract({
  id: 'hydro-deal',
  technology: 'hydro',
  certificate_system: false,
  rate: { co2e_kg_per_mwh: '10', year: 2025, source: 'statement of the plant' },
});
const SUPPLIER = contract({
  id: 'city-power',
  kind: 'supplier-rate',
  technology: 'other',
  rate: { co2e_kg_per_mwh: '150', year: 2025, source: 'label of the supplier' },
});
const SPRING = delivery('2025-03-01', '2025-03-31', '60');

interface Case {
  readonly contracts?: readonly Contract[];
  readonly rows?: readonly FactorRow[];
  readonly more?: Partial<Omit<SiteInputs, 'site'>> & { site?: Partial<SiteInputs['site']> };
  readonly otherYear?: 'refuse' | 'latest-earlier';
}

function footprint({
  contracts = [],
  rows = [GRID, RESIDUAL],
  more = {},
  otherYear = 'refuse',
}: Case) {
  return footprintOf({
    factors: { ...inputs().factors, other_year: otherYear },
    factorSets: [factorSet(rows)],
    sites: [site({ contracts: [contract(), ...contracts], ...more })],
  });
}

const bySource = (of: ReturnType<typeof footprint>) =>
  valuesOf(of, { metric: 'energy.by-source', by: ['source'] });

test('certificates, then contracts, then the supplier: each takes what is left', () => {
  const of = footprint({
    contracts: [HYDRO, SUPPLIER],
    more: { certificates: [certificate({ energyMwh: exact('70') })], deliveries: [SPRING] },
  });
  // March: 70 by certificates, 30 of the 60 delivered, none left
  expect(bySource(of)).toEqual({
    'certificates:wind': '70',
    'contract:hydro': '30',
    'supplier-rate': '1100',
  });
  // (70 x 0 + 30 x 10 + 1,100 x 150) / 1000
  expect(valueOf(of, 'scope2.market.co2e')).toBe('165.3');
  expect(valueOf(of, 'scope2.location.co2e')).toBe('480');
  expect(messagesOf(of, 'ACC-NO-RESIDUAL-MIX')).toEqual([]);
});

test('a contract without a certificate system counts in the contractual share, a supplier’s rate does not', () => {
  const of = footprint({ contracts: [HYDRO, SUPPLIER], more: { deliveries: [SPRING] } });
  expect(valueOf(of, 'renewable.contractual.share')).toBe('0.05');
  expect(valueOf(of, 'carbon-free.contractual.share')).toBe('0.05');
});

test('the residual mix takes what contracts leave, and is named as the source', () => {
  const of = footprint({ contracts: [HYDRO], more: { deliveries: [SPRING] } });
  expect(bySource(of)).toEqual({ 'contract:hydro': '60', 'residual-mix': '1140' });
  // (60 x 10 + 1,140 x 450) / 1000
  expect(valueOf(of, 'scope2.market.co2e')).toBe('513.6');
});

test('deliveries cover the load of their own month only, and never more (R8)', () => {
  const of = footprint({
    contracts: [HYDRO],
    more: { deliveries: [delivery('2025-03-01', '2025-03-31', '5000')] },
  });
  expect(bySource(of)).toEqual({ 'contract:hydro': '100', 'residual-mix': '1100' });
});

test('a delivery over two months is split by days', () => {
  const of = footprint({
    contracts: [HYDRO],
    more: { deliveries: [delivery('2025-01-22', '2025-02-10', '40')] },
  });
  const months = valuesOf(of, { metric: 'energy.by-source', by: ['month', 'source'] });
  expect([months['2025-01 contract:hydro'], months['2025-02 contract:hydro']]).toEqual([
    '20',
    '20',
  ]);
});

test('deliveries where a certificate system exists count through certificates alone', () => {
  const through = { ...HYDRO, certificate_system: true };
  const of = footprint({ contracts: [through], more: { deliveries: [SPRING] } });
  expect(bySource(of)).toEqual({ 'residual-mix': '1200' });
});

test.each<[string, Contract, RegExp]>([
  ['attributes sold', { ...HYDRO, attributes: 'sold' }, /criterion 7: .* are sold/],
  ['a criterion without an answer', { ...HYDRO, criteria: {} }, /criterion 1: .* is not answered/],
])('a contract is refused: %s', (_, refused, message) => {
  const of = footprint({ contracts: [refused], more: { deliveries: [SPRING] } });
  expect(bySource(of)).toEqual({ 'residual-mix': '1200' });
  const [finding] = of.findings.filter(({ code }) => code === 'ACC-CONTRACT-REFUSED');
  expect(finding?.message).toMatch(message);
  expect(finding?.at).toEqual({ entry: 'contracts.hydro-deal' });
});

test('a contract without a rate says so', () => {
  const { rate: _, ...bare } = HYDRO;
  const of = footprint({ contracts: [bare], more: { deliveries: [SPRING] } });
  expect(messagesOf(of, 'ACC-CONTRACT-REFUSED')[0]).toMatch(/it states no rate/);
});

test('a rate of zero is honoured (R3)', () => {
  const nothing = { co2e_kg_per_mwh: '0', year: 2025, source: 'label' };
  expect(
    valueOf(footprint({ contracts: [{ ...SUPPLIER, rate: nothing }] }), 'scope2.market.co2e'),
  ).toBe('0');
});

test('a rate of another year: refused, or used and named; a later one never', () => {
  const of = (year: number, otherYear: 'refuse' | 'latest-earlier') =>
    footprint({
      otherYear,
      contracts: [{ ...SUPPLIER, rate: { co2e_kg_per_mwh: '150', year, source: 'label' } }],
    });
  expect(Object.keys(bySource(of(2024, 'refuse')))).toEqual(['residual-mix']);
  expect(messagesOf(of(2024, 'refuse'), 'ACC-FACTOR-YEAR-REFUSED')[0]).toMatch(
    /city-power of 2024/,
  );
  expect(Object.keys(bySource(of(2024, 'latest-earlier')))).toEqual(['supplier-rate']);
  expect(messagesOf(of(2024, 'latest-earlier'), 'ACC-FACTOR-OTHER-YEAR')).toHaveLength(1);
  expect(Object.keys(bySource(of(2026, 'latest-earlier')))).toEqual(['residual-mix']);
});

describe('the residual mix', () => {
  const SILENT = {
    ...RESIDUAL,
    co2_kg: null,
    ch4_kg: null,
    n2o_kg: null,
    note: 'Full disclosure.',
  };

  test('not available is never zero: the grid average stands in, with its reason', () => {
    const of = footprint({ rows: [GRID, SILENT] });
    expect(valueOf(of, 'scope2.market.co2e')).toBe('480');
    expect(bySource(of)).toEqual({ grid: '1200' });
    expect(messagesOf(of, 'ACC-NO-RESIDUAL-MIX')).toEqual([
      expect.stringContaining('has no value for US (Test factors 2025): Full disclosure'),
    ]);
  });

  test('of an earlier year does not stand in for one that is not available', () => {
    const older = { ...RESIDUAL, answers: { ...RESIDUAL.answers, year: 2024 } };
    const of = footprint({ rows: [GRID, SILENT, older], otherYear: 'latest-earlier' });
    expect(valueOf(of, 'scope2.market.co2e')).toBe('480');
    const without = footprint({ rows: [GRID, older], otherYear: 'latest-earlier' });
    expect(valueOf(without, 'scope2.market.co2e')).toBe('540');
  });

  test('is that of residual_grid where the site names one', () => {
    const north = {
      ...RESIDUAL,
      answers: { ...RESIDUAL.answers, grid: 'test:NORTH' },
      co2_kg: '50',
    };
    const rows = [GRID, RESIDUAL, north];
    expect(
      valueOf(
        footprint({ rows, more: { site: { residual_grid: 'test:NORTH' } } }),
        'scope2.market.co2e',
      ),
    ).toBe('60');
    expect(bySource(footprint({ rows, more: { site: { residual_grid: 'test:SOUTH' } } }))).toEqual({
      grid: '1200',
    });
  });

  test('that states CO2 alone gives CO2e of CO2 alone, and says what is not in it', () => {
    const row: FactorRow = { ...BARE, answers: RESIDUAL.answers, co2_kg: '450', states: ['CO2'] };
    const of = footprint({ rows: [GRID, row] });
    expect(valueOf(of, 'scope2.market.co2e')).toBe('540');
    expect(messagesOf(of, 'ACC-FACTOR-GASES')).toEqual([
      expect.stringContaining(
        'states CO2 alone, so CH4 and N2O of this energy are not in its CO2e',
      ),
    ]);
  });
});

test('a location factor that states CO2e alone is used, and said to', () => {
  const row: FactorRow = { ...BARE, answers: GRID.answers, co2e_kg: '20', states: ['CO2e'] };
  const of = footprint({ rows: [row] });
  expect(valueOf(of, 'scope2.location.co2e')).toBe('24');
  const [gases] = of.findings.filter(({ code }) => code === 'ACC-FACTOR-GASES');
  expect([gases?.severity, gases?.at]).toEqual(['quality', { entry: 'sites.alpha.grid' }]);
});

describe('factor sets that are shipped', () => {
  const shipped = (path: string) =>
    JSON.parse(
      readFileSync(new URL(`../../factors/${path}.json`, import.meta.url), 'utf8'),
    ) as FactorSet;
  const aib = shipped('aib/2025-v1.0');
  const of = (country: string) =>
    footprintOf({
      factors: { location: ['test'], residual: ['aib'], other_year: 'refuse' },
      factorSets: [factorSet([GRID]), aib],
      sites: [site({ site: { country } })],
    });

  test('the residual mix of Sweden is found by its country', () => {
    const row = aib.rows.find(({ id }) => id === 'SE');
    const tonnes = exact(row?.co2_kg ?? '')
      .mul(1200)
      .div(1000);
    expect(valueOf(of('SE'), 'scope2.market.co2e')).toBe(decimalText(tonnes));
  });

  test('Austria has no residual mix, which is not zero', () => {
    expect(valueOf(of('AT'), 'scope2.market.co2e')).toBe('480');
    expect(messagesOf(of('AT'), 'ACC-NO-RESIDUAL-MIX')[0]).toContain('Full disclosure');
  });

  test('consumption intensities of Canada leave nothing for category 3c', () => {
    const year = { start: '2024-01-01', end: '2024-12-31' };
    const columbia = footprintOf({
      period: year,
      factors: { location: ['eccc'], other_year: 'refuse' },
      factorSets: [shipped('eccc/4.0')],
      sites: [
        site({
          site: { country: 'CA', grid: 'eccc:BC' },
          calendar: calendar('2024-01-01', '2024-12-31'),
          bills: [bill('2024-01-01', '2024-12-31', '1000000')],
        }),
      ],
    });
    // 1,000 MWh at 18 g/kWh
    expect(valueOf(columbia, 'scope2.location.co2e')).toBe('18');
    expect(valueOf(columbia, 'scope3.3c.co2e')).toBe('0');
  });
});

describe('losses of transmission and distribution', () => {
  const LOSS: FactorRow = {
    id: 'GRID',
    answers: { use: 'loss', grid: 'test:GRID', year: 2025 },
    per: 'MWh',
    loss_fraction: '0.04',
    source: { document: 'a table made for tests' },
    grade: 'V',
  };
  const lost = (case_: Case) => valueOf(footprint(case_), 'scope3.3c.co2e');
  const declared = { site: { grid_loss: { fraction: '0.2', source: 'report of the grid' } } };

  test('L / (1 - L) of the energy, at the grid average, and not in Scope 2', () => {
    // 1,200 x 0.04 / 0.96 = 50 MWh at 400 kg
    expect(lost({ rows: [GRID, LOSS] })).toBe('20');
    expect(valueOf(footprint({ rows: [GRID, LOSS] }), 'scope2.location.co2e')).toBe('480');
  });

  test('the workspace states what no row does', () => {
    // 1,200 x 0.2 / 0.8 = 300 MWh
    expect(lost({ more: declared })).toBe('120');
    expect(lost({ rows: [GRID, LOSS], more: declared })).toBe('20');
    expect(lost({ rows: [GRID, { ...LOSS, loss_fraction: null }], more: declared })).toBe('120');
  });

  test('without a loss there is no number', () => {
    expect(lost({})).toBe('ACC-NO-LOSS');
  });

  test.each(['1', '1.2', '-0.1'])('a loss of %s is refused', (fraction) => {
    expect(lost({ more: { site: { grid_loss: { fraction, source: 'x' } } } })).toBe('ACC-NO-LOSS');
  });

  test('a grid average that includes them leaves none for category 3c', () => {
    const rows = [{ ...GRID, basis: { losses: 'included' as const } }, LOSS];
    expect(lost({ rows })).toBe('0');
    expect(messagesOf(footprint({ rows }), 'ACC-LOSSES-INCLUDED')).toHaveLength(1);
  });
});

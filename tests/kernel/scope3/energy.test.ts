import fc from 'fast-check';
import { exact } from '../../../src/units/rational.ts';
import type {
  HostingClient,
  Meter,
  Scope3 as Statement,
} from '../../../src/model/documents/workspace.ts';
import { lossMasses } from '../../../src/kernel/scope3/losses.ts';
import { isMissing } from '../../../src/kernel/figure.ts';
import { constant } from '../../../src/kernel/ledger.ts';
import {
  bill,
  certificate,
  evidence,
  factorRow,
  factorSet,
  fuelRow,
  fuelUse,
  MAIN,
  messagesOf,
  midnight,
  monthlyBills,
  valueOf,
  valuesOf,
} from '../sample.ts';
import { chain, GRID, LOSS, TD, upstreamRow } from './scope3-sample.ts';

const ARRIVES = upstreamRow('generation', '46');
const LOST = upstreamRow('losses', '4');
const BY_US = { role: 'client' as const, hosting_party: 'Big Host' };

describe('upstream of bought electricity', () => {
  const upstream = (rows = [GRID, ARRIVES, LOST]) => chain({ rows, factors: { wtt: ['test'] } });

  test('energy at the row of generation, and nothing of losses without a way to know them', () => {
    // 1,200 MWh x 46 kg
    expect(valueOf(upstream(), 'scope3.3b.co2e')).toBe('55.2');
    expect(valueOf(upstream(), 'scope3.3c.co2e')).toBe('ACC-NO-LOSS');
  });

  test('lost energy has the same upstream as energy that arrives', () => {
    // 1,200 x 0.04 / 0.96 = 50 MWh at 400 + 46 kg
    expect(valueOf(upstream([GRID, ARRIVES, LOST, LOSS]), 'scope3.3c.co2e')).toBe('22.3');
  });

  test('no row is asked for where the workspace names no publisher', () => {
    expect(valueOf(chain({ rows: [GRID, ARRIVES] }), 'scope3.3b.co2e')).toBe('ACC-NO-ENERGY');
  });

  test('a grid without a row has no figure', () => {
    const of = upstream([GRID]);
    expect(valueOf(of, 'scope3.3b.co2e')).toBe('ACC-NO-FACTOR');
    expect(of.findings.find(({ code }) => code === 'ACC-NO-FACTOR')?.severity).toBe('completeness');
  });

  test('a factor declared for the site', () => {
    const statement: Statement = {
      electricity: [{ site: 'alpha', factor: 'declared' }],
      factors: [
        {
          ...{ id: 'declared', kind: 'proxy', co2e_kg: '0.05', per: 'kWh', source: 'a study' },
          ...{ quality: 4, uncertainty_percent: '40' },
        },
      ],
    };
    expect(valueOf(chain({ statement }), 'scope3.3b.co2e')).toBe('60');
  });
});

describe('losses by one way', () => {
  test('a row per energy delivered, where no loss of the grid is known', () => {
    const of = chain({ rows: [GRID, TD], factors: { td: ['test'] } });
    // 1,200 MWh x 20 kg
    expect(valueOf(of, 'scope3.3c.co2e')).toBe('24');
    expect(messagesOf(of, 'ACC-LOSS-WAY')).toEqual([]);
  });

  test('with the row upstream of losses', () => {
    const of = chain({ rows: [GRID, TD, ARRIVES, LOST], factors: { td: ['test'], wtt: ['test'] } });
    expect(valueOf(of, 'scope3.3c.co2e')).toBe('28.8');
    expect(valueOf(of, 'scope3.3.co2e')).toBe('84');
  });

  test('never both: the loss of the grid goes before', () => {
    const of = chain({ rows: [GRID, LOSS, TD], factors: { td: ['test'] } });
    expect(valueOf(of, 'scope3.3c.co2e')).toBe('20');
    expect(messagesOf(of, 'ACC-LOSS-WAY')).toHaveLength(1);
  });

  test('none where the grid average includes them, upstream of them neither', () => {
    const included = { ...GRID, basis: { losses: 'included' as const } };
    const of = chain({
      rows: [included, TD, LOSS, ARRIVES, LOST],
      factors: { td: ['test'], wtt: ['test'] },
    });
    expect(valueOf(of, 'scope3.3c.co2e')).toBe('0');
  });

  test('a loss of nothing gives nothing, whatever the energy', () => {
    const set = factorSet();
    const [row] = set.rows;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (mwh) => {
        const energy = constant(mwh, 'MWh', 'energy');
        const masses =
          row && lossMasses(energy, constant('0', '1', 'loss'), { set, row }, 'a grid');
        return (
          !!masses &&
          !isMissing(masses) &&
          [...masses.values()].every((figure) => !isMissing(figure) && figure.value.n === 0n)
        );
      }),
      { numRuns: 1000 },
    );
  });
});

test('N2: the loss is in category 3c and never in Scope 2', () => {
  // 1,000 MWh, 600 of them by certificates at zero, the rest at 450 kg; 3.6 kg lost per MWh bought
  const residual = factorRow({
    id: 'US',
    answers: { use: 'residual', grid: 'US', year: 2025 },
    ...{ co2_kg: '450', ch4_kg: '0', n2o_kg: '0' },
  });
  const held = certificate({ energyMwh: exact('600'), emissionFactor: exact('0') });
  const of = chain({
    rows: [GRID, residual, { ...TD, co2_kg: '3.6' }],
    factors: { td: ['test'] },
    site: { bills: [bill('2025-01-01', '2025-12-31', '1000000')], certificates: [held] },
  });
  expect(valueOf(of, 'scope2.market.co2e')).toBe('180');
  expect(valueOf(of, 'scope3.3c.co2e')).toBe('3.6');
});

describe('upstream of fuels', () => {
  const row = (per: string, kg: string, basis = {}) =>
    factorRow({
      id: `wtt-gas-${per}`,
      answers: { use: 'wtt', energy: 'gas-blend', year: 2025 },
      basis: { cycle: 'upstream', ...basis },
      ...{ per, co2_kg: kg, ch4_kg: '0', n2o_kg: '0' },
    });
  const gross = row('kWh', '0.03', { calorific: 'gross' });
  const net = { ...row('kWh', '0.033', { calorific: 'net' }), id: 'wtt-gas-net' };
  const burned = (
    use: ReturnType<typeof fuelUse>,
    fuels = [{ fuel: 'natural-gas', row: 'gas-blend' }],
  ) =>
    chain({
      rows: [GRID, fuelRow(), gross, net, row('m3', '0.3'), row('t', '400')],
      factors: { wtt: ['test'], combustion: ['test'] },
      statement: { fuels },
      site: { fuels: [use] },
    });

  test.each([
    ['MWh', 'HHV', '0.3'],
    ['MWh', 'LHV', '0.33'],
    ['t', undefined, '4'],
    ['m3', undefined, '0.003'],
  ] as const)('10 %s (%s) at the row of that unit and heating value', (unit, heatBasis, tonnes) => {
    const use = fuelUse('10', unit, heatBasis && { heatBasis });
    expect(valueOf(burned(use), 'scope3.3a.co2e')).toBe(tonnes);
  });

  test('a correction is taken off the line that it corrects, and never counts below zero', () => {
    const fuels = [fuelUse('10', 't'), fuelUse('-4', 't'), fuelUse('-40', 't')];
    const of = chain({
      rows: [GRID, fuelRow(), row('t', '400')],
      factors: { wtt: ['test'], combustion: ['test'] },
      statement: { fuels: [{ fuel: 'natural-gas', row: 'gas-blend' }] },
      site: { fuels },
    });
    expect(valueOf(of, 'scope3.3a.co2e')).toBe('2.4');
  });

  test('energy on an unknown heating value has no figure', () => {
    expect(valueOf(burned(fuelUse('10', 'MWh')), 'scope3.3a.co2e')).toBe('ACC-NO-FACTOR');
  });

  test('a fuel that no publisher knows by its own id has no figure', () => {
    const of = burned(fuelUse('10', 't'), []);
    expect(valueOf(of, 'scope3.3a.co2e')).toBe('ACC-NO-FACTOR');
    expect(messagesOf(of, 'ACC-NO-FACTOR').join(' ')).toContain('the fuel natural-gas of alpha');
  });
});

describe('power resold', () => {
  const sold = (to: 'end-user' | 'grid', more = {}) =>
    chain({
      ...more,
      site: {
        resold: [
          {
            ...{ site: 'alpha', to, isMetered: true, energyKwh: exact('150000') },
            ...{ firstDay: '2025-07-01', lastDay: '2025-07-02' },
            ...{ start: midnight('2025-07-01', 'UTC'), end: midnight('2025-07-03', 'UTC') },
            evidence: evidence('resold.csv', 2),
          },
        ],
        bills: [bill('2025-01-01', '2025-12-31', '1200000')],
      },
    });

  test('to end users is category 3d and not of Scope 2', () => {
    const of = sold('end-user');
    expect(valueOf(of, 'scope3.3d.co2e')).toBe('60');
    expect(messagesOf(of, 'ACC-SCOPE3-FACTOR')[0]).toContain('generation of resold power alone');
  });

  test('with what lies upstream of it', () => {
    const of = sold('end-user', { rows: [GRID, ARRIVES], factors: { wtt: ['test'] } });
    // 150 MWh at 400 + 46 kg
    expect(valueOf(of, 'scope3.3d.co2e')).toBe('66.9');
  });

  test('back to the grid is of no category', () => {
    expect(valueOf(sold('grid'), 'scope3.3d.co2e')).toBe('ACC-NO-ENERGY');
  });
});

describe('hosting', () => {
  const IT: Meter = { id: 'acme-it', site: 'alpha', measures: 'it-load', part_of: 'main' };
  const metered: HostingClient = { id: 'acme', name: 'Acme', meters: ['acme-it'] };
  const declared = (percent: string): HostingClient => ({
    ...{ id: 'beta', name: 'Beta' },
    share: { percent, source: 'contract of hosting' },
  });
  const host = (control: 'host' | 'client', clients: HostingClient[], more = {}) =>
    chain({
      site: {
        meters: [MAIN, IT],
        bills: [
          ...monthlyBills(() => '100000'),
          ...monthlyBills(() => '40000', { meter: 'acme-it' }),
        ],
        site: { role: 'host', hosting: { control, clients } },
        ...more,
      },
    });

  test('a client that controls its machines has their energy, and the host category 13', () => {
    // 480 of 1,200 MWh at 400 kg
    const of = host('client', [metered]);
    expect(valueOf(of, 'scope3.13.co2e')).toBe('192');
    expect(valueOf(of, 'scope2.location.co2e')).toBe('288');
    expect(valueOf(of, 'energy.electricity')).toBe('1200');
  });

  test('sub-meters and declared parts side by side', () => {
    const of = host('client', [metered, declared('25')]);
    expect(valuesOf(of, { metric: 'hosting.energy', by: ['source'] })).toEqual({
      acme: '480',
      beta: '300',
    });
    expect(valueOf(of, 'scope2.location.co2e')).toBe('168');
  });

  test('a host in control keeps all in Scope 2, and tells what each client used', () => {
    const of = host('host', [metered]);
    expect(valueOf(of, 'scope2.location.co2e')).toBe('480');
    expect(valueOf(of, 'scope3.13.co2e')).toBe('ACC-NO-ENERGY');
    expect(valuesOf(of, { metric: 'hosting.location.co2e', by: ['source'] })).toEqual({
      acme: '192',
    });
  });

  test('clients that are given more than was used have no figure, nor has the host', () => {
    const of = host('client', [metered, declared('80')]);
    expect(messagesOf(of, 'ACC-HOSTING')[0]).toContain('none may count twice');
    expect(valueOf(of, 'scope2.location.co2e')).toBe('ACC-HOSTING');
  });

  test.each([
    ['a meter for two', [metered, { ...metered, id: 'twin' }], 'for two clients'],
    ['a meter of elsewhere', [{ ...metered, meters: ['x'] as [string] }], 'no counted meter'],
    ['no way at all', [{ id: 'acme', name: 'Acme' }], 'neither meters nor share'],
    ['a share beyond the whole', [declared('101')], 'state 0 to 100'],
  ] as const)('%s', (_, clients, words) => {
    const of = host('client', [...clients]);
    expect(messagesOf(of, 'ACC-HOSTING')[0]).toContain(words);
    expect(valueOf(of, 'scope2.location.co2e')).toBe('ACC-HOSTING');
  });

  test('a client whose host has control has category 8 and no Scope 2', () => {
    const of = chain({ site: { site: { ...BY_US, hosting: { control: 'host' } } } });
    expect(valueOf(of, 'scope3.8.co2e')).toBe('480');
    expect(valueOf(of, 'scope2.location.co2e')).toBe('0');
    expect(valueOf(of, 'scope2.market.co2e')).toBe('0');
  });

  test('a client in control has Scope 2 alone', () => {
    const of = chain({ site: { site: { ...BY_US, hosting: { control: 'client' } } } });
    expect(valueOf(of, 'scope2.location.co2e')).toBe('480');
    expect(valueOf(of, 'scope3.8.co2e')).toBe('ACC-NO-ENERGY');
  });

  test('nothing is moved where nobody says who has control', () => {
    const of = chain({ site: { site: BY_US } });
    expect(valueOf(of, 'scope2.location.co2e')).toBe('480');
    expect(messagesOf(of, 'ACC-HOSTING')[0]).toContain('nothing says who controls');
  });
});

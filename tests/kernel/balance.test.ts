import type { SiteInputs } from '../../src/kernel/inputs.ts';
import type { Meter } from '../../src/model/documents/workspace.ts';
import type { ResoldPower, StorageFlow } from '../../src/model/source-records.ts';
import { exact } from '../../src/units/rational.ts';
import {
  bill,
  calendar,
  certificate,
  column,
  contract,
  delivery,
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  fuelRow,
  fuelUse,
  hashes,
  inputs,
  MAIN,
  messagesOf,
  monthlyBills,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

/*
 * One day. The grid is at 400 kg/MWh, the residual mix at 450. The plant makes 15 MWh in each of the twelve hours from
 * six to six, of which 5 are fed into the grid; the other twelve hours draw 10 MWh each. So 120 MWh are bought, 180
 * made, 60 fed in, and 120 + 180 - 60 = 240 used.
 */
const DAY = calendar('2025-06-01', '2025-06-01');
const MWH = 3_600_000_000n;
const isDay = (h: number) => h >= 6 && h < 18;
const PLAIN = { ch4_kg: '0', n2o_kg: '0' } as const;
const GRID = factorRow({ ...PLAIN, co2_kg: '400' });
const RESIDUAL = factorRow({
  ...PLAIN,
  id: 'US',
  answers: { use: 'residual', grid: 'US', year: 2025 },
  co2_kg: '450',
});
const MIX = factorRow({
  id: 'MIX',
  answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
  renewable: '0.25',
  carbon_free: '0.5',
});

const SOLAR: Meter = {
  id: 'solar',
  site: 'alpha',
  measures: 'on-site-generation',
  part_of: 'main',
  technology: 'solar',
  attributes: 'retained',
};

const energy = (id: string, mwh: (hour: number) => number) =>
  column(`${id}.energy`, DAY, (h) => BigInt(mwh(h)) * MWH);

const columns = (...pairs: readonly (readonly [string, (hour: number) => number])[]) =>
  new Map(pairs.map(([id, mwh]) => [id, energy(id, mwh)]));

const IMPORT = columns(['main', (h) => (isDay(h) ? 0 : 10)]);
const EXPORT = columns(['main', (h) => (isDay(h) ? 5 : 0)]);
const MADE = columns(['solar', (h) => (isDay(h) ? 15 : 0)]);

type More = Partial<Omit<SiteInputs, 'site'>> & { site?: Partial<SiteInputs['site']> };

function sunny(more: More = {}) {
  return site({
    calendar: DAY,
    bills: [],
    energyColumns: IMPORT,
    exportColumns: EXPORT,
    generationColumns: MADE,
    plantMeters: [SOLAR],
    ...more,
  });
}

function footprint(more: More = {}, rows = [GRID, RESIDUAL, MIX]) {
  return footprintOf({ factorSets: [factorSet(rows)], sites: [sunny(more)] });
}

const meter = (more: Partial<Meter>): Meter => ({ ...SOLAR, ...more });
const claimed = (more: Partial<Meter>, rest: More = {}) =>
  footprint({ plantMeters: [meter(more)], ...rest });

describe('solar behind the meter', () => {
  const of = footprint();

  test('bought, made, fed in and used', () => {
    expect(valueOf(of, 'energy.electricity')).toBe('120');
    expect(valueOf(of, 'energy.generated')).toBe('180');
    expect(valueOf(of, 'energy.exported')).toBe('60');
    expect(valueOf(of, 'energy.self-consumed')).toBe('120');
    expect(valuesOf(of, { metric: 'energy.consumed', by: ['source'] })).toEqual({
      grid: '120',
      'on-site:solar': '120',
    });
    expect(valueOf(of, 'energy.load')).toBe('240');
    expect(valueOf(of, 'energy.grid-share')).toBe('0.5');
  });

  test('self-consumption has no emission, and export lowers none', () => {
    expect(valueOf(of, 'scope2.location.co2e')).toBe('48');
    // 120 MWh at the residual mix
    expect(valueOf(of, 'scope2.market.co2e')).toBe('54');
  });

  test('shares count it on all axes: contractual 120 of 240, by mix 30 + 120 of 240', () => {
    expect(valueOf(of, 'renewable.contractual.share')).toBe('0.5');
    expect(valueOf(of, 'renewable.location.share')).toBe('0.625');
    expect(valueOf(of, 'carbon-free.location.share')).toBe('0.75');
  });

  test('sources add up to what was used', () => {
    expect(valuesOf(of, { metric: 'energy.by-source', by: ['source'] })).toEqual({
      'residual-mix': '120',
      'on-site:solar': '120',
    });
  });

  test('it is part of what mining used, and not of what mining bought', () => {
    expect(valueOf(of, 'mining.energy')).toBe('240');
    expect(valuesOf(of, { metric: 'energy.electricity', by: ['use'] })).toEqual({ mining: '120' });
    expect(valueOf(of, 'mining.location.co2e')).toBe('48');
    // 24 h at 1 PH/s are 86,400,000 TH: 240 MWh / 86.4e6 TH = 10,000 J/TH
    const hashing = footprint({ hashes: hashes(DAY, 1n) });
    expect(valueOf(hashing, 'efficiency.facility')).toBe('10000');
    expect(valueOf(hashing, 'energy.total')).toBe('864');
  });

  test('nothing is said where all is stated', () => {
    const codes = of.findings
      .map(({ code }) => code)
      .filter((code) => /PLANT|NULL|EXPORT/.test(code));
    expect(codes).toEqual([]);
  });
});

test('export in one hour lowers nothing bought in another, nor over the year', () => {
  // 50 MWh at eight in the evening, 100 made at noon of which 60 are fed in
  const of = footprint({
    energyColumns: columns(['main', (h) => (h === 20 ? 50 : 0)]),
    exportColumns: columns(['main', (h) => (h === 12 ? 60 : 0)]),
    generationColumns: columns(['solar', (h) => (h === 12 ? 100 : 0)]),
  });
  expect(valueOf(of, 'scope2.location.co2e')).toBe('20');
  expect(valueOf(of, 'scope2.market.co2e')).toBe('22.5');
  expect(valueOf(of, 'energy.consumed')).toBe('90');
});

describe('null power', () => {
  test('whose attributes are sold has the residual mix and is not renewable; its location-based emission stays none', () => {
    const of = claimed({ attributes: 'sold' });
    expect(valueOf(of, 'scope2.location.co2e')).toBe('48');
    // (120 + 120) x 450
    expect(valueOf(of, 'scope2.market.co2e')).toBe('108');
    expect(valueOf(of, 'renewable.contractual.share')).toBe('0');
    expect(valueOf(of, 'renewable.location.share')).toBe('0.125');
    expect(valueOf(of, 'energy.null-power')).toBe('120');
    expect(messagesOf(of, 'ACC-NULL-POWER')[0]).toMatch(/attributes are sold/);
  });

  test('of which nothing is stated counts as sold, and is told', () => {
    const { attributes: _, ...unsaid } = SOLAR;
    const of = footprint({ plantMeters: [unsaid] });
    expect(valueOf(of, 'scope2.market.co2e')).toBe('108');
    expect(of.findings.find(({ code }) => code === 'ACC-NULL-POWER')?.severity).toBe(
      'completeness',
    );
  });

  test('whose attributes nobody was given is renewable', () => {
    expect(valueOf(claimed({ attributes: 'not-issued' }), 'renewable.contractual.share')).toBe(
      '0.5',
    );
  });

  test('may be covered by certificates bought apart', () => {
    const held = certificate({ energyMwh: exact('240'), vintage: '2025-06' });
    const of = claimed({ attributes: 'sold' }, { certificates: [held] });
    expect(valueOf(of, 'scope2.market.co2e')).toBe('0');
    expect(valueOf(of, 'renewable.contractual.share')).toBe('1');
  });

  test('never has the rate of a supplier', () => {
    const city = contract({
      id: 'city',
      kind: 'supplier-rate',
      technology: 'other',
      rate: { co2e_kg_per_mwh: '100', year: 2025, source: 'label' },
    });
    const of = claimed({ attributes: 'sold' }, { contracts: [city] });
    // 120 x 100 + 120 x 450
    expect(valueOf(of, 'scope2.market.co2e')).toBe('66');
    expect(valuesOf(of, { metric: 'energy.by-source', by: ['source'] })).toEqual({
      'supplier-rate': '120',
      'residual-mix': '120',
    });
  });

  test('is energy delivered under a contract whose attributes are sold as well', () => {
    const sold = contract({ id: 'hydro-deal', technology: 'hydro', attributes: 'sold' });
    const of = footprint({
      plantMeters: [],
      contracts: [sold],
      deliveries: [delivery('2025-06-01', '2025-06-01', '70')],
    });
    expect(valueOf(of, 'energy.null-power')).toBe('70');
    expect(valueOf(of, 'renewable.contractual.share')).toBe('0');
    expect(messagesOf(of, 'ACC-NULL-POWER')[0]).toContain('contract hydro-deal');
  });

  test('certificates of plant that counts on the site are refused, so that nothing counts twice', () => {
    const of = claimed(
      { contract: 'wind-deal' },
      { certificates: [certificate({ vintage: '2025-06' })] },
    );
    expect(valueOf(of, 'certificates.allocated')).toBe('0');
    expect(messagesOf(of, 'ACC-CERTIFICATE-REFUSED')[0]).toMatch(/criterion 2: .* meter solar/);
  });
});

describe('plant that burns fuel', () => {
  const GENSET = meter({ technology: 'gas' });
  const burning = (more: More = {}) => ({ plantMeters: [GENSET], ...more });

  test('of the entity is in Scope 1 alone, and never renewable', () => {
    const of = footprintOf({
      factorSets: [factorSet([GRID, RESIDUAL, MIX, fuelRow()])],
      sites: [
        sunny(
          burning({
            fuels: [
              fuelUse('100', 'therm', {
                heatBasis: 'HHV',
                first: '2025-06-01',
                last: '2025-06-01',
              }),
            ],
          }),
        ),
      ],
    });
    // 100 therms are 10 mmBtu: 10 x (53.06 + 0.001 x 27.9 + 0.0001 x 273) kg
    expect(valueOf(of, 'scope1.co2e')).toBe('0.531152');
    expect(valueOf(of, 'scope2.location.co2e')).toBe('48');
    expect(valueOf(of, 'scope2.market.co2e')).toBe('54');
    expect(valueOf(of, 'renewable.contractual.share')).toBe('0');
    expect(valuesOf(of, { metric: 'energy.consumed', by: ['source'] })).toEqual({
      grid: '120',
      'generator:gas': '120',
    });
    // 432 GJ bought, and the fuel; what was made of it is not counted again
    expect(valueOf(of, 'energy.total')).toBe('442.5505585262');
  });

  test('without any fuel stated, its emissions are in no scope, which is critical', () => {
    const [told] = footprint(burning()).findings.filter(({ code }) => code === 'ACC-PLANT');
    expect([told?.severity, told?.at]).toEqual(['critical', { entry: 'meters.solar' }]);
  });

  test('of somebody else is bought power at the rate of its contract, in both results', () => {
    const theirs = contract({
      id: 'flare-deal',
      technology: 'gas',
      certificate_system: false,
      rate: { co2e_kg_per_mwh: '500', year: 2025, source: 'stack test' },
    });
    const of = footprint({
      plantMeters: [meter({ technology: 'gas', owner: 'other', contract: 'flare-deal' })],
      contracts: [theirs],
    });
    // 120 x 400 + 120 x 500
    expect(valueOf(of, 'scope2.location.co2e')).toBe('108');
    // 120 x 450 + 120 x 500
    expect(valueOf(of, 'scope2.market.co2e')).toBe('114');
    const refused = footprint({
      plantMeters: [meter({ technology: 'gas', owner: 'other', contract: 'flare-deal' })],
      contracts: [{ ...theirs, criteria: {} }],
    });
    expect(valueOf(refused, 'scope2.location.co2e')).toBe('108');
    expect(valueOf(refused, 'scope2.market.co2e')).toBe('108');
    const { rate: _, ...bare } = theirs;
    const unknown = footprint({
      plantMeters: [meter({ technology: 'gas', owner: 'other', contract: 'flare-deal' })],
      contracts: [bare],
    });
    expect(valueOf(unknown, 'scope2.location.co2e')).toBe('ACC-PLANT');
  });

  test('on no grid, all power is made: Scope 2 is zero and asks for no factor', () => {
    const of = footprintOf({
      factorSets: [factorSet([fuelRow()])],
      sites: [
        {
          ...sunny({
            meters: [],
            plantMeters: [{ ...GENSET, use: 'mining' }],
            energyColumns: new Map(),
            exportColumns: new Map(),
            fuels: [
              fuelUse('1', 'therm', { heatBasis: 'HHV', first: '2025-06-01', last: '2025-06-01' }),
            ],
          }),
          site: { id: 'alpha', name: 'A', country: 'US', zone: 'UTC', role: 'own' },
        },
      ],
    });
    expect(valueOf(of, 'scope2.location.co2e')).toBe('0');
    expect(valueOf(of, 'scope2.market.co2e')).toBe('0');
    expect(valueOf(of, 'mining.energy')).toBe('180');
    expect(of.findings.filter(({ severity }) => severity === 'critical')).toEqual([]);
  });
});

describe('what is fed in', () => {
  test('is of plant in the hour in which plant makes it, and else of storage', () => {
    const of = footprint({
      generationColumns: columns(
        ['solar', (h) => (h === 12 ? 30 : 0)],
        ['battery', (h) => (h === 20 ? 10 : 0)],
      ),
      chargeColumns: columns(['battery', (h) => (h === 12 ? 12 : 0)]),
      exportColumns: columns(['main', (h) => (h === 20 ? 10 : 0)]),
      plantMeters: [SOLAR, meter({ id: 'battery', measures: 'storage' })],
    });
    expect(valuesOf(of, { metric: 'energy.exported', by: ['source'] })).toEqual({
      'on-site:solar': '0',
      storage: '10',
    });
    expect(valueOf(of, 'energy.self-consumed')).toBe('30');
    // 120 + 30 + 10 - 12 - 10
    expect(valueOf(of, 'energy.load')).toBe('138');
  });

  test('of several plants is laid first, in each hour, against those of which something is claimed', () => {
    const of = footprint({
      generationColumns: columns(
        // the generator runs by night too; five are fed in by day alone
        ['generator', () => 3],
        ['solar', (h) => (isDay(h) ? 4 : 0)],
      ),
      plantMeters: [SOLAR, meter({ id: 'generator', technology: 'gas' })],
    });
    expect(valuesOf(of, { metric: 'energy.exported', by: ['source'] })).toEqual({
      'generator:gas': '12',
      'on-site:solar': '48',
    });
    expect(valuesOf(of, { metric: 'energy.self-consumed', by: ['source'] })).toEqual({
      'generator:gas': '60',
      'on-site:solar': '0',
    });
    const left = of.sites[0]?.columns?.find(({ id }) => id === 'generator.export-left');
    expect(left?.derived).toEqual({ rule: 'surplus', from: ['main.energy', 'solar.energy'] });
    expect(messagesOf(of, 'ACC-EXPORT')[0]).toMatch(/one after the other in each hour/);
  });

  test('that is not recorded is told, unless a person decided that there is none', () => {
    const { exportColumns: _, ...silent } = sunny();
    const told = footprintOf({ factorSets: [factorSet([GRID])], sites: [silent] });
    expect(messagesOf(told, 'ACC-EXPORT')[0]).toMatch(/No export of main is recorded/);
    const decision = {
      decision: {
        id: 'no-export',
        value: 'yes',
        by: 'A. Tester',
        on: '2026-01-01',
        because: 'relay',
      },
      evidence: evidence('workspace.yaml', 3),
    };
    const decided = footprintOf({
      factorSets: [factorSet([GRID])],
      sites: [silent],
      decisions: [decision],
    });
    expect(messagesOf(decided, 'ACC-EXPORT')).toEqual([]);
    expect(valueOf(decided, 'energy.consumed')).toBe('300');
  });

  test('of plant that is billed by the month is laid against the month, and told', () => {
    const of = footprint({
      bills: [bill('2025-06-01', '2025-06-01', '180000', { meter: 'solar' })],
    });
    expect(valueOf(of, 'energy.self-consumed')).toBe('120');
    expect(messagesOf(of, 'ACC-EXPORT')[0]).toMatch(/month by month/);
  });

  test('beyond all that was made is told', () => {
    const of = footprint({ exportColumns: columns(['main', () => 16]) });
    expect(messagesOf(of, 'ACC-EXPORT')[0]).toMatch(
      /204 MWh into the grid beyond what its plant made/,
    );
    expect(valueOf(of, 'energy.load')).toBe('ACC-BALANCE');
  });
});

test('plant of a site with two connections must say behind which one it stands', () => {
  const second: Meter = { ...MAIN, id: 'second' };
  const { part_of: _, ...loose } = SOLAR;
  const of = footprint({
    meters: [MAIN, second],
    plantMeters: [loose],
    energyColumns: columns(['main', () => 1], ['second', () => 1]),
  });
  expect(messagesOf(of, 'ACC-PLANT')[0]).toMatch(/add part_of/);
  expect(valueOf(of, 'energy.consumed')).toBe('ACC-PLANT');
  expect(valueOf(of, 'scope2.location.co2e')).toBe('19.2');
});

describe('storage by the records of a registry', () => {
  const flow = (hour: number, wh: bigint): StorageFlow => ({
    site: 'alpha',
    validator: `v${String(hour)}`,
    energyWh: wh,
    start: DAY.start + hour * 3600,
    end: DAY.start + (hour + 1) * 3600,
    evidence: evidence('storage.csv', hour + 2),
  });

  test('Load = Gsc + Import + Disch, G = Gsc + Charge + Export', () => {
    const of = footprint({ storage: [flow(12, -20_000_000n), flow(20, 18_000_000n)] });
    // Gsc = 180 - 20 - 60 = 100; load = 100 + 120 + 18
    expect(valueOf(of, 'energy.load')).toBe('238');
    // what the store lost is used as well
    expect(valueOf(of, 'energy.consumed')).toBe('240');
  });
});

describe('power that is sold again', () => {
  const sold = (mwh: string, more: Partial<ResoldPower> = {}): ResoldPower => ({
    site: 'alpha',
    to: 'grid',
    isMetered: false,
    energyKwh: exact(mwh).mul(1000),
    firstDay: '2025-06-01',
    lastDay: '2025-06-01',
    start: DAY.start,
    end: DAY.end,
    evidence: evidence('sold.csv', 2),
    ...more,
  });
  const selling = (...resold: readonly ResoldPower[]) => footprint({ plantMeters: [], resold });

  test('back to the grid without coming in: bought - sold = used, and nothing else moves', () => {
    const of = selling(sold('30'));
    expect(valueOf(of, 'energy.bought')).toBe('150');
    expect(valueOf(of, 'energy.consumed')).toBe('120');
    expect(valueOf(of, 'energy.electricity')).toBe('120');
    expect(valueOf(of, 'scope2.location.co2e')).toBe('48');
    expect(valuesOf(of, { metric: 'energy.resold', by: ['source'] })).toEqual({ grid: '30' });
    expect(messagesOf(of, 'ACC-RESOLD')[0]).toMatch(/30 MWh again, .* of no scope/);
  });

  test('to end users behind the meter: it is taken off, and of category 3d', () => {
    const of = selling(sold('30', { to: 'end-user', isMetered: true }));
    expect(valueOf(of, 'energy.electricity')).toBe('120');
    expect(valueOf(of, 'energy.consumed')).toBe('90');
    expect(valueOf(of, 'scope2.location.co2e')).toBe('36');
    expect(valueOf(of, 'scope2.market.co2e')).toBe('40.5');
    expect(valuesOf(of, { metric: 'energy.resold', by: ['source'] })).toEqual({ 'end-user': '30' });
    expect(messagesOf(of, 'ACC-RESOLD')[0]).toMatch(/category 3d/);
  });

  test('more than was bought gives no figure', () => {
    expect(valueOf(selling(sold('121', { isMetered: true })), 'scope2.location.co2e')).toBe(
      'ACC-RESOLD',
    );
  });
});

test('a workspace that only buys and uses has no balance, no column and no word of it', () => {
  const of = footprintOf({ sites: [site({ bills: monthlyBills(() => '100000') })] });
  expect(of.sites[0]?.months.some(({ balance }) => balance !== undefined)).toBe(false);
  expect(of.sites[0]?.columns).toBeUndefined();
  expect(valueOf(of, 'energy.consumed')).toBe('1200');
  expect(valueOf(of, 'energy.exported')).toBe('0');
  expect(inputs().usedSerials).toBeUndefined();
});

import { computeFootprint } from '../../../src/kernel/compute-footprint.ts';
import type { SiteInputs } from '../../../src/kernel/inputs.ts';
import { linkedStorage, neededCharge } from '../../../src/kernel/ledger/storage-column.ts';
import type { Site } from '../../../src/model/documents/workspace.ts';
import { exact, ratio } from '../../../src/units/rational.ts';
import { messagesOf, valueOf, valuesOf } from '../sample.ts';
import { bundles, flows, HOURS, hourlySite, ofSite, PLANT, wattHours } from './samples.ts';

type Known = NonNullable<Site['storage']>;

const STATED = (fraction: string): Known => ({
  connection: 'grid',
  efficiency: { fraction, source: 'data sheet' },
});

const of = (
  load: readonly bigint[],
  made: readonly bigint[],
  cells: readonly bigint[],
  storage: Known | undefined,
  more: Partial<Omit<SiteInputs, 'site'>> = {},
) =>
  computeFootprint(
    ofSite(
      hourlySite(load, {
        made,
        storage: flows(HOURS(load.length), cells),
        site: storage ? { storage } : {},
        ...more,
      }),
    ),
  );

const METRICS = [
  'hourly.contracted',
  'hourly.matched',
  'hourly.surplus',
  'hourly.leftover',
  'hourly.storage.cancelled',
  'hourly.storage.released',
] as const;
const figures = (footprint: ReturnType<typeof of>) =>
  METRICS.map((metric) => valueOf(footprint, metric));

describe('certificates needed for a discharge', () => {
  test.each([
    ['870', '0.87', 1000n],
    // 100 / 0.87 = 114.94...
    ['100', '0.87', 115n],
    ['100', '1', 100n],
    ['1', '0.3333', 4n],
    ['0', '0.87', 0n],
  ])('%s Wh at %s need %s Wh', (discharge, efficiency, needed) => {
    const store = { efficiency: exact(efficiency), wattHour: 1n };
    expect(neededCharge(BigInt(discharge), store)).toBe(needed);
  });
});

describe('discharge is linked to charge', () => {
  const store = { efficiency: ratio(1n, 2n), wattHour: 1n };

  test('charged first, discharged first; of one hour the uncovered part first', () => {
    // charged 10 of which 4 covered, then 10 of which all is; 5 given out need 10, 5 more need 10
    const links = linkedStorage(
      { available: [4n, 99n, 0n, 0n], charge: [10n, 10n, 0n, 0n], discharge: [0n, 0n, 5n, 5n] },
      store,
    );
    expect(links).toEqual({ released: [0n, 0n, 2n, 5n], cancelled: [4n, 10n, 0n, 0n] });
  });

  test('what was in the store before releases nothing', () => {
    const links = linkedStorage(
      { available: [0n, 9n], charge: [0n, 9n], discharge: [3n, 0n] },
      store,
    );
    expect(links).toEqual({ released: [0n, 0n], cancelled: [0n, 0n] });
  });

  test('whole watt-hours: half of one is not released', () => {
    const links = linkedStorage(
      { available: [10n], charge: [10n], discharge: [10n] },
      { efficiency: ratio(3n, 4n), wattHour: 4n },
    );
    // needs 13.3, up to 16 units; 10 are there, of which 7.5 would come out: one watt-hour of 4 units
    expect(links).toEqual({ released: [4n], cancelled: [10n] });
  });
});

describe('a store with its own connection', () => {
  // load 100 each hour; wind 300, 0: 200 left over, of which 100 is charged; 80 given out in the second hour
  const moved = (efficiency: string) =>
    of([100n, 100n], [300n, 0n], [-100n, 80n], STATED(efficiency));

  test('moves what the load left over to another hour, net of losses', () => {
    expect(figures(moved('0.8'))).toEqual([
      '0.00028',
      '0.00018',
      '0.0001',
      '0.00002',
      '0.0001',
      '0.00008',
    ]);
    expect(valueOf(moved('0.8'), 'hourly.cfe.contracted')).toBe('0.9');
    expect(valueOf(moved('0.8'), 'hourly.renewable.contracted')).toBe('0.9');
    expect(valueOf(moved('0.8'), 'draft.mbm-2027.co2e')).toBe('ACC-NO-RESIDUAL-MIX');
  });

  test('gives out what its charge covers: at 50 % 100 charged give 50', () => {
    expect(figures(moved('0.5')).slice(4)).toEqual(['0.0001', '0.00005']);
  });

  test('stands apart from production, and children add up to the parent', () => {
    expect(valuesOf(moved('0.8'), { metric: 'hourly.contracted', by: ['source'] })).toEqual({
      wind: '0.0003',
      storage: '0.00008',
      'storage:cancelled': '-0.0001',
    });
    expect(valuesOf(moved('0.8'), { metric: 'hourly.matched', by: ['source'] })).toEqual({
      wind: '0.0001',
      storage: '0.00008',
    });
  });

  test('charges nothing of what the load took itself', () => {
    const footprint = of([100n, 100n], [100n, 0n], [-100n, 80n], STATED('0.8'));
    expect(figures(footprint).slice(4)).toEqual(['0', '0']);
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.0001');
  });

  test('releases nothing of gas', () => {
    const gas = {
      ...hourlySite([1n]).contracts[0],
      technology: 'gas',
      rate: { co2e_kg_per_mwh: '400', year: 2025, source: 's' },
    };
    const footprint = of([100n, 100n], [300n, 0n], [-100n, 80n], STATED('0.8'), {
      contracts: [gas as SiteInputs['contracts'][number]],
    });
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.0001');
  });

  test('several records of one hour are added, those over an hour are left out', () => {
    const span = HOURS(2);
    const [first, ...others] = flows(span, [-60n, 80n]);
    if (!first) throw new RangeError('no flow');
    const long = { ...first, validator: 'long', end: first.start + 7200 };
    const footprint = of([100n, 100n], [300n, 0n], [], STATED('0.8'), {
      storage: [first, { ...first, validator: 'b', energyWh: -40n }, long, ...others],
    });
    expect(valueOf(footprint, 'hourly.storage.released')).toBe('0.00008');
    expect(messagesOf(footprint, 'ACC-STORAGE')).toEqual([
      '1 storage record of alpha reach over an hour, or hold more than any store gives in one, and were left out; correct them.',
    ]);
  });
});

describe('the efficiency', () => {
  const held = (start_mwh: string, end_mwh: string, side: 'delivered' | 'received'): Known => ({
    connection: 'grid',
    state_of_charge: { start_mwh, end_mwh, side, source: 'log' },
  });
  const efficiency = (storage: Known | undefined) =>
    of([100n, 100n], [300n, 0n], [-100n, 80n], storage);

  test.each([
    // (80 + 20 - 10) / 100
    ['held counted as what can be given out', held('0.00001', '0.00002', 'delivered'), '0.9'],
    // 80 / (100 - 20 + 0)
    ['held counted as what was taken in', held('0', '0.00002', 'received'), '1'],
    ['as stated', STATED('0.85'), '0.85'],
    [
      'of states of charge before what is stated',
      { ...held('0', '0', 'delivered'), ...STATED('0.5') },
      '0.8',
    ],
  ])('%s', (_, storage, value) => {
    expect(valueOf(efficiency(storage), 'hourly.storage.efficiency')).toBe(value);
  });

  test.each([
    ['above 1', held('0', '0.00003', 'delivered'), /would give out 1.1 of what it took in/],
    ['0', STATED('0'), /would give out 0 of what it took in/],
    ['not known', { connection: 'grid' } as const, /is not known; state storage.state_of_charge/],
    ['without a place', undefined, /until storage.connection of the site says/],
  ])('%s moves nothing, and that is said', (_, storage, message) => {
    const footprint = efficiency(storage);
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.0001');
    expect(messagesOf(footprint, 'ACC-STORAGE')).toEqual([expect.stringMatching(message)]);
  });

  test('of a store that took in nothing', () => {
    const footprint = of([100n], [300n], [80n], held('0', '0', 'delivered'));
    expect(messagesOf(footprint, 'ACC-STORAGE')[0]).toMatch(/took in nothing/);
  });
});

test('a store behind the connection moves nothing: its charge is load of that hour already', () => {
  const storage: Known = { ...STATED('0.8'), connection: 'behind-the-meter' };
  const footprint = of([200n, 20n], [300n, 0n], [-100n, 80n], storage);
  expect(valueOf(footprint, 'hourly.matched')).toBe('0.0002');
  expect(valueOf(footprint, 'hourly.storage.released')).toBe('ACC-NO-ENERGY');
  expect(messagesOf(footprint, 'ACC-STORAGE')[0]).toMatch(/stands behind its connection/);
});

test('a site that holds certificates of releases makes no further ones', () => {
  const granular = bundles(HOURS(2), [0n, 30n], { isStorage: true });
  const footprint = of([100n, 100n], [300n, 0n], [-100n, 80n], STATED('0.8'), { granular });
  expect(valuesOf(footprint, { metric: 'hourly.matched', by: ['source'] })).toEqual({
    'storage:wind': '0.00003',
  });
  expect(messagesOf(footprint, 'ACC-STORAGE')[0]).toMatch(/make no further ones/);
});

describe('meters of stores', () => {
  const span = HOURS(2);
  const battery = (id: string) => ({ id, site: 'alpha', measures: 'storage' }) as const;
  const metered = (more: Partial<Omit<SiteInputs, 'site'>> = {}) =>
    of([100n, 100n], [300n, 0n], [], STATED('0.8'), {
      plantMeters: [PLANT, battery('a'), battery('b')],
      generationColumns: new Map([
        ['park', wattHours('park.generation', span, [300n, 0n])],
        ['a', wattHours('a.discharge', span, [0n, 50n])],
        ['b', wattHours('b.discharge', span, [0n, 30n])],
      ]),
      chargeColumns: new Map([
        ['a', wattHours('a.charge', span, [70n, 0n])],
        ['b', wattHours('b.charge', span, [30n, 0n])],
      ]),
      ...more,
    });

  test('count together', () => {
    expect(figures(metered()).slice(4)).toEqual(['0.0001', '0.00008']);
  });

  test('give way to records of a registry', () => {
    const footprint = metered({ storage: flows(span, [-10n, 8n]) });
    expect(figures(footprint).slice(4)).toEqual(['0.00001', '0.000008']);
    expect(messagesOf(footprint, 'ACC-STORAGE')).toEqual([
      'Charge and discharge of alpha stand in records of a registry and in readings of meters; the records count.',
    ]);
  });

  test('with an hour without reading link nothing', () => {
    const chargeColumns = new Map([
      ['a', wattHours('a.charge', span, [70n, undefined])],
      ['b', wattHours('b.charge', span, [30n, 0n])],
    ]);
    const footprint = metered({ chargeColumns });
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.0001');
    expect(messagesOf(footprint, 'ACC-STORAGE')[0]).toMatch(/have no reading/);
  });
});

import { computeFootprint } from '../../../src/kernel/compute-footprint.ts';
import type { FootprintInputs, SiteInputs } from '../../../src/kernel/inputs.ts';
import { exact } from '../../../src/units/rational.ts';
import {
  contract,
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  messagesOf,
  valueOf,
  valuesOf,
} from '../sample.ts';
import { bundle, bundles, HOURS, hourlySite, ofSite, PLANT, wattHours, WIND } from './samples.ts';

const of = (one: SiteInputs, more: Partial<FootprintInputs> = {}) =>
  computeFootprint(ofSite(one, more));

const mixRow = factorRow({
  id: 'mix',
  answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
  renewable: '0.3',
  carbon_free: '0.4',
});

describe('energy of the same hour', () => {
  // load 100, 100, 0, 200; wind 300, 60, 50, 0: matched 100 + 60 + 0 + 0
  const footprint = of(
    hourlySite([100n, 100n, 0n, 200n], { granular: bundles(HOURS(4), [300n, 60n, 50n, 0n]) }),
  );

  test.each([
    ['hourly.load', '0.0004'],
    ['hourly.contracted', '0.00041'],
    ['hourly.matched', '0.00016'],
    ['hourly.surplus', '0.00025'],
    ['hourly.leftover', '0.00024'],
    ['hourly.share', '0.4'],
    ['hourly.cfe.contracted', '0.4'],
    ['hourly.renewable.contracted', '0.4'],
    // the hour without load is not one that was covered
    ['hourly.hours-matched', '1'],
    // 410 Wh would cover all 400 Wh
    ['hourly.annual.share', '1'],
    ['hourly.annual.cfe', '1'],
  ])('%s is %s', (metric, value) => {
    expect(valueOf(footprint, metric)).toBe(value);
  });

  test('the score is weighted by load: no mean of hourly shares (100 %, 60 %, 0 %)', () => {
    expect(valueOf(footprint, 'hourly.share')).not.toBe('0.5333333333333333333333333333333333');
  });

  test('columns go out with how they were made', () => {
    const made = footprint.sites[0]?.columns?.map(({ id, derived }) => [id, derived?.rule]);
    expect(made).toEqual([
      ['alpha.hourly.load', 'sum'],
      ['wind-deal.certificates', undefined],
      ['alpha.hourly.open-after.wind-deal.certificates', 'surplus'],
      ['alpha.hourly.cover', 'sum'],
      ['alpha.hourly.met', 'met'],
    ]);
  });
});

describe('technologies', () => {
  const nuclear = contract({ id: 'atom', technology: 'nuclear', grid: 'test:GRID' });
  const gas = contract({
    id: 'gas-deal',
    technology: 'gas',
    grid: 'test:GRID',
    rate: { co2e_kg_per_mwh: '400', year: 2025, source: 'statement' },
  });
  const span = HOURS(2);
  const footprint = of(
    hourlySite([100n, 100n], {
      contracts: [gas, nuclear, WIND],
      granular: [
        ...bundles(span, [30n, 120n], { issuance: 'w' }),
        ...bundles(span, [50n, 50n], { issuance: 'n', contract: 'atom', technology: 'nuclear' }),
        ...bundles(span, [50n, 50n], { issuance: 'g', contract: 'gas-deal', technology: 'gas' }),
        bundle(span, 1, 5n, { issuance: 's', isStorage: true }),
      ].map((one, i) => ({ ...one, issuance: `${one.issuance}-${String(i)}` })),
    }),
  );

  test('renewable and carbon-free are separate axes; children add up to the parent', () => {
    expect(valuesOf(footprint, { metric: 'hourly.matched', by: ['source'] })).toEqual({
      wind: '0.00013',
      'storage:wind': '0',
      nuclear: '0.00005',
      gas: '0.00002',
    });
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.0002');
    expect(valueOf(footprint, 'hourly.renewable.contracted')).toBe('0.65');
    expect(valueOf(footprint, 'hourly.cfe.contracted')).toBe('0.9');
    expect(valueOf(footprint, 'hourly.share')).toBe('1');
  });

  test('contracted energy stands by source and by contract, releases from storage apart', () => {
    expect(valuesOf(footprint, { metric: 'hourly.contracted', by: ['source'] })).toEqual({
      wind: '0.00015',
      'storage:wind': '0.000005',
      nuclear: '0.0001',
      gas: '0.0001',
    });
    expect(valuesOf(footprint, { metric: 'hourly.contracted', by: ['contract'] })).toEqual({
      'wind-deal': '0.000155',
      atom: '0.0001',
      'gas-deal': '0.0001',
    });
  });
});

describe('the score with the grid', () => {
  const site = hourlySite([100n, 100n], { granular: bundles(HOURS(2), [300n, 20n]) });
  const sets = (...rows: Parameters<typeof factorSet>[0] & object) => [
    factorSet([factorRow(), ...rows]),
  ];

  test('by the share of the year: (120 + 80 x 0.4) / 200', () => {
    const footprint = of(site, { factorSets: sets(mixRow) });
    expect(valueOf(footprint, 'hourly.cfe.with-annual-grid')).toBe('0.76');
    expect(valueOf(footprint, 'hourly.cfe.with-grid')).toBe('ACC-HOURLY');
  });

  test('by the share of each hour: only what is left over meets the grid of its hour', () => {
    const hourly = { start: '2025-01-01T00:00:00Z', carbon_free: ['0.9', '0.25'] };
    const footprint = of(site, {
      factorSets: sets({ ...mixRow, hourly }),
      factors: { location: ['test'], mix: ['test'], hourly: 'use', other_year: 'refuse' },
    });
    // 120 + 0 x 0.9 + 80 x 0.25 of 200
    expect(valueOf(footprint, 'hourly.cfe.with-grid')).toBe('0.7');
    expect(valueOf(footprint, 'hourly.cfe.with-annual-grid')).toBe('0.76');
  });

  test('an hour without a share leaves no figure', () => {
    const hourly = { start: '2025-01-01T00:00:00Z', carbon_free: ['0.9', null] };
    const footprint = of(site, {
      factorSets: sets({ ...mixRow, hourly }),
      factors: { location: ['test'], mix: ['test'], hourly: 'use', other_year: 'refuse' },
    });
    expect(valueOf(footprint, 'hourly.cfe.with-grid')).toBe('ACC-HOURLY');
  });
});

describe('metered generation', () => {
  test('of a contract counts as certificates do', () => {
    const footprint = of(hourlySite([100n, 100n], { made: [300n, 60n] }));
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.00016');
  });

  test('an hour without a reading covers no load, and that is said', () => {
    const footprint = of(hourlySite([100n, 100n], { made: [undefined, 60n] }));
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.00006');
    expect(messagesOf(footprint, 'ACC-HOURLY')).toEqual([
      'Generation of meter park has no reading for 1 hour of the period, which cover no load; add them.',
    ]);
  });

  test('does not count beside certificates of the same contract', () => {
    const footprint = of(hourlySite([100n], { made: [80n], granular: bundles(HOURS(1), [30n]) }));
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.00003');
    expect(messagesOf(footprint, 'ACC-HOURLY')).toEqual([
      'Generation of meter park was not laid against load hour by hour; granular certificates of contract wind-deal stand for the same energy and count instead.',
    ]);
  });

  test.each([
    [
      'another grid',
      { grid: 'test:OTHER' },
      /its plant feeds into test:OTHER, and alpha stands on test:GRID/,
    ],
    ['attributes that are sold', { grid: 'test:GRID', attributes: 'sold' }, /attributes are sold/],
    [
      'criteria without an answer',
      { grid: 'test:GRID', criteria: {} },
      /criterion 1: .* is not answered/,
    ],
    [
      'a fuel without a rate',
      { grid: 'test:GRID', technology: 'gas' },
      /no emission rate is written for its technology, gas/,
    ],
    [
      'credits',
      { grid: 'test:GRID', technology: 'credit-backed' },
      /backed by credits, which are no energy/,
    ],
  ] as const)('%s covers nothing', (_, more, message) => {
    const footprint = of(hourlySite([100n], { made: [80n], contracts: [contract(more)] }));
    expect(valueOf(footprint, 'hourly.matched')).toBe('0');
    expect(messagesOf(footprint, 'ACC-HOURLY')).toEqual([expect.stringMatching(message)]);
  });

  test('a contract that does not name its grid covers nothing until it does', () => {
    const footprint = of(hourlySite([100n], { made: [80n], contracts: [contract()] }));
    expect(valueOf(footprint, 'hourly.matched')).toBe('0');
    expect(messagesOf(footprint, 'ACC-HOURLY')[0]).toMatch(
      /does not name the grid .*; add grid to it/,
    );
  });
});

describe('generation at the site', () => {
  const solar = {
    id: 'roof',
    site: 'alpha',
    measures: 'on-site-generation',
    technology: 'solar',
    attributes: 'retained',
  } as const;
  const span = HOURS(2);
  const own = (more: object, fedIn: readonly bigint[] = [30n, 0n]) =>
    of(
      hourlySite([10n, 100n], {
        plantMeters: [{ ...solar, ...more }],
        generationColumns: new Map([['roof', wattHours('roof.generation', span, [80n, 20n])]]),
        exportColumns: new Map([['main', wattHours('main.export', span, fedIn)]]),
      }),
    );

  test('what was made and not fed in is load and covers itself: 10 + 50, 100 + 20', () => {
    const footprint = own({});
    expect(valueOf(footprint, 'hourly.load')).toBe('0.00018');
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.00007');
    expect(valueOf(footprint, 'hourly.surplus')).toBe('0');
  });

  test('export of one hour takes nothing from another', () => {
    const footprint = own({}, [200n, 0n]);
    expect(valueOf(footprint, 'hourly.load')).toBe('0.00013');
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.00002');
  });

  test('of sold attributes is load and covers nothing', () => {
    const footprint = own({ attributes: 'sold' });
    expect(valueOf(footprint, 'hourly.load')).toBe('0.00018');
    expect(valueOf(footprint, 'hourly.matched')).toBe('0');
  });

  test('of fuel covers load and is not carbon-free', () => {
    const footprint = own({ technology: 'gas' });
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.00007');
    expect(valueOf(footprint, 'hourly.cfe.contracted')).toBe('0');
  });
});

describe('what is not known', () => {
  test('a month with an hour of load that was not read is not matched', () => {
    const footprint = of(hourlySite([100n, undefined], { made: [80n, 80n] }));
    expect(valueOf(footprint, 'hourly.matched')).toBe('ACC-HOURLY');
    expect(messagesOf(footprint, 'ACC-HOURLY')).toEqual([
      'The load of alpha is not known for every hour of 2025-01, of which nothing is matched hour by hour; add the missing readings.',
    ]);
  });

  test('a connection without readings', () => {
    const footprint = of(hourlySite([100n], { made: [80n], energyColumns: new Map() }));
    expect(valueOf(footprint, 'hourly.share')).toBe('ACC-HOURLY');
    expect(messagesOf(footprint, 'ACC-HOURLY')).toEqual([
      'Connection main of alpha has no readings, so nothing can be matched hour by hour; add them.',
    ]);
  });

  test('a site of which nothing is known by the hour says so when it is asked, and is silent else', () => {
    const footprint = footprintOf();
    expect(valueOf(footprint, 'hourly.matched')).toBe('ACC-HOURLY');
    expect(valueOf(footprint, 'draft.mbm-2027.co2e')).toBe('ACC-HOURLY');
    expect(messagesOf(footprint, 'ACC-HOURLY')).toEqual([]);
    expect(footprint.sites[0]?.columns ?? []).toEqual([]);
  });

  test('bundles that do not say whether they are releases from storage', () => {
    const { isStorage, ...unsaid } = bundle(HOURS(1), 0, 30n);
    const footprint = of(hourlySite([100n], { granular: [unsaid] }));
    expect(isStorage).toBe(false);
    expect(valueOf(footprint, 'hourly.matched')).toBe('0.00003');
    expect(messagesOf(footprint, 'ACC-HOURLY')).toEqual([
      '1 bundle of granular certificates of wind-deal do not say whether they are releases from storage; they stand among production.',
    ]);
  });

  test('a plant without readings is left out of load and generation', () => {
    const roof = { id: 'roof', site: 'alpha', measures: 'on-site-generation' } as const;
    const footprint = of(
      hourlySite([100n], {
        plantMeters: [PLANT, { ...roof, technology: 'solar', attributes: 'retained' }],
        generationColumns: new Map([['park', wattHours('park.generation', HOURS(1), [80n])]]),
      }),
    );
    expect(valueOf(footprint, 'hourly.load')).toBe('0.0001');
    expect(messagesOf(footprint, 'ACC-HOURLY')[0]).toMatch(/^Meter roof of alpha has no readings/);
  });
});

test('figures are at the entity’s share; hours are of the clock', () => {
  const share = { percent: exact('50'), evidence: evidence('workspace.yaml', 4) };
  const footprint = of(hourlySite([100n, 100n], { made: [300n, 60n], share }));
  expect(valueOf(footprint, 'hourly.matched')).toBe('0.00008');
  expect(valueOf(footprint, 'hourly.share')).toBe('0.8');
  expect(valueOf(footprint, 'hourly.hours-matched')).toBe('1');
});

describe('the draft of the market-based method', () => {
  const residual = factorRow({
    id: 'residual',
    answers: { use: 'residual', grid: 'test:GRID', year: 2025 },
    co2_kg: '600',
    ch4_kg: '0',
    n2o_kg: '0',
  });
  const fossil = factorRow({
    id: 'fossil',
    answers: { use: 'fossil', grid: 'test:GRID', year: 2025 },
    co2_kg: '800',
    ch4_kg: '0',
    n2o_kg: '0',
  });
  const MWH = 1_000_000n;
  const site = hourlySite([MWH, MWH], { made: [3n * MWH, MWH / 4n] });
  const draft = (rows: readonly (typeof residual)[], more: Partial<SiteInputs> = {}) =>
    valueOf(
      of(
        { ...site, ...more },
        {
          factorSets: [factorSet([factorRow(), ...rows])],
          factors: {
            location: ['test'],
            residual: ['test'],
            fossil: ['test'],
            other_year: 'refuse',
          },
        },
      ),
      'draft.mbm-2027.co2e',
    );

  test('load that nothing covers in its hour stands at the residual mix: 0.75 MWh x 600', () => {
    expect(draft([residual, fossil])).toBe('0.45');
  });

  test('without a residual mix at fossil plant alone, never at the grid average: 0.75 x 800', () => {
    expect(draft([fossil])).toBe('0.6');
  });

  test('without either there is no figure', () => {
    expect(draft([])).toBe('ACC-NO-RESIDUAL-MIX');
  });

  test('load that is covered in every hour needs no factor', () => {
    const full = hourlySite([MWH, MWH], { made: [3n * MWH, MWH] });
    expect(draft([], { generationColumns: full.generationColumns ?? new Map() })).toBe('0');
  });

  test('an instrument counts at its own rate: 1.25 MWh x 20 + 0.75 MWh x 600', () => {
    const rate = { co2e_kg_per_mwh: '20', year: 2025, source: 'statement' };
    const biomass = contract({ technology: 'biomass', grid: 'test:GRID', rate });
    expect(draft([residual], { contracts: [biomass] })).toBe('0.475');
  });

  test('certificates of the year change nothing of it, and it nothing of the filed figure', () => {
    const sets = { factorSets: [factorSet([factorRow(), residual])] };
    const plain = of(hourlySite([MWH, MWH]), sets);
    const matched = of(site, sets);
    const filed = valueOf(plain, 'scope2.market.co2e');
    expect(filed).toBe('1.2');
    expect(valueOf(matched, 'scope2.market.co2e')).toBe(filed);
  });
});

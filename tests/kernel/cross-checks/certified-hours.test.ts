import { certifiedHours } from '../../../src/kernel/cross-checks/certified-hours.ts';
import { contract } from '../sample.ts';
import { bundle, bundles, HOURS, hourlySite } from '../hourly/samples.ts';

/* A wind contract of 2 MW for a site that uses 1 MWh in each of 24 hours from midnight of UTC. */
const SPAN = HOURS(24);
const LOAD = Array.from({ length: 24 }, () => 1_000_000n);
const only = (hour: number, wh: bigint) =>
  Array.from({ length: 24 }, (_, i) => (i === hour ? wh : 0n));
const wind = (capacity_mw?: string) => [
  contract({ grid: 'test:GRID', ...(capacity_mw !== undefined && { capacity_mw }) }),
];
const solar = [contract({ grid: 'test:GRID', technology: 'solar', capacity_mw: '2' })];

const texts = (site: Parameters<typeof certifiedHours>[0], severity: string) =>
  certifiedHours(site)
    .filter((one) => one.severity === severity)
    .map(({ code, message }) => `${code}: ${message}`);

describe('against the capacity of the plant', () => {
  test.each([
    [2_000_000n, 0],
    [2_000_001n, 1],
  ])('%i Wh in an hour at 2 MW', (wh, count) => {
    const certified = hourlySite(LOAD, {
      granular: bundles(SPAN, only(12, wh)),
      contracts: wind('2'),
    });
    expect(texts(certified, 'quality')).toHaveLength(count);
    const generated = hourlySite(LOAD, { made: only(12, wh), contracts: wind('2') });
    expect(texts(generated, 'quality')).toHaveLength(count);
  });

  test('the numbers stand in the message, and parts of one hour are added', () => {
    const granular = [
      bundle(SPAN, 12, 1_500_000n, { issuance: 'a' }),
      bundle(SPAN, 12, 1_500_000n, { issuance: 'b' }),
    ];
    expect(texts(hourlySite(LOAD, { granular, contracts: wind('2') }), 'quality')).toEqual([
      'ACC-CERTIFIED-HOUR: By the granular certificates, contract wind-deal gave more than the 2 MW of its plant in 1 hour, the first 2025-01-01T12:00:00Z with 3 MWh; correct the records or capacity_mw.',
    ]);
  });

  test('a bundle that stands twice is held once', () => {
    const one = bundle(SPAN, 12, 1_500_000n);
    const site = hourlySite(LOAD, { granular: [one, { ...one }], contracts: wind('2') });
    expect(texts(site, 'quality')).toEqual([]);
  });

  test('without a stated capacity there is no independent data', () => {
    const site = hourlySite(LOAD, { granular: bundles(SPAN, only(12, 5n)), contracts: wind() });
    expect(texts(site, 'info').join()).toContain(
      'ACC-NO-INDEPENDENT-DATA: The granular certificates of contract wind-deal against the capacity of its plant could not be checked',
    );
  });
});

describe('against the load of the site', () => {
  test('a surplus of its hour is told', () => {
    const cells = only(12, 1_400_000n).map((wh, i) => (i === 3 ? 400_000n : wh));
    const site = hourlySite(LOAD, { granular: bundles(SPAN, cells), contracts: wind('2') });
    expect(texts(site, 'info').join()).toContain(
      'In 2 hours of alpha with readings and hourly certificates or generation, these are 0.4 MWh more than its load in 1 hour',
    );
  });

  test('the load itself is no surplus', () => {
    const site = hourlySite(LOAD, {
      granular: bundles(SPAN, only(12, 1_000_000n)),
      contracts: wind('2'),
    });
    expect(texts(site, 'info').join()).toContain('never more than its load');
  });

  test('generation of the contract that is certified is not held a second time', () => {
    const site = hourlySite(LOAD, {
      ...{ made: only(12, 900_000n), granular: bundles(SPAN, only(12, 900_000n)) },
      contracts: wind('2'),
    });
    expect(texts(site, 'info').join()).toContain('never more than its load');
  });

  test('without readings there is no independent data', () => {
    const site = hourlySite(LOAD, {
      ...{ granular: bundles(SPAN, only(12, 1n)), contracts: wind('2') },
      energyColumns: new Map(),
    });
    expect(texts(site, 'info').join()).toContain('its connections have no readings');
  });
});

describe('the sun at night', () => {
  test.each([
    [0, 1],
    [2, 1],
    [3, 0],
    [12, 0],
    [23, 0],
  ])('in the hour from %i o’clock', (hour, count) => {
    const site = hourlySite(LOAD, {
      granular: bundles(SPAN, only(hour, 500n)),
      contracts: solar,
    });
    expect(texts(site, 'quality')).toHaveLength(count);
  });

  test('wind blows at night', () => {
    const site = hourlySite(LOAD, { made: only(1, 500n), contracts: wind('2') });
    expect(texts(site, 'quality')).toEqual([]);
  });
});

test('nothing contracted by the hour, nothing said', () => {
  expect(certifiedHours(hourlySite(LOAD))).toEqual([]);
});

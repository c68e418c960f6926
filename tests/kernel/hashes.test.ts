import { exact } from '../../src/units/rational.ts';
import {
  bill,
  calendar,
  factorRow,
  factorSet,
  fleet,
  footprintOf,
  hashes,
  MAIN,
  messagesOf,
  midnight,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

/*
 * One day at 1 PH/s on 20 kW: 480 kWh, 24 PH/s·h, 20 J/TH; at 400 g CO2e/kWh 8 kg CO2e per PH/s·h and 2.2222 mg/TH
 * (methods, section 4.1).
 */
const DAY = calendar('2025-01-01', '2025-01-01');
const FACTORS = [factorSet([factorRow({ co2_kg: '400', ch4_kg: '0', n2o_kg: '0' })])];
const ONE_DAY = {
  calendar: DAY,
  bills: [bill('2025-01-01', '2025-01-01', '480')],
  hashes: hashes(DAY, 1n),
};
const oneDay = (more: Parameters<typeof site>[0] = {}) =>
  footprintOf({ factorSets: FACTORS, sites: [site({ ...ONE_DAY, ...more })] });

test.each([
  ['hash.volume', '86400000'],
  ['hash.mean-rate', '1'],
  ['hash.coverage', '1'],
  ['efficiency.facility', '20'],
  ['energy.per-hashrate-hour', '20'],
  ['intensity.location', '8'],
  ['intensity.market', '8'],
  ['intensity.location.exact', '0.002222222222222222222222222222222222'],
  ['mining.location.co2e', '0.192'],
])('20 J/TH at 400 g/kWh: %s is %s', (metric, expected) => {
  expect(valueOf(oneDay(), metric)).toBe(expected);
});

test('without hashrate no figure per hash is given', () => {
  const footprint = oneDay({ hashes: undefined });
  expect(valueOf(footprint, 'efficiency.facility')).toBe('ACC-NO-HASHES');
  expect(valueOf(footprint, 'intensity.location')).toBe('ACC-NO-HASHES');
  expect(messagesOf(footprint, 'ACC-NO-HASHES')).toHaveLength(1);
});

test('a site without mining has no hashes to miss', () => {
  const footprint = oneDay({ hashes: undefined, meters: [{ ...MAIN, use: 'compute' }] });
  expect(messagesOf(footprint, 'ACC-NO-HASHES')).toEqual([]);
});

test('no hashes at all give no figure, never the raw energy (R18)', () => {
  const footprint = oneDay({ hashes: hashes(DAY, 0n) });
  expect(valueOf(footprint, 'efficiency.facility')).toBe('ACC-ZERO-DENOMINATOR');
  expect(valueOf(footprint, 'intensity.market.exact')).toBe('ACC-ZERO-DENOMINATOR');
});

test('gaps lower the coverage; hashes are never scaled up; the fleet gives the upper bound', () => {
  const footprint = oneDay({ hashes: hashes(DAY, 1n, (hour) => hour < 18), fleet: [fleet()] });
  expect(valueOf(footprint, 'hash.coverage')).toBe('0.75');
  expect(valueOf(footprint, 'hash.volume')).toBe('64800000');
  expect(valueOf(footprint, 'hash.mean-rate')).toBe('1');
  // and 6 hours of 5 machines at 200 TH/s
  expect(valueOf(footprint, 'hash.volume.upper')).toBe('86400000');
  expect(messagesOf(footprint, 'ACC-HASH-COVERAGE')[0]).toMatch(
    /75% .* may not be called measured/,
  );
});

test.each([
  [23, /95.8%/, 0],
  [22, /91.7% .* are estimated/, 1],
  [19, /79.2% .* may not be called measured/, 1],
])('%i of 24 hours known', (known, message, count) => {
  const found = messagesOf(
    oneDay({ hashes: hashes(DAY, 1n, (hour) => hour < known) }),
    'ACC-HASH-COVERAGE',
  );
  expect(found).toHaveLength(count);
  expect(found.every((text) => message.test(text))).toBe(true);
});

test('without a fleet there is no upper bound', () => {
  expect(valueOf(oneDay(), 'hash.volume.upper')).toBe('ACC-FLEET-DATA');
  expect(valueOf(oneDay(), 'fleet.rated-rate')).toBe('ACC-FLEET-DATA');
});

test('machines count while they are in service', () => {
  const noon = midnight('2025-01-01', 'UTC') + 12 * 3600;
  const footprint = oneDay({ fleet: [fleet({ to: noon }), fleet({ count: 10n, from: noon })] });
  // half a day at 1 PH/s, half at 2 PH/s
  expect(valueOf(footprint, 'fleet.rated-rate')).toBe('1.5');
});

test('rates of sites are added and ratios taken of sums, never averaged', () => {
  const beta = site({
    ...ONE_DAY,
    site: { id: 'beta' },
    meters: [{ ...MAIN, site: 'beta' }],
    bills: [bill('2025-01-01', '2025-01-01', '2880')],
    hashes: hashes(DAY, 3n),
  });
  const footprint = footprintOf({ factorSets: FACTORS, sites: [site(ONE_DAY), beta] });
  expect(valueOf(footprint, 'hash.mean-rate')).toBe('4');
  expect(valuesOf(footprint, { metric: 'efficiency.facility', by: ['site'] })).toEqual({
    alpha: '20',
    beta: '40',
  });
  // 3,360 kWh over 96 PH/s·h; the mean of 20 and 40 would be 30
  expect(valueOf(footprint, 'efficiency.facility')).toBe('35');
  expect(valueOf(footprint, 'hash.coverage')).toBe('1');
});

test('hashes of two algorithms are never added', () => {
  const scrypt = { ...hashes(DAY, 1n), algorithm: 'scrypt' };
  const meters = [{ ...MAIN, site: 'beta' }];
  const beta = site({ ...ONE_DAY, site: { id: 'beta' }, meters, hashes: scrypt });
  const footprint = footprintOf({ factorSets: FACTORS, sites: [site(ONE_DAY), beta] });
  expect(valueOf(footprint, 'hash.volume')).toBe('ACC-NO-HASHES');
  expect(valueOf(footprint, 'hash.mean-rate')).toBe('ACC-NO-HASHES');
  expect(valueOf(footprint, 'efficiency.facility')).toBe('ACC-NO-HASHES');
  expect(valuesOf(footprint, { metric: 'hash.mean-rate', by: ['site'] })).toEqual({
    alpha: '1',
    beta: '1',
  });
});

test('emissions per hash are those of mining alone', () => {
  const footprint = oneDay({
    meters: [
      MAIN,
      { id: 'ai', site: 'alpha', measures: 'it-load', part_of: 'main', use: 'compute' },
    ],
    bills: [
      bill('2025-01-01', '2025-01-01', '960'),
      bill('2025-01-01', '2025-01-01', '480', { meter: 'ai' }),
    ],
  });
  expect(valueOf(footprint, 'intensity.location')).toBe('8');
  expect(valueOf(footprint, 'efficiency.facility')).toBe('20');
  expect(valueOf(footprint, 'scope2.location.co2e')).toBe('0.384');
});

describe('plausibility', () => {
  const joules = (kwh: string, more: Parameters<typeof site>[0] = {}) =>
    oneDay({ bills: [bill('2025-01-01', '2025-01-01', kwh)], ...more })
      .findings.filter(({ code }) => code === 'ACC-J-PER-TH')
      .map(({ severity }) => severity);

  test.each([
    ['119.9', ['critical']],
    ['120', ['quality']],
    ['215.9', ['quality']],
    ['216', []],
    ['2640', []],
    ['2641', ['quality']],
    ['4800', ['quality']],
    ['4801', ['critical']],
  ])('%s kWh over 24 PH/s·h', (kwh, severities) => {
    expect(joules(kwh)).toEqual(severities);
  });

  test('bounds of SHA-256 are not held against another algorithm', () => {
    const scrypt = { ...hashes(DAY, 1n), algorithm: 'scrypt' };
    expect(joules('48000000', { hashes: scrypt })).toEqual([]);
  });

  // five machines of 3,500 W and 200 TH/s: 17.5 J/TH
  test.each([['335', 'quality'], ['336'], ['567'], ['568', 'quality']])(
    '%s kWh against a rating of 17.5 J/TH',
    (kwh, ...severities) => {
      expect(joules(kwh, { fleet: [fleet()] })).toEqual(severities);
    },
  );

  test('more hashes than the fleet can compute', () => {
    const rated = (hashrateThs: string) =>
      messagesOf(
        oneDay({ fleet: [fleet({ hashrateThs: exact(hashrateThs) })] }),
        'ACC-RATED-HASHRATE',
      );
    expect(rated('173')[0]).toContain('1.156 times');
    expect(rated('174')).toEqual([]);
  });

  test('more energy than the connection carries', () => {
    const at = (connected_mw: string) =>
      messagesOf(oneDay({ site: { connected_mw } }), 'ACC-CONNECTED');
    expect(at('0.0199')[0]).toContain('0.48 MWh');
    expect(at('0.02')).toEqual([]);
  });

  test('a check without its other side says so', () => {
    const lacks = messagesOf(oneDay(), 'ACC-NO-INDEPENDENT-DATA');
    expect(lacks).toHaveLength(6);
    expect(lacks).toContain(
      'Energy of alpha against its connection could not be checked: connected_mw is not stated.',
    );
  });
});

import fc from 'fast-check';
import type { Footprint } from '../../src/kernel/footprint.ts';
import { measure } from '../../src/kernel/measure.ts';
import { METRICS } from '../../src/kernel/metrics.ts';
import { closeLedger, recompute } from '../../src/kernel/ledger.ts';
import { exact, ratio } from '../../src/units/rational.ts';
import { roundedText } from '../../src/units/rounding.ts';
import {
  bill,
  calendar,
  factorRow,
  factorSet,
  footprintOf,
  fuelRow,
  fuelUse,
  gwpSet,
  HASH,
  hashes,
  MAIN,
  site,
  valueOf,
} from './sample.ts';

/*
 * One day at 1 PH/s on 20 kW: 20 J/TH at 0.400 kg CO2e/kWh. Every expected number is a cell of the table of intensities:
 * e/3.6e6, e f 1e6/3.6e6, e, e f, 8.76 e, 8.76 e f, 0.024 e.
 */
const DAY = calendar('2025-01-01', '2025-01-01');
const FACTORS = [
  factorSet([
    factorRow({ co2_kg: '400', ch4_kg: '0', n2o_kg: '0' }),
    factorRow({
      id: 'TEST-24',
      answers: { use: 'location', grid: 'test:GRID', year: 2024 },
      co2_kg: '400',
      ch4_kg: '0',
      n2o_kg: '0',
    }),
  ]),
];
const GWP = gwpSet();

function oneDay(more: Parameters<typeof site>[0] = {}, day = DAY, date = '2025-01-01'): Footprint {
  const own = { calendar: day, bills: [bill(date, date, '480')], hashes: hashes(day, 1n) };
  return footprintOf({ factorSets: FACTORS, sites: [site({ ...own, ...more })] });
}

function taken(footprint: Footprint, metric: string): string {
  const { measurements, missing } = measure(footprint, { metric, gwp: GWP });
  const value = measurements[0]?.step.value;
  return value ? roundedText(value, { decimals: 10, mode: 'half-even' }) : (missing?.code ?? '');
}

const fixed = (text: string) => roundedText(exact(text), { decimals: 10, mode: 'half-even' });

test.each([
  ['energy.per-terahash', '0.0000055556', 'kWh/TH'],
  ['energy.per-hashrate-hour', '20', 'kWh/(PH/s·h)'],
  ['energy.per-hashrate-day', '0.48', 'kWh/(TH/s·d)'],
  ['energy.per-hashrate-year', '175.2', 'kWh/(TH/s·yr)'],
  ['intensity.location', '8', 'kg CO2e/(PH/s·h)'],
  ['intensity.location.milligrams', '2.2222222222', 'mg CO2e/TH'],
  ['intensity.location.per-hashrate-year', '70.08', 'kg CO2e/(TH/s·yr)'],
  ['intensity.market.milligrams', '2.2222222222', 'mg CO2e/TH'],
  ['intensity.market.per-hashrate-year', '70.08', 'kg CO2e/(TH/s·yr)'],
])('20 J/TH at 0.400 kg/kWh: %s is %s %s', (metric, expected, unit) => {
  expect(taken(oneDay(), metric)).toBe(fixed(expected));
  expect(METRICS.find(({ id }) => id === metric)?.unit).toBe(unit);
});

test('a leap year has its own seconds: 366 days of 0.48 kWh are 175.68', () => {
  const day = calendar('2024-01-01', '2024-01-01');
  const leap = oneDay({}, day, '2024-01-01');
  expect(taken(leap, 'energy.per-hashrate-year')).toBe(fixed('175.68'));
  expect(taken(leap, 'intensity.location.per-hashrate-year')).toBe(fixed('70.272'));
});

test('a day on which the clock moves has 23 hours, and none of them is invented', () => {
  const day = calendar('2025-03-09', '2025-03-09', 'America/Chicago');
  expect(day.end - day.start).toBe(23 * 3600);
  const short = oneDay(
    {
      site: { zone: 'America/Chicago' },
      bills: [bill('2025-03-09', '2025-03-09', '460', { zone: 'America/Chicago' })],
    },
    day,
    '2025-03-09',
  );
  expect(taken(short, 'hash.volume')).toBe(fixed('82800000'));
  expect(taken(short, 'energy.per-hashrate-day')).toBe(fixed('0.48'));
});

describe('the boundary of the numerator', () => {
  const EQUIPMENT = {
    meters: [
      MAIN,
      { id: 'asics', site: 'alpha', measures: 'it-load', part_of: 'main', use: 'mining' },
    ],
    bills: [
      bill('2025-01-01', '2025-01-01', '480'),
      bill('2025-01-01', '2025-01-01', '400', { meter: 'asics' }),
    ],
  } as const;

  test('equipment alone: 400 of 480 kWh', () => {
    const footprint = oneDay(EQUIPMENT);
    expect(taken(footprint, 'energy.equipment.per-hashrate-hour')).toBe(fixed('16.6666666667'));
    expect(taken(footprint, 'intensity.location.equipment')).toBe(fixed('6.6666666667'));
    expect(taken(footprint, 'intensity.location')).toBe(fixed('8'));
  });

  // 10.26 mmBtu of gas, with CO2, CH4 and N2O
  const BURNED = {
    fuels: [fuelUse('10000', 'scf', { first: '2025-01-01', last: '2025-01-01' })],
  };
  const withGas = (more: Parameters<typeof site>[0] = {}) =>
    footprintOf({
      factorSets: [...FACTORS, factorSet([fuelRow()], { publisher: 'fuels' })],
      factors: { location: ['test'], combustion: ['fuels'], other_year: 'refuse' },
      sites: [
        site({
          calendar: DAY,
          bills: [bill('2025-01-01', '2025-01-01', '480')],
          hashes: hashes(DAY, 1n),
          ...BURNED,
          ...more,
        }),
      ],
    });

  test('Scope 1 is added whole where all energy serves mining', () => {
    const footprint = withGas();
    const direct = exact(taken(footprint, 'scope1.co2e')).mul(1000n);
    const expected = exact('192').add(direct).div(24n);
    expect(direct.n).not.toBe(0n);
    expect(taken(footprint, 'intensity.location.with-scope1')).toBe(
      roundedText(expected, { decimals: 10, mode: 'half-even' }),
    );
    expect(taken(footprint, 'intensity.market.with-scope1')).toBe(
      taken(footprint, 'intensity.location.with-scope1'),
    );
  });

  test('half of it where half of the energy serves mining', () => {
    const other = [
      MAIN,
      { id: 'ai', site: 'alpha', measures: 'it-load', part_of: 'main', use: 'compute' },
    ] as const;
    const footprint = withGas({
      meters: other,
      bills: [
        bill('2025-01-01', '2025-01-01', '960'),
        bill('2025-01-01', '2025-01-01', '480', { meter: 'ai' }),
      ],
    });
    const direct = exact(taken(footprint, 'scope1.co2e')).mul(500n);
    expect(taken(footprint, 'intensity.location.with-scope1')).toBe(
      roundedText(exact('192').add(direct).div(24n), { decimals: 10, mode: 'half-even' }),
    );
  });

  test('the value chain is added in the categories that are computed: losses of the grid', () => {
    const footprint = withGas({
      site: { grid_loss: { fraction: '0.05', source: 'a statement made for tests' } },
    });
    const chain = exact(taken(footprint, 'scope3.co2e')).mul(1000n);
    const direct = exact(taken(footprint, 'scope1.co2e')).mul(1000n);
    expect(chain.n).not.toBe(0n);
    const whole = exact('192').add(direct).add(chain).div(24n);
    const given = exact(taken(footprint, 'intensity.location.with-scope3'));
    // the totals stand with ten decimals here
    expect(given.sub(whole).abs().lt(exact('0.00001'))).toBe(true);
  });

  test('where nothing states direct sources there is no figure with Scope 1, and the others stand', () => {
    const footprint = oneDay();
    expect(taken(footprint, 'intensity.location.with-scope1')).toBe('ACC-NO-DIRECT-SOURCES');
    expect(taken(footprint, 'intensity.location')).toBe(fixed('8'));
  });

  test('the trace computes again', () => {
    const { measurements } = measure(withGas(), {
      metric: 'intensity.location.with-scope1',
      gwp: GWP,
    });
    const steps = measurements.map(({ step }) => step);
    expect(steps.map(({ unit }) => unit)).toEqual(['kg CO2e/(PH/s·h)']);
    const { volume } = hashes(DAY, 1n);
    const { document } = closeLedger(
      steps,
      [volume],
      new Map([[volume.id, { file: 'hours.csv', file_sha256: HASH }]]),
    );
    const again = recompute(document, [volume]);
    expect(again.values.size).toBeGreaterThan(20);
    expect(again.differences).toEqual([]);
  });
});

const PAIRS: readonly (readonly [string, string, string])[] = [
  ['efficiency.facility', 'energy.per-hashrate-hour', '1'],
  ['efficiency.facility', 'energy.per-hashrate-day', '0.024'],
  ['efficiency.facility', 'energy.per-hashrate-year', '8.76'],
  ['intensity.location', 'intensity.location.per-hashrate-year', '8.76'],
  ['intensity.location.exact', 'intensity.location.milligrams', '1000'],
];

test('units of one intensity differ by an exact factor, whatever the data (1,000 runs)', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 50n), (kwh, phs) => {
      const footprint = oneDay({
        bills: [bill('2025-01-01', '2025-01-01', kwh.toString())],
        hashes: hashes(DAY, phs),
      });
      const values = new Map(
        [...new Set(PAIRS.flatMap(([one, other]) => [one, other]))].map((metric) => [
          metric,
          measure(footprint, { metric, gwp: GWP }).measurements[0]?.step.value ?? ratio(-1n),
        ]),
      );
      for (const [one, other, factor] of PAIRS) {
        expect(
          values
            .get(other)
            ?.div(values.get(one) ?? ratio(1n))
            .toFraction(),
        ).toBe(exact(factor).toFraction());
      }
    }),
    { numRuns: 1000 },
  );
});

test('an intensity of two algorithms is not given', () => {
  const beta = site({
    site: { id: 'beta' },
    calendar: DAY,
    meters: [{ ...MAIN, site: 'beta' }],
    bills: [bill('2025-01-01', '2025-01-01', '480')],
    hashes: { ...hashes(DAY, 1n), algorithm: 'scrypt' },
  });
  const alpha = site({
    calendar: DAY,
    bills: [bill('2025-01-01', '2025-01-01', '480')],
    hashes: hashes(DAY, 1n),
  });
  const footprint = footprintOf({ factorSets: FACTORS, sites: [alpha, beta] });
  for (const metric of ['energy.per-hashrate-year', 'intensity.market.milligrams']) {
    expect(valueOf(footprint, metric)).toBe('ACC-NO-HASHES');
  }
});

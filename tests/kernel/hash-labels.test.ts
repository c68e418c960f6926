import fc from 'fast-check';
import { hashLabel } from '../../src/kernel/hash-volume.ts';
import { measure } from '../../src/kernel/measure.ts';
import { exact, ratio } from '../../src/units/rational.ts';
import {
  bill,
  calendar,
  column,
  evidence,
  fleet,
  footprintOf,
  hashes,
  MAIN,
  messagesOf,
  midnight,
  site,
} from './sample.ts';

const DAY = calendar('2025-01-01', '2025-01-01');
const ONE_DAY = {
  calendar: DAY,
  bills: [bill('2025-01-01', '2025-01-01', '480')],
  hashes: hashes(DAY, 1n),
};

test.each([
  ['1', 'measured'],
  ['0.95', 'measured'],
  ['0.9499', 'estimated'],
  ['0.80', 'estimated'],
  ['0.7999', 'not-measured'],
  ['0', 'not-measured'],
])('figures per hash at a coverage of %s are %s', (coverage, label) => {
  expect(hashLabel(exact(coverage))).toBe(label);
});

test('limits of the workspace stand in the place of those of the method, and are told', () => {
  const limits = { estimatedBelow: exact('0.99'), notMeasuredBelow: exact('0.9') };
  expect(hashLabel(exact('0.98'), limits)).toBe('estimated');
  const known = hashes(DAY, 1n, (hour) => hour < 23);
  const own = footprintOf({ hashCoverage: limits, sites: [site({ ...ONE_DAY, hashes: known })] });
  expect(messagesOf(own, 'ACC-HASH-COVERAGE')).toEqual([
    'Hashrate of alpha is known for 95.8% of the period; figures per hash are estimated, by the declared limits of 99% and 90%, until the missing hours are added.',
  ]);
  const plain = footprintOf({ sites: [site({ ...ONE_DAY, hashes: known })] });
  expect(messagesOf(plain, 'ACC-HASH-COVERAGE')).toEqual([]);
});

describe('shares of a pool against the hashrate of machines', () => {
  // 86,400,000 TH of the day are 20,116.567... shares of difficulty 1,000,000
  const pool = (shares: bigint) =>
    footprintOf({
      sites: [
        site({
          ...ONE_DAY,
          shares: [
            {
              site: 'alpha',
              start: midnight('2025-01-01', 'UTC'),
              end: midnight('2025-01-02', 'UTC'),
              shares,
              difficulty: exact('1000000'),
              evidence: evidence('shares.csv', 2),
            },
          ],
        }),
      ],
    }).findings.filter(({ code }) => code === 'ACC-POOL-DEVICE');

  test.each([
    // one hundredth more is 20,317.7 shares
    [20_317n, 'info', /not above it by more than 1%/],
    [20_318n, 'quality', /1% more than machines can have sent/],
    [40_233n, 'quality', /100% more than machines can have sent/],
    [19_000n, 'info', /not above it by more than 1%/],
  ])('%i shares: %s', (shares, severity, message) => {
    const found = pool(shares);
    expect(found.map((one) => one.severity)).toEqual([severity]);
    expect(found[0]?.message).toMatch(message);
  });

  test('hours that were not observed are no side of the check', () => {
    const own = site({
      ...ONE_DAY,
      hashes: hashes(DAY, 1n, (hour) => hour !== 5),
      shares: [
        {
          site: 'alpha',
          start: midnight('2025-01-01', 'UTC'),
          end: midnight('2025-01-02', 'UTC'),
          shares: 99_999n,
          difficulty: exact('1000000'),
          evidence: evidence('shares.csv', 2),
        },
      ],
    });
    expect(messagesOf(footprintOf({ sites: [own] }), 'ACC-POOL-DEVICE')).toEqual([]);
  });
});

test('a gap that nothing fills counts as zero, and is in no rule', () => {
  const known = hashes(DAY, 1n, (hour) => hour < 6 || hour >= 12);
  const footprint = footprintOf({ sites: [site({ ...ONE_DAY, hashes: known, fleet: [fleet()] })] });
  const value = (metric: string) =>
    measure(footprint, { metric }).measurements[0]?.step.value.toFraction();
  // six hours of 3,600,000 TH are open: 18 x 3,600,000; at most 5 machines of 200 TH/s in them
  expect(value('hash.volume')).toBe('64800000');
  expect(value('hash.volume.filled')).toBe('0');
  expect(value('hash.volume.upper')).toBe('86400000');
});

test('the point lies from the lower to the upper value, whatever is missing and filled (1,000 runs)', () => {
  const run = fc.record({
    known: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    read: fc.array(fc.option(fc.bigInt(0n, 10n ** 11n)), { minLength: 6, maxLength: 6 }),
    phs: fc.bigInt(0n, 5n),
    machines: fc.bigInt(1n, 20n),
  });
  const start = midnight('2025-01-01', 'UTC');
  const span = { start, end: start + 6 * 3600 };
  const months = [{ id: '2025-01', ...span }];
  const short = { ...DAY, ...span, months };
  fc.assert(
    fc.property(run, ({ known, read, phs, machines }) => {
      const energy = column('main.energy', span, (hour) => read[hour] ?? undefined);
      const own = site({
        calendar: short,
        bills: ONE_DAY.bills,
        meters: [MAIN],
        energyColumns: new Map([['main', energy]]),
        hashes: hashes(span, phs, (hour) => known[hour] === true),
        fleet: [fleet({ count: machines })],
      });
      const footprint = footprintOf({ sites: [own] });
      const value = (metric: string) =>
        measure(footprint, { metric }).measurements[0]?.step.value ?? ratio(-1n);
      const [lower, point, upper] = ['.lower', '', '.upper'].map((which) =>
        value(`hash.volume${which}`),
      );
      expect(lower && point && lower.lte(point)).toBe(true);
      expect(point && upper && point.lte(upper)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

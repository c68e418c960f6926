import fc from 'fast-check';
import {
  rankOf,
  uncertaintyOfProduct,
  uncertaintyOfSharedSum,
  uncertaintyOfSum,
} from '../../../src/kernel/quality/approach-1.ts';
import { splitMix64, xoshiro128 } from '../../../src/kernel/quality/random.ts';
import { uncertaintyOf } from '../../../src/kernel/quality/uncertainty.ts';
import { measure } from '../../../src/kernel/measure.ts';
import type { UncertaintyStatement } from '../../../src/model/documents/workspace.ts';
import {
  contract,
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  gwpSet,
  MAIN,
  monthlyBills,
  site,
} from '../sample.ts';

// 2006 IPCC Guidelines, volume 1, chapter 3, equations 3.1 and 3.2; numbers of the method's own text
test('a product of 2 % and 5 % is 5.385 %, a sum of 100 at 5 % and 200 at 10 % is 6.872 %', () => {
  expect(uncertaintyOfProduct([2, 5])).toBeCloseTo(5.385, 3);
  const terms = [
    { value: 100, percent: 5 },
    { value: 200, percent: 10 },
  ];
  expect(uncertaintyOfSum(terms)).toBeCloseTo(6.872, 3);
  expect(uncertaintyOfSharedSum(terms)).toBeCloseTo(25 / 3, 9);
  expect(uncertaintyOfSum([{ value: 0, percent: 5 }])).toBeUndefined();
});

test('ranks up to 5, 15 and 30 percent', () => {
  expect([5, 5.01, 15, 15.01, 30, 30.01].map(rankOf)).toEqual([
    ...['High', 'Good', 'Good', 'Fair', 'Fair', 'Poor'],
  ]);
});

test('a sum that errs together is never less certain than its worst term', () => {
  const term = fc.record({
    value: fc.double({ min: 0.001, max: 1e9, noNaN: true }),
    percent: fc.double({ min: 0, max: 200, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 9 }), (terms) => {
      const worst = Math.max(...terms.map(({ percent }) => percent));
      const shared = uncertaintyOfSharedSum(terms) ?? NaN;
      expect(shared).toBeLessThanOrEqual(worst * (1 + 1e-9));
      expect(uncertaintyOfSum(terms) ?? NaN).toBeLessThanOrEqual(shared * (1 + 1e-9));
    }),
    { numRuns: 1000 },
  );
});

// first outputs as the authors' reference programs give them
test('the generators are those that are named', () => {
  const next = xoshiro128([1, 2, 3, 4]);
  expect(Array.from({ length: 5 }, next)).toEqual([11520, 0, 5927040, 70819200, 2031721883]);
  const split = splitMix64(1_234_567n);
  expect([split(), split()]).toEqual([6457827717110365317n, 3203168211198807973n]);
});

const evidenceAt = (entry: string) => evidence(entry, 1);
const TWO = [
  site({ site: { id: 'alpha' } }),
  site({
    site: { id: 'beta' },
    meters: [{ ...MAIN, id: 'other', site: 'beta' }],
    contracts: [contract({ site: 'beta', id: 'b' })],
    bills: monthlyBills(() => '200000', { meter: 'other' }).map((one) => ({
      ...one,
      evidence: { ...one.evidence, file: 'beta.csv' },
    })),
  }),
];

function figure(uncertainty: readonly UncertaintyStatement[], more = {}) {
  const footprint = footprintOf({
    sites: TWO,
    quality: { statements: { uncertainty }, evidenceAt },
    ...more,
  });
  const [total] = measure(footprint, {
    metric: 'scope2.location.co2e',
    gwp: gwpSet(),
  }).measurements;
  if (!total || !footprint.quality) throw new Error('the sample has no total');
  return uncertaintyOf(total.step, footprint.quality, 'Scope 2');
}

const of = (name: string, percent: string) => ({ of: name, percent, source: 'a certificate' });

test('sites that share a factor add up their activity first and multiply once', () => {
  // a third of the energy at 5 %, two thirds at 10 %: 6.872 %, then with 4 % of the one factor 7.951 %
  const own = [of('meter main', '5'), of('meter other', '10')];
  const alone = figure([...own, of('factor test/2025', '0')]);
  expect(alone).toMatchObject({ percent: '6.87', rank: 'Good', method: 'approach-1' });
  const both = figure([...own, of('factor test/2025', '4')]);
  expect(both).toMatchObject({ percent: Math.hypot(20.615528 / 3, 4).toFixed(2) });
});

test('rows of a set err apart from one another, one row errs with itself', () => {
  const rows = [
    factorRow({ id: 'A', ch4_kg: '0', n2o_kg: '0' }),
    factorRow({
      ...{ id: 'B', ch4_kg: '0', n2o_kg: '0' },
      answers: { use: 'location', grid: 'test:OTHER', year: 2025 },
    }),
  ];
  const [alpha, beta] = TWO;
  if (!alpha || !beta) throw new Error('the sample has two sites');
  const sites = [alpha, { ...beta, site: { ...beta.site, grid: 'test:OTHER' } }];
  const stated = [of('kind bills', '0'), of('factor test/2025', '9')];
  const apart = figure(stated, { sites, factorSets: [factorSet(rows)] });
  // 9 % of 1/3 and of 2/3: 9 x sqrt(5) / 3
  expect(apart).toMatchObject({ percent: (3 * Math.sqrt(5)).toFixed(2) });
  expect(figure(stated)).toMatchObject({ percent: '9.00' });
});

test('nothing declared is nothing computed, and a part declared says what is not', () => {
  expect(figure([])).toBeUndefined();
  expect(figure([of('meter main', '5')])).toMatchObject({
    missing: {
      code: 'ACC-UNCERTAINTY',
      severity: 'completeness',
      message:
        'The uncertainty of Scope 2 is not given, since none is declared for factor test/2025/TEST and meter other; add it under uncertainty.',
    },
  });
});

test('above 30 % the range is drawn, the same for the same seed, and skewed', () => {
  const stated = [of('kind bills', '2'), of('factor test/2025', '60')];
  const first = figure(stated);
  expect(first).toEqual(figure(stated));
  expect(first).toMatchObject({ method: 'monte-carlo', rank: 'Poor' });
  const { simulation, percent } = first as {
    simulation: { low: number; high: number; seed: string; draws: number };
    percent: string;
  };
  expect(simulation).toMatchObject({ seed: '1', draws: 10_000 });
  // log-normal of mean 1 and deviation 0.6 / 1.96: from exp(-0.0448 - 1.96 x 0.2993) = 0.532 to exp(-0.0448 + 1.96 x 0.2993) = 1.719
  expect(simulation.low).toBeGreaterThan(-49);
  expect(simulation.low).toBeLessThan(-45);
  expect(simulation.high).toBeGreaterThan(68);
  expect(simulation.high).toBeLessThan(76);
  expect(Number(percent)).toBeCloseTo((simulation.high - simulation.low) / 2, 1);
});

import fc from 'fast-check';
import { computeFootprint } from '../../src/kernel/compute-footprint.ts';
import type { Footprint } from '../../src/kernel/footprint.ts';
import type { FootprintInputs, SiteInputs } from '../../src/kernel/inputs.ts';
import { closeLedger, recompute } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import { METRICS } from '../../src/kernel/metrics.ts';
import type { HourColumn } from '../../src/model/column.ts';
import type { Bill, Certificate } from '../../src/model/records.ts';
import { exact, ONE, type Rational, sumOf, ZERO } from '../../src/units/rational.ts';
import {
  bill,
  calendar,
  certificate,
  coinPeriod,
  column,
  contract,
  delivery,
  evidence,
  factorRow,
  factorSet,
  fleet,
  fuelRow,
  fuelUse,
  gwpSet,
  HASH,
  hashes,
  inputs,
  MAIN,
  site,
} from '../kernel/sample.ts';

const RUNS = { numRuns: 120 };
/** Where each run closes a ledger or takes every metric. */
const FEW = { numRuns: 30 };
const SPAN = calendar('2025-01-01', '2025-03-31');
const SERIES = Array.from({ length: 31 }, (_, known) =>
  hashes(SPAN, 3n, (hour) => known > 0 && hour % known !== 0),
);
const MIX = factorRow({
  id: 'MIX',
  answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
  renewable: '0.37',
  carbon_free: '0.46',
});

const kwhText = fc
  .tuple(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, part]) => `${String(whole)}.${String(part).padStart(3, '0')}`);

/** Bills that follow on one another over the quarter, cut at any days. */
const bills: fc.Arbitrary<Bill[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 88 }), { minLength: 0, maxLength: 5 }),
    fc.array(kwhText, { minLength: 6, maxLength: 6 }),
  )
  .map(([cuts, amounts]) => {
    const edges = [0, ...cuts.sort((a, b) => a - b), 90];
    return edges.slice(1).map((end, i) => dayBill(edges[i] ?? 0, end, amounts[i] ?? '0', i + 2));
  });

function dayText(day: number): string {
  const [month, first] = day < 31 ? ['01', 0] : day < 59 ? ['02', 31] : ['03', 59];
  return `2025-${month}-${String(day - first + 1).padStart(2, '0')}`;
}

function dayBill(start: number, end: number, kwh: string, line: number): Bill {
  return bill(dayText(start), dayText(end - 1), kwh, { evidence: evidence('bills.csv', line) });
}

const certificates: fc.Arbitrary<Certificate[]> = fc
  .array(
    fc.record({
      mwh: fc.integer({ min: 1, max: 1500 }),
      month: fc.integer({ min: 0, max: 4 }),
      technology: fc.constantFrom('wind' as const, 'nuclear' as const, 'biomass' as const),
      rate: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
    }),
    { maxLength: 6 },
  )
  .map((lines) =>
    lines.map(({ mwh, month, technology, rate }, i) =>
      certificate({
        energyMwh: exact(String(mwh)),
        vintage: ['2024-12', '2025-01', '2025-02', '2025-03', '2025-04'][month] ?? '',
        technology,
        serialStart: `S${String(i)}-1`,
        serialEnd: `S${String(i)}-9`,
        evidence: evidence('certificates.csv', i + 2),
        ...(rate !== undefined && { emissionFactor: exact(String(rate)) }),
      }),
    ),
  );

function alpha(more: Parameters<typeof site>[0] = {}): SiteInputs {
  return site({ calendar: SPAN, ...more });
}

function quarter(more: Partial<FootprintInputs> = {}): FootprintInputs {
  return inputs({
    period: { start: '2025-01-01', end: '2025-03-31' },
    factorSets: [factorSet([factorRow(), MIX])],
    ...more,
  });
}

const arbitrarySite = fc
  .record({
    bills,
    certificates,
    known: fc.integer({ min: 1, max: 30 }),
    percent: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ known, percent, ...records }) =>
    alpha({
      ...records,
      hashes: SERIES[known],
      fleet: [fleet(), fleet({ count: 7n, evidence: evidence('fleet.csv', 3) })],
      share: { percent: exact(String(percent)), evidence: evidence('workspace.yaml', 4) },
    }),
  );

function total(footprint: Footprint, metric: string): Rational {
  return measure(footprint, { metric, gwp: gwpSet() }).measurements[0]?.step.value ?? ZERO;
}

function ledgerOf(from: FootprintInputs) {
  const footprint = computeFootprint(from);
  const roots = METRICS.flatMap(({ id, dimensions }) =>
    [[], dimensions.slice(-1)].flatMap((by) =>
      measure(footprint, { metric: id, by, gwp: gwpSet() }).measurements.map(({ step }) => step),
    ),
  );
  const columns = from.sites.flatMap(({ hashes: series, energyColumns }): HourColumn[] => [
    ...(series ? [series.volume, series.seconds] : []),
    ...energyColumns.values(),
  ]);
  const files = new Map(columns.map(({ id }) => [id, { file: 'h.csv', file_sha256: HASH }]));
  return { footprint, columns, ...closeLedger(roots, columns, files) };
}

test('the order of input changes neither ids nor values nor findings', () => {
  const shuffled = <T>(items: readonly T[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
  const cases = arbitrarySite.chain((one) =>
    fc
      .tuple(shuffled(one.bills), shuffled(one.certificates), shuffled(one.fleet), fc.boolean())
      .map(([b, c, f, isSwapped]) => ({
        one,
        other: { ...one, bills: b, certificates: c, fleet: f },
        isSwapped,
      })),
  );
  const beta = alpha({ site: { id: 'beta' }, meters: [{ ...MAIN, site: 'beta' }] });
  fc.assert(
    fc.property(cases, ({ one, other, isSwapped }) => {
      const a = ledgerOf(quarter({ sites: [one, beta] }));
      const b = ledgerOf(quarter({ sites: isSwapped ? [beta, other] : [other, beta] }));
      expect(JSON.stringify(b.document)).toBe(JSON.stringify(a.document));
      expect(b.footprint.findings).toEqual(a.footprint.findings);
    }),
    FEW,
  );
});

test('recomputing a ledger finds no differences', () => {
  fc.assert(
    fc.property(arbitrarySite, (one) => {
      const { document, columns } = ledgerOf(quarter({ sites: [one] }));
      expect(recompute(document, columns).differences).toEqual([]);
    }),
    FEW,
  );
});

test('a period split in two adds up to the whole', () => {
  const parts = fc.record({ bills, cut: fc.integer({ min: 1, max: 89 }) });
  fc.assert(
    fc.property(parts, ({ bills: all, cut }) => {
      const of = (first: string, last: string) =>
        computeFootprint(
          quarter({ sites: [site({ calendar: calendar(first, last), bills: all })] }),
        );
      const whole = of('2025-01-01', '2025-03-31');
      const [before, after] = [of('2025-01-01', dayText(cut - 1)), of(dayText(cut), '2025-03-31')];
      for (const metric of ['energy.electricity', 'scope2.location.co2e', 'scope2.market.co2e']) {
        const sum = total(before, metric).add(total(after, metric));
        expect(sum.equals(total(whole, metric))).toBe(true);
      }
    }),
    RUNS,
  );
});

test('months add up to quarters and to the period, whatever is asked', () => {
  const sums = METRICS.filter(
    ({ aggregates, unit }) => aggregates === 'sum' && !unit.endsWith('/s') && unit !== 'kg',
  );
  fc.assert(
    fc.property(arbitrarySite, (one) => {
      const footprint = computeFootprint(quarter({ sites: [one] }));
      for (const { id: metric, dimensions } of sums) {
        for (const dimension of dimensions) {
          const parts = measure(footprint, { metric, by: [dimension], gwp: gwpSet() }).measurements;
          const sum = sumOf(parts.map(({ step }) => step.value));
          expect([metric, dimension, sum.equals(total(footprint, metric))]).toEqual([
            metric,
            dimension,
            true,
          ]);
        }
      }
    }),
    FEW,
  );
});

test('energy and emissions scale with the bills', () => {
  fc.assert(
    fc.property(bills, fc.integer({ min: 2, max: 1000 }), (all, times) => {
      const of = (some: Bill[]) => computeFootprint(quarter({ sites: [alpha({ bills: some })] }));
      const scaled = all.map((one) => ({ ...one, energyKwh: one.energyKwh.mul(times) }));
      const [before, after] = [of(all), of(scaled)];
      for (const metric of ['energy.electricity', 'scope2.location.co2e', 'energy.total']) {
        expect(total(after, metric).equals(total(before, metric).mul(times))).toBe(true);
      }
    }),
    RUNS,
  );
});

test('the unit in which energy is read changes nothing', () => {
  const cells = fc.array(fc.bigInt({ min: 0n, max: 10_000_000n }), {
    minLength: 24,
    maxLength: 24,
  });
  fc.assert(
    fc.property(cells, fc.bigInt({ min: 1n, max: 100_000n }), (wh, scale) => {
      const day = calendar('2025-01-01', '2025-01-01');
      const of = (by: bigint) => {
        const read = column('main.energy', day, (h) => (wh[h] ?? 0n) * 3600n * by, { scale: by });
        const energyColumns = new Map([['main', read]]);
        return computeFootprint(
          quarter({ sites: [site({ calendar: day, bills: [], energyColumns })] }),
        );
      };
      const [one, other] = [
        total(of(1n), 'energy.electricity'),
        total(of(scale), 'energy.electricity'),
      ];
      expect(one.equals(other)).toBe(true);
      expect(one.equals(exact(wh.reduce((a, b) => a + b, 0n)).div(1_000_000))).toBe(true);
    }),
    RUNS,
  );
});

test('without instruments, market-based equals location-based', () => {
  fc.assert(
    fc.property(bills, (all) => {
      const footprint = computeFootprint(quarter({ sites: [alpha({ bills: all })] }));
      const [market, location] = ['scope2.market.co2e', 'scope2.location.co2e'].map((metric) =>
        total(footprint, metric),
      );
      expect(market?.equals(location ?? ONE)).toBe(true);
    }),
    RUNS,
  );
});

/** Marks from 1 to 5, which are no shares. */
const SCORES: ReadonlySet<string> = new Set(['quality.score', 'scope3.quality']);

test('every share lies between 0 and 1, and nothing is negative', () => {
  fc.assert(
    fc.property(arbitrarySite, (one) => {
      const footprint = computeFootprint(quarter({ sites: [one] }));
      for (const { id: metric, unit, dimensions } of METRICS) {
        for (const by of [[], ...dimensions.map((dimension) => [dimension])]) {
          for (const { step } of measure(footprint, { metric, by, gwp: gwpSet() }).measurements) {
            expect([metric, step.value.gte(ZERO)]).toEqual([metric, true]);
            const isShare = unit === '1' && !SCORES.has(metric);
            expect([metric, !isShare || step.value.lte(ONE)]).toEqual([metric, true]);
          }
        }
      }
    }),
    FEW,
  );
});

test('certificates cover no more than load, and what is not allocated is left over', () => {
  fc.assert(
    fc.property(bills, certificates, (all, held) => {
      const footprint = computeFootprint(
        quarter({ sites: [alpha({ bills: all, certificates: held })] }),
      );
      const [energy, allocated, retired] = [
        'energy.electricity',
        'certificates.allocated',
        'certificates.retired',
      ].map((metric) => total(footprint, metric));
      // nothing is left of the one or of the other
      const least = energy?.lt(retired ?? ZERO) ? energy : retired;
      expect(allocated?.equals(least ?? ONE)).toBe(true);
    }),
    RUNS,
  );
});

test('fills keep the hashes between the lower and the upper bound', () => {
  const days = calendar('2025-01-01', '2025-01-05');
  const hour = fc.record({
    rate: fc.bigInt({ min: 0n, max: 9n }),
    seconds: fc.constantFrom(0n, 1800n, 3600n),
  });
  const joules = fc.bigInt({ min: 0n, max: 200_000_000n });
  const records = fc.record({
    hours: fc.array(hour, { minLength: 120, maxLength: 120 }),
    energy: fc.array(fc.option(joules, { nil: undefined, freq: 9 }), {
      minLength: 120,
      maxLength: 120,
    }),
    coins: fc.option(fc.integer({ min: 0, max: 1_000_000_000 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(records, ({ hours, energy, coins }) => {
      const seconds = (h: number) => hours[h]?.seconds ?? 0n;
      const volume = (h: number) => (hours[h]?.rate ?? 0n) * 1_000_000n * seconds(h);
      const known = (value: (h: number) => bigint) => (h: number) =>
        seconds(h) > 0n ? value(h) : undefined;
      const from = quarter({
        sites: [
          site({
            calendar: days,
            bills: [dayBill(0, 5, '100', 2)],
            energyColumns: new Map([['main', column('main.energy', days, (h) => energy[h])]]),
            hashes: {
              algorithm: 'sha256',
              volume: column('alpha.hashes', days, known(volume), {
                quantity: 'hashes',
                unit: 'GH',
              }),
              seconds: column('alpha.seconds', days, known(seconds), {
                quantity: 'seconds',
                unit: 's',
              }),
            },
            fleet: [fleet()],
            coins:
              coins === undefined
                ? []
                : [coinPeriod({ coins: exact(String(coins)), difficulty: exact('0.001') })],
          }),
        ],
      });
      const { footprint, document, columns } = ledgerOf(from);
      const [lower, observed, filled, point, upper] = [
        'hash.volume.lower',
        'hash.volume.observed',
        'hash.volume.filled',
        'hash.volume',
        'hash.volume.upper',
      ].map((metric) => total(footprint, metric));
      expect(lower?.equals(observed ?? ONE)).toBe(true);
      expect(observed?.add(filled ?? ONE).equals(point ?? ZERO)).toBe(true);
      expect(filled?.gte(ZERO)).toBe(true);
      expect(point?.lte(upper ?? ZERO)).toBe(true);
      expect(recompute(document, columns).differences).toEqual([]);
    }),
    FEW,
  );
});

test('certificates, contracts and the remainder add up to the load', () => {
  const amount = fc.integer({ min: 0, max: 3_000_000 }).map((kwh) => exact(String(kwh)).div(1000));
  const records = fc.record({
    bills,
    certificates,
    delivered: fc.array(amount, { maxLength: 4 }),
    hasSupplier: fc.boolean(),
  });
  const rate = { co2e_kg_per_mwh: '12', year: 2025, source: 'statement' };
  const hydro = contract({
    id: 'hydro-deal',
    technology: 'hydro',
    certificate_system: false,
    rate,
  });
  const supplier = contract({ id: 'supplier', kind: 'supplier-rate', rate });
  fc.assert(
    fc.property(records, ({ delivered, hasSupplier, ...records }) => {
      const deliveries = delivered.map((energyMwh, i) =>
        delivery('2025-01-20', '2025-02-10', '0', {
          energyMwh,
          evidence: evidence('d.csv', i + 2),
        }),
      );
      const contracts = [contract(), hydro, ...(hasSupplier ? [supplier] : [])];
      const footprint = computeFootprint(
        quarter({ sites: [alpha({ ...records, contracts, deliveries })] }),
      );
      const parts = measure(footprint, { metric: 'energy.by-source', by: ['month', 'source'] });
      const sum = sumOf(parts.measurements.map(({ step }) => step.value));
      expect(sum.equals(total(footprint, 'energy.electricity'))).toBe(true);
      expect(parts.measurements.every(({ step }) => step.value.gte(ZERO))).toBe(true);
    }),
    RUNS,
  );
});

test('the share that is reported scales every total', () => {
  const LOSS = { site: { grid_loss: { fraction: '0.05', source: 'x' } } } as const;
  // shares of energy and rates per hash, hours of the clock and the power of a connection do not scale
  const scaled = METRICS.filter(
    ({ aggregates, unit, id }) =>
      aggregates === 'sum' && unit !== 'h' && id !== 'scope1.mass' && id !== 'scope2.location.mass',
  );
  const records = fc.record({ bills, certificates, percent: fc.integer({ min: 1, max: 100 }) });
  fc.assert(
    fc.property(records, ({ percent, ...records }) => {
      const part = exact(String(percent));
      const of = (share: Rational) =>
        computeFootprint(
          quarter({
            factorSets: [factorSet([factorRow(), MIX, fuelRow()])],
            sites: [
              alpha({
                ...records,
                ...LOSS,
                hashes: SERIES[30],
                fleet: [fleet()],
                fuels: [fuelUse('5000', 'scf')],
                share: { percent: share, evidence: evidence('workspace.yaml', 4) },
              }),
            ],
          }),
        );
      const [whole, held] = [of(exact('100')), of(part)];
      for (const { id } of scaled) {
        const expected = total(whole, id).mul(part).div(100);
        expect([id, total(held, id).equals(expected)]).toEqual([id, true]);
      }
    }),
    FEW,
  );
});

import fc from 'fast-check';
import { computeFootprint } from '../../src/kernel/compute-footprint.ts';
import { isMissing } from '../../src/kernel/figure.ts';
import type { Footprint, SiteFootprint } from '../../src/kernel/footprint.ts';
import type { FootprintInputs, SiteInputs } from '../../src/kernel/inputs.ts';
import type { Contract, Meter } from '../../src/model/documents/workspace.ts';
import type { Certificate } from '../../src/model/records.ts';
import type { ResoldPower, SupplierMix } from '../../src/model/source-records.ts';
import { exact, ONE, type Rational, sumOf, ZERO } from '../../src/units/rational.ts';
import {
  calendar,
  certificate,
  column,
  contract,
  delivery,
  evidence,
  factorRow,
  factorSet,
  inputs,
  site,
  valueOf,
} from '../kernel/sample.ts';

/*
 * Two days at the turn of a month, so that a site has two months. Energy is in whole MWh by the hour; the grid is at
 * 400 kg, the residual mix at 450.
 */
const RUNS = { numRuns: 1000 };
const SPAN = calendar('2025-01-31', '2025-02-01');
const MWH = 3_600_000_000n;
const PLAIN = { ch4_kg: '0', n2o_kg: '0' } as const;
const SETS = [
  factorSet([
    factorRow({ ...PLAIN, co2_kg: '400' }),
    factorRow({
      ...PLAIN,
      id: 'US',
      answers: { use: 'residual', grid: 'US', year: 2025 },
      co2_kg: '450',
    }),
    factorRow({
      id: 'MIX',
      answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
      renewable: '0.3',
    }),
  ]),
];

/** Made once: what is drawn for each run stands on it. */
const BASE = site({ calendar: SPAN, bills: [] });
const BOTH_DAYS = delivery('2025-01-31', '2025-02-01', '1');

const WORLD = inputs({
  period: { start: '2025-01-31', end: '2025-02-01' },
  factorSets: SETS,
  sites: [],
});

const worldOf = (sites: readonly SiteInputs[]): FootprintInputs => ({ ...WORLD, sites });

const TECHNOLOGIES = ['wind', 'solar', 'nuclear', 'biomass', 'gas', 'other'] as const;
const technology = fc.constantFrom(...TECHNOLOGIES);
/** Energy that repeats every six hours. */
const shape = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 });

const energy = (id: string, hours: readonly number[]) =>
  column(`${id}.energy`, SPAN, (h) => BigInt(hours[h % 6] ?? 0) * MWH);

const certificates = fc
  .array(
    fc.record({
      mwh: fc.integer({ min: 0, max: 900 }),
      vintage: fc.constantFrom('2024-12', '2025-01', '2025-02'),
      technology,
      rate: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
      first: fc.integer({ min: 1, max: 40 }),
      size: fc.integer({ min: 0, max: 15 }),
      site: fc.constantFrom('alpha', 'beta'),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ mwh, rate, first, size, ...rest }, i) =>
      certificate({
        ...rest,
        contract: `wind-${rest.site}`,
        energyMwh: exact(String(mwh)),
        serialStart: `A-${String(first)}`,
        serialEnd: `A-${String(first + size)}`,
        evidence: evidence('certificates.csv', i + 2),
        ...(rate !== undefined && { emissionFactor: exact(String(rate)) }),
      }),
    ),
  );

const supplier = fc
  .record({
    attributes: fc.constantFrom('retained' as const, 'sold' as const),
    rate: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
    shares: fc.array(fc.tuple(technology, fc.integer({ min: 0, max: 60 })), { maxLength: 3 }),
    delivered: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
    hasSystem: fc.boolean(),
  })
  .map(({ attributes, rate, shares, delivered, hasSystem }) => ({
    contract: (of: string): Contract =>
      contract({
        id: `city-${of}`,
        site: of,
        kind: hasSystem ? 'supplier-rate' : 'ppa',
        attributes,
        certificate_system: hasSystem,
        ...(rate !== undefined && {
          rate: { co2e_kg_per_mwh: String(rate), year: 2025, source: 'label' },
        }),
      }),
    mixes: (of: string): SupplierMix[] =>
      shares.map(([each, percent], i) => ({
        contract: `city-${of}`,
        year: 2025,
        technology: each,
        technologyText: `${each} ${String(i)}`,
        share: exact(String(percent)).div(100),
        evidence: evidence('mix.csv', i + 2),
      })),
    deliveries: (of: string) =>
      delivered === undefined
        ? []
        : [{ ...BOTH_DAYS, energyMwh: exact(String(delivered)), contract: `city-${of}` }],
  }));

const plants = fc.array(
  fc.record({
    technology,
    attributes: fc.constantFrom('retained' as const, 'sold' as const, 'not-issued' as const),
    hours: shape,
  }),
  { maxLength: 2 },
);

function resoldPower(of: string, mwh: number, isMetered: boolean): ResoldPower[] {
  const { start, end, firstDay, lastDay } = BOTH_DAYS;
  const days = { start, end, firstDay, lastDay };
  const record = {
    site: of,
    to: 'end-user',
    isMetered,
    energyKwh: exact(String(mwh * 1000)),
  } as const;
  return mwh === 0 ? [] : [{ ...record, ...days, evidence: evidence('sold.csv', 2) }];
}

interface Drawn {
  readonly bought: readonly number[];
  readonly exported: readonly number[];
  readonly plants: readonly {
    readonly technology: (typeof TECHNOLOGIES)[number];
    readonly attributes: 'retained' | 'sold' | 'not-issued';
    readonly hours: readonly number[];
  }[];
  readonly supplier: {
    readonly contract: (of: string) => Contract;
    readonly mixes: (of: string) => SupplierMix[];
    readonly deliveries: (of: string) => NonNullable<SiteInputs['deliveries']>;
  };
  readonly sold: number;
  readonly isMetered: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  bought: shape,
  exported: shape,
  plants,
  supplier,
  sold: fc.integer({ min: 0, max: 20 }),
  isMetered: fc.boolean(),
});

function siteOf(id: string, of: Drawn, held: readonly Certificate[]): SiteInputs {
  const meters: Meter[] = of.plants.map(({ technology: each, attributes }, i) => ({
    id: `${id}-plant-${String(i)}`,
    site: id,
    measures: 'on-site-generation',
    technology: each,
    attributes,
  }));
  return {
    ...BASE,
    site: { ...BASE.site, id },
    meters: [{ id: `${id}-main`, site: id, measures: 'grid-import', use: 'mining' }],
    contracts: [contract({ id: `wind-${id}`, site: id }), of.supplier.contract(id)],
    energyColumns: new Map([[`${id}-main`, energy(`${id}-main`, of.bought)]]),
    exportColumns: new Map([[`${id}-main`, energy(`${id}-export`, of.exported)]]),
    plantMeters: meters,
    generationColumns: new Map(
      meters.map((meter, i) => [meter.id, energy(meter.id, of.plants[i]?.hours ?? [])]),
    ),
    supplierMixes: of.supplier.mixes(id),
    deliveries: of.supplier.deliveries(id),
    resold: resoldPower(id, of.sold, of.isMetered),
    certificates: held.filter((each) => each.site === id),
  };
}

const world: fc.Arbitrary<FootprintInputs> = fc
  .tuple(drawn, drawn, certificates)
  .map(([a, b, held]) => worldOf([siteOf('alpha', a, held), siteOf('beta', b, held)]));

function value(figure: object): Rational | undefined {
  return isMissing(figure) ? undefined : (figure as { value: Rational }).value;
}

function marketOf({ months }: SiteFootprint) {
  return months.flatMap(({ market, balance, energy: bought }) =>
    isMissing(market) ? [] : [{ market, balance, bought }],
  );
}

function marketTotal(of: Footprint): Rational {
  return exact(valueOf(of, 'scope2.market.co2e'));
}

/** Instruments never cover more than was used, and the parts of a month add up to its energy. */
function coversNoMoreThanUsed(of: Footprint): void {
  for (const { market, balance } of of.sites.flatMap(marketOf)) {
    const covered = sumOf(
      [...market.allocations, ...market.contracts].map(({ energy: part }) => part.value),
    );
    const consumed = value(balance?.consumed ?? ZERO) ?? ZERO;
    expect(covered.lte(consumed)).toBe(true);
    const apart = (balance?.plants ?? [])
      .filter(({ plant: { claim } }) => claim !== 'null')
      .map(({ used }) => value(used) ?? ZERO);
    const left = [market.remainder.value, market.nullPower?.energy.value ?? ZERO];
    expect(sumOf([covered, ...left, ...apart]).equals(consumed)).toBe(true);
  }
}

/** No serial counts twice, over all sites. */
function countsSerialsOnce({ sites }: Footprint): void {
  const serials = sites
    .flatMap((of) => of.certificates)
    .filter(({ outcome }) => outcome === 'accepted')
    .flatMap(({ certificate: { serialStart, serialEnd } }) => {
      const [first = 0, last = 0] = [serialStart, serialEnd].map((one) => Number(one.slice(2)));
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });
  expect(new Set(serials).size).toBe(serials.length);
}

/** Emissions are never below zero, and export lowers none of the location-based ones. */
function isNeverBelowZero(of: Footprint): void {
  expect(marketTotal(of).gte(ZERO)).toBe(true);
  const grid = sumOf(
    of.sites.flatMap(({ months }) =>
      months.map(({ balance, energy: bought }) => value(balance?.fromGrid ?? bought) ?? ZERO),
    ),
  );
  expect(exact(valueOf(of, 'scope2.location.co2e')).equals(grid.mul(400).div(1000))).toBe(true);
}

/** The contractual share is at most the whole. */
function claimsNoMoreThanAll(of: Footprint): void {
  const text = valueOf(of, 'renewable.contractual.share');
  if (text === 'ACC-ZERO-DENOMINATOR') return;
  expect(exact(text).gte(ZERO) && exact(text).lte(ONE)).toBe(true);
}

test('cover is at most consumption, serials count once, nothing is below zero, shares are at most one', () => {
  fc.assert(
    fc.property(world, (given) => {
      const of = computeFootprint(given);
      coversNoMoreThanUsed(of);
      countsSerialsOnce(of);
      isNeverBelowZero(of);
      claimsNoMoreThanAll(of);
    }),
    RUNS,
  );
});

const METRICS = [
  'scope2.location.co2e',
  'scope2.market.co2e',
  'renewable.contractual.share',
  'certificates.allocated',
  'energy.consumed',
  'energy.null-power',
] as const;

function reversed(of: SiteInputs): SiteInputs {
  return {
    ...of,
    contracts: [...of.contracts].reverse(),
    certificates: [...of.certificates].reverse(),
    supplierMixes: [...(of.supplierMixes ?? [])].reverse(),
    plantMeters: [...(of.plantMeters ?? [])].reverse(),
    generationColumns: new Map([...(of.generationColumns ?? [])].reverse()),
  };
}

test('the order of inputs changes nothing', () => {
  fc.assert(
    fc.property(world, (given) => {
      const one = computeFootprint(given);
      const other = computeFootprint({ ...given, sites: given.sites.map(reversed).reverse() });
      expect(METRICS.map((metric) => valueOf(other, metric))).toEqual(
        METRICS.map((metric) => valueOf(one, metric)),
      );
      expect(other.findings).toEqual(one.findings);
    }),
    RUNS,
  );
});

test('one more certificate with a rate below that of the remainder never raises emissions', () => {
  const plain = fc.record({
    bought: shape,
    mwh: fc.integer({ min: 1, max: 900 }),
    rate: fc.integer({ min: 0, max: 449 }),
  });
  fc.assert(
    fc.property(plain, certificates, ({ bought, mwh, rate }, held) => {
      const own = held.map((each) => ({ ...each, site: 'alpha', contract: 'wind-deal' }));
      const energyColumns = new Map([['main', energy('main', bought)]]);
      const of = (all: readonly Certificate[]) =>
        marketTotal(computeFootprint(worldOf([{ ...BASE, energyColumns, certificates: all }])));
      const more = certificate({
        energyMwh: exact(String(mwh)),
        emissionFactor: exact(String(rate)),
        vintage: '2025-02',
        serialStart: 'Z-1',
        serialEnd: 'Z-2',
      });
      expect(of([...own, more]).lte(of(own))).toBe(true);
    }),
    RUNS,
  );
});

import fc from 'fast-check';
import { computeFootprint } from '../../../src/kernel/compute-footprint.ts';
import type { Footprint } from '../../../src/kernel/footprint.ts';
import { matchedSites } from '../../../src/kernel/hourly/matched-sites.ts';
import type { FootprintInputs, SiteInputs } from '../../../src/kernel/inputs.ts';
import { closeLedger, recompute } from '../../../src/kernel/ledger.ts';
import { linkedStorage, type StoreFlows } from '../../../src/kernel/ledger/storage-column.ts';
import { measure } from '../../../src/kernel/measure.ts';
import { METRICS } from '../../../src/kernel/metrics.ts';
import type { Site } from '../../../src/model/documents/workspace.ts';
import { exact, type Rational, ratio, sumOf, ZERO } from '../../../src/units/rational.ts';
import { contract, factorRow, factorSet, gwpSet, HASH } from '../sample.ts';
import { bundles, flows, HOURS, hourlySite, ofSite, wattHours, WIND } from './samples.ts';

const RUNS = { numRuns: 1000 };
const CELL = fc.bigInt({ min: 0n, max: 40n });
const hours = <T>(cell: fc.Arbitrary<T>, count: number) =>
  fc.array(cell, { minLength: count, maxLength: count });

const SETS = [
  factorSet([
    factorRow(),
    factorRow({
      id: 'mix',
      answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
      renewable: '0.3',
      carbon_free: '0.4',
    }),
    factorRow({ id: 'residual', answers: { use: 'residual', grid: 'test:GRID', year: 2025 } }),
  ]),
];
const NUCLEAR = contract({ id: 'atom', technology: 'nuclear', grid: 'test:GRID' });
const BIOMASS = contract({
  id: 'wood',
  technology: 'biomass',
  grid: 'test:GRID',
  rate: { co2e_kg_per_mwh: '20', year: 2025, source: 's' },
});
const STORE = (fraction: string): NonNullable<Site['storage']> => ({
  connection: 'grid',
  efficiency: { fraction, source: 'data sheet' },
});

/** A site of six hours: metered wind, certificates of nuclear, of biomass and of releases, or a store of its own. */
const SITES = fc
  .record({
    load: hours(CELL, 6),
    wind: hours(CELL, 6),
    nuclear: hours(CELL, 6),
    wood: hours(CELL, 6),
    released: hours(CELL, 6),
    flow: hours(fc.bigInt({ min: -40n, max: 40n }), 6),
    hasStore: fc.boolean(),
    efficiency: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ load, wind, nuclear, wood, released, flow, hasStore, efficiency }) => {
    const span = HOURS(6);
    const of = (id: string) => ({ contract: id });
    return hourlySite(load, {
      made: wind,
      contracts: [WIND, NUCLEAR, BIOMASS],
      granular: [
        ...bundles(span, nuclear, of('atom')),
        ...bundles(span, wood, of('wood')),
        ...(hasStore ? [] : bundles(span, released, { ...of('atom'), isStorage: true })),
      ].map((one, i) => ({ ...one, issuance: String(i) })),
      storage: hasStore ? flows(span, flow) : [],
      site: hasStore ? { storage: STORE(ratioText(efficiency)) } : {},
    });
  });

function ratioText(percent: number): string {
  return percent === 100 ? '1' : `0.${String(percent).padStart(2, '0')}`;
}

const BARE = computeFootprint(ofSite(hourlySite([1n, 1n, 1n, 1n, 1n, 1n])));

/** The matching alone: what else the accounting makes of a site has its own properties. */
function footprintOf(site: SiteInputs, more: Partial<FootprintInputs> = {}): Footprint {
  const inputs = ofSite(site, { factorSets: SETS, ...more });
  return { ...BARE, sites: matchedSites(inputs, BARE.sites).value };
}

function valueOf(footprint: Footprint, metric: string): Rational {
  const [first] = measure(footprint, { metric, gwp: gwpSet() }).measurements;
  if (!first) throw new RangeError(`${metric} has no value`);
  return first.step.value;
}

const hasLoad = (site: SiteInputs) =>
  [...(site.energyColumns.get('main')?.cells ?? [])].some((cell) => cell > 0n);

test('matched and leftover are the load, matched and surplus what was contracted, exactly', () => {
  fc.assert(
    fc.property(SITES, (site) => {
      const footprint = footprintOf(site);
      const value = (metric: string) => valueOf(footprint, metric);
      const matched = value('hourly.matched');
      expect(matched.add(value('hourly.leftover')).equals(value('hourly.load'))).toBe(true);
      expect(matched.add(value('hourly.surplus')).equals(value('hourly.contracted'))).toBe(true);
      expect(value('hourly.surplus').gte(ZERO) && value('hourly.leftover').gte(ZERO)).toBe(true);
    }),
    RUNS,
  );
});

test('children add up to the parent, and cover what all of them together cover', () => {
  fc.assert(
    fc.property(SITES, (site) => {
      const footprint = footprintOf(site);
      for (const metric of ['hourly.matched', 'hourly.contracted']) {
        const { measurements } = measure(footprint, { metric, by: ['source'] });
        const parts = sumOf(measurements.map(({ step }) => step.value));
        expect(parts.equals(valueOf(footprint, metric))).toBe(true);
      }
      const columns = footprint.sites[0]?.columns ?? [];
      const of = (id: string) => columns.find((column) => column.id === id);
      const [load, cover] = [of('alpha.hourly.load'), of('alpha.hourly.cover')];
      const covered = [...(load?.cells ?? [])].reduce((total, cell, i) => {
        const other = cover?.cells[i] ?? 0n;
        return total + (cell < other ? cell : other);
      }, 0n);
      const matched = valueOf(footprint, 'hourly.matched');
      expect(matched.equals(ratio(covered, 3_600_000_000n))).toBe(true);
    }),
    RUNS,
  );
});

test('the annual share is never below the hourly one', () => {
  fc.assert(
    fc.property(SITES.filter(hasLoad), (site) => {
      const footprint = footprintOf(site);
      const value = (metric: string) => valueOf(footprint, metric);
      expect(value('hourly.annual.share').gte(value('hourly.share'))).toBe(true);
      expect(value('hourly.annual.cfe').gte(value('hourly.cfe.contracted'))).toBe(true);
      expect(value('hourly.cfe.contracted').gte(value('hourly.renewable.contracted'))).toBe(true);
      expect(value('hourly.share').gte(value('hourly.cfe.contracted'))).toBe(true);
    }),
    RUNS,
  );
});

test('the score with the grid is never below that of the grid alone, and at most 1', () => {
  const SHARES = hours(fc.integer({ min: 0, max: 100 }).map(ratioText), 6);
  fc.assert(
    fc.property(SITES.filter(hasLoad), SHARES, (site, shares) => {
      const hourly = { start: '2025-01-01T00:00:00Z', carbon_free: shares };
      const mix = factorRow({
        id: 'mix',
        answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
        carbon_free: '0.4',
        renewable: '0.3',
        hourly: { ...hourly, carbon_free: [shares[0] ?? '0', ...shares.slice(1)] },
      });
      const footprint = footprintOf(site, {
        factorSets: [factorSet([factorRow(), mix])],
        factors: { location: ['test'], mix: ['test'], hourly: 'use', other_year: 'refuse' },
      });
      const load = [...(site.energyColumns.get('main')?.cells ?? [])];
      const grid = sumOf(load.map((cell, i) => ratio(cell).mul(exact(shares[i] ?? '0'))));
      const alone = grid.div(sumOf(load.map((cell) => ratio(cell))));
      const score = valueOf(footprint, 'hourly.cfe.with-grid');
      expect(score.gte(alone) && score.lte(1)).toBe(true);
      const annual = valueOf(footprint, 'hourly.cfe.with-annual-grid');
      expect(annual.gte(exact('0.4')) && annual.lte(1)).toBe(true);
      expect(score.gte(valueOf(footprint, 'hourly.cfe.contracted'))).toBe(true);
    }),
    RUNS,
  );
});

describe('losses of a store never raise the score', () => {
  const FLOWS = fc.record({
    load: hours(CELL, 6),
    wind: hours(fc.bigInt({ min: 0n, max: 4000n }), 6),
    charge: hours(CELL, 6),
    draw: hours(CELL, 6),
    efficiency: fc.integer({ min: 1, max: 99 }),
  });

  /** The carbon-free score with charge and discharge, each in hundreds of watt-hours to be whole at every percent. */
  function scoreOf(
    { load, wind }: { load: readonly bigint[]; wind: readonly bigint[] },
    charge: readonly bigint[],
    discharge: readonly bigint[],
    fraction: string,
  ): Rational {
    const span = HOURS(6);
    const site = hourlySite(
      load.map((cell) => cell * 100n + 1n),
      { made: wind },
    );
    const { generationColumns, plantMeters = [] } = site;
    const footprint = footprintOf({
      ...site,
      site: { ...site.site, storage: STORE(fraction) },
      plantMeters: [...plantMeters, { id: 'store', site: 'alpha', measures: 'storage' }],
      generationColumns: new Map([
        ...(generationColumns ?? []),
        ['store', wattHours('store.discharge', span, discharge)],
      ]),
      chargeColumns: new Map([['store', wattHours('store.charge', span, charge)]]),
    });
    return valueOf(footprint, 'hourly.cfe.contracted');
  }

  test('the same charge and the same draws, of which a lossy store gives out less', () => {
    fc.assert(
      fc.property(FLOWS, ({ charge, draw, efficiency, ...site }) => {
        const taken = charge.map((cell) => cell * 100n);
        const lossless = scoreOf(
          site,
          taken,
          draw.map((cell) => cell * 100n),
          '1',
        );
        const lossy = scoreOf(
          site,
          taken,
          draw.map((cell) => cell * BigInt(efficiency)),
          ratioText(efficiency),
        );
        expect(lossy.lte(lossless)).toBe(true);
      }),
      RUNS,
    );
  });

  test('the same charge and discharge, all of the charge covered', () => {
    fc.assert(
      fc.property(FLOWS, ({ charge, draw, efficiency, load }) => {
        const covered = { load, wind: load.map(() => 9_000_000n) };
        // wind covers the load and the charge in the first hours, and none in the others
        const wind = covered.wind.map((cell, i) => (i < 3 ? cell : 0n));
        const early = charge.map((cell, i) => (i < 3 ? cell : 0n));
        const at = (fraction: string) => scoreOf({ load, wind }, early, draw, fraction);
        expect(at(ratioText(efficiency)).lte(at('1'))).toBe(true);
      }),
      RUNS,
    );
  });

  test('no hour releases more than with less loss, and no more than was charged in all', () => {
    const flow: fc.Arbitrary<StoreFlows> = hours(CELL, 8).chain((charge) =>
      hours(CELL, 8).map((discharge) => ({ available: charge, charge, discharge })),
    );
    fc.assert(
      fc.property(flow, fc.integer({ min: 1, max: 100 }), (some, percent) => {
        const of = (efficiency: Rational) => linkedStorage(some, { efficiency, wattHour: 1n });
        const [lossy, lossless] = [of(exact(ratioText(percent))), of(ratio(1n))];
        lossy.released.forEach((cell, i) => {
          expect(cell <= (lossless.released[i] ?? 0n)).toBe(true);
        });
        const sum = (cells: readonly bigint[]) => cells.reduce((a, b) => a + b, 0n);
        expect(sum(lossy.released) <= sum(lossy.cancelled)).toBe(true);
        lossy.cancelled.forEach((cell, i) => {
          expect(cell <= (some.charge[i] ?? 0n)).toBe(true);
        });
      }),
      RUNS,
    );
  });
});

test('the closed ledger with its columns gives every value again', () => {
  const asked = METRICS.filter(({ id }) => id.startsWith('hourly.') || id.startsWith('draft.'));
  fc.assert(
    fc.property(SITES.filter(hasLoad), (site) => {
      const footprint = footprintOf(site);
      const roots = asked.flatMap(({ id }) =>
        measure(footprint, { metric: id, gwp: gwpSet() }).measurements.map(({ step }) => step),
      );
      const columns = [
        ...site.energyColumns.values(),
        ...(site.generationColumns?.values() ?? []),
        ...(footprint.sites[0]?.columns ?? []),
      ];
      expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
      const files = new Map(columns.map(({ id }) => [id, { file: 'h.csv', file_sha256: HASH }]));
      const { document } = closeLedger(roots, columns, files);
      const { differences, columns: strange, unchecked } = recompute(document, columns);
      expect([differences, strange, unchecked]).toEqual([[], [], []]);
    }),
    RUNS,
  );
});

test('the order of records changes nothing', () => {
  fc.assert(
    fc.property(SITES.filter(hasLoad), (site) => {
      const turned: SiteInputs = {
        ...site,
        granular: [...(site.granular ?? [])].reverse(),
        storage: [...(site.storage ?? [])].reverse(),
        contracts: [...site.contracts].reverse(),
      };
      const [one, other] = [footprintOf(site), footprintOf(turned)];
      for (const metric of ['hourly.matched', 'hourly.contracted', 'draft.mbm-2027.co2e']) {
        expect(valueOf(one, metric).equals(valueOf(other, metric))).toBe(true);
      }
    }),
    RUNS,
  );
});

import { computeFootprint } from '../../../src/kernel/compute-footprint.ts';
import { closeLedger, recompute } from '../../../src/kernel/ledger.ts';
import { measure } from '../../../src/kernel/measure.ts';
import { HOURLY_METRICS } from '../../../src/kernel/metrics/hourly.ts';
import { column, factorRow, factorSet, gwpSet, HASH, valueOf } from '../sample.ts';
import { bundle, flows, HOURS, hourlySite, ofSite, PLANT, wattHours } from './samples.ts';

const mix = (carbon_free: string, hours: [string, ...string[]]) =>
  factorRow({
    id: 'mix',
    answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
    renewable: '0.1',
    carbon_free,
    hourly: { start: '2025-01-01T00:00:00Z', carbon_free: hours },
  });
const factors = {
  location: ['test'],
  mix: ['test'],
  residual: ['test'],
  hourly: 'use',
  other_year: 'refuse',
} as const;

/*
 * Google 2026 environmental report, TEPCO region 2025: contracted 0.07 and grid 0.16 of the load are 0.23, where the
 * grid is 0.18 carbon-free over the year. Hours made so that their sums are those.
 */
describe('s2-hourly-not-product', () => {
  const footprint = computeFootprint(
    ofSite(hourlySite([25n, 25n, 25n, 25n], { made: [4n, 3n, 0n, 0n] }), {
      factorSets: [factorSet([factorRow(), mix('0.18', ['0.5', '0', '0.12', '0.1'])])],
      factors: { ...factors, location: ['test'], mix: ['test'], residual: [] },
    }),
  );

  test('the shares of the hours are added up, not multiplied by a share of the year', () => {
    expect(valueOf(footprint, 'hourly.cfe.contracted')).toBe('0.07');
    expect(valueOf(footprint, 'hourly.cfe.with-grid')).toBe('0.23');
  });

  test('the share of the year gives another figure, and is named apart', () => {
    expect(valueOf(footprint, 'hourly.cfe.with-annual-grid')).toBe('0.2374');
  });
});

/* EnergyTag: face value in whole watt-hours; Granular Foundation: parts add up to the bundle, which is cancelled. */
test('gc-floor-and-split: production of 1000.9 Wh is certified as 1000 Wh; load is not rounded', () => {
  const span = HOURS(1);
  const one = hourlySite([1000n]);
  const joules = (id: string) => column(id, span, () => 36_032_400n, { scale: 10n });
  const footprint = computeFootprint(
    ofSite({
      ...one,
      energyColumns: new Map([['main', joules('main.energy')]]),
      plantMeters: [PLANT],
      generationColumns: new Map([['park', joules('park.generation')]]),
    }),
  );
  expect(valueOf(footprint, 'hourly.load')).toBe('0.0010009');
  expect(valueOf(footprint, 'hourly.contracted')).toBe('0.001');
  expect(valueOf(footprint, 'hourly.leftover')).toBe('0.0000009');
});

test('gc-floor-and-split: 1000 Wh in parts of 400 and 600 Wh count once', () => {
  const span = HOURS(1);
  const granular = [
    bundle(span, 0, 1000n),
    bundle(span, 0, 400n, { rangeEnd: '400' }),
    bundle(span, 0, 600n, { rangeStart: '401', rangeEnd: '1000' }),
  ];
  const footprint = computeFootprint(ofSite(hourlySite([5000n], { granular })));
  expect(valueOf(footprint, 'hourly.contracted')).toBe('0.001');
});

test('every metric of hourly matching has a value, and follows from its leaves and columns', () => {
  const one = hourlySite([100n, 100n, 50n], {
    made: [300n, 20n, 0n],
    storage: flows(HOURS(3), [-100n, 50n, 40n]),
    site: {
      storage: {
        connection: 'grid',
        state_of_charge: { start_mwh: '0', end_mwh: '0', side: 'delivered', source: 'log' },
      },
    },
    exportColumns: new Map([['main', wattHours('main.export', HOURS(3), [0n, 0n, 5n])]]),
  });
  const solar = {
    id: 'roof',
    site: 'alpha',
    measures: 'on-site-generation',
    technology: 'solar',
    attributes: 'not-issued',
  } as const;
  const site = {
    ...one,
    plantMeters: [...(one.plantMeters ?? []), solar],
    generationColumns: new Map([
      ...(one.generationColumns ?? []),
      ['roof', wattHours('roof.generation', HOURS(3), [0n, 7n, 11n])],
    ]),
  };
  const residual = factorRow({
    id: 'residual',
    answers: { use: 'residual', grid: 'test:GRID', year: 2025 },
  });
  const inputs = ofSite(site, {
    factorSets: [factorSet([factorRow(), residual, mix('0.18', ['0.5', '0', '0.12'])])],
    factors: { ...factors, location: ['test'], mix: ['test'], residual: ['test'] },
  });
  const footprint = computeFootprint(inputs);
  const values = Object.keys(HOURLY_METRICS).map((id) => ({
    id,
    ...measure(footprint, { metric: id, gwp: gwpSet() }),
  }));
  expect(
    values.filter(({ measurements }) => measurements.length === 0).map(({ id }) => id),
  ).toEqual([]);
  const columns = [
    ...site.energyColumns.values(),
    ...site.generationColumns.values(),
    ...(site.exportColumns?.values() ?? []),
    ...(footprint.sites[0]?.columns ?? []),
  ];
  const files = new Map(columns.map(({ id }) => [id, { file: 'h.csv', file_sha256: HASH }]));
  const roots = values.flatMap(({ measurements }) => measurements.map(({ step }) => step));
  const { document } = closeLedger(roots, columns, files);
  const { differences, columns: strange, unchecked } = recompute(document, columns);
  expect([differences, strange, unchecked]).toEqual([[], [], []]);
  // a release that is one watt-hour larger than the rule gives is found out
  const tampered = columns.map((column) =>
    column.id === 'alpha.hourly.released'
      ? { ...column, cells: column.cells.map((cell, i) => (i === 1 ? cell + 3600n : cell)) }
      : column,
  );
  expect(recompute(document, tampered).columns.map(({ id }) => id)).toContain(
    'alpha.hourly.released',
  );
});

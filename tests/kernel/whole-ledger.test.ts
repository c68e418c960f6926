import { computeFootprint } from '../../src/kernel/compute-footprint.ts';
import { closeLedger, recompute } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import { METRICS } from '../../src/kernel/metrics.ts';
import { DIRECT_METRICS } from '../../src/kernel/metrics/direct.ts';
import { HOURLY_METRICS } from '../../src/kernel/metrics/hourly.ts';
import { MINING_METRICS } from '../../src/kernel/metrics/mining.ts';
import { QUALITY_METRICS } from '../../src/kernel/metrics/quality.ts';
import { SCOPE3_METRICS } from '../../src/kernel/metrics/scope3.ts';
import { exact } from '../../src/units/rational.ts';
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
} from './sample.ts';

/** A month with a record of every kind. */
const SPAN = calendar('2025-01-01', '2025-01-31');
const MAIN_READ = column('main.energy', SPAN, (h) => (h % 24 === 3 ? 0n : 72_000_000n));
const IT = {
  id: 'it',
  site: 'alpha',
  measures: 'it-load',
  part_of: 'main',
  use: 'mining',
} as const;
const HASHES = hashes(SPAN, 1n, (h) => h % 50 !== 7 && h % 100 !== 8 && (h < 400 || h > 405));
const rate = { co2e_kg_per_mwh: '12.3', year: 2025, source: 'statement' };
const quarter = (start: number) => ({ start, end: start + 900 });

const EVERYTHING = inputs({
  period: { start: '2025-01-01', end: '2025-01-31' },
  factorSets: [
    factorSet([
      factorRow(),
      fuelRow(),
      fuelRow({ answers: { use: 'combustion', fuel: 'landfill-gas' }, biogenic: true }),
      factorRow({
        answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
        renewable: '0.3',
        carbon_free: '0.4',
      }),
      factorRow({
        answers: { use: 'loss', grid: 'test:GRID', year: 2025 },
        loss_fraction: '0.07',
      }),
    ]),
  ],
  sites: [
    site({
      calendar: SPAN,
      meters: [MAIN, IT],
      contracts: [
        contract(),
        contract({ id: 'hydro-deal', technology: 'hydro', certificate_system: false, rate }),
        contract({ id: 'supplier', kind: 'supplier-rate', rate }),
      ],
      bills: [
        bill('2024-12-20', '2025-01-31', '14700', { peakDemandKw: exact('21.7') }),
        bill('2025-01-01', '2025-01-31', '12000', { meter: 'it' }),
      ],
      energyColumns: new Map([['main', MAIN_READ]]),
      hashes: HASHES,
      fleet: [fleet()],
      certificates: [certificate({ energyMwh: exact('1'), vintage: '2025-01' })],
      deliveries: [delivery('2024-12-20', '2025-01-10', '3')],
      fuels: [
        fuelUse('70', 'kWh', { heatBasis: 'HHV', first: '2024-12-20', last: '2025-01-10' }),
        fuelUse('300', 'm3', { fuel: 'landfill-gas', conditions: '60F-14.696psia' }),
      ],
      heat: [
        {
          ...delivery('2024-12-20', '2025-01-10', '1'),
          site: 'alpha',
          evidence: evidence('heat.csv', 2),
        },
      ],
      curtailment: [
        {
          site: 'alpha',
          start: SPAN.start + 3600,
          end: SPAN.start + 5 * 3600,
          baselineMw: exact('0.025'),
          evidence: evidence('events.csv', 2),
        },
      ],
      coins: [coinPeriod({ difficulty: exact('1234.5678'), poolFee: exact('0.017') })],
      shares: [],
      peak: {
        meter: 'main',
        energyKwh: exact('5.3'),
        ...quarter(SPAN.start),
        evidence: evidence('readings.csv', 2),
      },
      share: { percent: exact('48'), evidence: evidence('workspace.yaml', 4) },
    }),
  ],
});

test('every metric has a value, and follows from its leaves', () => {
  const footprint = computeFootprint(EVERYTHING);
  // metrics beside the scopes have a year of their own, in mining-ledger.test.ts, those of direct emissions in direct-ledger.test.ts,
  // those of the value chain in scope3/ledger.test.ts, those of hourly matching in hourly/worked.test.ts
  const beside = { ...MINING_METRICS, ...DIRECT_METRICS, ...SCOPE3_METRICS };
  const elsewhere = { ...beside, ...HOURLY_METRICS, ...QUALITY_METRICS };
  // fuels of this month are known by their higher heating value alone; the lower one is proven in combustion.test.ts
  const scoped = METRICS.filter(({ id }) => !(id in elsewhere) && id !== 'fuel.energy.lhv');
  const values = scoped.map(({ id, unit }) => {
    const by = unit === 'kg' ? (['gas'] as const) : [];
    return { id, ...measure(footprint, { metric: id, by, gwp: gwpSet() }) };
  });
  expect(
    values.filter(({ measurements }) => measurements.length === 0).map(({ id }) => id),
  ).toEqual([]);
  const columns = [MAIN_READ, HASHES.volume, HASHES.seconds];
  const files = new Map(columns.map(({ id }) => [id, { file: 'h.csv', file_sha256: HASH }]));
  const roots = values.flatMap(({ measurements }) => measurements.map(({ step }) => step));
  const { document } = closeLedger(roots, columns, files);
  expect(recompute(document, columns).differences).toEqual([]);
  const [hash] = footprint.sites[0]?.months ?? [];
  const fills = hash?.hashes && 'fills' in hash.hashes ? hash.hashes.fills : [];
  // the equipment has no readings, so the connection stands in; it is mining throughout
  expect([...new Set(fills.map(({ rule }) => rule))]).toEqual(['meter']);
});

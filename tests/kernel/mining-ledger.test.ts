import { closeLedger, recompute } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import { isMetricId } from '../../src/kernel/metrics.ts';
import { MINING_METRICS } from '../../src/kernel/metrics/mining.ts';
import { exact } from '../../src/units/rational.ts';
import {
  bill,
  calendar,
  certificate,
  column,
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  gwpSet,
  HASH,
  MAIN,
  monthlyBills,
  site,
} from './sample.ts';

/** A year with a record of every kind that stands beside the scopes. */
const YEAR = calendar();
const READ = column('main.energy', YEAR, (hour) => BigInt(hour % 11) * 36_000_000n);
const IT = {
  id: 'it',
  site: 'alpha',
  measures: 'it-load',
  part_of: 'main',
  use: 'mining',
} as const;
const usd = (amount: string) => ({ amount: exact(amount), currency: 'USD' });
const file = { path: 'a.pdf', sha256: HASH };
const year = (line: number, name: string) => {
  const { start, end, firstDay, lastDay } = bill('2024-12-20', '2025-12-31', '0');
  return { site: 'alpha', start, end, firstDay, lastDay, evidence: evidence(name, line) };
};
const at = (hour: number, hours: number) => ({
  site: 'alpha',
  start: YEAR.start + hour * 3600,
  end: YEAR.start + (hour + hours) * 3600,
  evidence: evidence('records.csv', hour + 2),
});
const credit = {
  ...at(0, 1),
  registry: 'Puro',
  project: 'P-1',
  serialStart: '1',
  serialEnd: '9',
  vintage: '2024',
  tonnes: exact('9.5'),
  type: 'removal' as const,
  retiredOn: '2025-06-01',
  beneficiary: 'Test Miner Ltd',
};

const footprint = footprintOf({
  factors: { location: ['test'], loss: ['test'], marginal: ['test'], other_year: 'refuse' },
  factorSets: [
    factorSet([
      factorRow(),
      factorRow({
        id: 'M',
        answers: { use: 'marginal', grid: 'test:GRID', year: 2025 },
        co2_kg: '612.7',
      }),
      factorRow({
        id: 'L',
        answers: { use: 'loss', grid: 'test:GRID', year: 2025 },
        loss_fraction: '0.07',
      }),
    ]),
  ],
  attachments: new Map([
    ['diagram', file],
    ['metering', file],
  ]),
  decisions: [
    {
      decision: {
        id: 'no-direct-emissions',
        value: 'yes',
        by: 'A. Tester',
        on: '2026-01-01',
        because: 'no engine',
      },
      evidence: evidence('workspace.yaml', 40),
    },
  ],
  sites: [
    site({
      site: {
        siting: {
          connection: 'direct-line',
          evidence: { diagram: 'diagram', metering: 'metering' },
          loss: { fraction: '0.013', source: 'measured' },
        },
        heat: {
          displaces: 'a gas boiler',
          efficiency: '0.87',
          factor: { co2e_kg_per_mwh: '202', source: 'national factors' },
          claim: { counted_by: 'supplier', contract: 'clause 7' },
        },
      },
      meters: [MAIN, IT],
      bills: [
        ...monthlyBills(() => '100000', { cost: usd('5000.01'), credit: usd('70.7') }),
        ...monthlyBills(() => '83000', { meter: 'it' }),
      ],
      energyColumns: new Map([['main', READ]]),
      certificates: [certificate({ energyMwh: exact('70') })],
      curtailment: [
        {
          ...at(741, 7),
          baselineMw: exact('0.7'),
          method: 'CBL',
          programme: 'ERS',
          revenue: usd('700'),
        },
      ],
      absorbed: [
        {
          ...at(742, 7),
          plant: 'Wind',
          energyMwh: exact('0.7'),
          reason: 'negative-price',
          measured: 'metered',
          proof: 'price of the hour',
        },
      ],
      heat: [{ ...year(2, 'heat.csv'), energyMwh: exact('70'), auxiliaryMwh: exact('3') }],
      water: (['withdrawn', 'consumed', 'discharged'] as const).map((kind, i) => ({
        ...year(i + 2, 'water.csv'),
        kind,
        volumeM3: exact('700.1'),
      })),
      storage: [
        { ...at(3, 1), validator: 'a', energyWh: -7_000_000n },
        { ...at(9, 1), validator: 'b', energyWh: 6_100_000n },
      ],
      credits: [
        credit,
        { ...credit, serialStart: '20', serialEnd: '21', type: 'avoidance' },
        { ...credit, beneficiary: 'Somebody' },
      ],
      share: { percent: exact('48'), evidence: evidence('workspace.yaml', 4) },
    }),
  ],
});

test('every metric beside the scopes has a value, and follows from its leaves', () => {
  const ids = Object.keys(MINING_METRICS);
  const values = ids.map((id) => ({ id, ...measure(footprint, { metric: id, gwp: gwpSet() }) }));
  expect(values.filter(({ missing }) => missing).map(({ id, missing }) => [id, missing])).toEqual(
    [],
  );
  expect(ids.every(isMetricId)).toBe(true);
  const files = new Map([[READ.id, { file: 'h.csv', file_sha256: HASH }]]);
  const roots = values.flatMap(({ measurements }) => measurements.map(({ step }) => step));
  expect(roots).toHaveLength(ids.length);
  const { document } = closeLedger(roots, [READ], files);
  expect(recompute(document, [READ]).differences).toEqual([]);
});

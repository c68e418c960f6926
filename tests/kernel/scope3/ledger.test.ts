import { measure } from '../../../src/kernel/measure.ts';
import { closeLedger, recompute } from '../../../src/kernel/ledger.ts';
import { isMetricId } from '../../../src/kernel/metrics.ts';
import { SCOPE3_METRICS } from '../../../src/kernel/metrics/scope3.ts';
import type { Activity } from '../../../src/model/source-records.ts';
import { exact } from '../../../src/units/rational.ts';
import { evidence, factorRow, fuelRow, fuelUse, gwpSet, MAIN, monthlyBills } from '../sample.ts';
import { chain, disposal, FACTORS, GRID, line, LOSS, upstreamRow } from './scope3-sample.ts';

const CATEGORIES: readonly Activity['category'][] = [
  ...(['1', '2', '3d', '4', '6', '7', '9', '10', '11', '12', '14', '15'] as const),
];

/** Everything that a value chain can hold, at a share of the site, of numbers that do not end when divided. */
const EVERYTHING = chain({
  rows: [
    ...[GRID, LOSS, upstreamRow('generation', '46.1'), fuelRow()],
    factorRow({
      id: 'wtt-gas',
      answers: { use: 'wtt', energy: 'natural-gas', year: 2025 },
      basis: { cycle: 'upstream', calorific: 'gross' },
      ...{ per: 'kWh', co2_kg: '0.031', ch4_kg: '0', n2o_kg: '0' },
    }),
    factorRow({
      id: 'wood',
      answers: { use: 'heat', energy: 'wood', grid: 'test:GRID', year: 2025 },
      ...{ per: 'kg', co2_kg: '1.7', ch4_kg: '0.001', n2o_kg: '0', biogenic: true },
    }),
  ],
  factors: { wtt: ['test'], combustion: ['test'] },
  statement: {
    factors: [
      ...FACTORS,
      {
        id: 'wood',
        kind: 'row',
        publisher: 'test',
        row: 'wood',
        quality: 3,
        uncertainty_percent: '7',
      },
    ],
    waste: [
      {
        ...{ waste: 'hashboards', route: 'scrap dealer', becomes: 'recycle' },
        ...{ electronic: true, factor: 'scrap' },
      },
    ],
  },
  activities: CATEGORIES.map((category, i) =>
    line({
      ...{ category, id: `a-${category}`, factor: i % 2 === 0 ? 's21-pcf' : 'wood' },
      ...{ quantity: exact('7.3'), unit: i % 2 === 0 ? 'unit' : 'lb' },
      ...{ firstDay: '2025-02-11', lastDay: '2025-05-02', amortisedOverYears: 7 },
      ...(category === '12' && { route: 'landfill' as const }),
    }),
  ),
  site: {
    site: {
      role: 'host',
      hosting: {
        control: 'client',
        clients: [{ id: 'beta', name: 'Beta', share: { percent: '33.3', source: 'contract' } }],
      },
    },
    meters: [MAIN],
    bills: monthlyBills(() => '100000.7'),
    fuels: [fuelUse('700', 'mmBtu', { heatBasis: 'HHV' })],
    waste: [disposal({ firstDay: '2025-03-30', lastDay: '2025-04-05' })],
    activities: [line({ id: 'b-8', site: 'alpha', category: '8', what: 'a leased hall' })],
    share: { percent: exact('48'), evidence: evidence('workspace.yaml', 4) },
  },
});

test('every metric of the value chain has a value, and follows from its leaves', () => {
  const ids = Object.keys(SCOPE3_METRICS);
  const values = ids.map((id) => ({ id, ...measure(EVERYTHING, { metric: id, gwp: gwpSet() }) }));
  expect(values.filter(({ missing }) => missing).map(({ id, missing }) => [id, missing])).toEqual(
    [],
  );
  expect(ids.every(isMetricId)).toBe(true);
  const roots = values.flatMap(({ measurements }) => measurements.map(({ step }) => step));
  expect(roots).toHaveLength(ids.length);
  const { document } = closeLedger(roots, [], new Map());
  expect(recompute(document, []).differences).toEqual([]);
});

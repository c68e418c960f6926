import { closeLedger, recompute } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import { DIRECT_METRICS } from '../../src/kernel/metrics/direct.ts';
import { exact } from '../../src/units/rational.ts';
import { meaningOf } from '../../src/units/unit.ts';
import {
  capture,
  decision,
  gas,
  potentials,
  refrigerant,
  wholeFootprint,
  withRecords,
} from './direct-sample.ts';
import { fuelUse, valueOf } from './sample.ts';

const YEAR = ['2025-01-01', '2025-12-31'] as const;
const RECORDS = {
  fuels: [fuelUse('70000', 'mmBtu', { heatBasis: 'HHV' })],
  flare: [
    gas({ efficiency: exact('0.975'), conditions: '15 °C and 101.325 kPa', span: YEAR }),
    gas({
      destination: 'generator',
      declared: {
        fuel: 'natural-gas',
        engine: 'two-stroke-lean-burn',
        baseline: { destination: 'flare', tier: 'tier-2', source: 'permit' },
      },
      span: ['2024-12-20', '2025-03-07'],
    }),
  ],
  refrigerants: [
    refrigerant('topped-up', '7', { refrigerant: 'R-408A', span: ['2024-12-20', '2025-01-10'] }),
    refrigerant('recovered', '3', { refrigerant: 'R-32', line: 3 }),
    refrigerant('capacity-retired', '2', { refrigerant: 'R-32', line: 4 }),
    refrigerant('in-service', '7', { leakRate: exact('0.013'), span: YEAR, line: 5 }),
  ],
  capture: [
    capture({ storage: 'permit', leakageKg: exact('7'), span: ['2024-12-20', '2025-01-10'] }),
  ],
};
const DECIDED = { decisions: [decision('refrigerant-screening', '5% by AR6-100')] };

test('every metric of direct emissions has a value in its unit, and follows from its leaves', () => {
  const footprint = withRecords(RECORDS, DECIDED);
  const ids = [...Object.keys(DIRECT_METRICS), 'scope1.co2e'];
  const taken = ids.map((metric) =>
    measure(footprint, {
      metric,
      by: metric.startsWith('fugitive') ? ['gas'] : [],
      gwp: potentials('AR6-100'),
    }),
  );
  expect(taken.flatMap(({ missing }) => missing ?? [])).toEqual([]);
  const roots = taken.flatMap(({ measurements }) => measurements.map(({ step }) => step));
  expect(roots).toHaveLength(ids.length);
  expect(roots.filter(({ unit }) => meaningOf(unit) === undefined)).toEqual([]);
  const { document } = closeLedger(roots, [], new Map());
  expect(recompute(document, []).differences).toEqual([]);
});

test('sources add up to the whole, captured CO2 as one below zero', () => {
  const footprint = withRecords(RECORDS, DECIDED);
  const gwp = potentials('AR5-100');
  const by = measure(footprint, { metric: 'scope1.co2e', by: ['source'], gwp }).measurements;
  expect(by.map(({ dimensions }) => dimensions.source)).toEqual([
    'capture',
    'flare',
    'fugitive',
    'stationary',
  ]);
  const [whole] = measure(footprint, { metric: 'scope1.co2e', gwp }).measurements;
  const sum = by.reduce((total, { step }) => total.add(step.value), exact('0'));
  expect(whole?.step.value.equals(sum)).toBe(true);
});

test('the whole accounting gives the same direct emissions, and nothing of them enters another scope', () => {
  const gwp = potentials('AR6-100');
  const whole = wholeFootprint(RECORDS);
  expect(valueOf(whole, { metric: 'scope1.gross.co2e', gwp })).toMatch(/^\d+\.\d+$/);
  expect(valueOf(whole, { metric: 'scope1.gross.co2e', gwp })).toBe(
    valueOf(withRecords(RECORDS), { metric: 'scope1.gross.co2e', gwp }),
  );
  const without = wholeFootprint({});
  for (const metric of ['scope2.location.co2e', 'scope2.market.co2e']) {
    expect(valueOf(whole, { metric, gwp })).toBe(valueOf(without, { metric, gwp }));
  }
});

test('the order of records changes nothing', () => {
  const reversed = {
    ...RECORDS,
    flare: [...RECORDS.flare].reverse(),
    refrigerants: [...RECORDS.refrigerants].reverse(),
  };
  const ledger = (records: typeof RECORDS) => {
    const { measurements } = measure(withRecords(records, DECIDED), {
      metric: 'scope1.co2e',
      gwp: potentials('AR6-100'),
    });
    return closeLedger(
      measurements.map(({ step }) => step),
      [],
      new Map(),
    ).document;
  };
  expect(ledger(reversed)).toEqual(ledger(RECORDS));
});

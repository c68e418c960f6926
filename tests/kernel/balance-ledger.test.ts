import { closeLedger, recompute } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import { METRICS } from '../../src/kernel/metrics.ts';
import type { Meter } from '../../src/model/documents/workspace.ts';
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
  hashes,
  site,
} from './sample.ts';

/* A day with two plants, storage, export, power sold again, bought heat and a certificate. */
const DAY = calendar('2025-06-01', '2025-06-01');
const MWH = 3_600_000_000n;
const energy = (id: string, mwh: (hour: number) => number) =>
  column(id, DAY, (h) => BigInt(mwh(h)) * MWH);
const SOLAR: Meter = {
  id: 'solar',
  site: 'alpha',
  measures: 'on-site-generation',
  technology: 'solar',
  attributes: 'sold',
};
const { start, end, firstDay, lastDay } = bill('2025-06-01', '2025-06-01', '0');
const DAYS = { site: 'alpha', start, end, firstDay, lastDay };
const READ = {
  main: energy('main.energy', () => 10),
  fed: energy('main.export', (h) => (h === 12 ? 9 : 0)),
  solar: energy('solar.generation', (h) => (h === 12 ? 7 : 0)),
  wind: energy('wind.generation', () => 3),
  out: energy('store.discharge', (h) => (h === 20 ? 2 : 0)),
  into: energy('store.charge', (h) => (h === 3 ? 3 : 0)),
};
const SERIES = hashes(DAY, 1n);

const footprint = footprintOf({
  factorSets: [factorSet([factorRow()])],
  sites: [
    site({
      calendar: DAY,
      bills: [],
      plantMeters: [
        SOLAR,
        { ...SOLAR, id: 'wind', technology: 'wind', attributes: 'retained' },
        { ...SOLAR, id: 'store', measures: 'storage' },
      ],
      energyColumns: new Map([['main', READ.main]]),
      exportColumns: new Map([['main', READ.fed]]),
      generationColumns: new Map([
        ['solar', READ.solar],
        ['wind', READ.wind],
        ['store', READ.out],
      ]),
      chargeColumns: new Map([['store', READ.into]]),
      certificates: [certificate({ energyMwh: exact('20'), vintage: '2025-06' })],
      resold: [
        {
          ...DAYS,
          to: 'end-user',
          isMetered: true,
          energyKwh: exact('5000'),
          evidence: evidence('sold.csv', 2),
        },
      ],
      boughtHeat: [
        {
          ...DAYS,
          kind: 'heat',
          energyGj: exact('36'),
          rate: { co2eKgPerMwh: exact('55'), year: 2025, source: 'statement' },
          evidence: evidence('heat.csv', 2),
        },
      ],
      hashes: SERIES,
      site: { renewable_power: [{ year: 2025, rpp: '0.1', source: 'test', grade: 'V' }] },
    }),
  ],
});

test('every figure follows from leaves and columns, those that were made of others among them', () => {
  const roots = METRICS.flatMap(({ id, dimensions }) =>
    [[], ...dimensions.map((dimension) => [dimension])].flatMap((by) =>
      measure(footprint, { metric: id, by, gwp: gwpSet() }).measurements.map(({ step }) => step),
    ),
  );
  const derived = footprint.sites.flatMap(({ columns = [] }) => columns);
  const columns = [
    ...new Map(
      [...Object.values(READ), SERIES.volume, SERIES.seconds, ...derived].map((each) => [
        each.id,
        each,
      ]),
    ).values(),
  ];
  const files = new Map(columns.map(({ id }) => [id, { file: 'hours.csv', file_sha256: HASH }]));
  const { document, idOf } = closeLedger(roots, columns, files);
  const again = recompute(document, columns);
  expect(again.differences).toEqual([]);
  expect(again.columns).toEqual([]);
  expect(roots.filter((root) => !again.values.get(idOf(root))?.equals(root.value))).toEqual([]);
  expect(columns.map(({ id }) => id)).toContain('solar.export-left');
});

test('the parts of the day by hand', () => {
  const of = (metric: string) =>
    measure(footprint, { metric, gwp: gwpSet() }).measurements[0]?.step.value.toFraction();
  // of the nine fed in at noon, plant made ten: seven and three
  expect(of('energy.exported')).toBe('9');
  // 79 made - 9; 240 bought - 5 sold again
  expect(of('energy.self-consumed')).toBe('70');
  expect(of('energy.consumed')).toBe('305');
  // 235 + 79 + 2 - 3 - 9
  expect(of('energy.load')).toBe('304');
  // of the seven of solar, six are fed in after the three of wind
  expect(of('energy.null-power')).toBe('1');
});

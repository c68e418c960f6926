import { closeLedger, columnDot, derivedColumn, recompute } from '../../src/kernel/ledger.ts';
import { HOUR, type HourColumn } from '../../src/model/column.ts';
import { hoursCsv, readHoursCsv } from '../../src/series/hours-csv.ts';

/*
 * The columns of a site with hourly factors as they leave in a bundle and are read from it by what the ledger says of
 * them: energy, a rate, a share, and two that follow from others.
 */

const AT = Date.UTC(2025, 0, 1) / 1000;
const HASH = '0'.repeat(64);

function of(
  id: string,
  cells: readonly (bigint | undefined)[],
  more: Partial<HourColumn> = {},
): HourColumn {
  return {
    id,
    site: 'alpha',
    quantity: 'energy',
    unit: 'J',
    scale: 1n,
    start: AT,
    cells: BigInt64Array.from(cells, (cell) => cell ?? 0n),
    known: Uint8Array.from(cells, (cell) => (cell === undefined ? 0 : 1)),
    inputs: [{ file: 'readings.csv', sha256: HASH }],
    counts: { readings: cells.length, estimated: 0, missing: 0, duplicate: 0 },
    ...more,
  };
}

const energy = of('main.energy', [3_600_000n, undefined, 7_200_000n]);
// 400.5 and 12.25 kg per MWh, an hour later than the energy
const rate = of('alpha.rate-1.co2', [40_050n, undefined, 1_225n], {
  quantity: 'rate',
  unit: 'kg CO2/J',
  scale: 100n * 3_600_000_000n,
  start: AT + HOUR,
});
const share = of('alpha.mix-1.renewable', [5n, 0n, 10n], {
  quantity: 'share',
  unit: '1',
  scale: 10n,
});
const span = { start: AT, hours: 3 };
const mask = derivedColumn('known', [rate], {
  id: 'alpha.rate-1.known',
  site: 'alpha',
  quantity: 'share',
  unit: '1',
  ...span,
});
const both = derivedColumn('sum', [energy, energy], {
  id: 'alpha.energy',
  site: 'alpha',
  quantity: 'energy',
  unit: 'J',
  ...span,
});
const columns = [energy, rate, share, mask, both];
const files = new Map(columns.map(({ id }) => [id, { file: 'hours.csv', file_sha256: HASH }]));
const dot = columnDot(energy, rate, { start: AT, end: AT + 3 * HOUR }, 'mass');
const { document } = closeLedger([dot], columns, files);
const csv = hoursCsv(columns);

test('integers only, blank where nothing is known; a derived 0 is written', () => {
  expect(csv.split('\n')).toEqual([
    'hour_utc,main.energy,alpha.rate-1.co2,alpha.mix-1.renewable,alpha.rate-1.known,alpha.energy',
    '2025-01-01T00:00:00Z,3600000,,5,0,7200000',
    '2025-01-01T01:00:00Z,,40050,0,1,',
    '2025-01-01T02:00:00Z,7200000,,10,0,14400000',
    '2025-01-01T03:00:00Z,,1225,,,',
    '',
  ]);
});

test('rates, shares and derived columns come back as they went', () => {
  const back = readHoursCsv(csv, document.columns);
  const byId = new Map(back.map((column) => [column.id, column]));
  expect(columns.map(({ id }) => byId.get(id))).toEqual(columns);
});

test('what is read back gives the figures and follows its rules', () => {
  const {
    differences,
    columns: derived,
    unchecked,
  } = recompute(document, readHoursCsv(csv, document.columns));
  expect({ differences, derived, unchecked }).toEqual({
    differences: [],
    derived: [],
    unchecked: [],
  });
});

test('a rule that was broken in the file shows', () => {
  const forged = csv.replace('01:00:00Z,,40050,0,1,', '01:00:00Z,,40050,0,0,');
  const { columns: derived } = recompute(document, readHoursCsv(forged, document.columns));
  expect(derived).toEqual([
    { id: 'alpha.rate-1.known', hour: '2025-01-01T01:00:00Z', stated: '0', computed: '1' },
  ]);
});

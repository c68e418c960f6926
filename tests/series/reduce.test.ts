import fc from 'fast-check';
import { countKnown, HOUR, sumCells } from '../../src/model/column.ts';
import type { HashSeries, Reading, ReadingSeries } from '../../src/model/records.ts';
import { hoursCsv, readHoursCsv } from '../../src/series/hours-csv.ts';
import { reduceHashes } from '../../src/series/reduce-hashes.ts';
import { reduceReadings } from '../../src/series/reduce-readings.ts';

const T = Date.parse('2025-01-01T00:00:00Z') / 1000;

function series(
  rows: readonly (readonly [start: number, energy: bigint, quality?: Reading['quality']])[],
  { seconds = 900, scale = 1n, file = 'a.csv', duplicates = 0 } = {},
): ReadingSeries {
  const readings = rows.map(([start, energy, quality = 'actual'], i) => ({
    meter: 'main',
    start: T + start,
    end: T + start + seconds,
    energy,
    quality,
    line: i + 2,
  }));
  return {
    meter: 'main',
    direction: 'import',
    file,
    sha256: 'x',
    scale,
    intervalSeconds: seconds,
    readings,
    duplicates,
  };
}

function reduce(all: readonly ReadingSeries[], from: number, to: number) {
  return reduceReadings(all, {
    id: 'main.energy',
    site: 'pecos',
    interval: { start: T + from, end: T + to },
  });
}

test('quarter-hours add up to UTC hours', () => {
  const rows = Array.from({ length: 8 }, (_, i) => [i * 900, BigInt(10 + i)] as const);
  const { column, findings } = reduce([series(rows, { duplicates: 3 })], 0, 2 * HOUR);
  expect(findings).toEqual([]);
  expect(column).toMatchObject({
    id: 'main.energy',
    site: 'pecos',
    quantity: 'energy',
    unit: 'J',
    scale: 1n,
    start: T,
    inputs: [{ file: 'a.csv', sha256: 'x' }],
    counts: { readings: 8, estimated: 0, missing: 0, duplicate: 3 },
  });
  // 10 + 11 + 12 + 13 and 14 + 15 + 16 + 17
  expect([...column.cells]).toEqual([46n, 62n]);
  expect([...column.known]).toEqual([1, 1]);
});

test('an hour without readings is unknown and 0; one in part is known, kept and said', () => {
  const rows = [
    [0, 5n],
    [900, 5n, 'estimated'],
    [2 * HOUR, 7n],
  ] as const;
  const { column, findings } = reduce([series(rows)], 0, 3 * HOUR);
  expect([...column.cells]).toEqual([10n, 0n, 7n]);
  expect([...column.known]).toEqual([1, 0, 1]);
  // the first gap is 1.5 h = 6 quarter-hours, the one at the end of the window 3
  expect(column.counts).toEqual({ readings: 3, estimated: 1, missing: 9, duplicate: 0 });
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
    ['IN-GAP', 'completeness'],
  ]);
  expect(findings[0]?.message).toContain(
    '2 hours of main.energy in part only, the first at 2025-01-01T00:00:00Z',
  );
});

test('an hour that the window itself cuts is not covered in part', () => {
  // Kolkata: the local day begins at half past; its first hour holds one half-hour of the day
  const rows = [
    [1800, 5n],
    [HOUR, 6n],
    [HOUR + 1800, 7n],
  ] as const;
  const { column, findings } = reduce([series(rows, { seconds: 1800 })], 1800, 2 * HOUR);
  expect(findings).toEqual([]);
  expect(column.start).toBe(T);
  expect([...column.cells]).toEqual([5n, 13n]);
  expect(column.counts.missing).toBe(0);
});

test('readings that cross an hour are divided exactly by a larger scale', () => {
  const { column } = reduce(
    [
      series(
        [
          [1800, 5n],
          [1800 + HOUR, 7n],
        ],
        { seconds: 3600 },
      ),
    ],
    0,
    3 * HOUR,
  );
  // halves: 2.5, 2.5 + 3.5, 3.5 at scale 2
  expect(column.scale).toBe(2n);
  expect([...column.cells]).toEqual([5n, 12n, 7n]);
  const { column: quarters } = reduce([series([[2700, 1n]], { seconds: 3600 })], 0, 2 * HOUR);
  expect([quarters.scale, ...quarters.cells]).toEqual([4n, 1n, 3n]);
});

test('series of several files and scales meet at a common one', () => {
  const a = series([[0, 1n]], { seconds: 3600, scale: 4n, file: 'b.csv' });
  const b = series([[HOUR, 1n]], { seconds: 3600, scale: 6n, file: 'a.csv' });
  const { column } = reduce([a, b], 0, 2 * HOUR);
  expect([column.scale, ...column.cells]).toEqual([12n, 3n, 2n]);
  expect(column.inputs.map(({ file }) => file)).toEqual(['a.csv', 'b.csv']);
});

test('readings outside the window are left out and not counted', () => {
  const rows = [
    [-900, 1n],
    [0, 2n],
    [HOUR, 4n],
  ] as const;
  const { column } = reduce([series(rows)], 0, HOUR);
  expect([...column.cells]).toEqual([2n]);
  expect(column.counts.readings).toBe(1);
});

test('an hour past 2^62 is a finding and unknown, not a wrong number', () => {
  const most = 1n << 61n;
  const { column, findings } = reduce(
    [
      series([
        [0, most],
        [900, most],
        [HOUR, most],
        [HOUR + 900, most - 1n],
      ]),
    ],
    0,
    2 * HOUR,
  );
  expect([...column.known]).toEqual([0, 1]);
  expect([...column.cells]).toEqual([0n, 2n * most - 1n]);
  expect(findings.map(({ code, severity }) => [code, severity])).toContainEqual([
    'IN-OVERFLOW',
    'critical',
  ]);
  expect(findings[0]?.message).toContain('4611686018427387904');
});

test('a sum that only passes 2^62 on its way is no overflow, in any order', () => {
  const most = 1n << 62n;
  const { column, findings } = reduce(
    [
      series([
        [0, most],
        [900, -most],
        [1800, 5n],
        [2700, 0n],
      ]),
    ],
    0,
    HOUR,
  );
  expect(findings).toEqual([]);
  expect([...column.cells]).toEqual([5n]);
});

const slots = fc.uniqueArray(
  fc.record({
    slot: fc.integer({ min: 0, max: 200 }),
    energy: fc.bigInt({ min: -1000n, max: 10n ** 12n }),
  }),
  { selector: ({ slot }) => slot, maxLength: 60 },
);

test('a column sums to its readings, whatever their order, offset and scale', () => {
  fc.assert(
    fc.property(
      slots,
      fc.constantFrom(0, 300, 450, 1234),
      fc.bigInt({ min: 1n, max: 12n }),
      (rows, offset, scale) => {
        const all = rows.map(({ slot, energy }) => [slot * 900 + offset, energy] as const);
        const window = [0, 201 * 900 + HOUR] as const;
        const one = reduce([series(all, { scale })], ...window).column;
        const other = reduce([series([...all].reverse(), { scale })], ...window).column;
        expect(other.cells).toEqual(one.cells);
        const end = one.start + one.cells.length * HOUR;
        const total = sumCells(one, { start: one.start, end });
        const energy = rows.reduce((sum, row) => sum + row.energy, 0n);
        expect(total * scale).toBe(energy * one.scale);
        expect(countKnown(one, { start: one.start, end })).toBeLessThanOrEqual(one.cells.length);
      },
    ),
    { numRuns: 100 },
  );
});

// --- hashes ---

function hashes(
  rows: readonly (readonly [start: number, hashes: bigint, device?: string])[],
  seconds = 3600,
): HashSeries {
  const readings = rows.map(([start, amount, device = 'all'], i) => ({
    device,
    start: T + start,
    end: T + start + seconds,
    hashes: amount,
    line: i + 2,
  }));
  return {
    site: 'pecos',
    algorithm: 'sha256',
    file: 'h.csv',
    sha256: 'y',
    scale: 1n,
    intervalSeconds: seconds,
    readings,
    duplicates: 0,
  };
}

function reduceHash(all: readonly HashSeries[], to: number) {
  return reduceHashes(all, { site: 'pecos', interval: { start: T, end: T + to } });
}

test('hashes come with the seconds for which they are known', () => {
  const { volume, seconds, findings } = reduceHash(
    [
      hashes(
        [
          [0, 10n],
          [900, 20n],
          [HOUR, 30n],
        ],
        900,
      ),
    ],
    3 * HOUR,
  );
  expect(findings).toEqual([]);
  expect(volume).toMatchObject({ id: 'pecos.hashes', quantity: 'hashes', unit: 'GH' });
  expect(seconds).toMatchObject({
    id: 'pecos.hash-seconds',
    quantity: 'seconds',
    unit: 's',
    scale: 1n,
  });
  expect([...volume.cells]).toEqual([30n, 30n, 0n]);
  expect([...seconds.cells]).toEqual([1800n, 900n, 0n]);
  expect([...volume.known]).toEqual([1, 1, 0]);
  expect([...seconds.known]).toEqual([1, 1, 0]);
  // 2 + 3 quarter-hours of the first two hours, 4 of the third
  expect(volume.counts.missing).toBe(9);
});

test('devices are added, and the one with the least coverage tells the seconds', () => {
  const rows = [
    [0, 1n, 'a'],
    [HOUR, 1n, 'a'],
    [2 * HOUR, 1n, 'a'],
    [0, 5n, 'b'],
    [2 * HOUR, 5n, 'b'],
  ] as const;
  const { volume, seconds } = reduceHash([hashes(rows)], 3 * HOUR);
  expect([...volume.cells]).toEqual([6n, 1n, 6n]);
  expect([...seconds.cells]).toEqual([3600n, 0n, 3600n]);
  expect(volume.counts.missing).toBe(1);
});

test('a device that is not yet or no longer in operation lacks nothing', () => {
  const rows = [
    [0, 1n, 'a'],
    [HOUR, 1n, 'a'],
    [HOUR, 5n, 'b'],
  ] as const;
  const { seconds, volume } = reduceHash([hashes(rows)], 2 * HOUR);
  expect([...seconds.cells]).toEqual([3600n, 3600n]);
  expect(volume.counts.missing).toBe(0);
});

// --- hours-<site>.csv ---

const LEDGER = { file: 'hours-pecos.csv', file_sha256: 'z' };

function ledgerOf(column: ReturnType<typeof reduce>['column']) {
  const { id, site, quantity, unit, scale, start, cells, inputs, counts } = column;
  return {
    ...LEDGER,
    ...{ id, site, quantity, unit, counts },
    scale: String(scale),
    start: new Date(start * 1000).toISOString().replace('.000', ''),
    hours: cells.length,
    inputs: [...inputs],
  };
}

test('columns are written as one line an hour, blank where unknown', () => {
  const { column } = reduce(
    [
      series(
        [
          [0, 5n],
          [2 * HOUR, -7n],
        ],
        { seconds: 3600 },
      ),
    ],
    0,
    3 * HOUR,
  );
  const later = { ...column, id: 'b', start: T + HOUR };
  expect(hoursCsv([column, later])).toBe(
    [
      'hour_utc,main.energy,b',
      '2025-01-01T00:00:00Z,5,',
      '2025-01-01T01:00:00Z,,5',
      '2025-01-01T02:00:00Z,-7,',
      '2025-01-01T03:00:00Z,,-7',
      '',
    ].join('\n'),
  );
});

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(slots, slots, fc.integer({ min: 0, max: 50 }), (a, b, shift) => {
      const rowsOf = (rows: typeof a, by: number) =>
        rows.map((r) => [(r.slot + by) * 900, r.energy] as const);
      const columns = [
        reduce([series(rowsOf(a, 0))], 0, 201 * 900).column,
        {
          ...reduce([series(rowsOf(b, shift))], shift * HOUR, (shift + 60) * HOUR).column,
          id: 'other',
        },
      ];
      expect(readHoursCsv(hoursCsv(columns), columns.map(ledgerOf))).toEqual(columns);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['another header', (text: string) => text.replace('hour_utc', 'hour'), 'line 1'],
  ['a missing column', (text: string) => text.replace('main.energy', 'main'), 'line 1'],
  ['a fraction', (text: string) => text.replace(',5', ',5.5'), 'line 2'],
  [
    'an integer past 64 bits',
    (text: string) => text.replace(',5', ',9223372036854775808'),
    'line 2',
  ],
  ['an hour left out', (text: string) => text.replace(/2025-01-01T01.*\n/, ''), 'line 3'],
  ['a row too wide', (text: string) => text.replace(',5', ',5,5'), 'line 2'],
  [
    'an hour that the ledger does not name',
    (text: string) => `${text}2025-01-01T03:00:00Z,1\n`,
    'line 5',
  ],
])('%s is refused', (_, spoil, where) => {
  const { column } = reduce([series([[0, 5n]], { seconds: 3600 })], 0, 3 * HOUR);
  const text = spoil(hoursCsv([column]));
  expect(() => readHoursCsv(text, [ledgerOf(column)])).toThrow(`hours-pecos.csv, ${where}`);
});

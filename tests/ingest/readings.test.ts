import fc from 'fast-check';
import type { ReadingsInput } from '../../src/model/documents/workspace.ts';
import { extract, type ExtractedSeries } from '../../src/ingest/readings-csv/extract.ts';
import { joinReadings } from '../../src/ingest/readings-csv/join.ts';
import { codes, CONTEXT, given, instant, lines, READINGS } from './given.ts';

function reading(
  map: Partial<ReadingsInput['map']>,
  input: Partial<ReadingsInput> = {},
): ReadingsInput {
  return { ...READINGS, ...input, map: { ...READINGS.map, ...map } };
}

function read(text: string, map: Partial<ReadingsInput['map']> = {}, input = {}) {
  return extract(given(text), reading(map, input), CONTEXT);
}

const T = '2025-01-01T00:00:00Z';

// joules by hand: 1 Wh = 3600 J; a power over 15 minutes is multiplied with 900 s
test.each([
  ['Wh', '1', 3_600n, 1n],
  ['kWh', '0.25', 900_000n, 1n],
  ['KWH', '0.25', 900_000n, 1n],
  ['MWh', '1.5', 5_400_000_000n, 1n],
  ['GWh', '1', 3_600_000_000_000n, 1n],
  ['W', '2', 1_800n, 1n],
  ['kW', '100', 90_000_000n, 1n],
  ['MW', '0.1', 90_000_000n, 1n],
  ['kWh', '0.0000001', 9n, 25n],
  ['kWh', '-2', -7_200_000n, 1n],
])('%s: %s is %s J / %s', (unit, value, energy, scale) => {
  const { records } = read(lines('ts,kwh', `${T},${value}`), { energy: { column: 'kwh', unit } });
  expect(records[0]).toMatchObject({
    meter: 'main',
    direction: 'import',
    scale,
    intervalSeconds: 900,
  });
  expect(records[0]?.readings.at(0)).toMatchObject({
    energy,
    start: instant(T),
    end: instant(T) + 900,
  });
});

test.each(['kVArh', 'kvar', 'therms', 'm3', ''])('the unit %j is refused', (unit) => {
  const { records, findings } = read(lines('ts,kwh', `${T},1`), {
    energy: { column: 'kwh', unit },
  });
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-UNIT critical -']);
  expect(findings[0]?.message).toContain('kWh, MWh');
});

test.each<[string, Partial<ReadingsInput['map']>, string]>([
  ['an unknown zone', { zone: 'America/Springfield' }, 'IN-ZONE'],
  ['a format with a letter that is none', { date_format: 'yyyy-MM-dd KK:mm' }, 'IN-DATE'],
  ['a format without time', { date_format: 'yyyy-MM-dd' }, 'IN-DATE'],
])('%s is refused before any row is read', (_, map, code) => {
  const { findings, rows } = read(lines('ts,kwh', `${T},1`), map);
  expect(codes(findings)).toEqual([`${code} critical -`]);
  expect(findings[0]?.message).toContain('data.csv');
  expect(rows.read).toBe(0);
});

test('an input that names no meter is refused', () => {
  const rest: ReadingsInput = { kind: 'readings', files: '*.csv', map: READINGS.map };
  const { findings } = extract(given(lines('ts,kwh', `${T},1`)), rest, CONTEXT);
  expect(codes(findings)).toEqual(['WS-METER-NEEDED critical -']);
});

test.each([
  ['an offset is missing', 'offset', '2025-01-01T00:00:00,1', 'IN-ZONE critical 2'],
  [
    'an offset stands in local time',
    'America/Chicago',
    '2025-01-01T00:00:00-06:00,1',
    'IN-ZONE critical 2',
  ],
  ['another offset stands in UTC', 'UTC', '2025-01-01T00:00:00+01:00,1', 'IN-ZONE critical 2'],
  ['a word stands for the time', 'offset', 'KABOOM,1', 'IN-DATE critical 2'],
  ['the day does not exist', 'offset', '2025-02-30T00:00:00Z,1', 'IN-DATE critical 2'],
  ['a word stands for the value', 'offset', `${T},many`, 'IN-NUMBER critical 2'],
])('where %s the row is set aside', (_, zone, row, code) => {
  const { records, findings, rows } = read(lines('ts,kwh', row), { zone });
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code, 'IN-NO-READINGS critical -'].sort());
  expect(findings[0]?.message).toMatch(/^Line 2 of data\.csv: /);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('Z is no fault in a file of UTC', () => {
  expect(read(lines('ts,kwh', `${T},1`), { zone: 'UTC' }).findings).toEqual([]);
});

test('nulls are missing, negatives are kept, and each is said once', () => {
  const text = lines(
    'ts,kwh',
    ...['-1', '', 'NA', '-2', '-'].map((value, i) => `2025-01-01T0${String(i)}:00:00Z,${value}`),
  );
  const { records, findings, rows } = read(text, { interval_minutes: 60 });
  expect(codes(findings)).toEqual(['IN-NEGATIVE quality 2', 'IN-NULL completeness 3']);
  expect(findings.map(({ message }) => message).join(' ')).toContain(
    '3 rows (lines 3, 4 and 6 of data.csv)',
  );
  expect(records[0]?.readings).toHaveLength(2);
  expect(rows).toEqual({ read: 5, rejected: 0, duplicate: 0 });
});

const METERED = { meter: 'm' };

test('meters are known by id and number; identifiers are normalised and said so', () => {
  const text = lines(
    'm,ts,kwh',
    `1008900001,${T},1`,
    `'1008900001,2025-01-01T00:15:00Z,2`,
    `other,${T},3`,
    `8.1E8,2025-01-01T00:15:00Z,4`,
    `1.23405E+12,${T},5`,
    `,${T},6`,
  );
  const { records, findings, rows } = read(text, METERED);
  expect(records.map(({ meter, readings }) => [meter, readings.length])).toEqual([
    ['main', 2],
    ['other', 2],
  ]);
  expect(codes(findings)).toEqual([
    'IN-IDENTIFIER info 3',
    'IN-IDENTIFIER info 5',
    'IN-METER critical 6',
    'IN-METER critical 7',
  ]);
  expect(rows).toMatchObject({ read: 6, rejected: 2 });
});

const TYPED = { read_type: { column: 'q', actual: ['A'], estimated: ['E'] } };

test('of many unknown meters twenty are named and the rest is counted', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `m${String(i % 25)},${T},1`);
  const { findings } = read(lines('m,ts,kwh', ...rows), METERED);
  const named = findings.filter(({ code }) => code === 'IN-METER');
  expect(named).toHaveLength(21);
  expect(named[0]?.message).toContain('"m0" is not in the workspace');
  expect(named[0]?.message).toContain('2 rows (lines 2 and 27 of data.csv)');
  expect(named.at(-1)?.message).toContain('5 rows more (lines 22, 23, 24, 25 and 26 of data.csv)');
});

test('read types are mapped; an unknown one is said and unstated', () => {
  const text = lines(
    'ts,kwh,q',
    `${T},1,A`,
    `2025-01-01T00:15:00Z,1,e`,
    `2025-01-01T00:30:00Z,1,X`,
  );
  const { records, findings } = read(text, TYPED);
  expect(records[0]?.readings.map(({ quality }) => quality)).toEqual([
    'actual',
    'estimated',
    'unstated',
  ]);
  expect(codes(findings)).toEqual(['IN-ESTIMATED quality 3', 'IN-READ-TYPE quality 4']);
});

test('identical rows count once, differing ones not at all', () => {
  const later = '2025-01-01T00:15:00Z';
  const text = lines('ts,kwh', `${T},1`, `${T},1.0`, `${T},1`, `${later},2`, `${later},3`);
  const { records, findings, rows } = read(text);
  expect(records[0]).toMatchObject({ duplicates: 2, disputed: [{ line: 5 }, { line: 6 }] });
  expect(records[0]?.readings.map(({ line }) => line)).toEqual([2]);
  expect(codes(findings)).toEqual(['IN-CONFLICT critical 5', 'IN-DUPLICATE info 3']);
  expect(findings.map(({ message }) => message).join(' ')).toContain('line 6');
  expect(rows).toEqual({ read: 5, rejected: 2, duplicate: 2 });
});

test('a zero row beside a real one is a differing duplicate', () => {
  expect(codes(read(lines('ts,kwh', `${T},0`, `${T},5`)).findings)).toContain(
    'IN-CONFLICT critical 2',
  );
});

test.each([
  ['numbers', '2', '10', 'yyyy-MM-ddTHH:mm:ss'],
  ['ISO dates', '2025-02-01', '2025-11-01', 'yyyy-MM-ddTHH:mm:ss'],
  ['dates in the form of the stamps', '02/01/2025', '01/31/2026', "yyyy-MM-dd'T'HH:mm:ss"],
])('among revisions that are %s the latest wins', (_, early, late, date_format) => {
  const isUs = early.includes('/');
  const stamp = isUs ? '01/01/2025 00:00' : T;
  const map = isUs ? { date_format: 'MM/dd/yyyy HH:mm', zone: 'UTC' } : { date_format };
  const text = lines('ts,kwh,rev', `${stamp},7,${late}`, `${stamp},5,${early}`, `${stamp},4,`);
  const { records, findings } = read(text, { ...map, revision: 'rev' });
  expect(records[0]?.readings.map(({ energy }) => energy)).toEqual([7n * 3_600_000n]);
  expect(codes(findings)).toEqual(['IN-SUPERSEDED info 3']);
});

test('two rows of the latest revision that differ are a conflict', () => {
  const text = lines('ts,kwh,rev', `${T},7,2`, `${T},5,2`, `${T},4,1`);
  const { records, findings } = read(text, { revision: 'rev' });
  expect(records[0]?.readings).toEqual([]);
  expect(codes(findings)).toContain('IN-CONFLICT critical 2');
});

test.each([
  [
    'hourly stamps declared as quarter-hours',
    15,
    ['00:00', '01:00', '02:00'],
    'IN-INTERVAL critical 2',
  ],
  ['quarter-hours declared as hours', 60, ['00:00', '00:15'], 'IN-INTERVAL critical 3'],
] as const)('%s are found', (_, interval_minutes, times, code) => {
  const text = lines('ts,kwh', ...times.map((time) => `2025-01-01T${time}:00Z,1`));
  expect(codes(read(text, { interval_minutes }).findings)).toEqual([code]);
});

// --- several files ---

/** What matters of the series: energies in joules, without the lines they stand on. */
function essence(series: readonly ExtractedSeries[]): string[] {
  return series
    .flatMap(({ meter, scale, readings }) =>
      readings.map(
        (r) =>
          `${meter} ${String(r.start)} ${String(r.end)} ${String((r.energy * 1000n) / scale)} ${r.quality}`,
      ),
    )
    .sort();
}

function joined(...texts: readonly string[]) {
  return joinReadings(
    texts.map((text, i) =>
      extract(given(text, `f${String(i)}.csv`), reading({ meter: 'm', revision: 'rev' }), CONTEXT),
    ),
  );
}

test('a join counts what two files repeat once and names what they say differently', () => {
  const head = 'm,ts,kwh,rev';
  const a = lines(
    head,
    `main,${T},1,`,
    `main,2025-01-01T00:15:00Z,2,`,
    `main,2025-01-01T00:30:00Z,3,1`,
  );
  const b = lines(
    head,
    `main,${T},1.00,`,
    `main,2025-01-01T00:15:00Z,9,`,
    `main,2025-01-01T00:30:00Z,4,2`,
  );
  const { records, findings, rows } = joined(a, b);
  expect(essence(records)).toEqual([
    `main ${String(instant(T))} ${String(instant(T) + 900)} 3600000000 unstated`,
    `main ${String(instant(T) + 1800)} ${String(instant(T) + 2700)} 14400000000 unstated`,
  ]);
  expect(codes(findings)).toEqual([
    'IN-CONFLICT critical 3',
    'IN-DUPLICATE info -',
    'IN-GAP completeness 4',
    'IN-SUPERSEDED info -',
  ]);
  expect(findings.find(({ code }) => code === 'IN-CONFLICT')?.message).toContain(
    'line 3 of f0.csv and line 3 of f1.csv',
  );
  expect(rows).toEqual({ read: 6, rejected: 2, duplicate: 1 });
});

test('an hour that one file has and quarter-hours that another has overlap', () => {
  const hourly = extract(
    given(lines('ts,kwh', `${T},4`), 'h.csv'),
    reading({ interval_minutes: 60 }),
    CONTEXT,
  );
  const quarters = extract(
    given(lines('ts,kwh', '2025-01-01T00:15:00Z,1'), 'q.csv'),
    READINGS,
    CONTEXT,
  );
  expect(codes(joinReadings([hourly, quarters]).findings)).toEqual(['IN-INTERVAL critical 2']);
});

test('gaps are named with the first of them', () => {
  const text = lines(
    'm,ts,kwh,rev',
    `main,${T},1,`,
    'main,2025-01-01T01:00:00Z,1,',
    'main,2025-01-01T01:30:00Z,1,',
  );
  const [gap] = joined(text).findings;
  expect(gap?.code).toBe('IN-GAP');
  expect(gap?.message).toBe(
    'main has 2 gaps of 1 hours together, the first from 2025-01-01T00:15:00Z (before line 3 of f0.csv). They count as missing, not as zero.',
  );
});

const row = fc.record({
  meter: fc.constantFrom('main', 'other'),
  slot: fc.integer({ min: 0, max: 12 }),
  milli: fc.integer({ min: -5, max: 40 }),
  revision: fc.constantFrom('', '1', '2'),
});

function rowText({
  meter,
  slot,
  milli,
  revision,
}: {
  meter: string;
  slot: number;
  milli: number;
  revision: string;
}) {
  const at = new Date((instant(T) + slot * 900) * 1000).toISOString().slice(0, 19);
  return `${meter},${at}Z,${String(milli)}e-3,${revision}`;
}

test('any order of rows gives the same records', () => {
  fc.assert(
    fc.property(
      fc
        .array(row, { maxLength: 40 })
        .chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
      ([rows, shuffled]) => {
        const head = 'm,ts,kwh,rev';
        const one = joined(lines(head, ...rows.map(rowText)));
        const other = joined(lines(head, ...shuffled.map(rowText)));
        expect(essence(other.records)).toEqual(essence(one.records));
        expect(other.rows).toEqual(one.rows);
      },
    ),
    { numRuns: 60 },
  );
});

test('a file cut in two and joined gives the same records', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.nat(), (rows, at) => {
      const head = 'm,ts,kwh,rev';
      const cut = rows.length === 0 ? 0 : at % (rows.length + 1);
      const whole = joined(lines(head, ...rows.map(rowText)));
      const parts = joined(
        lines(head, ...rows.slice(0, cut).map(rowText)),
        lines(head, ...rows.slice(cut).map(rowText)),
      );
      expect(essence(parts.records)).toEqual(essence(whole.records));
    }),
    { numRuns: 60 },
  );
});

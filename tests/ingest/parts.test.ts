import fc from 'fast-check';
import { beginningOf } from '../../src/ingest/beginning.ts';
import { extractByLayout } from '../../src/ingest/readings-csv/extract.ts';
import { readingsLayout } from '../../src/ingest/readings-csv/layout.ts';
import { ScaledIntegers } from '../../src/ingest/readings-csv/scaled-integers.ts';
import { rowNotes } from '../../src/ingest/row-notes.ts';
import { piecesOf } from '../../src/ingest/table/pieces.ts';
import type { ReadingsInput } from '../../src/model/documents/workspace.ts';
import { sortedFindings } from '../../src/model/finding.ts';
import { exact } from '../../src/units/rational.ts';
import { given, lines, READINGS } from './given.ts';

/** What a text gives when it is read in parts of so many bytes. */
function readIn(text: string | Uint8Array, size: number | undefined, input: ReadingsInput) {
  const file = given(text);
  const layout = readingsLayout(input, () => 'main', file.path);
  if (!('stamps' in layout)) throw new Error('the layout is sound');
  const { records, findings, rows } = extractByLayout(file, layout, rowNotes(file.path), size);
  return {
    records: records.map((one) => ({ ...one, readings: [...one.readings] })),
    findings: sortedFindings(findings),
    rows,
  };
}

const CHICAGO: ReadingsInput = {
  ...READINGS,
  csv: { delimiter: ';' },
  map: { ...READINGS.map, zone: 'America/Chicago', label: 'end', date_format: 'yyyy-MM-dd HH:mm' },
};

/** The quarter-hours of the local night in which the hour from 01:00 occurs twice, by their ends. */
function autumnNight(): string[] {
  const rows: string[] = [];
  for (let instant = Date.UTC(2025, 10, 2, 4); instant < Date.UTC(2025, 10, 2, 10);) {
    instant += 900_000;
    const offset = instant <= Date.UTC(2025, 10, 2, 7) ? 5 : 6;
    const wall = new Date(instant - offset * 3_600_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
    rows.push(`${wall};${String(rows.length)}.${String(rows.length % 7)}`);
  }
  return rows;
}

const NIGHT = autumnNight();
const QUIRKS = [
  '',
  '2025-11-02 09:00;"quoted',
  '2025-11-02 09:15;n/a',
  'ts;kwh',
  '2025-11-02 09:30;1;2',
  'KABOOM;3',
  '2025-11-02 00:15;0.0',
  '2025-11-02 09:45;-4',
];

test('a table read in parts gives what it gives as a whole, whatever the size of the parts', () => {
  const sizes = fc.integer({ min: 40, max: 900 });
  const quirk = fc.record({
    at: fc.nat(NIGHT.length),
    text: fc.constantFrom(...QUIRKS.slice(2), ''),
  });
  fc.assert(
    fc.property(
      sizes,
      fc.array(quirk, { maxLength: 4 }),
      fc.constantFrom('\n', '\r\n'),
      (size, quirks, end) => {
        const rows = [...NIGHT];
        for (const { at, text } of quirks) rows.splice(at, 0, text);
        const text = `sep=;${end}Exported for you${end}ts;kwh${end}${rows.join(end)}${end}`;
        const { csv: _, ...input } = CHICAGO;
        expect(readIn(text, size, input)).toEqual(readIn(text, undefined, input));
      },
    ),
    { numRuns: 300 },
  );
});

test('a first part that holds repeated headers alone is no empty table', () => {
  const text = lines('sep=;', 'ts;kwh', 'ts;kwh', '', ...NIGHT);
  const { csv: _, ...input } = CHICAGO;
  const inParts = readIn(text, 16, input);
  expect(inParts.records[0]?.readings).toHaveLength(24);
  expect(inParts).toEqual(readIn(text, undefined, input));
});

test('the repeated hour is told apart though a part ends within it', () => {
  const text = lines('ts;kwh', ...NIGHT);
  const { records, findings } = readIn(text, 400, CHICAGO);
  expect(findings).toEqual([]);
  const starts = records[0]?.readings.map(({ start }) => start) ?? [];
  expect(starts).toHaveLength(24);
  expect(starts[0]).toBe(Date.UTC(2025, 10, 2, 4) / 1000);
  expect(new Set(starts.map((start, i) => start - (starts[0] ?? 0) - i * 900))).toEqual(
    new Set([0]),
  );
});

test('a quote that is never closed is refused with a line of the whole file', () => {
  const text = lines('ts;kwh', ...NIGHT.slice(0, 12), QUIRKS[1] ?? '', ...NIGHT.slice(13));
  const inParts = readIn(text, 120, CHICAGO);
  expect(inParts.records).toEqual([]);
  expect(inParts.findings).toMatchObject([
    { code: 'IN-STRUCTURE', severity: 'critical', at: { line: 14 } },
  ]);
  expect(inParts.findings).toEqual(readIn(text, undefined, CHICAGO).findings);
});

test('pieces end with lines, outside quotes, and number them as they stand', () => {
  const text = 'a\r\n"b\nb"\rc\nd';
  const pieces = [...piecesOf(new TextEncoder().encode(text), { offset: 0, line: 1 }, 4)];
  expect(
    pieces.map(({ bytes, firstLine }) => [new TextDecoder().decode(bytes), firstLine]),
  ).toEqual([
    ['a\r\n"b\nb"\rc\n', 1],
    ['d', 5],
  ]);
});

test('integers keep one scale, and leave 64 bits only when they must', () => {
  const cells = new ScaledIntegers();
  for (const text of ['1', '0.5', '-0.25', '9223372036854775807', '0.001']) cells.push(exact(text));
  expect(cells.scale).toBe(1000n);
  expect([0, 1, 2, 3, 4].map((i) => cells.at(i))).toEqual([
    1000n,
    500n,
    -250n,
    9_223_372_036_854_775_807_000n,
    1n,
  ]);
});

test('a large table is known by its beginning, another file as a whole', () => {
  const row = '2025-01-01T00:00:00Z,1\n';
  const large = given(`ts,kwh\n${row.repeat(400_000)}`);
  expect(beginningOf(large).bytes.length).toBeLessThanOrEqual(1_048_577);
  expect(beginningOf(large).bytes.at(-1)).toBe(10);
  const json = given(`{"a":"${'x'.repeat(9_000_000)}"}`);
  expect(beginningOf(json)).toBe(json);
});

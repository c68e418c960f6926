import fc from 'fast-check';
import { inspectInput, inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { BILLS, CERTIFICATES, CONTEXT, FLEET, given, HASHRATE, READINGS } from './given.ts';

const INPUTS = [BILLS, READINGS, CERTIFICATES, HASHRATE, FLEET];
const HEADERS = [
  'From,To,Usage',
  'ts,kwh',
  'Registry,First,Last,MWh,Vintage,Fuel,Country,Status,For',
  'ts,rate',
  'model,count,ths,kw,from,to',
];
const RUNS = { numRuns: 150 };

function readsOrRefuses(bytes: Uint8Array | string, which: number): void {
  const input = INPUTS[which % INPUTS.length] ?? BILLS;
  const seen = inspectInput(given(bytes), input, CONTEXT);
  expect(seen.records > 0 || seen.findings.some(({ severity }) => severity !== 'info')).toBe(true);
  for (const finding of seen.findings) {
    expect(finding.at.file).toBe('data.csv');
    expect(finding.message).not.toMatch(/undefined|NaN|\[object/);
  }
}

test('random bytes are refused without a crash', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), readsOrRefuses), RUNS);
});

test('random text below a good header is read or refused without a crash', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '1',
      '-1',
      '2025-01-01',
      '01/31/2025',
      '2025-01-01T00:00:00Z',
      '"',
      '',
      'NA',
      '1e300',
      '\u2028',
    ),
  );
  const table = fc.array(fc.array(cell, { maxLength: 10 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, fc.nat({ max: 4 }), (rows, which) => {
      readsOrRefuses([HEADERS[which], ...rows.map((cells) => cells.join(','))].join('\n'), which);
    }),
    RUNS,
  );
});

test('recognition neither crashes nor invents readings', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const seen = inspectReadings(given(text), {});
      expect(seen.series.length > 0 || seen.findings.length > 0).toBe(true);
    }),
    RUNS,
  );
});

test('a million commas, quotes and long lines end in good time', () => {
  for (const text of [',', '"', 'a,', '\n', '1'].map((part) => part.repeat(200_000))) {
    const started = performance.now();
    readsOrRefuses(text, 1);
    expect(performance.now() - started).toBeLessThan(5000);
  }
});

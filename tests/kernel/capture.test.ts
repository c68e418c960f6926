import fc from 'fast-check';
import '../support/property-seed.ts';
import type { CarbonCapture } from '../../src/model/source-records.ts';
import { exact, ratio, ZERO } from '../../src/units/rational.ts';
import { capture, decision, potentials, refrigerant, withRecords } from './direct-sample.ts';
import { fuelUse, messagesOf, valueOf, valuesOf } from './sample.ts';

/** 10,000 mmBtu of natural gas: 530,600 kg CO2. */
const GAS = fuelUse('10000', 'mmBtu', { heatBasis: 'HHV' });
const STORED = { storage: 'UIC class VI permit 7', leakageKg: exact('1000') } as const;

function captured(...records: readonly CarbonCapture[]) {
  return withRecords({ fuels: [GAS], capture: records });
}

type Result = ReturnType<typeof captured>;
const co2 = (footprint: Result) =>
  valuesOf(footprint, { metric: 'scope1.mass', by: ['gas'] })['CO2'];
const tonnes = (footprint: Result, metric: string) =>
  valueOf(footprint, { metric, gwp: potentials('AR5-100') });

test('what is stored less what leaked lowers Scope 1; gross and captured stand beside it', () => {
  const footprint = captured(capture(STORED));
  expect(co2(footprint)).toBe('431600');
  // CH4 10 kg x 28, N2O 1 kg x 265
  expect(tonnes(footprint, 'scope1.gross.co2e')).toBe('531.145');
  expect(tonnes(footprint, 'scope1.capture.captured')).toBe('100');
  expect(tonnes(footprint, 'scope1.capture.counted')).toBe('99');
  expect(tonnes(footprint, 'scope1.co2e')).toBe('432.145');
  expect(
    valuesOf(footprint, { metric: 'scope1.co2e', by: ['source'], gwp: potentials('AR5-100') }),
  ).toEqual({ capture: '-99', stationary: '531.145' });
  expect(messagesOf(footprint, 'ACC-CAPTURE')).toEqual([]);
});

test.each<[string, Partial<CarbonCapture>, RegExp]>([
  ['no evidence of storage', { leakageKg: ZERO }, /nothing shows that it was stored under ground/],
  ['no word on leakage', { storage: 'permit' }, /what leaked of it is not stated/],
  [
    'more leaked than captured',
    { ...STORED, leakageKg: exact('100001') },
    /more than was captured/,
  ],
])('%s: it counts for nothing, and is said', (_, more, message) => {
  const footprint = captured(capture(more));
  expect(co2(footprint)).toBe('530600');
  expect(tonnes(footprint, 'scope1.capture.counted')).toBe('0');
  expect(tonnes(footprint, 'scope1.capture.captured')).toBe('100');
  expect(messagesOf(footprint, 'ACC-CAPTURE')[0]).toMatch(message);
});

test('leakage of zero is a value', () => {
  expect(co2(captured(capture({ ...STORED, leakageKg: ZERO })))).toBe('430600');
});

test('never below zero: what is above the stacks counts for nothing', () => {
  const footprint = captured(capture({ ...STORED, massKg: exact('900000') }));
  expect(co2(footprint)).toBe('0');
  expect(messagesOf(footprint, 'ACC-CAPTURE')[0]).toMatch(
    /are more than the 530,600 kg of its stacks/,
  );
});

test('only stacks are captured, and only at their own site', () => {
  const footprint = withRecords({
    refrigerants: [refrigerant('leaked', '10', { refrigerant: 'R-744' })],
    capture: [capture(STORED)],
  });
  expect(co2(footprint)).toBe('10');
  const mobile = withRecords({
    fuels: [{ ...GAS, purpose: 'mobile' }],
    capture: [capture(STORED)],
  });
  expect(co2(mobile)).toBe('530600');
});

test('only the days of the period', () => {
  const half = captured(
    capture({
      ...STORED,
      leakageKg: ZERO,
      massKg: exact('300'),
      span: ['2024-12-17', '2025-01-15'],
    }),
  );
  expect(co2(half)).toBe('530450');
});

test('a capture alone contradicts the decision that there are no direct emissions', () => {
  const footprint = withRecords(
    { capture: [capture(STORED)] },
    { decisions: [decision('no-direct-emissions', 'yes')] },
  );
  expect(messagesOf(footprint, 'ACC-DIRECT-CONTRADICTION')[0]).toMatch(/^Captures are stated/);
  expect(tonnes(footprint, 'scope1.co2e')).toBe('0');
});

test('Scope 1 is never below zero, and a record may be split in two', () => {
  const kg = fc.integer({ min: 0, max: 1_000_000_000 }).map((n) => ratio(BigInt(n), 1000n));
  fc.assert(
    fc.property(kg, kg, kg, fc.boolean(), (a, b, leaked, isStored) => {
      const storage = isStored ? { storage: 'permit' } : {};
      const of = (...records: readonly CarbonCapture[]) =>
        co2(withRecords({ bills: [], fuels: [GAS], capture: records })) ?? '';
      const [part, rest] = [a.add(leaked), b];
      const whole = of(capture({ ...storage, massKg: part.add(rest), leakageKg: leaked }));
      const halves = of(
        capture({ ...storage, massKg: part, leakageKg: leaked }),
        capture({ ...storage, massKg: rest, leakageKg: ZERO, line: 3 }),
      );
      expect(halves).toBe(whole);
      expect(exact(whole).gte(ZERO)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

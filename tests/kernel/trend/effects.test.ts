import fc from 'fast-check';
import { changeOf, effectsOf, type Moved } from '../../../src/kernel/trend/effects.ts';
import { exact, type Rational, ratio, sumOf } from '../../../src/units/rational.ts';

const moved = (before: string, after: string): Moved => ({
  before: exact(before),
  after: exact(after),
});
const texts = (values: readonly Rational[]) => values.map((value) => value.toFraction());

test('of two factors: each takes half of what both did together', () => {
  // 2 x 3 = 6 to 4 x 5 = 20: (4 - 2) x (3 + 5) / 2 = 8 and (5 - 3) x (2 + 4) / 2 = 6
  expect(texts(effectsOf([moved('2', '4'), moved('3', '5')]))).toEqual(['8', '6']);
});

test('of three factors by all six orders', () => {
  // 1 x 1 x 1 to 2 x 3 x 4. What the others make of a move of one, over the orders: of the first 1, 1, 3, 4, 12, 12; of the
  // second 1, 1, 2, 4, 8, 8, times 2; of the third 1, 1, 2, 3, 6, 6, times 3; each divided by six
  const effects = effectsOf([moved('1', '2'), moved('1', '3'), moved('1', '4')]);
  expect(texts(effects)).toEqual(['11/2', '8', '19/2']);
  expect(sumOf(effects).toFraction()).toBe('23');
});

test('what did not move has no effect, and a single factor has all of it', () => {
  expect(texts(effectsOf([moved('7', '7'), moved('2', '5')]))).toEqual(['0', '21']);
  expect(texts(effectsOf([moved('2', '5')]))).toEqual(['3']);
  expect(changeOf([])).toEqual(ratio(0n));
});

const rational = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([n, d]) => ratio(n, d));
const factor = fc.record({ before: rational, after: rational });
const factors = fc.array(factor, { minLength: 1, maxLength: 4 });

test('effects add up to the change exactly (1,000 runs)', () => {
  fc.assert(
    fc.property(factors, (all) => {
      expect(sumOf(effectsOf(all)).equals(changeOf(all))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('no order is preferred, and time turned round turns every sign (1,000 runs)', () => {
  fc.assert(
    fc.property(factors, (all) => {
      const effects = texts(effectsOf(all));
      expect(texts(effectsOf([...all].reverse())).reverse()).toEqual(effects);
      const back = all.map(({ before, after }) => ({ before: after, after: before }));
      expect(texts(effectsOf(back).map((value) => value.neg()))).toEqual(effects);
    }),
    { numRuns: 1000 },
  );
});

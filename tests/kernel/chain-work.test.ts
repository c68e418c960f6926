import { difficultyOf, targetOf, workOf } from '../../src/units/chain-work.ts';
import { expectedBlocks, hashesPaid } from '../../src/kernel/coins.ts';
import { exact, ratio } from '../../src/units/rational.ts';
import { decimalText, roundedText } from '../../src/units/rounding.ts';
import { coinPeriod } from './sample.ts';

test('a difficulty times 2^32 is short of the exact work by 65535/65536', () => {
  const short = ratio(2n ** 32n).div(ratio(workOf('1d00ffff')));
  expect(roundedText(short, { decimals: 9, mode: 'half-up' })).toBe('0.999984741');
});

test.each(['', '1d00fff', '1d00ffff0', '1d800000', '1d000000', 'zz00ffff'])(
  'compact bits %j are refused',
  (bits) => {
    expect(() => targetOf(bits)).toThrow(RangeError);
  },
);

test('a small exponent shifts the mantissa to the right', () => {
  expect(targetOf('02123456')).toBe(0x1234n);
  expect(targetOf('03123456')).toBe(0x123456n);
});

test('a higher difficulty is a lower target', () => {
  expect(difficultyOf('1c00ffff').equals(exact('256'))).toBe(true);
});

test('one block of difficulty 1 is 2^32 hashes', () => {
  expect(decimalText(expectedBlocks(exact('0.004294967296'), exact('1')))).toBe('1');
});

test('hashes paid: coins x difficulty x 2^32 / ((subsidy + fees)(1 - fee))', () => {
  const paid = hashesPaid(
    coinPeriod({
      coins: exact('3.2'),
      difficulty: exact('1000000'),
      subsidy: exact('3.125'),
      fees: exact('0.075'),
      poolFee: exact('0.02'),
    }),
  );
  // 3.2 / (3.2 x 0.98) blocks of 1e6 x 2^32 hashes
  expect(paid?.value.equals(exact('4294.967296').div(exact('0.98')))).toBe(true);
});

test('a block that pays nothing says nothing of hashes', () => {
  expect(hashesPaid(coinPeriod({ subsidy: exact('0'), fees: exact('0') }))).toBeUndefined();
});

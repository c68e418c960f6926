import { bitsOf, isAllowedTarget, retargeted, targetOf } from '../../src/units/chain-work.ts';

test.each(['1d00ffff', '1b0404cb', '17050f7b', '1c0168fd', '05009234', '03123456', '01120000'])(
  'the compact form of the target of %s is itself',
  (bits) => {
    expect(bitsOf(targetOf(bits))).toBe(bits);
  },
);

test('a mantissa whose first bit is set is written with one byte more', () => {
  expect(bitsOf(0x80n)).toBe('02008000');
  expect(bitsOf(0x92340000n)).toBe('05009234');
});

// Bitcoin Core, src/test/pow_tests.cpp: get_next_work and its limits
test.each([
  ['blocks 30240 to 32255', '1d00ffff', 1261130161, 1262152739, '1d00d86a'],
  ['at the easiest target', '1d00ffff', 1231006505, 1233061996, '1d00ffff'],
  ['a quarter of the time at least', '1c05a3f4', 1279008237, 1279297671, '1c0168fd'],
  ['four times the time at most', '1c387f6f', 1263163443, 1269211443, '1d00e1fd'],
])('the target after %s', (_, bits, first, last, next) => {
  expect(retargeted(bits, last - first)).toBe(next);
});

test('no target is easier than that of difficulty 1', () => {
  expect(isAllowedTarget('1d00ffff')).toBe(true);
  expect(isAllowedTarget('207fffff')).toBe(false);
});

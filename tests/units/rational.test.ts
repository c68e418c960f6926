import { exact, parseDecimal, sumOf } from '../../src/units/rational.ts';
import { decimalText, roundedText } from '../../src/units/rounding.ts';

test('a float trap is exact: 200000 / 1000 x 1185.6', () => {
  expect(decimalText(exact('200000').div(exact('1000')).mul(exact('1185.6')))).toBe('237120');
});

test.each(['', ' 1', '1.', '.5', '1,060', 'NaN', '0x10', '1e', '--1', '1/3', '1.(3)'])(
  'the text %j is no decimal',
  (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  },
);

test.each([
  ['1', '3', '0.3333333333333333333333333333333333'],
  ['2', '3', '0.6666666666666666666666666666666667'],
  ['200', '3', '66.66666666666666666666666666666667'],
  ['1', '3000', '0.0003333333333333333333333333333333333'],
  ['-1', '8', '-0.125'],
  ['0', '7', '0'],
  ['100', '1', '100'],
])('%s / %s is written %s', (n, d, text) => {
  expect(decimalText(exact(n).div(exact(d)))).toBe(text);
});

test.each([
  ['2.5', 0, 'half-up', '3'],
  ['-2.5', 0, 'half-up', '-3'],
  ['2.5', 0, 'half-even', '2'],
  ['3.5', 0, 'half-even', '4'],
  ['2.99', 0, 'down', '2'],
  ['-2.01', 0, 'floor', '-3'],
  ['2.01', 0, 'ceiling', '3'],
  ['1449', -2, 'half-up', '1400'],
  ['0.005', 2, 'half-up', '0.01'],
  ['-0.004', 2, 'half-up', '0.00'],
  ['1234.5', 3, 'half-up', '1234.500'],
] as const)('%s to %i decimals, %s: %s', (value, decimals, mode, text) => {
  expect(roundedText(exact(value), { decimals, mode })).toBe(text);
});

test('a sum does not depend on order', () => {
  const terms = ['0.1', '1e30', '-1e30', '0.2', '1e-30'].map(exact);
  expect(decimalText(sumOf(terms))).toBe(decimalText(sumOf([...terms].reverse())));
});

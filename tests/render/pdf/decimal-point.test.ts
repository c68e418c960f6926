import { anchorsOf, decimalMarkOf, numberParts } from '../../../src/render/pdf/decimal-point.ts';

test.each([
  ['1,461.6', 1, '.', '1,461', '.6'],
  ['1.461,6', 1, ',', '1.461', ',6'],
  ['1\u202F461,6', 1, ',', '1\u202F461', ',6'],
  ['−0.5', 1, '.', '−0', '.5'],
  ['+12.6^{b}', 1, '.', '+12', '.6'],
  ['0', 1, '.', '0', ''],
  ['75,945,600,000,000', 2, '.', '75,945,600,000,000', ''],
  // three digits after one separator: only the language tells
  ['1,461', 3, '.', '1,461', ''],
  ['1,461', 3, ',', '1', ',461'],
  ['1.461', 3, '.', '1', '.461'],
  ['1,461', 0, ',', '1,461', ''],
  ['<0.05', 2, '.', '<0', '.05'],
])('%s with %i decimals and %s', (text, decimals, mark, head, tail) => {
  expect(numberParts(text, decimals, mark)).toEqual({ head, tail });
});

test.each(['–', 'no data', '', 'Q3', '12 MWh'])('%j is no number', (text) => {
  expect(numberParts(text, 1, '.')).toBeUndefined();
});

test('anchors stand clear of a number', () => {
  expect(anchorsOf('1.5^{a}^{b}')).toBe('^{a}^{b}');
  expect(anchorsOf('1.5')).toBe('');
});

test('the mark is that of the language', () => {
  expect(decimalMarkOf('en-GB')).toBe('.');
  expect(decimalMarkOf('sv')).toBe(',');
});

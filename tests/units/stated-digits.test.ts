import { exact } from '../../src/units/rational.ts';
import { isAsStated } from '../../src/units/stated-digits.ts';

test.each([
  ['108105433845147', '108105433845147.2', true],
  ['108105433845148', '108105433845147.2', false],
  ['108105433845148', '108105433845147.5', true],
  ['108105433845149', '108105433845147.2', false],
  ['108.1e12', '108105433845147', true],
  ['108.2e12', '108105433845147', false],
  ['108.3e12', '108105433845147', false],
  ['0.125', '0.1259', true],
  ['0.125', '0.124', false],
  ['30.5', '30.4504', true],
  ['30.5', '30.3999', false],
  ['1', '1', true],
  ['-1.5', '1.5', false],
  ['0', '0', true],
  ['0', '0.4', true],
  ['0', '-0.6', false],
])('%s states %s: %p', (stated, value, is) => {
  expect(isAsStated(exact(stated), exact(value))).toBe(is);
});

import { holds } from '../../src/disclosure/conditions.ts';
import type { Condition } from '../../src/model/documents/template.ts';

const facts: Readonly<Record<string, string>> = {
  'entity.country': 'US',
  'site.peak_mw': '75',
  'statement.first': 'yes',
};
const lookup = (path: string) => facts[path];

test.each<[Condition, boolean | undefined]>([
  [{ fact: 'entity.country', is: 'US' }, true],
  [{ fact: 'entity.country', in: ['AU', 'SG'] }, false],
  [{ fact: 'site.peak_mw', above: '75' }, false],
  [{ fact: 'site.peak_mw', atLeast: '75.0' }, true],
  [{ fact: 'site.peak_mw', above: '9' }, true],
  [{ fact: 'statement.none', is: 'yes' }, undefined],
  [{ fact: 'statement.none', present: false }, true],
  [{ fact: 'statement.first', present: true }, true],
  [{ not: { fact: 'statement.first', is: 'yes' } }, false],
  [{ not: { fact: 'statement.none', is: 'yes' } }, undefined],
  [
    {
      all: [
        { fact: 'statement.none', is: 'a' },
        { fact: 'entity.country', is: 'CA' },
      ],
    },
    false,
  ],
  [
    {
      all: [
        { fact: 'statement.none', is: 'a' },
        { fact: 'entity.country', is: 'US' },
      ],
    },
    undefined,
  ],
  [
    {
      any: [
        { fact: 'statement.none', is: 'a' },
        { fact: 'entity.country', is: 'US' },
      ],
    },
    true,
  ],
  [{ any: [] }, false],
  [{ all: [] }, true],
])('%j is %s', (condition, expected) => {
  expect(holds(condition, lookup)).toBe(expected);
});

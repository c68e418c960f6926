import { isMissing } from '../../src/kernel/figure.ts';
import { reportedShare } from '../../src/kernel/boundary.ts';
import type { Boundary, Party } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';

/*
 * The entity holds 80 % of a subsidiary, which holds 60 % of a joint venture; the subsidiary operates the joint venture,
 * and neither controls its finances. By equity the entity has 0.8 x 0.6 = 48 % of the site of the joint venture.
 */
const ENTITY: Party = { id: 'entity', share: '100', sites: ['own'] };
const SUBSIDIARY: Party = {
  id: 'sub',
  name: 'Sub Ltd',
  share: '80',
  control: true,
  sites: ['hall'],
  parent: 'entity',
};
const VENTURE: Party = {
  id: 'jv',
  name: 'JV LLC',
  share: '60',
  operator: true,
  sites: ['field'],
  parent: 'sub',
};

type Approach = Boundary['approach'];

function shareOf(approach: Approach, site: string, ...parties: [Party, ...Party[]]): string {
  const held = reportedShare({ approach, parties }, site);
  return isMissing(held)
    ? `${held.missing.code}: ${held.missing.message}`
    : `${decimalText(held.percent)} by ${held.line.join(', ')}`;
}

test.each<[Approach, string, string]>([
  ['equity-share', 'own', '100 by entity'],
  ['equity-share', 'hall', '80 by sub, entity'],
  ['equity-share', 'field', '48 by jv, sub, entity'],
  ['operational-control', 'own', '100 by entity'],
  ['operational-control', 'hall', '0 by sub, entity'],
  ['operational-control', 'field', '100 by jv, sub, entity'],
  ['financial-control', 'own', '100 by entity'],
  ['financial-control', 'hall', '100 by sub, entity'],
  ['financial-control', 'field', '0 by jv, sub, entity'],
])('%s, site %s: %s', (approach, site, expected) => {
  expect(shareOf(approach, site, ENTITY, SUBSIDIARY, VENTURE)).toBe(expected);
});

test('shares are multiplied exactly, and the order of parties changes nothing', () => {
  const parties: [Party, ...Party[]] = [
    { ...VENTURE, share: '33.3' },
    { ...SUBSIDIARY, share: '66.6' },
    ENTITY,
  ];
  // 66.6 x 33.3 / 100
  expect(shareOf('equity-share', 'field', ...parties)).toBe('22.1778 by jv, sub, entity');
});

test('an entity that was said not to operate its own site reports none of it', () => {
  const idle = { ...ENTITY, operator: false };
  expect(shareOf('operational-control', 'own', idle)).toBe('0 by entity');
  expect(shareOf('financial-control', 'own', idle)).toBe('100 by entity');
});

test('parties that hold one another have no share', () => {
  const circle = { ...SUBSIDIARY, parent: 'jv' };
  expect(shareOf('equity-share', 'field', ENTITY, circle, VENTURE)).toMatch(
    /^ACC-BOUNDARY: The parties jv, sub, jv hold one another in a circle/,
  );
  expect(shareOf('operational-control', 'field', ENTITY, circle, VENTURE)).toMatch(/^ACC-BOUNDARY/);
});

test('a parent that does not exist, and a site that nobody holds, are named', () => {
  const orphan = { ...VENTURE, parent: 'nobody' };
  expect(shareOf('equity-share', 'field', ENTITY, orphan)).toMatch(/Party jv names nobody/);
  expect(shareOf('equity-share', 'moon', ENTITY)).toMatch(/No party .* holds site moon/);
});

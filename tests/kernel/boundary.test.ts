import { isMissing } from '../../src/kernel/figure.ts';
import { reportedShare } from '../../src/kernel/boundary.ts';
import { heldStretches } from '../../src/kernel/held-stretches.ts';
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

describe('shares that do not add up', () => {
  test.each(['-1', '100.01'])('a share of %s percent is told', (share) => {
    expect(shareOf('equity-share', 'field', ENTITY, SUBSIDIARY, { ...VENTURE, share })).toBe(
      `ACC-BOUNDARY: Party jv has a share of ${share} percent, which is not between 0 and 100; correct share.`,
    );
  });

  test('one above it in the line is told as well, whatever the approach', () => {
    const sub = { ...SUBSIDIARY, share: '180' };
    expect(shareOf('operational-control', 'field', ENTITY, sub, VENTURE)).toContain(
      'Party sub has a share of 180 percent',
    );
  });
});

describe('stretches of days', () => {
  const YEAR = { start: '2025-01-01', end: '2025-12-31' };
  const OWN = { ...ENTITY, sites: [] };

  function stretches(approach: Approach, ...parties: [Party, ...Party[]]): string {
    const held = heldStretches({ approach, parties }, 'farm', YEAR);
    return isMissing(held)
      ? held.missing.message
      : held.map(({ from, to, percent }) => `${from} ${to} ${decimalText(percent)}`).join(', ');
  }

  const venture = (more: Partial<Party> = {}): Party => ({
    id: 'farm-jv',
    name: 'Farm JV LLC',
    share: '50',
    operator: true,
    control: false,
    sites: ['farm'],
    ...more,
  });

  test.each<[Approach, string]>([
    ['equity-share', '2025-01-01 2025-12-31 50'],
    ['operational-control', '2025-01-01 2025-12-31 100'],
    ['financial-control', ''],
  ])('a joint venture of 50 percent that the entity operates, by %s', (approach, expected) => {
    expect(stretches(approach, OWN, venture())).toBe(expected);
  });

  test('acquired on 2025-04-01, disposed of after 2025-09-15', () => {
    const days = { from: '2025-04-01', to: '2025-09-15' };
    expect(stretches('equity-share', OWN, venture(days))).toBe('2025-04-01 2025-09-15 50');
  });

  test('days before and after the period are no matter', () => {
    const days = { from: '2019-04-01', to: '2031-09-15' };
    expect(stretches('equity-share', OWN, venture(days))).toBe('2025-01-01 2025-12-31 50');
    expect(stretches('equity-share', OWN, venture({ to: '2024-12-31' }))).toBe('');
  });

  const SECOND = { id: 'buyer', name: 'Buyer Ltd', from: '2025-07-01' };

  test('two parties at different times, with one part: one stretch', () => {
    const both = [venture({ to: '2025-06-30' }), venture(SECOND)] as const;
    expect(stretches('equity-share', OWN, ...both)).toBe('2025-01-01 2025-12-31 50');
  });

  test('two parties at different times, with two parts: two stretches', () => {
    const second = venture({ ...SECOND, share: '80' });
    const both = [second, venture({ to: '2025-06-30' })] as const;
    expect(stretches('equity-share', OWN, ...both)).toBe(
      '2025-01-01 2025-06-30 50, 2025-07-01 2025-12-31 80',
    );
    expect(stretches('operational-control', OWN, ...both)).toBe('2025-01-01 2025-12-31 100');
  });

  test('handed to a party that the entity does not operate: until the last day before', () => {
    const second = venture({ ...SECOND, operator: false });
    expect(stretches('operational-control', OWN, venture({ to: '2025-06-30' }), second)).toBe(
      '2025-01-01 2025-06-30 100',
    );
  });

  test('days between two parties are reported by none', () => {
    const second = venture({ ...SECOND, from: '2025-07-02' });
    expect(stretches('equity-share', OWN, venture({ to: '2025-06-30' }), second)).toBe(
      '2025-01-01 2025-06-30 50, 2025-07-02 2025-12-31 50',
    );
  });

  test('two lines at one time add up by equity, and more than all is told', () => {
    const other = (share: string) => venture({ id: 'other', name: 'Other Ltd', share });
    expect(stretches('equity-share', OWN, venture(), other('50'))).toBe(
      '2025-01-01 2025-12-31 100',
    );
    expect(stretches('equity-share', OWN, venture(), other('50.5'))).toContain(
      'from 2025-01-01 to 2025-12-31 have 100.5 percent of it together, which is more than all',
    );
  });
});

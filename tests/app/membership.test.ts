import { membershipOf } from '../../src/app/membership.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { instantText } from '../../src/model/time.ts';
import { removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

const SELF = '- { id: self, share: "100", sites: [home] }';
const YEAR = { start: '2023-01-01', end: '2023-12-31' };

/** What becomes of the one site in Texas: its part and days, or what is told; or why the workspace cannot be used. */
async function membership(approach: string, ...parties: string[]): Promise<string[]> {
  const folder = smallWorkspace({
    workspace: [
      ['approach: operational-control', `approach: ${approach}`],
      [SELF, ['- { id: self, share: "100", sites: [] }', ...parties].join('\n    ')],
    ],
  });
  const open = await openWorkspace(folder);
  const fault = open.findings.find(({ severity }) => severity === 'critical');
  const [site] = open.workspace?.sites ?? [];
  if (fault || !open.workspace || !site) return [fault?.message ?? 'no site'];
  return membershipOf(open, site, YEAR).flatMap((one) =>
    'calendar' in one
      ? `${decimalText(one.percent)} ${instantText(one.calendar.start)} ${instantText(one.calendar.end)} ${String(one.calendar.months.length)}`
      : one.findings.map(({ code, message }) => `${code}: ${message}`),
  );
}

const jv = (more: string, id = 'jv') =>
  `- { id: ${id}, name: ${id} LLC, share: "50", sites: [home]${more} }`;

// midnight in Chicago is 05:00 UTC in summer and 06:00 in winter
test('a site acquired on 1 April counts from that day', async () => {
  expect(await membership('equity-share', jv(', from: 2023-04-01'))).toEqual([
    '50 2023-04-01T05:00:00Z 2024-01-01T06:00:00Z 9',
  ]);
});

test('a site disposed of after 14 August counts up to that day', async () => {
  const party = jv(', operator: true, to: 2023-08-14');
  expect(await membership('operational-control', party)).toEqual([
    '100 2023-01-01T06:00:00Z 2023-08-15T05:00:00Z 8',
  ]);
});

test('a joint venture without financial control is told, and not counted', async () => {
  expect((await membership('financial-control', jv(', operator: true'))).join()).toMatch(
    /^WS-NOT-COUNTED: Site home is held without control/,
  );
});

test('two parties one after the other hold one site', async () => {
  const parties = [
    jv(', operator: true, to: 2023-06-30', 'seller'),
    jv(', operator: true, from: 2023-07-01', 'buyer'),
  ];
  expect(await membership('operational-control', ...parties)).toEqual([
    '100 2023-01-01T06:00:00Z 2024-01-01T06:00:00Z 12',
  ]);
});

test('a part that changes within the period is told, since no one share is true', async () => {
  const parties = [
    jv(', to: 2023-06-30', 'seller'),
    jv(', from: 2023-07-01', 'buyer').replace('"50"', '"80"'),
  ];
  expect((await membership('equity-share', ...parties)).join()).toBe(
    'ACC-BOUNDARY: Site home is held at 50 percent from 2023-01-01 to 2023-06-30 and at 80 percent from 2023-07-01 to 2023-12-31, and one share cannot be taken of the whole period; list it as one site for each of these stretches, or report them apart.',
  );
});

test('two parties on the same days are refused by control, and add up by equity', async () => {
  const parties = [jv(', operator: true', 'one'), jv(', operator: true', 'two')];
  expect((await membership('operational-control', ...parties)).join()).toContain(
    'Site home belongs to two parties on the same days',
  );
  expect((await membership('equity-share', ...parties)).join()).toMatch(/^100 /);
});

test('a party outside of the period holds nothing of it', async () => {
  expect(await membership('equity-share', jv(', from: 2024-01-01'))).toEqual([]);
});

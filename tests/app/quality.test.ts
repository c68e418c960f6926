import { account } from '../../src/app/accounting.ts';
import { daysOf } from '../../src/app/calendar.ts';
import { computeDisclosure } from '../../src/app/compute-disclosure.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { loadTemplates } from '../../src/store/templates.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

async function disclosed(entries: string, bills: readonly (readonly [string, string])[] = []) {
  const folder = smallWorkspace({
    workspace: [['factors: {', `${entries}factors: {`]],
    bills,
  });
  const open = await openWorkspace(folder);
  if (!open.workspace) throw new Error(open.findings.map(({ message }) => message).join('\n'));
  const days = daysOf(open.workspace.period);
  const accounting = await account(open, loadFactors(), days, () => undefined);
  const stored = loadTemplates().find(({ template }) => template.id === 'int-ifrs-s2');
  if (!stored) throw new Error('the template is not there');
  return computeDisclosure({ accounting, stored, site: undefined, isDraft: true }).disclosure;
}

test('uncertainty stands beside the figures, and exclusions among the findings', async () => {
  const disclosure = await disclosed(`uncertainty:
  - { of: meter main, percent: "2", source: class of the meter }
  - { of: factor epa-egrid/2023r2, percent: "5", source: a judgement }
exclusions:
  - { what: forklifts, scope: "1", estimate_t: "3", basis: fuel cards, because: not metered }
`);
  const found = disclosure.uncertainty?.find(({ sources }) => sources.length === 2);
  // 2 % with 5 % is 5.385 %
  expect(found).toMatchObject({ percent: '5.39', rank: 'Good', method: 'approach-1' });
  const told = disclosure.findings.filter(({ code }) => code === 'ACC-EXCLUSION');
  expect(told.map(({ severity }) => severity).sort()).toEqual(['completeness', 'info']);
});

test('a workspace that says nothing of quality has nothing of it', async () => {
  const disclosure = await disclosed('');
  expect(disclosure.uncertainty).toBeUndefined();
  const codes = disclosure.findings.map(({ code }) => code);
  expect(
    codes.filter((code) => /UNCERTAINTY|EXCLUSION|BASE-YEAR|ESTIMATED|QUALITY/.test(code)),
  ).toEqual([]);
});

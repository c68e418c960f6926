import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  factorDiffOf,
  factorList,
  factorRowsOf,
  factorSetsOf,
} from '../../src/app/factors/catalogue.ts';
import { checkWorkspace } from '../../src/app/check.ts';
import { proposeImport } from '../../src/app/import/propose-import.ts';
import { report } from '../../src/app/report.ts';
import type { FactorSet } from '../../src/model/documents/factor-set.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { emptyFolder, removeFolders, smallWorkspace } from '../support/small-workspace.ts';
import { present } from '../support/present.ts';

const quiet = () => undefined;

afterAll(removeFolders);

/** A set of the workspace's own: the installed one of Texas under another edition, its CO2 raised by a tenth. */
function ownSet(more: Partial<FactorSet> = {}): FactorSet {
  const stored = loadFactors().find(({ set }) => set.edition === '2023r2');
  const { set } = present(stored);
  const rows = set.rows.filter(({ id }) => id === 'ERCT');
  const raised = rows.map((row) => ({ ...row, co2_kg: '366.16778352' }));
  return { ...set, edition: '2023r3', published: '2026-09-01', rows: raised, ...more };
}

function workspaceWith(set: FactorSet, changes: Parameters<typeof smallWorkspace>[0] = {}): string {
  const folder = smallWorkspace(changes);
  mkdirSync(join(folder, 'factors', set.publisher), { recursive: true });
  writeFileSync(join(folder, 'factors', set.publisher, `${set.edition}.json`), JSON.stringify(set));
  return folder;
}

async function reported(folder: string) {
  const { findings } = await report(
    folder,
    { template: 'int-ifrs-s2', out: emptyFolder(), formats: new Set(['json']) },
    quiet,
  );
  return findings;
}

const OF_FACTORS = /^ACC-(FACTOR|NO-FACTOR|NO-RESIDUAL|NO-LOSS)/;

describe('check', () => {
  test.each<[string, readonly [string, string]]>([
    ['a grid that no set knows', ['egrid:ERCT', 'egrid:XXXX']],
    ['a year that no set holds, others being refused', ['period: 2023', 'period: 2024']],
    ['a publisher that holds no such grid', ['location: [epa-egrid]', 'location: [eccc]']],
  ])(
    '%s is as critical as in a report',
    async (_, change) => {
      const folder = smallWorkspace({ workspace: [change] });
      const { findings } = await checkWorkspace(folder, quiet);
      const critical = findings.filter(({ severity }) => severity === 'critical');
      expect(critical.map(({ code }) => code)).toEqual([expect.stringMatching(OF_FACTORS)]);
      expect(await reported(folder)).toEqual(expect.arrayContaining(critical));
    },
    30_000,
  );

  test('what it says of factors is what a report says, and no more', async () => {
    const folder = smallWorkspace();
    const own = (await checkWorkspace(folder, quiet)).findings;
    const ofFactors = (all: typeof own) => all.filter(({ code }) => OF_FACTORS.test(code));
    expect(ofFactors(own).length).toBeGreaterThan(0);
    expect(ofFactors(own)).toEqual(ofFactors([...(await reported(folder))]));
  }, 30_000);

  test('a newer edition in the folder of the workspace serves', async () => {
    const { served_by: all } = await checkWorkspace(workspaceWith(ownSet()), quiet);
    expect(all[0]).toMatchObject({ use: 'location', by: { edition: '2023r3', row: 'ERCT' } });
  });

  test('an undated one does not, and what it would change is told', async () => {
    const { published: _, ...undated } = ownSet({ edition: '2022r9' });
    const answers = { use: 'location', grid: 'egrid:ERCT', year: 2024 } as const;
    const rows = undated.rows.map((row) => ({ ...row, answers }));
    const { served_by: all } = await checkWorkspace(workspaceWith({ ...undated, rows }), quiet);
    expect(all[0]).toMatchObject({ by: { edition: '2023r2' } });
    // 366.16778352 / 332.8798032 - 1
    expect(all[0]?.instead).toContainEqual({
      publisher: 'epa-egrid',
      edition: '2022r9',
      row: 'ERCT',
      year: 2024,
      grade: present(rows[0]).grade,
      because: 'other-year',
      of: 'CO2',
      change_percent: '10.00',
    });
  });
});

describe('the sets of a workspace', () => {
  const folder = workspaceWith(ownSet());
  const inside = { folder: join(folder, 'factors') };
  const named = { folder: emptyFolder(), workspace: folder };
  const outside = { folder: emptyFolder() };

  test.each([
    ['in a folder of the workspace', inside, ['2023r3']],
    ['where the workspace is named', named, ['2023r3']],
    ['elsewhere', outside, []],
  ])('are listed as its own %s', (_, scope, editions) => {
    const own = factorList(scope, '2026-11-01').filter((line) => line.is_of_workspace);
    expect(own.map(({ edition }) => edition)).toEqual(editions);
  });

  test('are shown and compared by name', () => {
    expect(factorSetsOf(named, 'epa-egrid/2023r3')).toMatchObject([{ isOfWorkspace: true }]);
    expect(factorRowsOf(named, 'egrid@2023', 'ERCT').map((each) => each.is_of_workspace)).toEqual([
      true,
      false,
    ]);
    const diff = factorDiffOf(named, 'epa-egrid/2023r2', 'epa-egrid/2023r3');
    expect(diff.of_workspace).toEqual(['epa-egrid/2023r3']);
    expect(diff.changed[0]?.values[0]).toMatchObject({ field: 'co2_kg', change_percent: '10.00' });
    expect(() => factorSetsOf(outside, 'epa-egrid/2023r3')).toThrow('there is no factor set');
  });

  test('a folder that is named and holds no workspace is refused', () => {
    const scope = { folder, workspace: emptyFolder() };
    expect(() => factorList(scope, '2026-11-01')).toThrow('holds no workspace.yaml');
  });

  test('give the names of fuels to an import', async () => {
    const [row] = ownSet().rows;
    const own = ownSet({
      publisher: 'own',
      edition: '1',
      rows: [
        {
          ...present(row),
          id: 'peat-briquette',
          answers: { use: 'combustion', fuel: 'peat-briquette' },
        },
      ],
    });
    const home = workspaceWith(own);
    const lines = ['Fuel,From,To,Quantity,Unit', 'peat-briquette,2023-01-01,2023-01-31,5,t', ''];
    const openIn = async (workspace: string) => {
      const file = join(workspace, 'fuels.csv');
      writeFileSync(file, lines.join('\n'));
      return (await proposeImport(file, workspace, { kind: 'fuels' })).open;
    };
    expect(await openIn(smallWorkspace())).toContain('fuel.peat-briquette');
    expect(await openIn(home)).not.toContain('fuel.peat-briquette');
  });
});

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolders, smallWorkspace } from '../support/small-workspace.ts';

const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;

function hashprint(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

afterAll(removeFolders);

test.each([
  [['factors']],
  [['factors', 'show', 'egrid@2023']],
  [['factors', 'show', 'egrid@2023', 'ERCT']],
  [['factors', 'show', 'aib/2025-v1.0']],
  [['factors', 'diff', 'aib/2023-v1.0', 'aib/2025-v1.0']],
])('hashprint %j fits 80 columns', (args) => {
  const { status, stdout } = hashprint(...args);
  expect(status).toBe(0);
  expect(widest(stdout)).toBeLessThanOrEqual(80);
});

test('the list has years, rows, grade and age of each set', () => {
  const { stdout } = hashprint('factors');
  const [head, , first, title] = stdout.split('\n');
  expect(head?.split(/ +/)).toEqual(['PUBLISHER', 'EDITION', 'YEARS', 'ROWS', 'GRADE', 'AGE']);
  expect(first).toMatch(/^aib +2023-v1\.0 +2023 +27 +S +\d+ mo$/);
  expect(title).toBe('  AIB European Residual Mixes 2023, version 1.0');
});

test('a row is printed whole, its grade in words', () => {
  const { stdout } = hashprint('factors', 'show', 'egrid@2023', 'ERCT');
  expect(stdout).toMatch(/^co2_kg +332\.8798032$/m);
  expect(stdout).toMatch(/^source\.document +eGRID2023 revision 2/m);
  expect(stdout).toMatch(/^basis\.cycle +direct$/m);
  expect(stdout).toMatch(/^grade +S, read in a secondary source$/m);
  const json = JSON.parse(hashprint('factors', 'show', 'egrid@2023', 'ERCT', '--json').stdout) as {
    publisher: string;
    row: { co2_kg: string };
  }[];
  expect(json.map(({ publisher, row }) => [publisher, row.co2_kg])).toEqual([
    ['epa-egrid', '332.8798032'],
  ]);
});

test('a diff tells old, new and percent: AIB, Croatia', () => {
  const { stdout } = hashprint('factors', 'diff', 'aib/2023-v1.0', 'aib/2025-v1.0');
  expect(stdout).toContain('residual aib:HR per MWh, 2023 to 2025\n');
  // 432.40 / 550.15 - 1
  expect(stdout).toMatch(/^ {2}co2_kg +550\.15 +432\.40 +-21\.40%$/m);
});

test.each([
  [['factors', 'show', 'epa-egird/2023r2'], 'near: epa-egrid/2023r2'],
  [['factors', 'show', 'egrid@1990'], 'near: epa-egrid@'],
  [['factors', 'show', 'egrid@2023', 'ECRT'], 'near: ERCT'],
  [['factors', 'diff', 'aib', 'epa-egrid/2023r2'], 'aib has several editions'],
])('hashprint %j is wrong usage that lists names', (args, part) => {
  const { status, stderr } = hashprint(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(part);
});

test('the sets of a workspace are listed with the installed ones and marked', () => {
  const folder = smallWorkspace();
  const file = join(folder, 'aib.csv');
  writeFileSync(file, 'Country,Residual mix 2025 gCO2/kWh\nSE,200\n');
  const own = ['--workspace', folder];
  const args = ['--publisher', 'aib', '--edition', '2025-v9', '--licence', 'own use'];
  const { status, stdout } = hashprint('factors', 'import', file, ...args, ...own);
  expect([status, stdout]).toEqual([0, expect.stringContaining('quality IN-FACTOR-DATE')]);
  const list = hashprint('factors', ...own).stdout;
  expect(list).toContain('AIB European Residual Mixes, 2025-v9 (of this workspace)');
  expect(widest(list)).toBeLessThanOrEqual(80);
  expect(hashprint('factors').stdout).not.toContain('2025-v9');
  const shown = hashprint('factors', 'show', 'aib/2025-v9', ...own).stdout;
  expect(shown).toContain('It stands in the folder of this workspace.');
  const diff = hashprint('factors', 'diff', 'aib/2025-v1.0', 'aib/2025-v9', ...own).stdout;
  expect(diff).toContain('aib/2025-v9 is of this workspace.');
  expect(hashprint('factors', '--workspace', join(folder, 'none')).status).toBe(2);
});

test('check says which row will serve, and the JSON holds it', () => {
  const folder = smallWorkspace();
  const { stdout } = hashprint('check', folder);
  expect(stdout).toMatch(/location-based +epa-egrid\/2023r2 ERCT of 2023, grade S/);
  expect(widest(stdout)).toBeLessThanOrEqual(80);
  const { served_by: all } = JSON.parse(hashprint('check', folder, '--json').stdout) as {
    served_by: { use: string; by: { row: string } | null }[];
  };
  expect(all.map(({ use, by }) => [use, by?.row])).toEqual([
    ['location', 'ERCT'],
    ['residual', undefined],
    ['mix', undefined],
    ['loss', undefined],
  ]);
});

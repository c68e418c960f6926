import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STARTER_WORKSPACE } from '../../src/app/starter-workspace.ts';
import { AppError } from '../../src/model/app-error.ts';
import { openWorkspace } from '../../src/store/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const starter = STARTER_WORKSPACE.replaceAll('{{year}}', '2025');
/** The same with its first example of an input in place of `[]`, as its comment says. */
const sound = withFirstExample(starter);

function withFirstExample(yaml: string): string {
  const [before = '', after = ''] = yaml.split('inputs: []\n');
  const end = after.indexOf('  # - kind: readings');
  const example = after.slice(0, end).replaceAll(/^ {2}# (.*)$/gm, '  $1');
  return `${before}inputs:\n${example}${after.slice(end)}`;
}

async function findingsOf(yaml: string) {
  writeFileSync(join(folder, 'workspace.yaml'), yaml);
  const { findings } = await openWorkspace(folder);
  return findings.map(({ code, at, message }) => ({ code, line: at.line, message }));
}

const lineOf = (text: string) => sound.split('\n').findIndex((line) => line.includes(text)) + 1;

test('the workspace that init writes is sound', async () => {
  expect(await findingsOf(starter)).toEqual([]);
  expect(await findingsOf(sound)).toEqual([]);
  expect(sound).toContain('\n  - kind: bills\n    files: bills/*.csv\n');
});

test.each([
  [
    'an unclosed bracket',
    'sites: [first-site] }',
    'sites: [first-site }',
    'WS-SYNTAX',
    'sites: [first-site',
  ],
  ['an unknown key', '    role: own', '    rolle: own', 'WS-SCHEMA', 'role: own'],
  [
    'a number where a text is asked',
    'connected_mw: "100"',
    'connected_mw: 100',
    'WS-SCHEMA',
    'connected_mw',
  ],
  [
    'a site that does not exist',
    'site: first-site, measures',
    'site: other, measures',
    'WS-REFERENCE',
    'first-main, site',
  ],
  [
    'a zone that does not exist',
    'zone: America/Chicago        #',
    'zone: America/Springfield #',
    'WS-ZONE',
    'zone: America/Chicago  ',
  ],
  [
    'an offset as zone',
    'zone: America/Chicago        #',
    'zone: "-06:00" #',
    'WS-ZONE',
    'zone: America/Chicago  ',
  ],
  [
    'a choice outside the list',
    'other_year: refuse ',
    'other_year: guess ',
    'WS-SCHEMA',
    'other_year',
  ],
  ['an input of unknown kind', '  - kind: bills', '  - kind: bill', 'WS-SCHEMA', '- kind: bills'],
])('%s is found at its line', async (_, from, to, code, at) => {
  const found = await findingsOf(sound.replace(from, to));
  const lines = found.filter((f) => f.code === code).map((f) => f.line);
  expect(lines).toContain(lineOf(at));
});

test('a missing key is named', async () => {
  const found = await findingsOf(sound.replace(/^ {2}other_year.*$/m, ''));
  expect(found.map((f) => f.message).join()).toContain('the key "other_year" is missing');
});

test('only the faults of the kind of input that is meant are told', async () => {
  const found = await findingsOf(
    sound.replace('date_format: MM/dd/yyyy', 'dateformat: MM/dd/yyyy'),
  );
  expect(found.map((f) => f.message)).toEqual([
    expect.stringContaining('the key "date_format" is missing'),
    expect.stringContaining('the key "dateformat" is not known here'),
  ]);
});

test('a site outside every party, or in two, is found', async () => {
  const none = await findingsOf(sound.replace('sites: [first-site] }', 'sites: [] }'));
  expect(none.map((f) => f.message).join()).toContain('belongs to no party');
});

test('a folder without workspace.yaml is an I/O error', async () => {
  await expect(openWorkspace(join(folder, 'nowhere'))).rejects.toThrow(AppError);
});

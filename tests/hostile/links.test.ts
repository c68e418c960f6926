import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectFile } from '../../src/app/inspect.ts';
import { matching, readStored } from '../../src/store/files.ts';
import { emptyFolder, removeFolders, smallWorkspace } from '../support/small-workspace.ts';

const TABLE = 'From,To,Usage\n2023-01-01,2023-01-31,1\n';
const OUT = { code: 'not-readable', info: { why: 'link out of the workspace' } };

afterEach(removeFolders);

/** A workspace whose bills lie outside, where a link leads. */
function linkedOut(link: 'file' | 'folder'): string {
  const outside = emptyFolder();
  mkdirSync(join(outside, 'bills'));
  writeFileSync(join(outside, 'bills', 'a.csv'), TABLE);
  const from = link === 'file' ? 'bills/*.csv' : 'bills/a.csv';
  const folder = smallWorkspace({ workspace: [['files: bills.csv', `files: ${from}`]] });
  if (link === 'folder') symlinkSync(join(outside, 'bills'), join(folder, 'bills'));
  else {
    mkdirSync(join(folder, 'bills'));
    symlinkSync(join(outside, 'bills', 'a.csv'), join(folder, 'bills', 'a.csv'));
  }
  return folder;
}

test.each(['file', 'folder'] as const)(
  'a %s link out of the workspace is refused',
  async (link) => {
    const folder = linkedOut(link);
    const file = join(folder, 'bills', 'a.csv');
    await expect(inspectFile(file, {})).rejects.toMatchObject(OUT);
    // a named profile asks for no mapping, and yet the file is one of the workspace
    await expect(inspectFile(file, { profile: 'sce' })).rejects.toMatchObject(OUT);
  },
);

test.each([
  ['file', '**/*.csv'],
  ['file', 'bills/*.csv'],
  ['file', 'bills/a.csv'],
  ['folder', 'bills/*.csv'],
  ['folder', 'bills/a.csv'],
  ['folder', 'bills/**'],
] as const)('a %s link out is refused where %s matches it', async (link, pattern) => {
  await expect(matching(linkedOut(link), pattern)).rejects.toMatchObject(OUT);
});

test('folders behind links are not walked through: nothing is counted twice', async () => {
  const folder = smallWorkspace({ files: { 'kept/jan.csv': TABLE } });
  symlinkSync(folder, join(folder, 'kept', 'up'));
  expect(await matching(folder, '**/*.csv')).toEqual(['bills.csv', 'kept/jan.csv']);
});

test('a link within the workspace is followed, and so is one to the workspace itself', async () => {
  const folder = smallWorkspace({ files: { 'kept/jan.csv': TABLE } });
  symlinkSync(join(folder, 'kept', 'jan.csv'), join(folder, 'jan.csv'));
  expect(await matching(folder, 'jan.csv')).toEqual(['jan.csv']);
  const elsewhere = join(emptyFolder(), 'mine');
  symlinkSync(folder, elsewhere);
  expect(await inspectFile(join(elsewhere, 'bills.csv'), {})).toMatchObject({ records: 12 });
});

test('two dots at the beginning of a name lead nowhere', async () => {
  const folder = smallWorkspace({ files: { '..bills/a.csv': TABLE } });
  const { findings } = await inspectFile(join(folder, '..bills', 'a.csv'), {});
  expect(findings.map(({ code }) => code)).toContain('IN-LOOKS-LIKE');
});

test.each([
  ['a link to nothing', 'it is a link to nothing'],
  ['a link to itself', 'its links lead round in a circle'],
  ['a folder', 'it is a folder, not a file'],
  ['a device', 'it is no regular file'],
])('%s is told from a file', async (what, why) => {
  const folder = emptyFolder();
  const path = join(folder, 'bills.csv');
  if (what === 'a link to nothing') symlinkSync(join(folder, 'gone.csv'), path);
  if (what === 'a link to itself') symlinkSync(path, path);
  if (what === 'a folder') mkdirSync(path);
  if (what === 'a device') symlinkSync('/dev/null', path);
  const expected = { code: 'not-readable', message: `${path} cannot be read: ${why}` };
  await expect(readStored(path, 'bills.csv')).rejects.toMatchObject(expected);
  await expect(inspectFile(path, {})).rejects.toMatchObject(expected);
});

test('a link to nothing among the files of a pattern is named', async () => {
  const folder = smallWorkspace();
  symlinkSync(join(folder, 'gone.csv'), join(folder, 'more.csv'));
  await expect(matching(folder, '*.csv')).rejects.toMatchObject({
    message: expect.stringContaining('more.csv cannot be read: it is a link to nothing') as string,
  });
});

test('a file that is not there is not found', async () => {
  const path = join(emptyFolder(), 'bills.csv');
  await expect(inspectFile(path, {})).rejects.toMatchObject({ code: 'not-found', info: { path } });
});

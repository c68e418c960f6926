import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { removeFolders } from '../support/small-workspace.ts';
import { disagreement, ORACLE } from './oracles.ts';
import { CASES, type Golden, inspected, isThere, SAMPLES, samplePaths } from './samples.ts';

/** `UPDATE_GOLDENS=1` writes what is seen as what is expected. One file for each folder of the samples. */
const isUpdate = process.env['UPDATE_GOLDENS'] !== undefined;
const FOLDER = join(import.meta.dirname, 'expected');

type Goldens = Readonly<Record<string, Golden>>;

const PATHS = samplePaths();
const ifThere = isThere ? describe : describe.skip;

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'top';
}

function expected(): Goldens {
  if (!existsSync(FOLDER)) return {};
  return Object.assign(
    {},
    ...readdirSync(FOLDER).map(
      (name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Goldens,
    ),
  ) as Goldens;
}

async function rewrite(seen: Goldens): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const folder of new Set(PATHS.map(folderOf))) {
    const own = PATHS.filter((path) => folderOf(path) === folder);
    const goldens = Object.fromEntries(own.map((path) => [path, seen[path]]));
    const text = await format(JSON.stringify(goldens), { parser: 'json', printWidth: 100 });
    writeFileSync(join(FOLDER, `${folder}.json`), text);
  }
}

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

ifThere('every sample', () => {
  afterAll(removeFolders);

  if (isUpdate) {
    test('is looked at and written down', async () => {
      const seen: Record<string, Golden> = {};
      for (const path of PATHS) seen[path] = await inspected(path);
      await rewrite(seen);
      expect(Object.keys(expected()).sort()).toEqual([...PATHS]);
    }, 300_000);
  }

  test('is accounted for, and no case speaks of another', () => {
    expect(Object.keys(expected()).sort()).toEqual([...PATHS]);
    expect(Object.keys(CASES).filter((path) => !PATHS.includes(path))).toEqual([]);
    expect(Object.keys(ORACLE).filter((path) => !PATHS.includes(path))).toEqual([]);
  });

  test('is the file that its list of sources names', () => {
    const sources = JSON.parse(readFileSync(join(SAMPLES, 'sources.json'), 'utf8')) as unknown;
    const listed = JSON.stringify(sources);
    const own = /^licences\/|^[^/]*$/;
    const hashes = Object.entries(expected()).filter(([path]) => !own.test(path));
    expect(
      hashes.filter(([, { sha256 }]) => !listed.includes(sha256)).map(([path]) => path),
    ).toEqual([]);
  });

  test.each(PATHS)(
    '%s is seen as before',
    async (path) => {
      expect(await inspected(path)).toEqual(expected()[path]);
    },
    30_000,
  );

  test.each(PATHS)(
    '%s holds what an independent count says, or is refused with a reason',
    (path) => {
      expect(disagreement(path, expected()[path])).toBeUndefined();
    },
  );
});

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectFile } from '../../src/app/inspect.ts';
import { FINDING_CODES } from '../../src/model/finding-codes.ts';
import { present } from '../support/present.ts';
import { emptyFolder, removeFolders } from '../support/small-workspace.ts';
import { MADE, type Made } from './make.ts';
import { MAPPINGS, workspaceFor } from './mappings.ts';

/**
 * Each file holds one defect. Its name says which finding it must give: `CODE[.info][.line-N].what-is-wrong.ext`, or
 * `sound...` where it must be read without critical finding. A file that is added here is a test that is added.
 */
const FILES = join(import.meta.dirname, 'files');
const LIMIT = 30_000;

const KEPT: readonly Made[] = readdirSync(FILES).flatMap((folder) =>
  readdirSync(join(FILES, folder)).map((name) => ({
    folder,
    name,
    bytes: () => readFileSync(join(FILES, folder, name)),
  })),
);
const ALL = [...KEPT, ...MADE].map((one) => [`${one.folder}/${one.name}`, one] as const);
const SOUND = ALL.filter(([, { name }]) => name.startsWith('sound'));
const HOSTILE = ALL.filter(([, { name }]) => !name.startsWith('sound'));
/** Of these nothing is read when they are critical. */
const REFUSALS = ['IN-ARCHIVE', 'IN-EMPTY', 'IN-ENCODING', 'IN-NOT-TEXT', 'IN-XML'];

afterEach(removeFolders);

async function inspected({ folder: kind, name, bytes }: Made) {
  const { input, options = {} } = present(MAPPINGS[kind]);
  const folder = emptyFolder();
  writeFileSync(join(folder, name), bytes());
  if (input !== undefined) writeFileSync(join(folder, 'workspace.yaml'), workspaceFor(name, input));
  const before = contentOf(folder);
  const seen = await inspectFile(join(folder, name), options);
  expect(contentOf(folder)).toEqual(before);
  for (const { at, message } of seen.findings) {
    expect(`${at.file ?? ''}/`.startsWith(`${name}/`)).toBe(true);
    expect(message).not.toMatch(/undefined(?! entity)|NaN|\[object/);
  }
  return seen;
}

/** Every path of a folder with its hash and the time it was written. */
function contentOf(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return paths.map((path) => {
    const bytes = readFileSync(join(folder, path));
    const hash = createHash('sha256').update(bytes).digest('hex');
    return `${path} ${hash} ${String(statSync(join(folder, path)).mtimeMs)}`;
  });
}

test.each(HOSTILE)(
  '%s',
  async (_, made) => {
    const { code, severity, line } = expectedOf(made.name);
    const { findings, records } = await inspected(made);
    const told = findings.filter((finding) => finding.code === code);
    const places = told.map(({ at }) => at.line);
    expect(told.map((finding) => finding.severity)).toContain(
      severity ?? told[0]?.severity ?? code,
    );
    expect(places).toContain(line ?? places[0]);
    const isRefused = told.some(({ severity: weight }) => weight === 'critical');
    expect(REFUSALS.includes(code) && isRefused ? records : 0).toBe(0);
    expect(severity === 'info' ? records : 1).toBeGreaterThan(0);
  },
  LIMIT,
);

function expectedOf(name: string) {
  const [code = '', ...parts] = name.split('.');
  const line = parts.flatMap((part) => /^line-(\d+)$/.exec(part)?.[1] ?? []).map(Number)[0];
  return { code, severity: parts.includes('info') ? 'info' : undefined, line };
}

test.each(SOUND)(
  '%s is read',
  async (_, made) => {
    const { findings, records } = await inspected(made);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(records).toBeGreaterThan(0);
  },
  LIMIT,
);

test('every file is named by a code of the registry, and every folder has its mapping', () => {
  const codes = HOSTILE.map(([, { name }]) => expectedOf(name).code);
  expect(Object.keys(FINDING_CODES)).toEqual(expect.arrayContaining(codes));
  const folders = ALL.map(([, { folder }]) => folder);
  expect(Object.keys(MAPPINGS)).toEqual(expect.arrayContaining(folders));
});

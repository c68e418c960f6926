import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadTemplates } from '../../src/store/templates.ts';

const root = new URL('../../', import.meta.url).pathname;
const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((f) =>
  f.endsWith('.ts'),
);
const textOf = (file: string) => readFileSync(`${root}src/${file}`, 'utf8');

test('no file under src names a regime: a template is data', () => {
  const ids = loadTemplates().map(({ template }) => template.id);
  expect(ids.length).toBeGreaterThan(0);
  const named = sources.filter((file) => {
    const text = textOf(file);
    return (
      ids.some((id) => text.includes(id)) ||
      /\b(ifrs|issb|sasb|esrs|csrd|secr|puct|ghgrp|nger|mica)\b/i.test(text)
    );
  });
  expect(named).toEqual([]);
});

test('every room stands in the table of directions', () => {
  const { forbidden } = createRequire(import.meta.url)(`${root}.dependency-cruiser.cjs`) as {
    forbidden: { name: string }[];
  };
  const rooms = readdirSync(`${root}src`, { withFileTypes: true }).filter((e) => e.isDirectory());
  const ruled = forbidden.map(({ name }) => name);
  for (const { name } of rooms) expect(ruled).toContain(`${name}-imports-down-only`);
});

test('an import against the direction is refused by the checker', () => {
  const script = `
    const { cruise } = await import('dependency-cruiser');
    const { default: rules } = await import('./.dependency-cruiser.cjs');
    const { mkdtempSync, mkdirSync, writeFileSync } = await import('node:fs');
    const dir = mkdtempSync((await import('node:os')).tmpdir() + '/rooms-');
    mkdirSync(dir + '/src/units', { recursive: true }); mkdirSync(dir + '/src/app', { recursive: true });
    writeFileSync(dir + '/src/units/a.mjs', "import '../app/b.mjs'; import 'node:fs';"); writeFileSync(dir + '/src/app/b.mjs', '');
    const { options, ...rest } = rules;
    const result = await cruise(['src'], { ruleSet: rest, validate: true, baseDir: dir });
    console.log(result.output.summary.violations.map((v) => v.rule.name).sort().join(' '));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(output.trim()).toBe('pure-rooms-do-no-io units-imports-down-only');
});

test('a third-party package stands only in the room it serves', () => {
  const rooms: Record<string, readonly string[]> = {
    'csv-parse': ['ingest'],
    saxes: ['ingest'],
    hucre: ['ingest', 'render'],
    yauzl: ['ingest'],
    chardet: ['ingest'],
    'iconv-lite': ['ingest'],
    luxon: ['ingest', 'app'],
    'pdfjs-dist': ['ingest'],
    pdfkit: ['render'],
    fontkit: ['render'],
    qrcode: ['render'],
    ajv: ['store'],
    yaml: ['store'],
    tinyglobby: ['store'],
    commander: ['cli'],
    canonicalize: ['seal'],
    'fraction.js': ['units'],
    'd3-scale': ['charts'],
    'd3-shape': ['charts'],
  };
  const misplaced = sources.flatMap((file) =>
    [...textOf(file).matchAll(/from '([^'.][^']*)'/g)]
      .map(([, name = '']) => name)
      .filter((name) => !name.startsWith('node:'))
      .map((name) =>
        name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? ''),
      )
      .filter((name) => !(rooms[name] ?? []).includes(file.split('/')[0] ?? ''))
      .map((name) => `${file}: ${name}`),
  );
  expect(misplaced).toEqual([]);
});

test('the types of documents are those that the schemas give', () => {
  expect(() =>
    execFileSync(process.execPath, ['scripts/types.mjs', '--check'], { cwd: root, stdio: 'pipe' }),
  ).not.toThrow();
});

test('nothing in the project names a machine path or a registry host', () => {
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
  const texts = files.filter(
    (f) =>
      /\.(ts|mjs|js|cjs|json|md|yaml|yml|csv|txt)$|^\.ci\//.test(f) &&
      f !== 'tests/architecture/architecture.test.ts',
  );
  const found = texts.filter((file) =>
    /\/work\/|\/root\/|registry\.npmjs|repo1?\.maven|pypi\.org|deb\.debian/.test(
      readFileSync(root + file, 'utf8'),
    ),
  );
  expect(found).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Changes,
  emptyFolder,
  removeFolders,
  smallWorkspace,
} from '../support/small-workspace.ts';

const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;

function hashprint(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

interface Reported {
  readonly status: number | null;
  readonly findings: {
    code: string;
    severity: string;
    message: string;
    at: { file?: string; line?: number };
  }[];
  readonly disclosures: { outcome: string }[];
  readonly written: string[];
  readonly out: string;
}

function report(changes: Changes, ...more: string[]): Reported {
  const out = join(emptyFolder(), 'out');
  const { status, stdout, stderr } = hashprint(
    'report',
    smallWorkspace(changes),
    '--template',
    'int-ifrs-s2',
    '--out',
    out,
    '--json',
    ...more,
  );
  if (stdout === '') throw new Error(stderr);
  return { ...(JSON.parse(stdout) as Omit<Reported, 'status' | 'out'>), status, out };
}

afterAll(removeFolders);

test('the built program runs and knows its version', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  expect(hashprint('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  [[]],
  [['init']],
  [['inspect']],
  [['check']],
  [['report']],
  [['explain']],
  [['templates']],
  [['factors']],
  [['metrics']],
])('hashprint %j has --help of at most 80 columns', (verb) => {
  const { status, stdout } = hashprint(...verb, '--help');
  expect(status).toBe(0);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test.each([
  ['an unknown command', ['file-it']],
  ['a missing argument', ['report', '.']],
  ['an unknown template', ['report', '.', '--template', 'no-such', '--out', 'x']],
  [
    'an unknown format',
    ['report', '.', '--template', 'int-ifrs-s2', '--out', 'x', '--formats', 'docx'],
  ],
  ['an unknown factor set', ['factors', 'show', 'nobody']],
])('%s ends with status 2', (_, args) => {
  expect(hashprint(...args).status).toBe(2);
});

test('a workspace that is not there ends with status 3', () => {
  expect(hashprint('check', join(emptyFolder(), 'none')).status).toBe(3);
});

test('init writes a workspace once, and never over one', () => {
  const folder = emptyFolder();
  expect(hashprint('init', folder).status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['.hashprint', 'workspace.yaml']);
  const before = readFileSync(join(folder, 'workspace.yaml'), 'utf8');
  expect(before.split('\n')[0]).toBe(
    '# yaml-language-server: $schema=.hashprint/workspace.schema.json',
  );
  expect(hashprint('init', folder).status).toBe(2);
  expect(readFileSync(join(folder, 'workspace.yaml'), 'utf8')).toBe(before);
  // a starter is sound, and leaves one choice to its filer: whether a factor of an earlier year may serve
  const checked = hashprint('check', folder);
  expect(checked).toMatchObject({ status: 1, stderr: '' });
  expect(checked.stdout.match(/^critical [A-Z-]+/gm)).toEqual(['critical ACC-FACTOR-YEAR-REFUSED']);
});

test('a sound workspace is reported, and only the files named are written', () => {
  const { status, disclosures, written, out } = report({});
  expect(status).toBe(0);
  expect(disclosures.map(({ outcome }) => outcome)).toEqual(['VOLUNTARY']);
  expect(readdirSync(out).sort()).toEqual([
    'int-ifrs-s2-2023',
    'int-ifrs-s2-2023.json',
    'int-ifrs-s2-2023.pdf',
  ]);
  expect(written).toHaveLength(3);
});

test('a period asked for on the command line is the one reported', () => {
  const { written } = report({}, '--period', '2023-04-01/2023-06-30', '--formats', 'json');
  const json = JSON.parse(readFileSync(written[0] ?? '', 'utf8')) as {
    facts: { id: string; exact: string; dimensions: object }[];
  };
  const energy = json.facts.find(
    ({ id, dimensions }) => id === 'x.energy' && Object.keys(dimensions).length === 0,
  );
  expect(energy?.exact).toBe('3000');
});

const DEFECTS: [name: string, changes: Changes, code: string, at: object][] = [
  [
    'a malformed workspace',
    { workspace: [['sites: [home] }', 'sites: [home }']] },
    'WS-SYNTAX',
    { file: 'workspace.yaml', line: 6 },
  ],
  [
    'an unknown unit',
    { workspace: [['unit: kWh', 'unit: kilowatts']] },
    'IN-UNIT',
    { file: 'bills.csv' },
  ],
  [
    'an unknown grid region',
    { workspace: [['egrid:ERCT', 'egrid:NOPE']] },
    'ACC-NO-FACTOR',
    { file: 'workspace.yaml' },
  ],
  [
    'a year without a factor',
    { workspace: [['period: 2023', 'period: 2024']], bills: [] },
    'ACC-FACTOR-YEAR-REFUSED',
    { file: 'workspace.yaml' },
  ],
  [
    'overlapping bills',
    { bills: [['2023-02-01,2023-02-28', '2023-01-20,2023-02-28']] },
    'IN-OVERLAP',
    { file: 'bills.csv', line: 3 },
  ],
  [
    'a cell that is no number',
    { bills: [['2023-03-31,1000000', '2023-03-31,about a million']] },
    'IN-NUMBER',
    { file: 'bills.csv', line: 4 },
  ],
  [
    'a day that does not exist',
    { bills: [['2023-02-28', '2023-02-30']] },
    'IN-DATE',
    { file: 'bills.csv', line: 3 },
  ],
  [
    'a missing file',
    { workspace: [['files: bills.csv', 'files: nothing/*.csv']] },
    'WS-NO-FILE',
    { file: 'workspace.yaml', line: 14 },
  ],
  [
    'a missing statement',
    { workspace: [['  remuneration: none\n', '']] },
    'DIS-MISSING',
    { file: 'workspace.yaml' },
  ],
];

describe.each(DEFECTS)('%s', (_, changes, code, at) => {
  test('is a critical finding that says where; status 1, nothing written', () => {
    const { status, findings, written, out } = report(changes);
    const found = findings.filter((f) => f.severity === 'critical' && f.code === code);
    expect(found.map((f) => f.at)).toContainEqual(expect.objectContaining(at));
    expect(status).toBe(1);
    expect(written).toEqual([]);
    expect(existsSync(out)).toBe(false);
  });
});

test('a draft is written when asked for, with its gaps named, and still ends with status 1', () => {
  const { status, written } = report(
    { bills: [['2023-02-01,2023-02-28', '2023-01-20,2023-02-28']] },
    '--draft',
  );
  expect(status).toBe(1);
  const json = written.find((path) => path.endsWith('2023.json')) ?? '';
  const disclosure = JSON.parse(readFileSync(json, 'utf8')) as {
    draft: boolean;
    findings: { code: string }[];
  };
  expect(disclosure.draft).toBe(true);
  expect(disclosure.findings.map(({ code }) => code)).toContain('IN-OVERLAP');
});

test('a template from a folder of one’s own is used, and one that names an unknown metric is refused', () => {
  const templates = emptyFolder();
  const template = {
    id: 'own-form',
    edition: '1',
    status: 'voluntary',
    asOf: '2026-01-01',
    authority: 'nobody',
    per: 'entity',
    gwp: 'AR5-100',
    applicability: [],
    otherwise: 'VOLUNTARY',
    sections: [{ id: 'all', blocks: [{ kind: 'key-figures', facts: ['own.1'] }] }],
    facts: [
      {
        id: 'own.1',
        value: { metric: 'scope2.location.co2e' },
        unit: 'kg CO2e',
        round: { decimals: 0, mode: 'half-up' },
        obligation: 'mandatory',
        citation: 'own rule',
        grade: 'V',
      },
    ],
    checks: [],
  };
  const labels = {
    title: 'Own form {year}',
    standard: 'Own',
    disclaimer: 'None',
    sections: { all: 'All' },
    tables: {},
    charts: {},
    texts: {},
    facts: { 'own.1': 'Scope 2' },
    checks: {},
    applicability: { otherwise: 'Given voluntarily.' },
    cover: { measurement: ['Own', 'rule'] },
  };
  const write = (metric: string) => {
    const changed = {
      ...template,
      facts: template.facts.map((fact) => ({ ...fact, value: { metric } })),
    };
    const folder = smallWorkspace({
      files: {
        'own-form/1/template.json': JSON.stringify(changed),
        'own-form/1/labels.en.json': JSON.stringify(labels),
      },
    });
    return folder;
  };
  const run = (metric: string) => {
    const folder = write(metric);
    writeFileSync(join(templates, 'marker'), '');
    return hashprint(
      'report',
      folder,
      '--template',
      'own-form',
      '--templates',
      folder,
      '--out',
      join(emptyFolder(), 'o'),
      '--json',
    );
  };
  const good = run('scope2.location.co2e');
  expect(good.status).toBe(0);
  const [disclosure] = (
    JSON.parse(good.stdout) as { disclosures: { keyFigures: { value: string }[] }[] }
  ).disclosures;
  // 12,000 MWh x (332.8798032 + 0.0195048 x 28 + 0.0027216 x 265) kg/MWh, worked by hand
  expect(disclosure?.keyFigures[0]?.value).toBe('4009766');
  const bad = run('scope9.everything');
  expect(bad.status).toBe(1);
  expect(bad.stdout).toContain('TPL-METRIC');
});

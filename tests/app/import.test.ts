import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { generate } from '../../fixtures/pecos/generate.mjs';
import { applyImport, type ImportResult } from '../../src/app/import/apply-import.ts';
import { type Answers, proposeImport } from '../../src/app/import/propose-import.ts';
import { report } from '../../src/app/report.ts';
import { isMatchedBy } from '../../src/store/path-pattern.ts';
import type { Disclosure } from '../../src/model/documents/disclosure.ts';
import type { Workspace } from '../../src/model/documents/workspace.ts';
import { present } from '../support/present.ts';
import { emptyFolder, removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

const textOf = (folder: string) => readFileSync(join(folder, 'workspace.yaml'), 'utf8');
const codesOf = ({ findings }: ImportResult) => findings.map(({ code }) => code);

/** A file beside no workspace. */
function written(name: string, text: string): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, text);
  return path;
}

const NEXT =
  'Invoice,From,To,Usage (kWh)\nB1,2024-01-01,2024-01-31,500\nB2,2024-02-01,2024-02-29,400\n';

describe('a bill for a small workspace', () => {
  test('is read, copied and entered; nothing else in workspace.yaml changes', async () => {
    const folder = smallWorkspace();
    const before = textOf(folder);
    const result = await applyImport(written('next.csv', NEXT), folder, { meter: 'main' });
    expect(result.outcome).toBe('written');
    expect(result.trial).toMatchObject({ read: 2, rejected: 0 });
    expect(result.trial?.totals).toEqual([
      {
        what: 'bills of main',
        count: 2,
        from: '2024-01-01',
        to: '2024-02-29',
        total: '900',
        unit: 'kWh',
      },
    ]);
    expect(readFileSync(join(folder, 'bills/next.csv'), 'utf8')).toBe(NEXT);
    const entry = [
      '  - kind: bills',
      '    files: bills/next.csv',
      '    meter: main',
      '    map:',
      '      start: From',
      '      end: To',
      '      energy: { column: Usage (kWh), unit: kWh }',
      '      invoice: Invoice',
      '      date_format: yyyy-MM-dd',
      '      end_date: inclusive',
      '',
    ].join('\n');
    expect(textOf(folder)).toBe(before.replace('factors:', `${entry}factors:`));
  });

  test('that is only likely is not written until a person confirms it', async () => {
    const folder = smallWorkspace();
    const before = textOf(folder);
    const result = await applyImport(written('next.csv', NEXT), folder, {});
    expect(result.outcome).toBe('open');
    expect(result.proposal.open).toEqual(['meter']);
    expect(textOf(folder)).toBe(before);
    const path = written('next.csv', NEXT);
    const accepted = await applyImport(path, folder, {}, { isLikelyAccepted: true });
    expect(accepted.outcome).toBe('written');
  });

  test('a dry run reads and writes nothing', async () => {
    const folder = smallWorkspace();
    const before = textOf(folder);
    const answers = { meter: 'main' };
    const result = await applyImport(written('next.csv', NEXT), folder, answers, {
      isDryRun: true,
    });
    expect(result.outcome).toBe('tried');
    expect(result.trial?.read).toBe(2);
    expect(textOf(folder)).toBe(before);
    expect(existsSync(join(folder, 'bills'))).toBe(false);
  });

  test.each([
    [
      'a cell that is no number',
      `${NEXT}B3,2024-03-01,2024-03-31,4\nB4,2024-04-01,2024-04-30,5\nB5,2024-05-01,2024-05-31,much\n`,
      'IN-NUMBER',
    ],
    // bills.csv of the workspace has the year 2023
    [
      'a bill for days that are billed already',
      NEXT.replaceAll('2024', '2023')
        .replace('-02-29', '-02-28')
        .replace('2023-01-31', '2023-01-30')
        .replace('2023-02-01', '2023-01-31'),
      'IN-OVERLAP',
    ],
  ])('%s stops it, and leaves everything as it was', async (_, text, code) => {
    const folder = smallWorkspace();
    const before = textOf(folder);
    const result = await applyImport(written('next.csv', text), folder, { meter: 'main' });
    expect(result.outcome).toBe('refused');
    expect(codesOf(result)).toContain(code);
    expect(result.findings.find((one) => one.code === code)?.message).toContain('bills/next.csv');
    expect(textOf(folder)).toBe(before);
    expect(existsSync(join(folder, 'bills'))).toBe(false);
  });

  test('an answer to nothing is misuse', async () => {
    const folder = smallWorkspace();
    const path = written('next.csv', NEXT);
    await expect(applyImport(path, folder, { meter: 'main', label: 'end' })).rejects.toThrow(
      /the answer label fits nothing that bills asks for/,
    );
  });

  test('another file of that name is never overwritten; the same one is no second entry', async () => {
    const folder = smallWorkspace();
    const path = written('next.csv', NEXT);
    await applyImport(path, folder, { meter: 'main' });
    const after = textOf(folder);
    const again = await applyImport(path, folder, { meter: 'main' });
    expect(again.placement).toEqual({
      path: 'bills/next.csv',
      isCopied: true,
      isReadAlready: true,
    });
    expect(textOf(folder)).toBe(after);
    const other = written('next.csv', NEXT.replace(',400', ',401'));
    await expect(applyImport(other, folder, { meter: 'main' })).rejects.toThrow(
      /holds something else/,
    );
    expect(readFileSync(join(folder, 'bills/next.csv'), 'utf8')).toBe(NEXT);
  });

  test('next month’s file goes where the entry that reads it looks', async () => {
    const folder = smallWorkspace();
    await applyImport(written('next.csv', NEXT), folder, { meter: 'main' });
    writeFileSync(
      join(folder, 'workspace.yaml'),
      textOf(folder).replace('bills/next.csv', 'bills/*.csv'),
    );
    const before = textOf(folder);
    const march =
      'Invoice,From,To,Usage (kWh)\nB3,2024-03-01,2024-03-31,3\nB4,2024-04-01,2024-04-30,3\n';
    const result = await applyImport(written('march.csv', march), folder, { meter: 'main' });
    expect(result.outcome).toBe('written');
    expect(textOf(folder)).toBe(before);
    expect(existsSync(join(folder, 'bills/march.csv'))).toBe(true);
    // in another layout it must not lie where that entry would read it too
    const mwh =
      'Invoice,From,To,Usage (MWh)\nB5,2024-05-01,2024-05-31,3\nB6,2024-06-01,2024-06-30,3\n';
    const other = await applyImport(written('may.csv', mwh), folder, { meter: 'main' });
    expect(other.placement?.path).toBe('bills/main/may.csv');
    expect(other.outcome).toBe('written');
  });

  test('a file within the workspace is read where it lies, whatever its name', async () => {
    const folder = smallWorkspace({ files: { 'from utility/bill (1).csv': NEXT } });
    const path = join(folder, 'from utility/bill (1).csv');
    const result = await applyImport(path, folder, { meter: 'main' });
    expect(result.written.map((one) => one.slice(folder.length + 1))).toEqual(['workspace.yaml']);
    const { inputs } = parse(textOf(folder)) as Workspace;
    expect(inputs.at(-1)?.files).toBe('from utility/bill \\(1\\).csv');
    // the pattern finds the file
    const again = await applyImport(path, folder, { meter: 'main' });
    expect(again.placement?.isReadAlready).toBe(true);
  });

  test('an unknown number is given to the meter that is named', async () => {
    const folder = smallWorkspace();
    const text = NEXT.replace('Invoice', 'Meter').replaceAll(/^B\d/gm, '0042');
    const result = await applyImport(written('next.csv', text), folder, {
      'meter-of.0042': 'main',
    });
    expect(result.outcome).toBe('written');
    expect(textOf(folder)).toContain(
      '- { id: main, site: home, measures: grid-import, use: mining, number: "0042" }',
    );
    const { meters } = parse(textOf(folder)) as Workspace;
    expect(meters[0]?.number).toBe('0042');
  });

  test('a meter that then has bills and readings is told to say which counts', async () => {
    const folder = smallWorkspace();
    const rows = [1, 2, 3].map((hour) => `2023-03-01T0${String(hour)}:00:00Z,5`).join('\n');
    const result = await applyImport(
      written(
        'hours.csv',
        `start,end,kWh\n${rows.replaceAll(/T0(\d)(\S+),/g, 'T0$1$2,2023-03-01T0$1:59:00Z,')}\n`,
      ),
      folder,
      { meter: 'main', kind: 'readings' },
    );
    expect(result.outcome).toBe('written');
    expect(codesOf(result)).toContain('WS-ENERGY-FROM');
  });
});

test('a workspace with a fault is named, and left alone', async () => {
  const folder = smallWorkspace({ workspace: [['period: 2023', 'period: soon']] });
  const before = textOf(folder);
  const result = await applyImport(written('next.csv', NEXT), folder, { meter: 'main' });
  expect(result.outcome).toBe('refused');
  expect(codesOf(result)).toEqual(['WS-SCHEMA', 'WS-SCHEMA']);
  expect(textOf(folder)).toBe(before);
});

test('text that nothing decodes for certain is read in the encoding that a person names', async () => {
  const folder = smallWorkspace();
  const path = join(emptyFolder(), 'old.csv');
  // 0xFA would be a letter of Windows-1252, but 0x80 behind a letter speaks against it
  const text = NEXT.replace('Invoice', 'Invoice n\u00famero').replace('B1', 'B\u0080');
  writeFileSync(path, Buffer.from(text, 'latin1'));
  const { questions, findings } = await proposeImport(path, folder);
  expect(findings).toEqual([]);
  expect(questions.map(({ id }) => id)).toEqual(['encoding']);
  const answers = { encoding: 'windows-1252', meter: 'main' };
  const { outcome, entry } = await applyImport(path, folder, answers);
  expect(outcome).toBe('written');
  expect(entry).toMatchObject({
    csv: { encoding: 'windows-1252' },
    map: { invoice: 'Invoice n\u00famero' },
  });
});

describe('Pecos Ridge, its inputs imported anew', () => {
  const source = join(emptyFolder(), 'source');
  const target = join(emptyFolder(), 'target');
  const expected = new URL('../../fixtures/pecos/expected/int-ifrs-s2-2025.json', import.meta.url);

  const INPUTS: readonly [file: string, answers: Answers][] = [
    ['bills/2025-bills.csv', { 'read_type.A': 'actual', 'read_type.E': 'estimated' }],
    ['certificates/2025-wind.csv', { contract: 'caney-wind' }],
    ['fleet/fleet.csv', {}],
    ['hashrate/2025-hashrate.csv', { zone: 'UTC', label: 'start', algorithm: 'sha256' }],
    ['readings/pecos-it/2025-it-load.csv', { meter: 'pecos-it', label: 'start' }],
    ['readings/pecos-ai/2025-ai-hall.csv', { meter: 'pecos-ai', zone: 'UTC', label: 'start' }],
    ...['interval_20241217_20250630.csv', 'interval_20250701_20260115.csv'].map(
      (name): [string, Answers] => [
        `readings/pecos-main/${name}`,
        {
          profile: 'none',
          zone: 'America/Chicago',
          'read_type.A': 'actual',
          'read_type.E': 'estimated',
        },
      ],
    ),
  ];

  beforeAll(() => {
    generate(source);
    mkdirSync(target, { recursive: true });
    const workspace = readFileSync(
      new URL('../../fixtures/pecos/workspace.yaml', import.meta.url),
      'utf8',
    );
    const begin = workspace.indexOf('inputs:\n');
    const end = workspace.indexOf('factors:\n');
    writeFileSync(
      join(target, 'workspace.yaml'),
      `${workspace.slice(0, begin)}inputs: []\n\n${workspace.slice(end)}`,
    );
  });

  test('give the same figures as the mapping that a person wrote', async () => {
    for (const [file, answers] of INPUTS) {
      const { outcome, findings, proposal } = await applyImport(
        join(source, file),
        target,
        answers,
      );
      expect([
        file,
        outcome,
        proposal.open,
        findings.filter(({ severity }) => severity === 'critical'),
      ]).toEqual([file, 'written', [], []]);
    }
    const out = join(emptyFolder(), 'out');
    const { findings } = await report(
      target,
      { template: 'int-ifrs-s2', out, formats: new Set(['json']) },
      () => undefined,
    );
    expect(findings.filter(({ severity }) => severity === 'critical')).toEqual([]);
    const figures = (text: string) =>
      (JSON.parse(text) as Disclosure).facts.map(({ id, dimensions, value, exact }) => ({
        id,
        dimensions,
        value,
        exact,
      }));
    expect(figures(readFileSync(join(out, 'int-ifrs-s2-2025.json'), 'utf8'))).toEqual(
      figures(readFileSync(expected, 'utf8')),
    );
  }, 120_000);
});

describe('Aurora, file by file', () => {
  const folder = new URL('../../fixtures/aurora/', import.meta.url).pathname;
  const { inputs } = parse(readFileSync(join(folder, 'workspace.yaml'), 'utf8')) as Workspace;

  test.each<[file: string, answers: Answers]>([
    ['bills/pecos/2025-bills.csv', { 'read_type.A': 'actual', 'read_type.E': 'estimated' }],
    ['bills/manic/2025-factures.csv', { meter: 'manic-main', 'read_type.R': 'actual' }],
    ['bills/boden/2025-fakturor.csv', { meter: 'boden-main' }],
    ['certificates/pecos/2025-wind.csv', { site: 'pecos', contract: 'caney-wind' }],
    ['certificates/boden/2025-ursprungsgarantier.csv', { site: 'boden', contract: 'forsen-hydro' }],
    ['fleet/boden.csv', { site: 'boden' }],
    ['curtailment/pecos/2025-events.csv', { site: 'pecos', zone: 'America/Chicago' }],
    ['coins/pecos/2025-coins.csv', { site: 'pecos', 'end-date': 'inclusive' }],
    ['heat/boden/2025-varme.csv', { site: 'boden' }],
    ['fuels/boden/2025-diesel.csv', { site: 'boden', 'fuel.Diesel MK1': 'distillate-2' }],
  ])('%s: the proposal is the mapping that a person wrote', async (file, answers) => {
    const { entry, open } = await proposeImport(join(folder, file), folder, answers);
    const input = present(inputs.find(({ files }) => isMatchedBy(file, files)));
    expect(open).toEqual([]);
    expect({ ...entry, files: input.files }).toMatchObject(seenOf(input));
  });
});

/** The mapping without the read types that no row of the file has. */
function seenOf(input: Workspace['inputs'][number]): object {
  if (input.kind !== 'bills' || !input.map.read_type) return input;
  const { column, actual } = input.map.read_type;
  return { ...input, map: { ...input.map, read_type: { column, actual } } };
}

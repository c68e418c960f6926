import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FactorsRequest, importFactors } from '../../src/app/import-factors.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { sha256 } from '../../src/store/files.ts';

const GREEN_E = [
  '2026 Green-e Residual Mix Emissions Rates (2024 Data)',
  'eGRID Subregion,Residual Mix Emissions Rate (lb CO2/MWh)',
  'ERCT,1000',
  '',
].join('\n');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hashprint-factors-'));
  writeFileSync(join(folder, 'workspace.yaml'), 'hashprint: 1\n');
  writeFileSync(join(folder, 'residual.csv'), GREEN_E);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function imported(request: Partial<FactorsRequest> = {}, file = 'residual.csv') {
  const whole = {
    publisher: 'green-e',
    edition: '2025',
    workspace: folder,
    licence: 'held by the filer for own use',
    ...request,
  };
  return importFactors(join(folder, file), whole);
}

const PATH = 'factors/green-e/2025.json';

describe('factors of a file', () => {
  test('become a set of the workspace, with the hash of the file and the terms that were stated', async () => {
    const { outcome, written, findings } = await imported();
    expect([outcome, written]).toEqual(['written', [PATH]]);
    expect(findings).toMatchObject([{ code: 'IN-FACTOR-DATE', severity: 'info' }]);
    expect(findings[0]?.message).toContain('a dated edition of green-e will answer before it');
    const set = JSON.parse(readFileSync(join(folder, PATH), 'utf8')) as Record<string, unknown>;
    expect(set).toMatchObject({
      publisher: 'green-e',
      edition: '2025',
      licence: 'held by the filer for own use',
      workbook: { name: 'residual.csv', sha256: sha256(GREEN_E) },
      rows: [{ id: 'ERCT', co2_kg: '453.59237', grade: 'V' }],
    });
  });

  test('are found before the installed sets and stand in for the one of that name', async () => {
    const installed = loadFactors();
    await imported();
    const [first, ...others] = loadFactors(folder);
    expect([first?.set.publisher, first?.set.rows.length]).toEqual(['green-e', 1]);
    expect(others).toHaveLength(installed.length - 1);
    expect(loadFactors()).toEqual(installed);
  });

  test('are not written in a dry run, and not twice', async () => {
    expect((await imported({ isDryRun: true })).outcome).toBe('tried');
    expect(readdirSync(folder)).not.toContain('factors');
    await imported();
    expect((await imported()).outcome).toBe('unchanged');
  });

  test('do not overwrite a set that differs, unless that is asked for', async () => {
    await imported();
    const before = readFileSync(join(folder, PATH), 'utf8');
    writeFileSync(join(folder, 'residual.csv'), GREEN_E.replace('1000', '900'));
    await expect(imported()).rejects.toMatchObject({ code: 'usage' });
    expect(readFileSync(join(folder, PATH), 'utf8')).toBe(before);
    expect((await imported({ isReplaced: true })).outcome).toBe('written');
    expect(readFileSync(join(folder, PATH), 'utf8')).toContain('408.233133');
  });

  test('are not written where a finding is critical', async () => {
    writeFileSync(join(folder, 'other.csv'), 'a,b\n1,2\n');
    const { outcome, findings } = await imported({}, 'other.csv');
    expect(outcome).toBe('refused');
    expect(findings.map(({ code }) => code)).toEqual(['IN-NO-HEADER']);
    expect(readdirSync(folder)).not.toContain('factors');
  });

  test('are refused where a region stands twice', async () => {
    writeFileSync(join(folder, 'residual.csv'), `${GREEN_E}ERCT,900\n`);
    const { outcome, findings } = await imported();
    expect([outcome, findings.map(({ code }) => code)]).toEqual([
      'refused',
      ['IN-CONFLICT', 'IN-FACTOR-DATE'],
    ]);
  });

  test.each<[string, Partial<FactorsRequest>, string]>([
    ['a publisher that is not known', { publisher: 'acme' }, 'unknown-id'],
    ['an edition that leads out of the folder', { edition: '../../x' }, 'usage'],
    ['a day that is none', { published: 'June' }, 'usage'],
    ['a folder without workspace', { workspace: tmpdir() }, 'usage'],
    ['terms that are left blank', { licence: ' ' }, 'usage'],
  ])('%s is refused', async (_, request, code) => {
    await expect(imported(request)).rejects.toMatchObject({ code });
  });

  test('an installed edition that would answer first is told, unless a date is stated', async () => {
    const file = ['Country,Residual mix 2025 gCO2/kWh', 'SE,200', ''].join('\n');
    writeFileSync(join(folder, 'aib.csv'), file);
    const request = { publisher: 'aib', edition: '2025-v1.1' };
    const undated = await imported({ ...request, isDryRun: true }, 'aib.csv');
    expect(undated.findings.map(({ severity }) => severity)).toEqual(['quality']);
    expect(undated.findings[0]?.message).toContain('aib/2025-v1.0');
    const dated = await imported({ ...request, published: '2026-08-11' }, 'aib.csv');
    expect([dated.outcome, dated.findings, dated.set.published]).toEqual([
      'written',
      [],
      '2026-08-11',
    ]);
  });
});

describe('the date of release', () => {
  const dated = async (line: string, published?: string) => {
    writeFileSync(join(folder, 'residual.csv'), `${line}\n${GREEN_E}`);
    const request = published === undefined ? {} : { published };
    const { set, findings } = await imported({ ...request, isDryRun: true });
    return [set.published, findings.map(({ severity }) => severity)];
  };

  test.each([
    ['Published: 16 February 2026', '2026-02-16'],
    ['Release date,2026-02-16', '2026-02-16'],
    ['"Publication date: February 16, 2026"', '2026-02-16'],
    ['Date of issue: 16th Feb 2026.', '2026-02-16'],
    ['Published in February 2026', '2026-02'],
  ])('is taken from the file, which says %s', async (line, day) => {
    expect(await dated(line)).toEqual([day, ['info']]);
  });

  test.each([
    ['Next publication date: 16 February 2026'],
    ['Published: 02/03/2026'],
    ['Published: 31 February 2026'],
    ['A table of 16 February 2026'],
  ])('is not known where the file says %s', async (line) => {
    expect(await dated(line)).toEqual([undefined, ['info']]);
  });

  test('is asked for where the file states two', async () => {
    const lines = 'Published: 16 February 2026\nReleased: 17 February 2026';
    expect(await dated(lines)).toEqual([undefined, ['quality', 'info']]);
  });

  test('is the one that a person states, and a file that says another is told', async () => {
    expect(await dated('Published: 16 February 2026', '2026-02-16')).toEqual(['2026-02-16', []]);
    expect(await dated('Published in February 2026', '2026-02-16')).toEqual(['2026-02-16', []]);
    expect(await dated('Published: 16 February 2026', '2026-03-01')).toEqual([
      '2026-03-01',
      ['quality'],
    ]);
  });
});

describe('the folder of factors of a workspace', () => {
  test('a file that is no factor set is refused by name', () => {
    mkdirSync(join(folder, 'factors/own'), { recursive: true });
    writeFileSync(join(folder, 'factors/own/1.json'), '{}');
    expect(() => loadFactors(folder)).toThrow('factors/own/1.json of the workspace');
  });

  test('a link is not followed', () => {
    mkdirSync(join(folder, 'factors/own'), { recursive: true });
    symlinkSync(join(tmpdir(), 'elsewhere.json'), join(folder, 'factors/own/1.json'));
    expect(() => loadFactors(folder)).toThrow('it is a link');
  });
});

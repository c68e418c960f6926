import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { generate } from '../../fixtures/pecos/generate.mjs';
import { report } from '../../src/app/report.ts';
import { workpaper } from '../../src/app/workpaper.ts';
import type { Disclosure } from '../../src/model/documents/disclosure.ts';
import type { LedgerDocument } from '../../src/model/documents/ledger.ts';
import { present } from '../support/present.ts';
import { emptyFolder, removeFolders } from '../support/small-workspace.ts';

const fixture = new URL('../../fixtures/pecos/', import.meta.url).pathname;
const workspace = join(emptyFolder(), 'pecos');
const out = join(emptyFolder(), 'out');
const NAME = 'int-ifrs-s2-2025';

type Sheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const disclosureIn = (folder: string) => json(join(folder, `${NAME}.json`)) as Disclosure;
const ledgerIn = (folder: string) => json(join(folder, `${NAME}/ledger.json`)) as LedgerDocument;

async function reportInto(folder: string, from: string): Promise<Disclosure> {
  const options = { template: 'int-ifrs-s2', out: folder, formats: new Set(['json'] as const) };
  await report(from, options, () => undefined);
  return disclosureIn(folder);
}

async function sheetOf(bytes: Uint8Array, name: string): Promise<Sheet> {
  const { sheets } = await readXlsx(bytes);
  return present(sheets.find((sheet) => sheet.name === name));
}

beforeAll(async () => {
  generate(workspace);
  cpSync(`${fixture}workspace.yaml`, join(workspace, 'workspace.yaml'));
  await reportInto(out, workspace);
  await workpaper(join(out, `${NAME}.json`), out);
}, 120_000);
afterAll(removeFolders);

const workbook = () => readFileSync(join(out, `${NAME}-workpaper.xlsx`));

test('each step is one row, and every step but a leaf is a formula', async () => {
  const ledger = ledgerIn(out);
  const { rows, cells } = await sheetOf(workbook(), 'Steps');
  expect(rows.slice(1).map(([id]) => id)).toEqual(ledger.steps.map(({ id }) => id));
  const leaves = new Set(['activity', 'factor', 'constant', 'declared']);
  const isFormula = (row: number) => cells?.get(`${String(row)},2`)?.formula !== undefined;
  const isOtherwise = ledger.steps.filter(({ op }, i) => isFormula(i + 1) === leaves.has(op));
  expect(isOtherwise).toEqual([]);
});

test('each figure of the disclosure stands in it, tied to its step', async () => {
  const disclosure = disclosureIn(out);
  const { rows } = await sheetOf(workbook(), 'Figures');
  expect(rows.slice(1).map(([id]) => id)).toEqual(disclosure.facts.map(({ id }) => id));
  const stated = disclosure.facts.map(({ value, step }) =>
    step === null || value === null ? null : Number(value),
  );
  expect(rows.slice(1).map((row) => (typeof row[6] === 'number' ? row[3] : null))).toEqual(stated);
});

test('the CSV holds the exact value of each step, and no text that a spreadsheet would run', () => {
  const ledger = ledgerIn(out);
  const lines = readFileSync(join(out, `${NAME}-workpaper.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(ledger.steps.length + 1);
  expect(lines.filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([]);
  const [first] = ledger.steps;
  expect(lines[1]).toContain(`,${first?.value ?? ''},${first?.unit ?? ''},`);
});

test('a second run gives the same bytes', async () => {
  const again = join(emptyFolder(), 'again');
  await workpaper(join(out, `${NAME}.json`), again);
  expect(readFileSync(join(again, `${NAME}-workpaper.xlsx`)).equals(workbook())).toBe(true);
});

test('a changed cell of the hours is refused, with the file and both hashes', async () => {
  const copy = join(emptyFolder(), 'copy');
  cpSync(out, copy, { recursive: true });
  const ledger = ledgerIn(copy);
  const file = join(copy, NAME, present(ledger.columns[0]).file);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/,(\d)/, ',1$1'));
  await expect(workpaper(join(copy, `${NAME}.json`), copy)).rejects.toThrow(
    /is not of this ledger: its SHA-256 is [0-9a-f]{64}/,
  );
});

/** A profile that computes a workbook again whenever it is opened. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbook as LibreOffice computes it. */
function recalculated(bytes: Uint8Array): Uint8Array {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'profile/user'), { recursive: true });
  mkdirSync(join(folder, 'computed'));
  writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), ALWAYS);
  writeFileSync(join(folder, 'paper.xlsx'), bytes);
  const { status, stderr } = spawnSync('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    ...['--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'computed')],
    join(folder, 'paper.xlsx'),
  ]);
  if (status !== 0) throw new Error(`soffice ended with ${String(status)}: ${String(stderr)}`);
  return readFileSync(join(folder, 'computed/paper.xlsx'));
}

/** In CI LibreOffice must be there; elsewhere these tests are skipped visibly without it. */
const hasSpreadsheet =
  process.env['CI'] !== undefined || spawnSync('soffice', ['--version']).status === 0;
const withSpreadsheet = hasSpreadsheet ? describe : describe.skip;

function largestChange({ rows }: Sheet, change: number, stated: number): number {
  const changes = rows.slice(1).flatMap((row) => {
    const [a, b] = [row[change], row[stated]];
    if (typeof b !== 'number') return [];
    // an error of a formula is no number: it must not pass
    return typeof a === 'number' ? [Math.abs(a) / Math.max(1, Math.abs(b))] : [Infinity];
  });
  return Math.max(...changes);
}

const ADDED_KWH = 1_000_000;

/** The third bill of the file: where it stands, its usage, and that with a million kilowatt-hours more. */
function usageOf(lines: readonly string[]) {
  const index = 7;
  const cell = present(/"[\d,]+"/.exec(present(lines[index]))?.[0]);
  const usage = Number(cell.replace(/[",]/g, ''));
  return { index, cell, kwh: String(usage + ADDED_KWH) };
}

withSpreadsheet('in a spreadsheet', () => {
  test('computed again by a spreadsheet, every step and figure stays', async () => {
    const computed = recalculated(workbook());
    expect(largestChange(await sheetOf(computed, 'Steps'), 5, 4)).toBeLessThan(1e-12);
    expect(largestChange(await sheetOf(computed, 'Figures'), 6, 5)).toBe(0);
  }, 180_000);

  test('a changed cell of a bill is followed to the total that the program gives', async () => {
    const other = join(emptyFolder(), 'other');
    cpSync(workspace, other, { recursive: true });
    const bills = join(other, 'bills/2025-bills.csv');
    const lines = readFileSync(bills, 'utf8').split('\n');
    const { index, cell, kwh } = usageOf(lines);
    writeFileSync(
      bills,
      lines.map((line, i) => (i === index ? line.replace(cell, kwh) : line)).join('\n'),
    );
    const disclosure = await reportInto(join(other, 'out'), other);
    const isTotal = ({ id, dimensions }: Disclosure['facts'][number]) =>
      id === 's2.29.a.i.2' && Object.keys(dimensions).length === 0;
    const total = present(disclosure.facts.find(isTotal));

    const book = await openXlsx(workbook());
    const steps = present(book.sheets.find(({ name }) => name === 'Steps'));
    const at = steps.rows.findIndex(
      (row) =>
        row[6] === 'activity' &&
        String(row[15]).endsWith('2025-bills.csv') &&
        String(row[16]).startsWith(`line ${String(index + 1)}`),
    );
    expect(at).toBeGreaterThan(0);
    const before = Number(present(steps.rows[at])[2]);
    present(steps.rows[at])[2] = before + ADDED_KWH;
    steps.cells?.set(`${String(at)},2`, { value: before + ADDED_KWH, type: 'number' });
    const figures = await sheetOf(recalculated(await saveXlsx(book)), 'Figures');
    const row = present(
      figures.rows.find((each) => each[0] === 's2.29.a.i.2' && (each[2] ?? '') === ''),
    );
    expect(row[3]).toBe(Number(total.value));
    expect(Number(row[6])).toBeGreaterThan(0);
  }, 180_000);
});

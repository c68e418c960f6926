import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../../fixtures/pecos/generate.mjs';
import { explain, type TraceNode } from '../../src/app/explain.ts';
import { report } from '../../src/app/report.ts';
import { recompute } from '../../src/kernel/ledger.ts';
import type { Disclosure, Fact } from '../../src/model/documents/disclosure.ts';
import type { LedgerDocument, LedgerStep } from '../../src/model/documents/ledger.ts';
import { readHoursCsv } from '../../src/series/hours-csv.ts';
import { sha256 } from '../../src/store/files.ts';
import { decimalText, roundedText } from '../../src/units/rounding.ts';
import { exact, type Rational } from '../../src/units/rational.ts';
import { emptyFolder, removeFolders } from '../support/small-workspace.ts';

const fixture = new URL('../../fixtures/pecos/', import.meta.url).pathname;
const expected = `${fixture}expected/int-ifrs-s2-2025.json`;
const workspace = join(emptyFolder(), 'pecos');
const out = join(emptyFolder(), 'out');

let disclosure: Disclosure;
let ledger: LedgerDocument;

beforeAll(async () => {
  generate(workspace);
  cpSync(`${fixture}workspace.yaml`, join(workspace, 'workspace.yaml'));
  await reportInto(out);
  disclosure = JSON.parse(readFileSync(join(out, 'int-ifrs-s2-2025.json'), 'utf8')) as Disclosure;
  ledger = JSON.parse(
    readFileSync(join(out, 'int-ifrs-s2-2025/ledger.json'), 'utf8'),
  ) as LedgerDocument;
}, 60_000);
afterAll(removeFolders);

function reportInto(folder: string) {
  const options = {
    template: 'int-ifrs-s2',
    out: folder,
    formats: new Set(['pdf', 'json'] as const),
  };
  return report(workspace, options, () => undefined);
}

function fact(id: string, dimensions: Record<string, string> = {}): Fact {
  const found = disclosure.facts.find(
    (f) =>
      f.id === id &&
      JSON.stringify(Object.entries(f.dimensions).sort()) ===
        JSON.stringify(Object.entries(dimensions).sort()),
  );
  if (!found) throw new Error(`no fact ${id}`);
  return found;
}

/** Equal but for the 34th significant digit, at which an exact value that does not end is written. */
function expectSame(a: Rational, b: string | null): void {
  const difference = a.sub(exact(b ?? '')).abs();
  expect(difference.lt(exact('1e-20'))).toBe(true);
}

test('the disclosure is the one that stands beside the input', () => {
  if (process.env['UPDATE_GOLDENS'] === '1')
    writeFileSync(expected, `${JSON.stringify(disclosure, null, 2)}\n`);
  expect(disclosure).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});

test('a second run gives the same bytes, PDF included', async () => {
  const again = join(emptyFolder(), 'again');
  await reportInto(again);
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.'))
      .sort()
      .map((name) => [name, sha256(readFileSync(join(folder, name)))]);
  expect(files(again)).toEqual(files(out));
  expect(files(out)).toHaveLength(4);
}, 60_000);

test('every hash that the disclosure names is that of the file', () => {
  const hashOf = (path: string) => sha256(readFileSync(path));
  expect(disclosure.evidence.ledger).toBe(hashOf(join(out, 'int-ifrs-s2-2025/ledger.json')));
  for (const { file, sha256: hash } of disclosure.evidence.columns) {
    expect(hash).toBe(hashOf(join(out, 'int-ifrs-s2-2025', file)));
  }
  for (const { path, sha256: hash } of disclosure.evidence.inputs)
    expect(hash).toBe(hashOf(join(workspace, path)));
  for (const { publisher, edition, sha256: hash } of disclosure.evidence.factors) {
    expect(hash).toBe(
      hashOf(new URL(`../../factors/${publisher}/${edition}.json`, import.meta.url).pathname),
    );
  }
});

test('every figure computes again from ledger and hours alone, and rounds to what is reported', () => {
  const text = readFileSync(join(out, 'int-ifrs-s2-2025/hours-pecos.csv'), 'utf8');
  const { values, differences } = recompute(ledger, readHoursCsv(text, ledger.columns));
  expect(differences).toEqual([]);
  const figures = disclosure.facts.filter(({ step }) => step !== null);
  expect(figures.length).toBeGreaterThan(80);
  for (const { step, exact: stated } of figures) {
    const value = values.get(step ?? '');
    expect(value && decimalText(value)).toBe(stated);
  }
});

test('a changed cell of the hours or a changed step is seen', () => {
  const text = readFileSync(join(out, 'int-ifrs-s2-2025/hours-pecos.csv'), 'utf8');
  const columns = readHoursCsv(text, ledger.columns);
  for (const column of columns) column.cells[5000] = (column.cells[5000] ?? 0n) + 1n;
  expect(recompute(ledger, columns).differences.length).toBeGreaterThan(0);
});

test('location-based: energy x eGRID ERCT x AR6, worked by hand', () => {
  const energy = exact(fact('x.energy').exact ?? '');
  const rate = exact('332.8798032')
    .add(exact('0.0195048').mul(exact('27.9')))
    .add(exact('0.0027216').mul(exact('273')));
  const tonnes = energy.mul(rate).div(exact('1000'));
  expectSame(tonnes, fact('s2.29.a.i.2').exact);
  expect(fact('s2.29.a.i.2').value).toBe(roundedText(tonnes, { decimals: 0, mode: 'half-up' }));
});

test('market-based: only the energy that no certificate covers carries the grid average', () => {
  const energy = exact(fact('x.energy').exact ?? '');
  const counted = exact(fact('s2.29.a.v.instr.allocated').exact ?? '');
  const location = exact(fact('s2.29.a.i.2').exact ?? '');
  const tonnes = location.mul(energy.sub(counted)).div(energy);
  expectSame(tonnes, fact('s2.29.a.v.market').exact);
});

test('certificates of a wrong vintage, not retired, or for somebody else are refused with the reason', () => {
  const refused = disclosure.findings.filter(({ code }) => code === 'ACC-CERTIFICATE-REFUSED');
  expect(refused.map(({ message }) => /criterion (\d)/.exec(message)?.[1])).toEqual([
    '4',
    '3',
    '3',
  ]);
  expect(refused[0]?.message).toContain('2023-11');
  expect(fact('s2.29.a.v.instr.refused').value).toBe('12700');
});

test('mining and other compute stand apart and add up to all', () => {
  const use = (name: string) => exact(fact('x.energy', { use: name }).exact ?? '');
  expectSame(use('mining').add(use('compute')), fact('x.energy').exact);
  // MWh to J, EH/s x h to TH
  const joules = use('mining').mul(exact('3600000000'));
  const terahashes = exact(fact('x.hash.volume').exact ?? '').mul(exact('3600000000'));
  expectSame(joules.div(terahashes), fact('x.efficiency.facility').exact);
});

test('quarters and sources add up to the year', () => {
  const sum = (values: (string | null)[]) =>
    values.reduce((total, v) => total.add(exact(v ?? '')), exact('0'));
  const year = fact('x.energy').exact;
  const quarters = ['Q1', 'Q2', 'Q3', 'Q4'].map(
    (q) => fact('x.energy', { quarter: `2025-${q}` }).exact,
  );
  const sources = ['certificates:wind', 'grid'].map(
    (source) => fact('x.energy.by-source', { source }).exact,
  );
  expectSame(sum(quarters), year);
  expectSame(sum(sources), year);
});

test('the market-based total is explained down to a certificate line, a bill line and a factor row', async () => {
  const { trace } = await explain(join(out, 'int-ifrs-s2-2025.json'), 's2.29.a.v.market');
  const leaves: LedgerStep[] = [];
  const walk = ({ step, inputs }: TraceNode) => {
    if (inputs.length === 0) leaves.push(step);
    inputs.forEach(walk);
  };
  if (trace) walk(trace);
  const evidence = leaves
    .flatMap((step) => step.evidence ?? [])
    .map(({ file, at }) => `${file}:${String(at.line)}`);
  expect(evidence).toContain('certificates/2025-wind.csv:4');
  expect(evidence).toContain('bills/2025-bills.csv:6');
  const rows = leaves
    .flatMap(({ factor }) => factor ?? [])
    .map((f) => `${f.publisher}/${f.edition} ${f.row} ${f.field}`);
  expect(rows).toContain('epa-egrid/2023r2 ERCT co2_kg');
});

test('a ledger that was changed is not taken for the disclosure’s own', async () => {
  const changed = join(out, 'changed.json');
  const text = readFileSync(join(out, 'int-ifrs-s2-2025/ledger.json'), 'utf8');
  writeFileSync(changed, text.replace('"unit":"kWh"', '"unit":"MWh"'));
  await expect(explain(join(out, 'int-ifrs-s2-2025.json'), 's2.29.a.i.2', changed)).rejects.toThrow(
    /not the ledger of this disclosure/,
  );
  expect(existsSync(changed)).toBe(true);
});

test.each([
  ['reported', (one: Fact) => ({ ...one, value: '403804' })],
  ['exact', (one: Fact) => ({ ...one, exact: '403804.1' })],
])('a figure whose %s value was changed is told apart from its ledger', async (_, change) => {
  const facts = disclosure.facts.map((one) => (one === fact('s2.29.a.i.2') ? change(one) : one));
  const path = join(out, 'tampered.json');
  writeFileSync(path, JSON.stringify({ ...disclosure, facts }));
  const ledgerPath = join(out, 'int-ifrs-s2-2025/ledger.json');
  await expect(explain(path, 's2.29.a.i.2', ledgerPath)).rejects.toThrow(
    /s2\.29\.a\.i\.2 says 403804.*its ledger gives 303804/,
  );
});

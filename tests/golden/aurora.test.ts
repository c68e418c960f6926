import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../../fixtures/aurora/generate.mjs';
import { findVerapdf, validate } from '../../scripts/verapdf.mjs';
import { report, type ReportResult } from '../../src/app/report.ts';
import { recompute } from '../../src/kernel/ledger.ts';
import type { Disclosure, Fact } from '../../src/model/documents/disclosure.ts';
import type { LedgerDocument } from '../../src/model/documents/ledger.ts';
import { readHoursCsv } from '../../src/series/hours-csv.ts';
import { sha256 } from '../../src/store/files.ts';
import { exact, type Rational } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { emptyFolder, removeFolders } from '../support/small-workspace.ts';

const fixture = new URL('../../fixtures/aurora/', import.meta.url).pathname;
const workspace = join(emptyFolder(), 'aurora');
const out = join(emptyFolder(), 'out');
const FILED = {
  'int-ifrs-s2': 'int-ifrs-s2-2025',
  'us-tx-puct-25-114': 'us-tx-puct-25-114-pecos-2025',
} as const;

function reportInto(folder: string, template: string, from = workspace): Promise<ReportResult> {
  const options = { template, out: folder, formats: new Set(['pdf', 'json'] as const) };
  return report(from, options, () => undefined);
}

const read = (name: string): Disclosure =>
  JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8')) as Disclosure;

function fact(disclosure: Disclosure, id: string, dimensions: Record<string, string> = {}): Fact {
  const found = disclosure.facts.find(
    (f) =>
      f.id === id &&
      JSON.stringify(Object.entries(f.dimensions).sort()) ===
        JSON.stringify(Object.entries(dimensions).sort()),
  );
  if (!found) throw new Error(`no fact ${id}`);
  return found;
}

const value = (one: Fact): Rational => exact(one.exact ?? '');
const isSame = (a: Rational, b: Rational) => a.sub(b).abs().lt(exact('1e-20'));

const results = new Map<string, ReportResult>();

beforeAll(async () => {
  generate(workspace);
  cpSync(`${fixture}workspace.yaml`, join(workspace, 'workspace.yaml'));
  cpSync(`${fixture}attachments`, join(workspace, 'attachments'), { recursive: true });
  for (const template of Object.keys(FILED)) results.set(template, await reportInto(out, template));
}, 120_000);
afterAll(removeFolders);

test.each(Object.values(FILED))('%s is the disclosure that stands beside the input', (name) => {
  const path = `${fixture}expected/${name}.json`;
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(`${fixture}expected`, { recursive: true });
    writeFileSync(path, `${JSON.stringify(read(name), null, 2)}\n`);
  }
  expect(read(name)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});

test('a second run gives the same bytes', async () => {
  const again = join(emptyFolder(), 'again');
  for (const template of Object.keys(FILED)) await reportInto(again, template);
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.'))
      .sort()
      .map((name) => [name, sha256(readFileSync(join(folder, name)))]);
  expect(files(again)).toEqual(files(out));
}, 120_000);

test.each(Object.values(FILED))(
  'every figure of %s computes again from its ledger and hours',
  (name) => {
    const ledger = JSON.parse(
      readFileSync(join(out, name, 'ledger.json'), 'utf8'),
    ) as LedgerDocument;
    const columns = [...new Set(ledger.columns.map(({ file }) => file))].flatMap((file) =>
      readHoursCsv(
        readFileSync(join(out, name, file), 'utf8'),
        ledger.columns.filter((column) => column.file === file),
      ),
    );
    const { values, differences } = recompute(ledger, columns);
    expect(differences).toEqual([]);
    for (const { step, exact: stated } of read(name).facts.filter((one) => one.step !== null)) {
      const computed = values.get(step ?? '');
      expect(computed && decimalText(computed)).toBe(stated);
    }
  },
);

test('Québec: energy x 2.6 kg/MWh, losses inside, so 3c is zero; no certificates, so both methods agree', () => {
  const disclosure = read('int-ifrs-s2-2025');
  const site = { site: 'manic' };
  const energy = exact('345080.844');
  const tonnes = energy.mul(exact('0.0026'));
  expect(isSame(value(fact(disclosure, 's2.29.a.i.2', site)), tonnes)).toBe(true);
  expect(fact(disclosure, 's2.29.a.v.market', site).exact).toBe(
    fact(disclosure, 's2.29.a.i.2', site).exact,
  );
  expect(fact(disclosure, 'x.scope3.3c', site).exact).toBe('0');
});

test('Sweden: what no guarantee of origin covers stands at the residual mix of 208.56 kg/MWh', () => {
  const disclosure = read('int-ifrs-s2-2025');
  const rest = exact('199674.4409').sub(exact('142838'));
  const tonnes = rest.mul(exact('0.20856'));
  expect(isSame(value(fact(disclosure, 's2.29.a.v.market', { site: 'boden' })), tonnes)).toBe(true);
});

test('Scope 1 of the diesel generator: litres, gallons, mmBtu, gases, worked by hand', () => {
  const disclosure = read('int-ifrs-s2-2025');
  const litres = exact('6043');
  const mmbtu = litres.div(exact('3.785411784')).mul(exact('0.138'));
  const kilograms = exact('73.96')
    .add(exact('0.003').mul(exact('27.9')))
    .add(exact('0.0006').mul(exact('273')));
  const tonnes = mmbtu.mul(kilograms).div(exact('1000'));
  expect(isSame(value(fact(disclosure, 's2.29.a.i.1', { site: 'boden' })), tonnes)).toBe(true);
});

test('by equity share the joint venture counts at 60 %; Texas registers the whole facility all the same', async () => {
  const byEquity = join(emptyFolder(), 'equity');
  cpSync(workspace, byEquity, { recursive: true });
  const yaml = readFileSync(join(workspace, 'workspace.yaml'), 'utf8');
  expect(yaml).toContain('approach: operational-control');
  writeFileSync(
    join(byEquity, 'workspace.yaml'),
    yaml.replace('approach: operational-control', 'approach: equity-share'),
  );
  const folder = emptyFolder();
  await reportInto(folder, 'int-ifrs-s2', byEquity);
  await reportInto(folder, 'us-tx-puct-25-114', byEquity);
  const equity = JSON.parse(
    readFileSync(join(folder, 'int-ifrs-s2-2025.json'), 'utf8'),
  ) as Disclosure;
  const control = read('int-ifrs-s2-2025');
  const at = (disclosure: Disclosure, site: string) =>
    value(fact(disclosure, 's2.29.a.i.2', { site }));
  expect(isSame(at(equity, 'pecos'), at(control, 'pecos').mul(exact('0.6')))).toBe(true);
  const total = at(control, 'pecos')
    .mul(exact('0.6'))
    .add(at(control, 'manic'))
    .add(at(control, 'boden'));
  expect(isSame(value(fact(equity, 's2.29.a.i.2')), total)).toBe(true);
  const texas = JSON.parse(
    readFileSync(join(folder, `${FILED['us-tx-puct-25-114']}.json`), 'utf8'),
  ) as Disclosure;
  expect(fact(texas, 'tx.c9.priorYearMWh').exact).toBe(
    fact(read(FILED['us-tx-puct-25-114']), 'tx.c9.priorYearMWh').exact,
  );
}, 120_000);

test('each site has its outcome in Texas, with its numbers', () => {
  const outcomes = results
    .get('us-tx-puct-25-114')
    ?.disclosures.map(({ site, outcome, applicability }) => [site, outcome, applicability.rule]);
  expect(outcomes).toEqual([
    ['pecos', 'REPORT', 'registers'],
    ['manic', 'NOT_APPLICABLE', 'not-in-us'],
    ['boden', 'NOT_APPLICABLE', 'not-in-us'],
  ]);
});

test('no gross Scope 3 is printed from category 3c alone', () => {
  const ids = read('int-ifrs-s2-2025').facts.map(({ id }) => id);
  expect(ids).toContain('x.scope3.3c');
  expect(ids).not.toContain('s2.29.a.i.3');
});

const verapdf = findVerapdf();
const isSkipped = 'missing' in verapdf && !process.env['CI'];

(isSkipped ? describe.skip : describe)('veraPDF', () => {
  test('finds both filings PDF/A-3a and PDF/UA-1', () => {
    if ('missing' in verapdf) throw new Error(`veraPDF cannot run without ${verapdf.missing}.`);
    const kept = [
      { name: 'PDF/A-3A', isKept: true, broken: [] },
      { name: 'PDF/UA-1', isKept: true, broken: [] },
    ];
    const files = Object.values(FILED).map((name) => join(out, `${name}.pdf`));
    expect(validate(verapdf, files).map(({ profiles }) => profiles)).toEqual([kept, kept]);
  }, 180_000);
});

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../../src/app/explain.ts';
import { columnsOf } from '../../src/app/filed-documents.ts';
import { report } from '../../src/app/report.ts';
import { recompute } from '../../src/kernel/ledger.ts';
import type { Disclosure } from '../../src/model/documents/disclosure.ts';
import type { LedgerDocument } from '../../src/model/documents/ledger.ts';
import { emptyFolder, removeFolders } from '../support/small-workspace.ts';

const fixture = new URL('../../fixtures/borealis/', import.meta.url).pathname;
const NAME = 'int-mining-account-2026-01-01_2026-03-31';
const expected = `${fixture}expected/${NAME}.json`;
const workspace = join(emptyFolder(), 'borealis');
const out = join(emptyFolder(), 'out');

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
let disclosure: Disclosure;

beforeAll(async () => {
  cpSync(fixture, workspace, { recursive: true });
  const options = {
    template: 'int-mining-account',
    out,
    formats: new Set(['json'] as const),
  };
  await report(workspace, options, () => undefined);
  disclosure = read(join(out, `${NAME}.json`)) as Disclosure;
}, 120_000);
afterAll(removeFolders);

function total(id: string): string | null | undefined {
  return disclosure.facts.find(
    (fact) => fact.id === `account.${id}` && Object.keys(fact.dimensions).length === 0,
  )?.value;
}

test('the account is the one that stands beside the input', () => {
  if (process.env['UPDATE_GOLDENS'] === '1') {
    writeFileSync(expected, `${JSON.stringify(disclosure, null, 2)}\n`);
  }
  expect(disclosure).toEqual(read(expected));
});

test('every step of its ledger follows from leaves, factor rows and hours', async () => {
  const file = join(out, NAME, 'ledger.json');
  const ledger = read(file) as LedgerDocument;
  expect(recompute(ledger, await columnsOf(file, ledger)).differences).toEqual([]);
});

test.each([
  'scope1.co2e',
  'scope1.combustion.co2e',
  'scope2.location.co2e',
  'scope3.co2e',
  'scope3.2.co2e',
  'scope3.3a.co2e',
  'scope3.3b.co2e',
  'scope3.3c.co2e',
  'scope3.5.co2e',
  'energy.self-consumed',
  'hourly.matched',
  'hourly.surplus',
  'hourly.leftover',
  'hourly.share',
  'hash.volume',
  'curtailment.energy',
  'curtailment.revenue',
  'heat.avoided.co2e',
  'absorbed.energy',
  'siting.losses-avoided',
  'flare.mitigation.project.co2e',
  'waste.electronic.mass',
  'credits.removal',
])('%s has a figure', (id) => {
  expect(Number(total(id))).toBeGreaterThan(0);
});

test('an engine that lets methane slip emits more than the flare it replaces, and says so', () => {
  expect(Number(total('flare.mitigation.difference.co2e'))).toBeLessThan(0);
  const told = disclosure.findings.map(({ message }) => message);
  expect(told.some((message) => message.includes('four-stroke-lean-burn'))).toBe(true);
});

test.each([
  'account.scope3.co2e',
  'account.hourly.share',
  'account.flare.mitigation.difference.co2e',
])('%s is explained down to its leaves', async (id) => {
  const { trace } = await explain(join(out, `${NAME}.json`), id);
  const leaves: string[] = [];
  const walk = (node: NonNullable<typeof trace>) => {
    if (node.inputs.length === 0 && !node.isRepeated) leaves.push(node.step.op);
    node.inputs.forEach(walk);
  };
  if (trace) walk(trace);
  expect(leaves.length).toBeGreaterThan(3);
  expect(leaves.filter((op) => ['sum', 'product', 'quotient'].includes(op))).toEqual([]);
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectFile } from '../../src/app/inspect.ts';
import { readInputs } from '../../src/app/read-inputs.ts';
import { readBillTemplate } from '../../src/store/bill-templates.ts';
import { validated } from '../../src/store/schemas.ts';
import { openWorkspace, type OpenWorkspace } from '../../src/store/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { drawn } from '../ingest/synthetic-pdf.ts';
import { present } from '../support/present.ts';
import { removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterEach(removeFolders);

/** The template that the documentation prints. */
function documented(): unknown {
  const page = readFileSync(new URL('../../docs/bill-templates.md', import.meta.url), 'utf8');
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  return JSON.parse(json);
}

/** A synthetic bill of the utility that the documentation invents. */
const BILL = drawn((paper) => {
  paper.addPage().font('Helvetica').fontSize(10);
  const texts: [string, number, number][] = [
    ['Example Power Company', 50, 50],
    ['Account number: 100-200', 50, 90],
    ['Meter', 50, 120],
    ['1008900001', 50, 134],
    ['From', 50, 160],
    ['05/01/2024', 120, 160],
    ['To', 50, 176],
    ['06/01/2024', 120, 176],
    ['Total usage', 50, 200],
    ['1,060 kWh', 150, 200],
    ['Energy billed: 1,060 kWh', 50, 230],
  ];
  for (const [text, x, y] of texts) paper.text(text, x, y, { lineBreak: false });
});

const INPUT =
  '  - { kind: profile, profile: pdf-bill, files: may.pdf, meter: main, template: templates/example.json }';

async function workspace(template: unknown): Promise<OpenWorkspace> {
  const folder = smallWorkspace({ workspace: [['inputs:\n', `inputs:\n${INPUT}\n`]] });
  mkdirSync(join(folder, 'templates'));
  const text = typeof template === 'string' ? template : JSON.stringify(template);
  writeFileSync(join(folder, 'templates/example.json'), text);
  writeFileSync(join(folder, 'may.pdf'), await BILL);
  const open = await openWorkspace(folder);
  if (!open.workspace) throw new Error(open.findings.map(({ message }) => message).join('\n'));
  return open;
}

test('the template of the documentation follows the schema', () => {
  expect(validated('bill-template', documented())).toHaveProperty('document');
});

test('an input reads its documents by the template that it names, and both are evidence', async () => {
  const open = await workspace(documented());
  const { bills, evidence } = await readInputs(open, () => undefined);
  const bill = present(bills.find(({ evidence: { file } }) => file === 'may.pdf'));
  expect([bill.firstDay, bill.lastDay, decimalText(bill.energyKwh)]).toEqual([
    '2024-05-01',
    '2024-05-31',
    '1060',
  ]);
  const readers = evidence.map(({ path, reader, records }) => [path, reader, records]);
  expect(readers).toContainEqual(['may.pdf', 'pdf-bill@1', 1]);
  expect(readers).toContainEqual(['templates/example.json', 'bill-template@1', 0]);
  const inspection = await inspectFile(join(open.folder, 'may.pdf'), {});
  expect(inspection).toMatchObject({
    format: 'pdf',
    profile: 'pdf-bill',
    records: 1,
    findings: [],
  });
});

test.each([
  ['broken JSON', '{', 'not valid JSON'],
  ['an unknown value', { ...(documented() as object), end_date: 'maybe' }, 'end_date'],
  [
    'an unknown key',
    { ...(documented() as object), extra: 1 },
    'the key "extra" is not known here',
  ],
])('a template that cannot be used refuses its documents: %s', async (_, template, why) => {
  const { bills, findings } = await readInputs(await workspace(template), () => undefined);
  expect(bills.filter(({ evidence: { file } }) => file === 'may.pdf')).toEqual([]);
  const told = findings.filter(({ code }) => code === 'IN-BILL-TEMPLATE');
  expect(told.map(({ at }) => at.file)).toContain('templates/example.json');
  expect(told.map(({ message }) => message).join('\n')).toContain(why);
});

test('a template that is not there, or outside the workspace, is refused', async () => {
  const { folder } = await workspace(documented());
  expect(await readBillTemplate(folder, 'templates/none.json')).toHaveProperty('findings');
  expect(await readBillTemplate(folder, 'templates/*.json')).toHaveProperty('findings');
  await expect(readBillTemplate(folder, '../example.json')).rejects.toThrow('leaves the workspace');
});

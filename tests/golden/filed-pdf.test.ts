import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { generate } from '../../fixtures/pecos/generate.mjs';
import { findVerapdf, validate } from '../../scripts/verapdf.mjs';
import { report } from '../../src/app/report.ts';
import { sha256 } from '../../src/store/files.ts';
import { emptyFolder, removeFolders, smallWorkspace } from '../support/small-workspace.ts';

const fixture = new URL('../../fixtures/pecos/', import.meta.url).pathname;
const verapdf = findVerapdf();
const isSkipped = 'missing' in verapdf && !process.env['CI'];

/** Reports a workspace and returns the folder and the path of the PDF. */
async function filed(workspace: string, isDraft = false) {
  const out = emptyFolder();
  const options = {
    template: 'int-ifrs-s2',
    out,
    formats: new Set(['pdf', 'json'] as const),
    draft: isDraft,
  };
  const { written } = await report(workspace, options, () => undefined);
  return {
    out,
    pdf: written.find((path) => path.endsWith('.pdf')) ?? '',
    json: written.find((path) => /\d\.json$/.test(path)) ?? '',
  };
}

function pecos(): string {
  const workspace = join(emptyFolder(), 'pecos');
  generate(workspace);
  cpSync(`${fixture}workspace.yaml`, join(workspace, 'workspace.yaml'));
  return workspace;
}

const named = (name: string) =>
  smallWorkspace({ workspace: [['name: Small Mining Ltd', `name: ${name}`]] });

afterAll(removeFolders);

test('the PDF carries the very bytes of the JSON, and its pages print the figures of it', async () => {
  const { pdf, json } = await filed(named('"A & B <Mining> Ltd"'));
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 })
    .promise;
  const attachments = (await document.getAttachments()) as Record<string, { content: Uint8Array }>;
  expect(Object.keys(attachments).sort()).toEqual(['disclosure.json', 'ledger.json']);
  const carried = attachments['disclosure.json']?.content ?? new Uint8Array();
  expect(sha256(carried)).toBe(sha256(readFileSync(json)));
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const text = items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain('A & B <Mining> Ltd');
  expect(text).toContain(sha256(carried).slice(0, 8));
  // 12,000 MWh x (332.8798032 + 0.0195048 x 27.9 + 0.0027216 x 273) kg/MWh in t, worked by hand
  expect(text).toContain('4,010');
}, 60_000);

test('a name that no font can write stops the report with the character named', async () => {
  await expect(filed(named('挖矿公司'))).rejects.toThrow(/挖/);
}, 60_000);

test('a draft is marked on every page', async () => {
  const { pdf } = await filed(
    smallWorkspace({ bills: [['2023-02-01,2023-02-28', '2023-01-20,2023-02-28']] }),
    true,
  );
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 })
    .promise;
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : ''))).toContain('DRAFT');
  }
}, 60_000);

(isSkipped ? describe.skip : describe)('veraPDF', () => {
  test('finds that what is filed is PDF/A-3a and PDF/UA-1', async () => {
    if ('missing' in verapdf) throw new Error(`veraPDF cannot run without ${verapdf.missing}.`);
    const overlapping = smallWorkspace({
      bills: [['2023-02-01,2023-02-28', '2023-01-20,2023-02-28']],
    });
    const files = [
      await filed(pecos()),
      await filed(named('"A & B <Mining> Ltd"')),
      await filed(overlapping, true),
    ];
    const results = validate(
      verapdf,
      files.map(({ pdf }) => pdf),
    );
    const kept = [
      { name: 'PDF/A-3A', isKept: true, broken: [] },
      { name: 'PDF/UA-1', isKept: true, broken: [] },
    ];
    expect(results.map(({ profiles }) => profiles)).toEqual([kept, kept, kept]);
  }, 180_000);
});

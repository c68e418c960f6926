import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findVerapdf, validate } from '../../scripts/verapdf.mjs';
import type { Sheet } from '../../src/model/sheet.ts';
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import { CONFIDENTIAL, FORM, LONG_FORM } from './form-sheet.ts';
import { DRAFT, LONG, SAMPLE } from './sample-sheet.ts';
import { STRESS } from './stress-sheet.ts';

const SHEETS: Readonly<Record<string, Sheet>> = {
  final: SAMPLE,
  draft: DRAFT,
  'xml-signs': {
    ...SAMPLE,
    entity: 'A & B <Mining> Ltd',
    title: '“Quoted” & <tagged> ]]> \\(2025)',
  },
  'long-table': { ...SAMPLE, sections: [{ number: '1', title: 'Readings', blocks: [LONG] }] },
  stress: STRESS,
  form: FORM,
  'long-form': LONG_FORM,
  confidential: CONFIDENTIAL,
  'cover-only': { ...SAMPLE, sections: [] },
};

const verapdf = findVerapdf();
// where it must run, its absence is a failure and no excuse
const isSkipped = 'missing' in verapdf && !process.env['CI'];

const validated = async () => {
  if ('missing' in verapdf) throw new Error(`veraPDF cannot run without ${verapdf.missing}.`);
  const folder = mkdtempSync(join(tmpdir(), 'verapdf-'));
  try {
    const files: string[] = [];
    for (const [name, sheet] of Object.entries(SHEETS)) {
      const file = join(folder, `${name}.pdf`);
      const bytes = new TextEncoder().encode('{}');
      const attachment = {
        name: 'disclosure.json',
        type: 'application/json',
        description: 'The data',
        bytes,
      };
      writeFileSync(file, await renderPdf(sheet, [{ ...attachment, relationship: 'Source' }]));
      files.push(file);
    }
    return validate(verapdf, files);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

(isSkipped ? describe.skip : describe)('veraPDF', () => {
  test('finds that every document is PDF/A-3a and PDF/UA-1', async () => {
    const kept = [
      { name: 'PDF/A-3A', isKept: true, broken: [] },
      { name: 'PDF/UA-1', isKept: true, broken: [] },
    ];
    const results = await validated();
    expect(results.map(({ profiles }) => profiles)).toEqual(Object.keys(SHEETS).map(() => kept));
  }, 120_000);
});

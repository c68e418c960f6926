import { openFile } from '../../src/ingest/open/open.ts';
import { isPdf } from '../../src/ingest/open/pdf-pages.ts';
import { present } from '../support/present.ts';
import { drawn, opened, type Paper, pdfFile } from './synthetic-pdf.ts';

/** One black point as a PNG. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const FONT = new URL('../../fonts/NotoSans-Regular.ttf', import.meta.url).pathname;

function page(paper: Paper, text = 'Account 4711'): void {
  paper.addPage().font('Helvetica').fontSize(10);
  if (text !== '') paper.text(text, 50, 100, { lineBreak: false });
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const { files, findings } = await openFile(pdfFile(bytes));
  expect(files).toEqual([]);
  expect(findings).toMatchObject([
    { code: 'IN-PDF', severity: 'critical', at: { file: 'may.pdf' } },
  ]);
  return present(findings[0]).message;
}

test('a document is told by its first bytes', async () => {
  expect(isPdf(pdfFile(await drawn(page)))).toBe(true);
  expect(isPdf(pdfFile(new TextEncoder().encode('kWh,PDF')))).toBe(false);
});

test.each([
  ['a font of the reader', 'Helvetica'],
  ['a font within the document', FONT],
])('texts have boxes from the lower left corner: %s', async (_, font) => {
  const bytes = await drawn((paper) => {
    paper.addPage().font(font).fontSize(10);
    paper.text('Usage', 50, 100, { lineBreak: false, baseline: 'alphabetic' });
    paper.addPage().text('1,060 kWh', 200, 300, { lineBreak: false, baseline: 'alphabetic' });
  });
  const { pages } = await opened(bytes);
  expect(
    pages?.map(({ number, texts }) => [number, texts.map(({ text }) => text).join('')]),
  ).toEqual([
    [1, 'Usage'],
    [2, '1,060 kWh'],
  ]);
  const text = present(pages?.[0]?.texts[0]);
  // A4 is 841.89 points high; the baseline is 100 below its top
  expect(text.x).toBeCloseTo(50, 1);
  expect(text.y).toBeCloseTo(741.89, 1);
  expect(text.height).toBeCloseTo(10, 1);
  expect(text.width).toBeGreaterThan(20);
});

test('turned text has the box around it', async () => {
  const bytes = await drawn((paper) => {
    paper.addPage().font('Helvetica').fontSize(10);
    paper.rotate(-90, { origin: [50, 400] });
    paper.text('Upwards', 50, 400, { lineBreak: false, baseline: 'alphabetic' });
  });
  const text = present((await opened(bytes)).pages?.[0]?.texts[0]);
  expect(text.y).toBeCloseTo(841.89 - 400, 1);
  expect(text.height).toBeGreaterThan(30);
  expect(text.width).toBeCloseTo(10, 1);
});

test('an empty page is no fault beside one with text', async () => {
  const bytes = await drawn((paper) => {
    page(paper);
    page(paper, '');
  });
  expect((await opened(bytes)).pages?.map(({ texts }) => texts.length)).toEqual([1, 0]);
});

test('a scan is refused by its page', async () => {
  const bytes = await drawn((paper) => {
    page(paper);
    page(paper, '');
    paper.image(POINT, 0, 0, { width: 500 });
  });
  expect(await refusal(bytes)).toContain('is a scan: page 2 holds a picture and no text');
});

test('text that a machine has laid over a scan is refused', async () => {
  const bytes = await drawn((paper) => {
    page(paper, '');
    paper.image(POINT, 0, 0, { width: 500 });
    paper.addContent('3 Tr');
    paper.text('1,060 kWh', 50, 100, { lineBreak: false });
  });
  expect(await refusal(bytes)).toContain('text that is not shown on page 1');
});

test('a document without any text is refused', async () => {
  expect(
    await refusal(
      await drawn((paper) => {
        page(paper, '');
      }),
    ),
  ).toContain('no text on any page');
});

test('a document that opens with a password only is refused', async () => {
  const bytes = await drawn(page, { userPassword: 'secret', pdfVersion: '1.7' });
  expect(await refusal(bytes)).toContain('is encrypted');
});

test('a document of too many pages is refused', async () => {
  const bytes = await drawn((paper) => {
    for (let i = 0; i < 501; i += 1) page(paper);
  });
  expect(await refusal(bytes)).toContain('has 501 pages, and 500 are read at most');
});

test('a document that is cut off is refused wherever it is cut', async () => {
  const bytes = await drawn(page);
  for (let length = 5; length < bytes.length - 6; length += 97) {
    expect(await refusal(bytes.subarray(0, length))).toMatch(/cut off|cannot be read/);
  }
});

test('bytes that only begin like a document are refused', async () => {
  const text = `%PDF-1.7\n${'x'.repeat(400)}\nstartxref\n0\n%%EOF\n`;
  expect(await refusal(new TextEncoder().encode(text))).toMatch(/cannot be read|no text/);
});

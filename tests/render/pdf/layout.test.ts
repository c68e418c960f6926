import type { Sheet } from '../../../src/model/sheet.ts';
import { renderPdf } from '../../../src/render/pdf/render-pdf.ts';
import { readPdf } from '../read-pdf.ts';
import type { PlacedText } from '../read-pdf.ts';
import { CONFIDENTIAL, LONG_FORM } from '../form-sheet.ts';
import { DRAFT, SAMPLE } from '../sample-sheet.ts';
import { STRESS } from '../stress-sheet.ts';

const LEFT = 57.64;
const RIGHT = 537.64;
const PAGE_FOOT = 816;

const SHEETS: readonly (readonly [string, Sheet])[] = [
  ['filing', SAMPLE],
  ['draft', DRAFT],
  ['stress', STRESS],
  ['form', LONG_FORM],
  ['confidential', CONFIDENTIAL],
  ['three pages', { ...SAMPLE, sections: SAMPLE.sections.slice(0, 3) }],
];

/** Texts that are drawn over each other: on lines closer than their letters are high, with ranges that meet. */
function collisions(texts: readonly PlacedText[]): string[] {
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => {
        const isBeside = a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5;
        // letters with descenders over letters with ascenders: lines need 0.9 of the smaller size
        const isApart = Math.abs(a.y - b.y) >= 0.9 * Math.min(a.size, b.size);
        return !isBeside && !isApart;
      })
      .map((b) => `${a.text} | ${b.text}`),
  );
}

describe.each(SHEETS)('%s', (_, sheet) => {
  test('stays within the measure and the page, with no text on another', async () => {
    const { pages } = await readPdf(await renderPdf(sheet, []));
    expect(pages.length).toBeGreaterThan(1);
    for (const { texts } of pages) {
      const upright = texts.filter(({ isTurned }) => !isTurned);
      const outside = upright.filter(
        ({ x, y, width }) => x < LEFT - 3 || x + width > RIGHT + 1 || y < 30 || y > PAGE_FOOT,
      );
      expect(outside).toEqual([]);
      // the letter of a grade is the only text set smaller than seven points, anchors of notes aside
      expect(upright.filter(({ size }) => size < 5)).toEqual([]);
      expect(collisions(upright)).toEqual([]);
    }
  });

  test('keeps the flow of page 1 above the evidence block', async () => {
    const { pages } = await readPdf(await renderPdf(sheet, []));
    const texts = (pages[0]?.texts ?? []).filter(({ isTurned }) => !isTurned);
    const evidence = texts.findLastIndex(({ text }) => text === sheet.evidence.title);
    const top = (texts[evidence]?.y ?? 0) - 15;
    const flow = texts.slice(0, evidence).filter(({ y }) => y < 800);
    expect(Math.max(...flow.map(({ y }) => y))).toBeLessThan(top);
  });

  test('never ends a page with a heading', async () => {
    const { pages } = await readPdf(await renderPdf(sheet, []));
    for (const { texts } of pages) {
      const body = texts.filter(({ isTurned, y }) => !isTurned && y > 60 && y < 800);
      const lowest = Math.max(...body.map(({ y }) => y));
      const last = body.filter(({ y }) => y > lowest - 1);
      // headings of sections are set in 15 points, titles of tables and charts in 10.5
      expect(last.every(({ size }) => size < 10)).toBe(true);
    }
  });
});

test('a sheet without sections is one page', async () => {
  const { pages } = await readPdf(await renderPdf({ ...SAMPLE, sections: [] }, []));
  expect(pages).toHaveLength(1);
  expect(pages[0]?.text).toContain('Page 1 of 1');
});

test('a table too wide for the page is set in parts that hold every number once', async () => {
  const { pages } = await readPdf(await renderPdf(STRESS, []));
  const all = pages.flatMap(({ texts }) => texts.map(({ text }) => text));
  expect(all.filter((text) => text.startsWith('75,945,600,000,000.'))).toHaveLength(12);
  expect(all.filter((text) => text === 'no data')).toHaveLength(4);
});

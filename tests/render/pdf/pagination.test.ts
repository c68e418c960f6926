import fc from 'fast-check';
import { paginate } from '../../../src/render/pdf/pagination.ts';
import type { Strip } from '../../../src/render/pdf/strip.ts';
import { lineStrips } from '../../../src/render/pdf/strip.ts';

function strip(height: number, { before = 0, mayBreak = true, head = 0 } = {}): Strip {
  const repeated = { height: head, draw: () => undefined };
  return {
    height,
    before,
    mayBreak,
    draw: () => undefined,
    ...(head > 0 ? { head: repeated } : {}),
  };
}

const PAGE = { top: 10, bottom: 110 };

function heights(pages: ReturnType<typeof paginate>): number[][] {
  return pages.map((page) => page.map(({ strip: one }) => one.height));
}

test('strips follow each other with their white, which is dropped at the head of a page', () => {
  const pages = paginate(
    [strip(40, { before: 8 }), strip(40, { before: 8 }), strip(30, { before: 8 })],
    PAGE,
    PAGE,
  );
  expect(pages.map((page) => page.map(({ at }) => at))).toEqual([
    [
      { y: 10, isFirst: true },
      { y: 58, isFirst: false },
    ],
    [{ y: 10, isFirst: true }],
  ]);
});

test('a heading goes to the next page with what it heads', () => {
  const heading = strip(11);
  const pages = paginate([strip(70), heading, strip(30, { mayBreak: false })], PAGE, PAGE);
  expect(heights(pages)).toEqual([[70], [11, 30]]);
});

test('a repeated head takes its room on the page that begins inside a table', () => {
  const rows = Array.from({ length: 12 }, () => strip(20, { head: 30 }));
  const pages = paginate([strip(20), ...rows], PAGE, PAGE);
  expect(heights(pages).map((page) => page.length)).toEqual([5, 3, 3, 2]);
  expect(pages[1]?.[0]?.at.y).toBe(40);
});

test('the first page stays empty rather than parting what keeps together', () => {
  const small = { top: 80, bottom: 110 };
  const pages = paginate([strip(20), strip(50, { mayBreak: false })], small, PAGE);
  expect(heights(pages)).toEqual([[], [20, 50]]);
});

test('what keeps together over more than a page is parted where the page is full', () => {
  const kept = Array.from({ length: 7 }, () => strip(30, { mayBreak: false }));
  expect(heights(paginate(kept, PAGE, PAGE)).map((page) => page.length)).toEqual([0, 3, 3, 1]);
});

test('lines keep two and two', () => {
  const lines = Array.from({ length: 5 }, () => ({ height: 14, draw: () => undefined }));
  const strips = lineStrips(lines, { before: 6, mayBreak: true });
  expect(strips.map(({ mayBreak }) => mayBreak)).toEqual([true, false, true, true, false]);
  expect(strips.map(({ before }) => before)).toEqual([6, 0, 0, 0, 0]);
});

test('every strip stands once, in order, within the page', () => {
  const anyStrip = fc
    .record({
      height: fc.integer({ min: 1, max: 70 }),
      before: fc.integer({ min: 0, max: 20 }),
      mayBreak: fc.boolean(),
      head: fc.integer({ min: 0, max: 25 }),
    })
    .map(({ height, ...rest }) => strip(height, rest));
  fc.assert(
    fc.property(fc.array(anyStrip, { maxLength: 40 }), (strips) => {
      const pages = paginate(strips, PAGE, PAGE);
      expect(pages.flat().map(({ strip: one }) => one)).toEqual(strips);
      for (const page of pages) {
        const ends = page.map(({ strip: one, at }) => at.y + one.height);
        expect(Math.max(0, ...ends)).toBeLessThanOrEqual(PAGE.bottom);
        page.slice(1).forEach(({ strip: one, at }, i) => {
          const above = page[i];
          expect(at.y).toBe((above?.at.y ?? 0) + (above?.strip.height ?? 0) + one.before);
        });
      }
    }),
  );
});

import type { Page, PageText } from '../input-file.ts';

/** Words that stand together on a page: a label, an amount, a cell of a table. */
export interface Segment {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A page as its segments, from the top down and from left to right. */
export interface SegmentedPage {
  readonly number: number;
  readonly segments: readonly Segment[];
}

/** Parts of the height of the letters: how far baselines of one line differ, and how far words and letters stand apart. */
const LINE = 0.3;
const COLUMN = 0.75;
const WORD = 0.15;

/** The pages with their runs of characters put together: a program may write a word in one piece or letter by letter. */
export function segmentedPages(pages: readonly Page[]): readonly SegmentedPage[] {
  return pages.map(({ number, texts }) => ({
    number,
    segments: linesOf(texts).flatMap((line) => segmentsOf(line, number)),
  }));
}

function linesOf(texts: readonly PageText[]): PageText[][] {
  const lines: PageText[][] = [];
  for (const text of texts.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (first && first.y - text.y <= LINE * Math.min(first.height, text.height)) line?.push(text);
    else lines.push([text]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.x - b.x));
}

function segmentsOf(line: readonly PageText[], page: number): Segment[] {
  const segments: Segment[] = [];
  let last: PageText | undefined;
  for (const text of line) {
    const before = segments.at(-1);
    if (last && isSame(last, text)) continue;
    last = text;
    const gap = before ? (text.x - before.right) / (text.height || 1) : Infinity;
    if (!before || gap > COLUMN) segments.push(segmentOf(text, page));
    else segments.splice(-1, 1, joined(before, segmentOf(text, page), gap > WORD ? ' ' : ''));
  }
  return segments.map((segment) => ({ ...segment, text: tidy(segment.text) }));
}

/** The same letters twice in one place are bold ones. */
function isSame(a: PageText, b: PageText): boolean {
  return a.text === b.text && b.x - a.x < a.width / 2;
}

function segmentOf({ text, x, y, width, height }: PageText, page: number): Segment {
  return { text, page, left: x, bottom: y, right: x + width, top: y + height };
}

function joined(a: Segment, b: Segment, between: string): Segment {
  return {
    text: a.text + between + b.text,
    page: a.page,
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  };
}

/** One blank for every run of blanks. */
export function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist';

/** A text as it stands on a page: left edge and baseline in points from the upper left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly isTurned: boolean;
}

export interface StructureNode {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly StructureNode[];
}

interface ReadPage {
  readonly texts: readonly PlacedText[];
  /** Every glyph in the order of the file, blanks at the ends of lines included. */
  readonly text: string;
  readonly structure: StructureNode;
  readonly links: readonly { readonly target: string; readonly contents: string }[];
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly attachments: Readonly<Record<string, Uint8Array>>;
  readonly outline: readonly string[];
  readonly title: string;
}

interface RawNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly RawNode[];
}

interface RawOutline {
  readonly title: string;
  readonly items: readonly RawOutline[];
}

/** What an independent reader finds in the file. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const height = page.getViewport({ scale: 1 }).height;
    const texts = items.flatMap((item): PlacedText[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a, b, , , x, y] = item.transform as number[];
      return [
        {
          text: item.str,
          x: x ?? 0,
          y: height - (y ?? 0),
          width: item.width,
          size: Math.hypot(a ?? 0, b ?? 0),
          isTurned: b !== 0,
        },
      ];
    });
    const text = await glyphs(page);
    const annotations = (await page.getAnnotations()) as {
      dest?: unknown;
      contentsObj?: { str: string };
    }[];
    pages.push({
      texts,
      text,
      structure: node((await page.getStructTree()) as RawNode),
      links: annotations.map(({ dest, contentsObj }) => ({
        target: String(dest),
        contents: contentsObj?.str ?? '',
      })),
    });
  }
  const attachments = (await document.getAttachments()) as Record<
    string,
    { content: Uint8Array }
  > | null;
  const outline = (await document.getOutline()) as RawOutline[];
  const { info } = await document.getMetadata();
  await task.destroy();
  return {
    pages,
    attachments: Object.fromEntries(
      Object.entries(attachments ?? {}).map(([name, { content }]) => [name, content]),
    ),
    outline: titles(outline),
    title: (info as { Title: string }).Title,
  };
}

async function glyphs(page: PDFPageProxy): Promise<string> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray
    .flatMap((operator, i) => {
      if (operator !== OPS.showText) return [];
      const [shown] = argsArray[i] as [readonly (number | { unicode: string })[]];
      return shown.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode));
    })
    .join('');
}

function titles(items: readonly RawOutline[]): string[] {
  return items.flatMap(({ title, items: below }) => [title, ...titles(below)]);
}

function node({ role = '', alt, children = [] }: RawNode): StructureNode {
  return { role, ...(alt === undefined ? {} : { alt }), children: children.map(node) };
}

/** Every element of the tree, from the top downwards. */
export function elements(tree: StructureNode): StructureNode[] {
  return [tree, ...tree.children.flatMap(elements)];
}

import type { Sheet, SheetBlock, SheetSection } from '../../model/sheet.ts';
import { attestationStrips } from './attestation.ts';
import { attach } from './attachments.ts';
import type { Attachment } from './attachments.ts';
import { chartStrips } from './chart-block.ts';
import { checkGlyphs } from './check-glyphs.ts';
import type { Composition } from './composition.ts';
import { drawCover } from './cover.ts';
import { evidenceBlock } from './evidence-block.ts';
import { openDocument } from './filing-document.ts';
import type { FilingDocument } from './filing-document.ts';
import { formStrips } from './form-block.ts';
import { drawFormCover } from './form-cover.ts';
import { drawBackground, drawFoot, drawHead } from './furniture.ts';
import { keyFigureStrips } from './key-figures.ts';
import { listStrips } from './list-block.ts';
import { NoteLinks } from './note-links.ts';
import { outlineOf } from './outline.ts';
import type { Outline } from './outline.ts';
import { PAGE } from './page-grid.ts';
import { paginate } from './pagination.ts';
import type { PlacedStrip } from './pagination.ts';
import { Pen } from './pen.ts';
import { sectionHeading } from './section-heading.ts';
import { statementStrips } from './statements.ts';
import type { Strip } from './strip.ts';
import { tableStrips } from './table.ts';
import { Tag } from './tag.ts';
import { textStrips } from './text-block.ts';

export type { Attachment } from './attachments.ts';

/** White between two blocks: to a title, whose baseline then stands 30 under the block before, and to what has none. */
const BETWEEN = { title: 19, text: 12, form: 16, attestation: 20 } as const;
const AFTER_HEADING = { title: 16, text: 8, form: 10, attestation: 12 } as const;
/** White between the flow of page 1 and the evidence block. */
const ABOVE_EVIDENCE = 14;

/**
 * The sheet as a PDF that is PDF/A-3a and PDF/UA-1 and carries the attachments. The same input gives the same bytes.
 * Throws AppError `no-glyph` when a text holds a character that no font has.
 */
export function renderPdf(sheet: Sheet, attachments: readonly Attachment[]): Promise<Uint8Array> {
  // not async: everything is written at once, and a promise is what callers of a renderer expect
  return new Promise((resolve) => {
    resolve(render(sheet, attachments));
  });
}

function render(sheet: Sheet, attachments: readonly Attachment[]): Uint8Array {
  checkGlyphs(sheet);
  const document = openDocument(sheet);
  const pen = new Pen(document);
  const composition: Composition = {
    pen,
    notes: new NoteLinks(document, sheet),
    words: sheet.words,
    language: sheet.language,
    layout: sheet.layout ?? 'report',
    blockTitle: 'H3',
    root: Tag.root(document),
  };
  const outline = outlineOf(document, sheet.title);
  const evidence = evidenceBlock(sheet, composition);
  drawPages(sheet, composition, document, { outline, evidenceHeight: evidence.height });
  document.switchToPage(0);
  evidence.draw(() => {
    outline.section(sheet.evidence.title, 0, PAGE.bottom - evidence.height);
  });
  composition.root.end();
  attach(document, attachments, new Date(sheet.created));
  return document.finished();
}

function drawPages(
  sheet: Sheet,
  composition: Composition,
  document: FilingDocument,
  { outline, evidenceHeight }: { outline: Outline; evidenceHeight: number },
): void {
  document.addPage();
  drawBackground(sheet, composition.pen);
  const drawFirst = composition.layout === 'form' ? drawFormCover : drawCover;
  const coverEnd = drawFirst(sheet, composition, () => {
    outline.title();
  });
  let page = 0;
  const strips = sheet.sections.flatMap((section) =>
    sectionStrips(section, composition, (title, y) => {
      outline.section(title, page, y);
    }),
  );
  const pages = paginate(
    strips,
    { top: coverEnd + 12, bottom: PAGE.bottom - evidenceHeight - ABOVE_EVIDENCE },
    { top: PAGE.top, bottom: PAGE.bottom },
  );
  for (const placed of pages) {
    if (page > 0) {
      document.addPage();
      drawBackground(sheet, composition.pen);
      drawHead(sheet, composition.pen);
    }
    drawStrips(placed, page === pages.length - 1);
    drawFoot(sheet, { number: page + 1, of: pages.length }, composition.pen);
    page += 1;
  }
}

function drawStrips(placed: readonly PlacedStrip[], isLastPage: boolean): void {
  const first = placed[0];
  if (first?.strip.head) first.strip.head.draw(first.at.y - first.strip.head.height);
  for (const { strip, at } of placed) strip.draw(at);
  const last = placed.at(-1);
  if (last && !isLastPage) last.strip.close?.(last.at.y + last.strip.height);
}

function sectionStrips(
  section: SheetSection,
  composition: Composition,
  outline: (title: string, y: number) => void,
): Strip[] {
  if (!section.number && !section.title) {
    // without a heading above them, titles of blocks stand under that of the document
    const untitled: Composition = { ...composition, blockTitle: 'H2' };
    return section.blocks.flatMap((block) => blockStrips(block, untitled, false));
  }
  return [
    sectionHeading(section, composition, outline),
    ...section.blocks.flatMap((block, index) => {
      const strips = blockStrips(block, composition, index === 0);
      // a heading keeps to what it heads
      return index === 0
        ? strips.map((strip, i) => (i === 0 ? { ...strip, mayBreak: false } : strip))
        : strips;
    }),
  ];
}

function blockStrips(
  block: SheetBlock,
  composition: Composition,
  isFirst: boolean,
): readonly Strip[] {
  const before = isFirst ? AFTER_HEADING : BETWEEN;
  switch (block.kind) {
    case 'key-figures':
      return keyFigureStrips(block, composition, before.text);
    case 'table':
      return tableStrips(block, composition, before.title);
    case 'chart':
      return chartStrips(block, composition, before.title);
    case 'text':
      return mayBegin(textStrips(block, composition, before.text));
    case 'statements':
      return mayBegin(statementStrips(block, composition, before.text));
    case 'list':
      return mayBegin(listStrips(block, composition, before.text));
    case 'form':
      return formStrips(block, composition, before.form);
    case 'attestation':
      return attestationStrips(block, composition, before.attestation);
  }
}

function mayBegin(strips: Strip[]): Strip[] {
  return strips.map((strip, i) => (i === 0 ? { ...strip, mayBreak: true } : strip));
}

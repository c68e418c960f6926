import type { OutlineItem } from 'pdfkit';
import type { FilingDocument } from './filing-document.ts';
import { PAGE } from './page-grid.ts';

/** Bookmarks: the title, and the sections under it. */
export interface Outline {
  readonly title: () => void;
  readonly section: (title: string, page: number, y: number) => void;
}

export function outlineOf(document: FilingDocument, title: string): Outline {
  let top: OutlineItem | undefined;
  const add = (parent: OutlineItem, text: string, page: number, y: number) =>
    // pdfkit counts the left edge from the right one
    parent.addItem(text, {
      fit: false,
      left: PAGE.width,
      top: Math.max(0, y - 12),
      zoom: 0,
      pageNumber: page,
      expanded: true,
    });
  return {
    title: () => {
      top = add(document.outline, title, 0, 0);
    },
    section: (text, page, y) => {
      add(top ?? document.outline, text, page, y);
    },
  };
}

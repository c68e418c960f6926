import type { SheetWords } from '../../model/sheet.ts';
import type { NoteLinks } from './note-links.ts';
import type { Pen } from './pen.ts';
import type { Tag } from './tag.ts';

/** What every block needs in order to be laid out and drawn. */
export interface Composition {
  readonly pen: Pen;
  readonly notes: NoteLinks;
  readonly words: SheetWords;
  readonly language: string;
  readonly layout: 'report' | 'form';
  /** Role of a block's title: one level under what it stands in. */
  readonly blockTitle: 'H2' | 'H3';
  /** Root of the structure tree. */
  readonly root: Tag;
}

/** Calls the maker once, at the first use: elements of the structure stand in the order in which they are drawn. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

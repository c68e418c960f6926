import type { Sheet, SheetNote, SheetTable } from '../../model/sheet.ts';
import type { FilingDocument } from './filing-document.ts';
import { plainText } from './rich-text.ts';

interface Target {
  readonly id: string;
  readonly text: string;
}

/** Ties note anchors to their notes and notes back to where they are called first. */
export class NoteLinks {
  readonly #document: FilingDocument;
  readonly #targets = new Map<string, Target>();
  readonly #called = new Set<string>();
  readonly #placed = new Set<string>();
  #elements = 0;

  constructor(document: FilingDocument, sheet: Sheet) {
    this.#document = document;
    for (const note of notesOf(sheet)) {
      if (note.mark && !this.#targets.has(note.mark)) {
        this.#targets.set(note.mark, {
          id: `note-${note.mark}`,
          text: plainText(note.text) || note.mark,
        });
      }
    }
  }

  /** The note with the mark; undefined when the sheet has none. */
  target(mark: string): Target | undefined {
    return this.#targets.get(mark);
  }

  /** Notes where a mark is called, at its first call. */
  call(mark: string, x: number, y: number): void {
    if (this.#called.has(mark)) return;
    this.#called.add(mark);
    this.#document.addNamedDestination(callId(mark), 'XYZ', x, y, null);
  }

  /** An id for the note's element, unlike any other: that of its mark where it is the first with it. */
  elementId({ mark }: SheetNote): string {
    this.#elements += 1;
    if (mark && !this.#placed.has(mark)) {
      this.#placed.add(mark);
      return `note-${mark}`;
    }
    return `note-${String(this.#elements)}`;
  }

  /** Notes where the note with the mark stands. */
  place(mark: string, x: number, y: number): void {
    this.#document.addNamedDestination(`note-${mark}`, 'XYZ', x, y, null);
  }

  /** Name of the place that calls the mark; undefined where none has been drawn yet. */
  caller(mark: string): string | undefined {
    return this.#called.has(mark) ? callId(mark) : undefined;
  }
}

function callId(mark: string): string {
  return `call-${mark}`;
}

function notesOf({ sections }: Sheet): readonly SheetNote[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is SheetTable => block.kind === 'table')
    .flatMap(({ notes }) => notes);
}

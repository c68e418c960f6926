import type { StructureElement, StructureOptions } from 'pdfkit';
import { pdfString } from './filing-document.ts';
import type { FilingDocument } from './filing-document.ts';

export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Span'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Note'
  | 'Link'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody';

/**
 * An element of the structure tree. It is attached as it is made, so content is always marked on the page at hand, and
 * no element is left over (pdfkit would wait for it for ever).
 */
export class Tag {
  readonly #document: FilingDocument;
  readonly #element: StructureElement;

  private constructor(document: FilingDocument, element: StructureElement) {
    this.#document = document;
    this.#element = element;
  }

  static root(document: FilingDocument): Tag {
    const element = document.struct('Document', {});
    document.addStructure(element);
    return new Tag(document, element);
  }

  child(role: Role, options: StructureOptions = {}, id?: string): Tag {
    const element = this.#document.struct(role, options);
    const { data } = element.dictionary;
    if (id !== undefined) data['ID'] = pdfString(id);
    this.#element.add(element);
    return new Tag(this.#document, element);
  }

  /** Draws as content of this element; never inside another element's drawing. */
  draw(drawing: () => void): this {
    this.#element.add(drawing);
    return this;
  }

  /** A link of this element to a named place. It ends here: pdfkit notes the page only as an element ends. */
  link(
    area: { x: number; y: number; width: number; height: number },
    target: string,
    contents: string,
    drawing: () => void,
  ): void {
    const link = this.child('Link');
    link.draw(drawing);
    this.#document.goTo(area.x, area.y, area.width, area.height, target, {
      structParent: link.#element,
      Contents: pdfString(contents),
    });
    link.#element.end();
  }

  end(): void {
    this.#element.end();
  }
}

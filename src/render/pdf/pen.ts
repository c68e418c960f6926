import type { ArtifactOptions } from 'pdfkit';
import type { Scene, ScenePath } from '../../charts/scene.ts';
import { PRINT_COLOURS } from '../../charts/tokens.ts';
import type { ColourToken } from '../../charts/tokens.ts';
import { fontOf, glyphRuns } from './fonts.ts';
import type { FilingDocument } from './filing-document.ts';
import { STROKES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

export type Anchor = 'start' | 'middle' | 'end';

type Paint = Omit<ScenePath, 'kind' | 'd'>;

/** Measures and draws on the page at hand: text on its baseline, paths, rules. */
export class Pen {
  readonly #document: FilingDocument;

  constructor(document: FilingDocument) {
    this.#document = document;
  }

  width(text: string, { size, face }: TextStyle): number {
    return glyphRuns(settable(text), face).reduce(
      (sum, run) => sum + this.#document.font(run.face).fontSize(size).widthOfString(run.text),
      0,
    );
  }

  /** Draws one line of text and returns its width. */
  write(text: string, x: number, y: number, style: TextStyle, anchor: Anchor = 'start'): number {
    const width = this.width(text, style);
    let at = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    for (const run of glyphRuns(settable(text), style.face)) {
      this.#document
        .font(run.face)
        .fontSize(style.size)
        .fillColor(PRINT_COLOURS[style.colour])
        .text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic' });
      at += this.#document.widthOfString(run.text);
    }
    return width;
  }

  /** White left of the first glyph, by which large figures move to stand on the column's edge. */
  bearing(text: string, { size, face }: TextStyle): number {
    const font = fontOf(face);
    const first = text.codePointAt(0);
    return first === undefined
      ? 0
      : (font.glyphForCodePoint(first).bbox.minX / font.unitsPerEm) * size;
  }

  path(d: string, { fill, stroke, lineWidth = STROKES.rule, dash }: Paint): void {
    const document = this.#document.save().path(d).lineWidth(lineWidth);
    if (dash) document.dash(dash[0], { space: dash[1] });
    if (fill && stroke) document.fillAndStroke(PRINT_COLOURS[fill], PRINT_COLOURS[stroke]);
    else if (fill) document.fill(PRINT_COLOURS[fill]);
    else if (stroke) document.stroke(PRINT_COLOURS[stroke]);
    document.restore();
  }

  /** Draws what is no content of the document. Not inside an element's drawing: it would end that. */
  artifact(type: ArtifactOptions['type'], drawing: () => void): void {
    this.#document.markContent('Artifact', { type });
    drawing();
    this.#document.endMarkedContent();
  }

  rule(
    y: number,
    from: number,
    to: number,
    lineWidth: number = STROKES.rule,
    stroke: ColourToken = 'rule.strong',
  ): void {
    this.artifact('Layout', () => {
      this.path(`M${String(from)} ${String(y)}H${String(to)}`, { stroke, lineWidth });
    });
  }

  /** Draws a scene with its top left corner at the point. */
  scene({ items }: Scene, x: number, y: number): void {
    this.moved({ x, y, degrees: 0 }, () => {
      for (const item of items) if (item.kind === 'path') this.path(item.d, item);
    });
    for (const item of items) {
      if (item.kind === 'text') {
        const { size, weight, colour, anchor } = item;
        const face = weight === 600 ? 'semibold' : 'regular';
        this.write(item.text, x + item.x, y + item.y, { size, lead: 0, face, colour }, anchor);
      }
    }
  }

  /** Draws with the origin moved and turned. */
  moved({ x, y, degrees }: { x: number; y: number; degrees: number }, drawing: () => void): void {
    this.#document.save().translate(x, y).rotate(degrees);
    drawing();
    this.#document.restore();
  }
}

/** The text as glyphs are looked up for it: composed, without invisible characters, blanks as one kind of space. */
export function settable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\t\n\v\f\r]+/g, ' ');
}

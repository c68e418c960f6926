import type { Composition } from './composition.ts';
import { pieceStyle } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import type { Tag } from './tag.ts';
import type { TextStyle } from './type-styles.ts';

interface LinePlace {
  /** Left edge, or right edge of a line that is right-aligned. */
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly align?: 'left' | 'right';
  /** The text goes on in another line: a blank ends this one, so that readers do not join two words. */
  readonly goesOn?: boolean;
}

/** How far an anchor is raised, in sizes of the text. */
const RAISE = 0.34;

/** Draws a line as content of the element; anchors become links to their notes. */
export function drawLine(
  { pen, notes }: Composition,
  tag: Tag,
  line: Line,
  style: TextStyle,
  place: LinePlace,
): void {
  let x = place.x - (place.align === 'right' ? line.width : 0);
  line.pieces.forEach((piece, i) => {
    const ofPiece = pieceStyle(piece, style);
    const isLast = i === line.pieces.length - 1;
    const text = isLast && place.goesOn ? `${piece.text} ` : piece.text;
    const target = piece.kind === 'anchor' ? notes.target(piece.text) : undefined;
    const y = place.y - (piece.kind === 'anchor' ? style.size * RAISE : 0);
    const draw = () => {
      pen.write(text, x, y, ofPiece);
    };
    const width = pen.width(piece.text, ofPiece);
    if (target) {
      const area = { x: x - 1, y: y - style.size * 0.7, width: width + 2, height: style.size };
      notes.call(piece.text, x, place.y - style.lead);
      tag.link(area, target.id, target.text, draw);
    } else tag.draw(draw);
    x += width;
  });
}

/** Draws lines under each other and returns the baseline after the last. */
export function drawLines(
  composition: Composition,
  tag: Tag,
  lines: readonly Line[],
  style: TextStyle,
  { x, y, align = 'left', goesOn = false }: LinePlace,
): number {
  lines.forEach((line, i) => {
    drawLine(composition, tag, line, style, {
      x,
      y: y + i * style.lead,
      align,
      goesOn: goesOn || i < lines.length - 1,
    });
  });
  return y + lines.length * style.lead;
}

/** Draws lines of what is repeated or decoration: no element, no links. */
export function drawPlainLine(
  { pen }: Composition,
  line: Line,
  style: TextStyle,
  { x, y, align = 'left' }: LinePlace,
): void {
  let at = x - (align === 'right' ? line.width : 0);
  for (const piece of line.pieces) {
    const raised = piece.kind === 'anchor' ? style.size * RAISE : 0;
    at += pen.write(piece.text, at, y - raised, pieceStyle(piece, style));
  }
}

import type { ColourToken } from '../../charts/tokens.ts';
import { piecesOf } from './rich-text.ts';
import type { Piece } from './rich-text.ts';
import type { TextStyle } from './type-styles.ts';

/** One line of a text, broken to a width. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

export type Measure = (text: string, style: TextStyle) => number;

/** What stands between two blanks; its pieces are never parted while the word fits a line. */
interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** A further part of a word that was too wide: no blank stands before it. */
  readonly isTight?: boolean;
}

/** The style of a piece within text of the style. */
export function pieceStyle({ kind }: Piece, style: TextStyle): TextStyle {
  if (kind === 'strong') return { ...style, face: 'semibold', colour: strongColour(style) };
  if (kind === 'anchor') return { ...style, size: style.size * 0.72, colour: 'accent.seal' };
  return style;
}

/** Strong text stands out of quiet text by its colour too. */
function strongColour({ colour }: TextStyle): ColourToken {
  return colour === 'text.ink2' || colour === 'text.ink3' ? 'text.ink' : colour;
}

/** Lines no wider than the width; a word that is wider than a line is parted, at a sign where it has one. */
export function breakLines(
  text: string,
  width: number,
  style: TextStyle,
  measure: Measure,
): readonly Line[] {
  return text.split(/\r?\n/).flatMap((paragraph) => {
    const words = wordsOf(piecesOf(paragraph), style, measure).flatMap((word) =>
      word.width > width ? parted(word, width, style, measure) : [word],
    );
    return filled(words, width, measure(' ', style));
  });
}

/** The text in one line, whatever its width. */
export function oneLine(text: string, style: TextStyle, measure: Measure): Line {
  return (
    breakLines(text.replace(/\s*\n\s*/g, ' '), Infinity, style, measure)[0] ?? {
      pieces: [],
      width: 0,
    }
  );
}

/** Width of the widest word: a column narrower than that would part it. */
export function widestWord(text: string, style: TextStyle, measure: Measure): number {
  return Math.max(0, ...wordsOf(piecesOf(text), style, measure).map(({ width }) => width));
}

function wordsOf(pieces: readonly Piece[], style: TextStyle, measure: Measure): Word[] {
  const words: Piece[][] = [[]];
  for (const piece of pieces) {
    // blanks that may break; no-break spaces stay in their word
    const [first, ...rest] = piece.text.split(/[ \t]+/);
    if (first) words.at(-1)?.push({ ...piece, text: first });
    for (const text of rest) words.push(text ? [{ ...piece, text }] : []);
  }
  return words
    .filter((word) => word.length > 0)
    .map((word) => ({ pieces: word, width: widthOf(word, style, measure) }));
}

function widthOf(pieces: readonly Piece[], style: TextStyle, measure: Measure): number {
  return pieces.reduce((sum, piece) => sum + measure(piece.text, pieceStyle(piece, style)), 0);
}

function filled(words: readonly Word[], width: number, space: number): Line[] {
  const lines: Line[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const longer = line && continued(line, word, space);
    if (longer && longer.width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function continued(line: Line, { pieces, width, isTight }: Word, space: number): Line {
  return isTight
    ? { pieces: joined(line.pieces, pieces, ''), width: line.width + width }
    : { pieces: joined(line.pieces, pieces, ' '), width: line.width + space + width };
}

/** Pieces of a line with the next word's; one drawing for neighbours that look alike. */
function joined(line: readonly Piece[], word: readonly Piece[], blank: '' | ' '): readonly Piece[] {
  const last = line.at(-1);
  const first = word[0];
  if (!last || !first) return [...line, ...word];
  if (last.kind === first.kind && last.kind !== 'anchor') {
    const text = last.text + blank + first.text;
    return [...line.slice(0, -1), { kind: last.kind, text }, ...word.slice(1)];
  }
  if (!blank) return [...line, ...word];
  // an anchor has no blank in it, so the blank goes to whichever side is text
  return last.kind === 'anchor'
    ? [...line, { kind: 'plain', text: blank }, ...word]
    : [...line.slice(0, -1), { ...last, text: last.text + blank }, ...word];
}

const GOOD_BREAK = /[/\\_\-–.,:;)\]|]/;

function parted(word: Word, width: number, style: TextStyle, measure: Measure): Word[] {
  const parts = word.pieces.flatMap((piece) => {
    const ofPiece = pieceStyle(piece, style);
    return partsOf(piece.text, width, (text) => measure(text, ofPiece)).map((text) => ({
      pieces: [{ ...piece, text }],
      width: measure(text, ofPiece),
    }));
  });
  return parts.map((part, i) => ({ ...part, isTight: i > 0 }));
}

function partsOf(text: string, width: number, measure: (text: string) => number): string[] {
  const characters = Array.from(text);
  const parts: string[] = [];
  while (characters.length > 0) {
    const length = fittingLength(characters, width, measure);
    parts.push(characters.splice(0, length).join(''));
  }
  return parts;
}

function fittingLength(
  characters: readonly string[],
  width: number,
  measure: (text: string) => number,
): number {
  let length = 1;
  while (length < characters.length && measure(characters.slice(0, length + 1).join('')) <= width) {
    length += 1;
  }
  if (length === characters.length) return length;
  const sign = characters.slice(0, length).findLastIndex((one) => GOOD_BREAK.test(one));
  return sign + 1 > length / 2 ? sign + 1 : length;
}

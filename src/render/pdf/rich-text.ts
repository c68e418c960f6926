/** Part of a text that looks alike. */
export interface Piece {
  readonly kind: 'plain' | 'strong' | 'anchor';
  readonly text: string;
}

const MARKED = /\*\*(.+?)\*\*|\^\{(.+?)\}/gs;

/** The pieces of a text with `**strong**` parts and `^{a}` note anchors. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > end) pieces.push({ kind: 'plain', text: text.slice(end, match.index) });
    pieces.push(
      match[1] === undefined
        ? { kind: 'anchor', text: match[2] ?? '' }
        : { kind: 'strong', text: match[1] },
    );
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'plain', text: text.slice(end) });
  return pieces;
}

/** The text without its marks, where it can only look alike: strong parts as they are, anchors left out. */
export function plainText(text: string): string {
  return piecesOf(text)
    .filter(({ kind }) => kind !== 'anchor')
    .map((piece) => piece.text)
    .join('');
}

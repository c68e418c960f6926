/** A part of a text that ends with the end of a line, and the number of its first line. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly firstLine: number;
}

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];
/** How far beyond the size of a piece a quoted cell may reach before the quoting is taken for broken. */
const REACH = 16 << 20;

/**
 * The bytes from `offset` on in pieces of about `size`, each cut at a line end outside quotes. For encodings in which
 * these signs are single bytes: UTF-8, Latin and Shift-JIS.
 */
export function* piecesOf(
  bytes: Uint8Array,
  { offset, line }: { readonly offset: number; readonly line: number },
  size: number,
): Generator<Piece> {
  let [from, firstLine] = [offset, line];
  while (from < bytes.length) {
    const to = endOfPiece(bytes, from, size);
    const piece = bytes.subarray(from, to);
    yield { bytes: piece, firstLine };
    firstLine += lineEnds(piece);
    from = to;
  }
}

function endOfPiece(bytes: Uint8Array, from: number, size: number): number {
  const lineEnd = bytes.includes(LF, from) ? LF : CR;
  let isQuoted = false;
  let counted = from;
  let at = Math.min(from + size, bytes.length) - 1;
  while (at < bytes.length) {
    const end = bytes.indexOf(lineEnd, at);
    if (end < 0) return bytes.length;
    if (hasOddQuotes(bytes, counted, end)) isQuoted = !isQuoted;
    if (!isQuoted || end - from > size + REACH) return end + 1;
    [counted, at] = [end, end + 1];
  }
  return bytes.length;
}

function hasOddQuotes(bytes: Uint8Array, from: number, to: number): boolean {
  let isOdd = false;
  for (let at = bytes.indexOf(QUOTE, from); at >= 0 && at < to; at = bytes.indexOf(QUOTE, at + 1)) {
    isOdd = !isOdd;
  }
  return isOdd;
}

/** How many lines end in the bytes: at LF, CRLF or a bare CR. */
export function lineEnds(bytes: Uint8Array): number {
  let ends = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) ends += 1;
  }
  return ends;
}

/** Index of the byte at which a line begins, the first being line 1. */
export function startOfLine(bytes: Uint8Array, line: number): number {
  let ends = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if (ends === line - 1) return i;
    if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) ends += 1;
  }
  return bytes.length;
}

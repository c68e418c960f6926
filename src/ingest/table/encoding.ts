import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { CsvLayout } from '../../model/documents/workspace.ts';

/** How text may be encoded, as a workspace declares it. */
export type Encoding = NonNullable<CsvLayout['encoding']>;

/** The text of bytes; or the first byte that the encoding cannot hold where it stands, and why. */
export type Decoded =
  | { readonly text: string; readonly fault?: never }
  | { readonly fault: { readonly at: number; readonly why: string } };

const LOST = '\uFFFD';
/** Half of a pair that stands alone. */
const LONE = /\p{Cs}/u;
/** ISO 8859-1 has no letters here; files that use these bytes are windows-1252. */
const CONTROLS = /[\u0080-\u009f]/;

/** The byte order mark of UTF-16 with which the bytes begin. */
export function markedEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** Bytes that are decoded in one piece: 256 MiB. */
const WHOLE = 2 ** 28;

/**
 * Decodes strictly, without byte order mark. No character is replaced: the first that cannot be read is the fault.
 */
export function decodeAs(bytes: Uint8Array, encoding: Exclude<Encoding, 'utf-8'>): Decoded {
  if (bytes.length > WHOLE) {
    return { fault: { at: 0, why: 'it is larger than 256 MiB, which is read in UTF-8 alone' } };
  }
  switch (encoding) {
    case 'utf-16le':
    case 'utf-16be':
      return utf16(bytes, encoding);
    case 'windows-1252':
    case 'iso-8859-1':
      return singleByte(bytes, encoding);
    case 'shift_jis':
      return shiftJis(bytes);
  }
}

/** Whether the text gives the very same bytes again. */
export function isRoundTrip(bytes: Uint8Array, text: string, encoding: Encoding): boolean {
  return iconv.encode(text, encoding).equals(bytes);
}

/** The first byte beyond ASCII at or after a position; the length of the bytes where there is none. */
export function beyondAscii(bytes: Uint8Array, from = 0): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1;
  return at;
}

/** `byte 12 is 0xE9`. */
export function byteText(bytes: Uint8Array, at: number): string {
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return `byte ${String(at)} is 0x${byte}`;
}

/** Bytes that are looked through at once. */
const PART = 65_536;

/** The position at which the first character that is not valid UTF-8 begins, in bytes that are not. */
export function invalidUtf8(bytes: Uint8Array): number {
  let from = 0;
  for (let to = endOfPart(bytes, 0); isUtf8(bytes.subarray(from, to)) && to > from;) {
    from = to;
    to = endOfPart(bytes, from);
  }
  return from + firstInvalid(bytes.subarray(from, from + 2 * PART));
}

/** Steps back to where a character begins. */
function endOfPart(bytes: Uint8Array, from: number): number {
  let to = Math.min(from + PART, bytes.length);
  for (let i = 0; i < 3 && to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80; i += 1) to -= 1;
  return to;
}

/** Halves the bytes until the shortest beginning that cannot go on is left, and steps back to where its character begins. */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (canGoOn(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const begins = [good, good - 1, good - 2, good - 3];
  return begins.find((at) => at >= 0 && isUtf8(bytes.subarray(0, at))) ?? good;
}

/** Whether the bytes are text but for a character that is cut at their end. */
function canGoOn(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const say = (at: number, why: string) => ({
    fault: { at, why: `${byteText(bytes, at)}, ${why}` },
  });
  const mark = markedEncoding(bytes);
  if (mark !== undefined && mark !== encoding) {
    return say(0, `which begins the byte order mark of ${mark}`);
  }
  if (!bytes.includes(0)) {
    return say(0, 'and no byte of the file is zero, as half of each comma and digit would be');
  }
  if (bytes.length % 2 === 1) return say(bytes.length - 1, 'half of a character, and the last one');
  const text = iconv.decode(bytes, encoding, { stripBOM: true });
  const begins = mark === undefined ? 0 : 2;
  const lone = text.search(LONE);
  if (lone >= 0) return say(begins + 2 * lone, 'half of a pair whose other half is missing');
  const nul = text.indexOf('\0');
  if (nul >= 0) return say(begins + 2 * nul, 'and so is the next: a NUL is no text');
  return { text };
}

function singleByte(bytes: Uint8Array, encoding: 'windows-1252' | 'iso-8859-1'): Decoded {
  const first = beyondAscii(bytes);
  if (first < bytes.length && isUtf8(bytes)) {
    const why = `${byteText(bytes, first)} and begins a character of UTF-8, as every byte beyond ASCII does`;
    return { fault: { at: first, why } };
  }
  const text = iconv.decode(bytes, encoding);
  const at = encoding === 'iso-8859-1' ? text.search(CONTROLS) : text.indexOf(LOST);
  if (at >= 0) return { fault: { at, why: `${byteText(bytes, at)}, which is no character there` } };
  return { text };
}

function shiftJis(bytes: Uint8Array): Decoded {
  const text = iconv.decode(bytes, 'shift_jis');
  const lost = text.indexOf(LOST);
  if (lost < 0) return { text };
  const at = iconv.encode(text.slice(0, lost), 'shift_jis').length;
  return { fault: { at, why: `${byteText(bytes, at)}, which begins no character there` } };
}

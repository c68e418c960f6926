import { analyse } from 'chardet';
import { beyondAscii, decodeAs, type Encoding, isRoundTrip } from './encoding.ts';
import { japaneseIn } from './japanese-text.ts';
import { type Shown, westernIn } from './western-text.ts';

/** An encoding that the bytes show beyond doubt, the text, and what shows it. */
export interface Certainty {
  readonly encoding: Exclude<Encoding, 'utf-8'>;
  readonly text: string;
  readonly why: string;
}

/** Bytes shown to the statistics, and of one line: more would only repeat itself. */
const SAMPLE = 16_384;
const REACH = 200;
/** Of the likeliest encoding's confidence, what a candidate must reach. */
const SHARE = 0.5;
/** What no text holds. */
const CONTROLS = /[^\P{Cc}\t\n\r\f]/u;

interface Candidate {
  readonly encoding: 'windows-1252' | 'shift_jis';
  /** Its names in the statistics. */
  readonly named: readonly string[];
  /** Whether signs alone can show it. */
  readonly hasSigns: boolean;
  /** What shows that the text is of the kind; undefined where it does not. */
  readonly shownBy: (text: string) => Shown | undefined;
}

const CANDIDATES: readonly Candidate[] = [
  {
    encoding: 'windows-1252',
    named: ['ISO-8859-1', 'windows-1252'],
    hasSigns: true,
    shownBy: westernIn,
  },
  { encoding: 'shift_jis', named: ['Shift_JIS'], hasSigns: false, shownBy: japaneseIn },
];

/**
 * The one encoding in which bytes that are not UTF-8 make sense; undefined where none does, or more than one.
 * Three witnesses must agree: the same bytes come back, the characters stand where such characters stand, and the
 * statistics of the bytes do not speak for letters of another encoding.
 */
export function certainEncoding(bytes: Uint8Array): Certainty | undefined {
  const certain = bytes.includes(0) ? utf16Certainties(bytes) : byteCertainties(bytes);
  return certain.length === 1 ? certain[0] : undefined;
}

function byteCertainties(bytes: Uint8Array): Certainty[] {
  const ranked = analyse(sampleOf(bytes));
  const best = Math.max(...ranked.map(({ confidence }) => confidence), 1);
  return CANDIDATES.flatMap(({ encoding, named, hasSigns, shownBy }) => {
    const confidence = ranked.find(({ name }) => named.includes(name))?.confidence ?? 0;
    const isLikely = confidence >= best * SHARE;
    if (!isLikely && !hasSigns) return [];
    const { text = '' } = readable(bytes, encoding);
    const shown = shownBy(text);
    if (!shown || (!isLikely && shown.hasLetters)) return [];
    return [{ encoding, text, why: shown.why }];
  });
}

/** Text of commas, digits and line ends has a zero in every second byte, and none in the others. */
function utf16Certainties(bytes: Uint8Array): Certainty[] {
  return (['utf-16le', 'utf-16be'] as const).flatMap((encoding) => {
    const { text } = readable(bytes, encoding);
    if (text === undefined || !text.includes('\n') || !isMostlyAscii(text)) return [];
    const why = 'every second byte of most of its text is zero, and no other byte is';
    return [{ encoding, text, why }];
  });
}

function isMostlyAscii(text: string): boolean {
  let ascii = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 0x80) ascii += 1;
  return ascii * 2 > text.length;
}

/** The text, where it holds no control characters and gives the same bytes again. */
function readable(bytes: Uint8Array, encoding: Certainty['encoding']): { readonly text?: string } {
  const decoded = decodeAs(bytes, encoding);
  if (decoded.fault || CONTROLS.test(decoded.text)) return {};
  return isRoundTrip(bytes, decoded.text, encoding) ? { text: decoded.text } : {};
}

/** The lines that hold bytes beyond ASCII, up to a size. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let at = beyondAscii(bytes);
  while (at < bytes.length && size < SAMPLE) {
    const line = bytes.subarray(Math.max(bytes.lastIndexOf(0x0a, at) + 1, at - REACH), at + REACH);
    const end = line.indexOf(0x0a);
    const part = end < 0 ? line : line.subarray(0, end + 1);
    parts.push(part);
    size += part.length;
    at = beyondAscii(bytes, Math.max(at + 1, part.byteOffset - bytes.byteOffset + part.length));
  }
  return Buffer.concat(parts);
}

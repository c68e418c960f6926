import type { Encoding } from './encoding.ts';
import { markedEncoding } from './encoding.ts';

/** Bytes in which a declaration must end. */
const REACH = 256;
const DECLARATION = /^(\uFEFF?<\?xml\s[^>]*?encoding\s*=\s*["'])([^"'>]*)(["'])/;
const NAMES: Readonly<Record<string, Encoding | 'utf-16'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  shift_jis: 'shift_jis',
  'windows-31j': 'shift_jis',
};

/** The encoding that an XML document declares. */
export interface XmlEncoding {
  readonly name: string;
  /** Undefined where it is none that can be read. */
  readonly encoding: Encoding | undefined;
}

/** What the declaration of an XML document says of its encoding; undefined where the bytes begin with none. */
export function xmlEncoding(bytes: Uint8Array): XmlEncoding | undefined {
  // the declaration itself is ASCII: without its zeros UTF-16 shows it as well
  const head = bytes.subarray(0, 2 * REACH).filter((byte) => byte !== 0);
  const begins = markedEncoding(bytes) === undefined ? head : head.subarray(2);
  const [, , name] = DECLARATION.exec(new TextDecoder().decode(begins)) ?? [];
  if (name === undefined) return undefined;
  const known = NAMES[name.toLowerCase()];
  const encoding = known === 'utf-16' ? (markedEncoding(bytes) ?? orderOf(bytes)) : known;
  return { name, encoding };
}

/** The order of bytes, by the first character, which is `<`. */
function orderOf(bytes: Uint8Array): Encoding {
  return bytes[0] === 0 ? 'utf-16be' : 'utf-16le';
}

/** The document with a declaration that agrees with its new bytes. */
export function declaredAsUtf8(text: string): string {
  return text.replace(
    DECLARATION,
    (_, before: string, __, after: string) => `${before}UTF-8${after}`,
  );
}

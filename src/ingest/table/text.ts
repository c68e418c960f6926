import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';

/** First bytes of formats that are often saved under a name that ends in .csv. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a spreadsheet or zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a spreadsheet of the older binary form', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip archive', [0x1f, 0x8b]],
];
const MARKUP = /^\s*<(!doctype|html|head|body|\?xml|table|svg)/i;

/** The text of a table in UTF-8, without byte order mark and with `\n` at the end of each line; or why it is none. */
export function textOf(file: InputFile): Outcome<string> {
  const decoded = decodedText(file, 'CSV');
  if (decoded.refused || !MARKUP.test(decoded.value)) return decoded;
  const { path } = file;
  const message = `${path} is HTML or XML, not CSV text. Export it as CSV.`;
  return { refused: finding('IN-NOT-TEXT', 'critical', message, { file: path }) };
}

/** The same without a look at what the text says. */
export function decodedText({ path, bytes }: InputFile, form: 'CSV' | 'XML' | 'JSON'): Outcome<string> {
  const say = (code: 'IN-EMPTY' | 'IN-NOT-TEXT' | 'IN-ENCODING', message: string) => ({
    refused: finding(code, 'critical', message, { file: path }),
  });
  if (bytes.length === 0) return say('IN-EMPTY', `${path} holds no bytes. Export it again.`);
  const binary = binaryKind(bytes);
  if (binary) {
    return say('IN-NOT-TEXT', `${path} is ${binary}, not ${form} text. Export it as ${form}.`);
  }
  const fault = invalidUtf8(bytes);
  if (fault !== undefined) {
    const byte = (bytes[fault] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return say(
      'IN-ENCODING',
      `${path} is not valid UTF-8: byte ${String(fault)} is 0x${byte}. Save it as UTF-8.`,
    );
  }
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') return say('IN-EMPTY', `${path} holds no rows. Export it again.`);
  return { value: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text };
}

function binaryKind(bytes: Uint8Array): string | undefined {
  const known = SIGNATURES.find(([, head]) => head.every((byte, i) => bytes[i] === byte));
  if (known) return known[0];
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return 'UTF-16 text (save it as UTF-8)';
  }
  const nul = bytes.indexOf(0);
  return nul < 0 ? undefined : `binary or UTF-16 data (a zero byte stands at ${String(nul)})`;
}

/** Position of the first byte that is not UTF-8; undefined when all are. */
function invalidUtf8(bytes: Uint8Array): number | undefined {
  return isUtf8(bytes, false) ? undefined : firstInvalid(bytes);
}

/** Halves the file until the shortest beginning that cannot go on is left, and steps back to where its character begins. */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  const begins = [good, good - 1, good - 2, good - 3];
  return begins.find((at) => at >= 0 && isUtf8(bytes.subarray(0, at), false)) ?? good;
}

/** Whether the bytes are text; with `canGoOn` a character may be cut at their end. */
function isUtf8(bytes: Uint8Array, canGoOn: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: canGoOn });
    return true;
  } catch {
    return false;
  }
}

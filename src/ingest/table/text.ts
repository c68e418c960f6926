import { constants, isUtf8 } from 'node:buffer';
import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { binaryKind } from './binary-kind.ts';
import { byteText, invalidUtf8, markedEncoding } from './encoding.ts';

const MARKUP = /^\s*<(!doctype|html|head|body|\?xml|table|svg)/i;

/** Several layouts look at one file: its bytes are decoded once. */
const KNOWN = new WeakMap<Uint8Array, string>();

/** The text of a table in UTF-8, without byte order mark and with `\n` at the end of each line; or why it is none. */
export function textOf(file: InputFile): Outcome<string> {
  const decoded = decodedText(file, 'CSV');
  if (decoded.refused || !MARKUP.test(decoded.value)) return decoded;
  const { path } = file;
  const message = `${path} is HTML or XML, not CSV text. Export it as CSV.`;
  return { refused: finding('IN-NOT-TEXT', 'critical', message, { file: path }) };
}

/** The same without a look at what the text says. */
export function decodedText(
  file: InputFile,
  form: 'CSV' | 'EDI' | 'JSON' | 'XML',
): Outcome<string> {
  const known = KNOWN.get(file.bytes);
  const read = known === undefined ? readText(file, form) : { value: known };
  if (!read.refused) KNOWN.set(file.bytes, read.value);
  return read;
}

function readText(
  { path, bytes }: InputFile,
  form: 'CSV' | 'EDI' | 'JSON' | 'XML',
): Outcome<string> {
  const say = (
    code: 'IN-EMPTY' | 'IN-NOT-TEXT' | 'IN-ENCODING' | 'IN-STRUCTURE',
    message: string,
  ) => ({
    refused: finding(code, 'critical', message, { file: path }),
  });
  if (bytes.length === 0) return say('IN-EMPTY', `${path} holds no bytes. Export it again.`);
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    return say(
      'IN-STRUCTURE',
      `${path} is longer than a text may be. Split it into smaller files.`,
    );
  }
  const binary = otherThanText(bytes);
  if (binary) {
    return say('IN-NOT-TEXT', `${path} is ${binary}, not ${form} text. Export it as ${form}.`);
  }
  if (!isUtf8(bytes)) {
    const fault = byteText(bytes, invalidUtf8(bytes));
    const declare = form === 'CSV' ? ', or declare csv: { encoding } in workspace.yaml' : '';
    const message = `${path} is not valid UTF-8: ${fault}, and no other encoding is certain. Save it as UTF-8${declare}.`;
    return say('IN-ENCODING', message);
  }
  const decoded = new TextDecoder().decode(bytes);
  if (decoded.trim() === '') return say('IN-EMPTY', `${path} holds no rows. Export it again.`);
  return { value: decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded };
}

function otherThanText(bytes: Uint8Array): string | undefined {
  const known = binaryKind(bytes);
  if (known) return known;
  if (markedEncoding(bytes)) return 'UTF-16 text (save it as UTF-8)';
  const nul = bytes.indexOf(0);
  return nul < 0 ? undefined : `binary or UTF-16 data (a zero byte stands at ${String(nul)})`;
}

import { isUtf8 } from 'node:buffer';
import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { grouped } from '../wording.ts';
import { binaryKind } from './binary-kind.ts';
import { byteText, invalidUtf8, markedEncoding } from './encoding.ts';

/** Characters of a line, beyond which it is none that a person or a meter wrote. */
const LINE = 10_000_000;
const MARKUP = /^\s*<(!doctype|html|head|body|\?xml|table|svg)/i;

interface Text {
  readonly text: string;
  /** Number of the first line that is longer than any may be. */
  readonly longLine: number | undefined;
}

/** Several layouts look at one file: its bytes are decoded once. */
const KNOWN = new WeakMap<Uint8Array, Text>();

/** The text of a table in UTF-8, without byte order mark and with `\n` at the end of each line; or why it is none. */
export function textOf(file: InputFile): Outcome<string> {
  const decoded = decodedText(file, 'CSV');
  if (decoded.refused || !MARKUP.test(decoded.value)) return decoded;
  const { path } = file;
  const message = `${path} is HTML or XML, not CSV text. Export it as CSV.`;
  return { refused: finding('IN-NOT-TEXT', 'critical', message, { file: path }) };
}

/** The same without a look at what the text says. Only a table is made of lines, and these are held to their limit. */
export function decodedText(file: InputFile, form: 'CSV' | 'JSON' | 'XML'): Outcome<string> {
  const { path, bytes } = file;
  const known = KNOWN.get(bytes);
  const read = known ? { value: known } : readText(file, form);
  if (read.refused) return read;
  KNOWN.set(bytes, read.value);
  const { text, longLine } = read.value;
  if (longLine === undefined || form !== 'CSV') return { value: text };
  const message = `Line ${String(longLine)} of ${path} is longer than ${grouped(LINE)} characters, which no table is. Nothing of it was read; export it again.`;
  const at = { file: path, line: longLine };
  return { refused: finding('IN-STRUCTURE', 'critical', message, at) };
}

function readText({ path, bytes }: InputFile, form: 'CSV' | 'JSON' | 'XML'): Outcome<Text> {
  const say = (code: 'IN-EMPTY' | 'IN-NOT-TEXT' | 'IN-ENCODING', message: string) => ({
    refused: finding(code, 'critical', message, { file: path }),
  });
  if (bytes.length === 0) return say('IN-EMPTY', `${path} holds no bytes. Export it again.`);
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
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  return { value: { text, longLine: firstLongLine(text) } };
}

function otherThanText(bytes: Uint8Array): string | undefined {
  const known = binaryKind(bytes);
  if (known) return known;
  if (markedEncoding(bytes)) return 'UTF-16 text (save it as UTF-8)';
  const nul = bytes.indexOf(0);
  return nul < 0 ? undefined : `binary or UTF-16 data (a zero byte stands at ${String(nul)})`;
}

function firstLongLine(text: string): number | undefined {
  if (text.length <= LINE) return undefined;
  let line = 1;
  for (let from = 0; from < text.length; line += 1) {
    const end = text.indexOf('\n', from);
    const next = end < 0 ? text.length : end;
    if (next - from > LINE) return line;
    from = next + 1;
  }
  return undefined;
}

import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { textOf } from '../table/text.ts';
import { quoted } from '../wording.ts';
import { type BlockHeader, headerOf } from './header.ts';

const LINE = /^(?:(\d{1,8})[,;\s]\s*)?"?([0-9a-f]{160})"?$/i;
const SNIFFED = 256;

/** Whether the file begins with a header in hexadecimal digits. */
export function looksLikeHex({ bytes }: InputFile): boolean {
  const [first = ''] = new TextDecoder()
    .decode(bytes.subarray(0, SNIFFED))
    .trim()
    .split(/[\r\n]/);
  return LINE.test(first.trim());
}

/** The headers of a file of lines, each a header in hexadecimal digits, with its height before it or without. */
export function hexHeaders(file: InputFile): Outcome<readonly BlockHeader[]> {
  const text = textOf(file);
  if (text.refused) return text;
  const headers: BlockHeader[] = [];
  for (const [i, written] of text.value.split('\n').entries()) {
    if (written.trim() === '') continue;
    const [, height, hex] = LINE.exec(written.trim()) ?? [];
    const line = i + 1;
    if (hex === undefined) {
      const message = `Line ${String(line)} of ${file.path} is ${quoted(written.trim())}, where a block header of 160 hexadecimal digits is needed, with its height and a comma before it or without. Nothing of the file is used; export it again.`;
      return { refused: finding('IN-HEADERS', 'critical', message, { file: file.path, line }) };
    }
    const stated = height === undefined ? {} : { height: Number(height) };
    headers.push(headerOf(Buffer.from(hex, 'hex'), { place: { line }, ...stated }));
  }
  return { value: headers };
}

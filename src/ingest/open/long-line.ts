import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { grouped } from '../wording.ts';

/** Bytes of a line, beyond which it is none that a person or a meter wrote, and the memory of a parser is at stake. */
const LINE = 10_000_000;
const [LF, CR] = [0x0a, 0x0d];
/** XML, JSON and EDI are not made of lines. */
const UNLINED = /^\uFEFF?\s*([<[{]|ISA)/;

/** Why a table with a line beyond all measure is refused; undefined where no line is. */
export function longLine({ path, bytes }: InputFile): Finding | undefined {
  if (bytes.length <= LINE) return undefined;
  if (UNLINED.test(new TextDecoder().decode(bytes.subarray(0, 64)))) return undefined;
  const line = firstBeyond(bytes);
  if (line === undefined) return undefined;
  const message = `Line ${String(line)} of ${path} is longer than ${grouped(LINE)} bytes, which no line of a table is. Nothing of the file was read; export it again.`;
  return finding('IN-STRUCTURE', 'critical', message, { file: path, line });
}

function firstBeyond(bytes: Uint8Array): number | undefined {
  let line = 1;
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
      line += 1;
      from = at + 1;
    } else if (at - from >= LINE) return line;
  }
  return undefined;
}

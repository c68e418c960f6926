import type { InputFile } from './input-file.ts';

/** A text up to this size is looked at as a whole. */
const WHOLE = 8 << 20;
const REACH = 1 << 20;
const LF = 0x0a;
const STRUCTURED = /^\s*[<[{]/;

/** The beginning of a large table, up to the end of a line: enough to see what it is. Any other file as it is. */
export function beginningOf(file: InputFile): InputFile {
  const { bytes } = file;
  if (bytes.length <= WHOLE || file.sheets || file.pages) return file;
  if (STRUCTURED.test(new TextDecoder().decode(bytes.subarray(0, 64)))) return file;
  const end = bytes.lastIndexOf(LF, REACH);
  return end < 0 ? file : { ...file, bytes: bytes.subarray(0, end + 1) };
}

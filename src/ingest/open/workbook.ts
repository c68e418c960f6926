import type { InputFile } from '../input-file.ts';
import type { Opened } from './opened.ts';
import { beginsWith } from './signature.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PARTS = ['[Content_Types].xml', 'xl/'];

/** True for an Office Open XML workbook. */
export function isWorkbook({ bytes }: InputFile): boolean {
  if (!beginsWith(bytes, ZIP)) return false;
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return PARTS.every((part) => names.includes(part, 0, 'latin1'));
}

/** The workbook with its sheets. */
export function withSheets(file: InputFile): Promise<Opened> {
  return Promise.resolve({ files: [file], findings: [] });
}

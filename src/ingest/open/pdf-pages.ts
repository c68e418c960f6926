import type { InputFile } from '../input-file.ts';
import type { Opened } from './opened.ts';
import { beginsWith } from './signature.ts';

const PDF = [0x25, 0x50, 0x44, 0x46];

/** True for a PDF document. */
export function isPdf({ bytes }: InputFile): boolean {
  return beginsWith(bytes, PDF);
}

/** The document with its pages. */
export function withPages(file: InputFile): Promise<Opened> {
  return Promise.resolve({ files: [file], findings: [] });
}

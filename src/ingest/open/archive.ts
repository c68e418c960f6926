import type { InputFile } from '../input-file.ts';
import type { Opened } from './opened.ts';
import { beginsWith } from './signature.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const GZIP = [0x1f, 0x8b];

/** True for a zip or gzip archive. */
export function isArchive({ bytes }: InputFile): boolean {
  return beginsWith(bytes, ZIP) || beginsWith(bytes, GZIP);
}

/** The members of an archive, each opened in turn. */
export function membersOf(file: InputFile): Promise<Opened> {
  return Promise.resolve({ files: [file], findings: [] });
}

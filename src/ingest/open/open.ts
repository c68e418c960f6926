import type { InputFile } from '../input-file.ts';
import { isWorkbook, withSheets } from './workbook.ts';
import type { Opened } from './opened.ts';
import { isArchive, membersOf } from './archive.ts';
import { isPdf, withPages } from './pdf-pages.ts';

/** Opens a file by its content, whatever its name. Other files stay as they are. */
export async function openFile(file: InputFile): Promise<Opened> {
  if (isWorkbook(file)) return withSheets(file);
  if (isArchive(file)) return membersOf(file);
  if (isPdf(file)) return withPages(file);
  return { files: [file], findings: [] };
}

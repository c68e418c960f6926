import type { InputFile } from '../input-file.ts';
import type { Encoding } from '../table/encoding.ts';
import { isArchive, membersOf, type Nesting } from './archive.ts';
import type { Opened } from './opened.ts';
import { isPdf, withPages } from './pdf-pages.ts';
import { withText } from './text.ts';
import { isWorkbook, withSheets } from './workbook.ts';

/**
 * Opens a file by its content, whatever its name: the members of archives in turn, a workbook with its sheets, a document
 * with its pages, text in UTF-8. `declared` is the encoding that the workspace names for its text.
 */
export async function openFile(file: InputFile, declared?: Encoding): Promise<Opened> {
  const open = (part: InputFile, within?: Nesting): Promise<Opened> => {
    if (isWorkbook(part)) return withSheets(part);
    if (isArchive(part)) return membersOf(part, open, within);
    if (isPdf(part)) return withPages(part);
    return Promise.resolve(withText(part, declared));
  };
  return open(file);
}

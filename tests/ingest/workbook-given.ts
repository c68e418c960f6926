import type { WriteOptions, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { ZipFile } from 'yazl';
import type { InputFile } from '../../src/ingest/input-file.ts';
import { openFile } from '../../src/ingest/open/open.ts';
import { present } from '../support/present.ts';
import { given } from './given.ts';

/** A workbook of rows as a spreadsheet library writes it, opened. */
export async function workbook(
  sheets: readonly WriteSheet[],
  options: Omit<WriteOptions, 'sheets'> = {},
  path = 'data.xlsx',
): Promise<InputFile> {
  const bytes = await writeXlsx({ sheets: [...sheets], ...options });
  const opened = await openFile(given(bytes, path));
  return present(opened.files[0]);
}

/** A day as spreadsheets hold it. */
export function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

/** A zip of parts. */
export async function zipped(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(0) });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Style 0 is general, 1 a day, 2 a day with time, 3 a time. */
const STYLES = `<styleSheet xmlns="${MAIN}"><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="21"/></cellXfs></styleSheet>`;

function relations(...all: readonly (readonly [string, string, string])[]): string {
  const each = all.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${each.join('')}</Relationships>`;
}

/** The parts of a workbook with one sheet of the given rows in XML. */
export function parts(rows: string, date1904 = false): Record<string, string> {
  const sheet = '<sheet name="Data" sheetId="1" r:id="rId1"/>';
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
    ),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${date1904 ? '1' : '0'}"/><sheets>${sheet}</sheets></workbook>`,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  };
}

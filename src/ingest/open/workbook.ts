import { type CellValue, readXlsx, type Sheet as ReadSheet, type Workbook } from 'hucre/xlsx';
import { finding, type Finding } from '../../model/finding.ts';
import type { InputFile, Sheet, SheetRow } from '../input-file.ts';
import { cellName } from '../../model/cell-name.ts';
import { counted, listed, quoted } from '../wording.ts';
import type { Opened } from './opened.ts';
import { beginsWith } from './signature.ts';
import { cellKind, type CellKind, cellText, type DateSystem } from './workbook-cells.ts';
import { partsFault, partsOf } from './workbook-parts.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const CONTENT_TYPES = '[Content_Types].xml';
const FOLDER = 'xl/';

/** True for an Office Open XML workbook, damaged or not, and for what older programs and encryption make of one. */
export function isWorkbook({ bytes }: InputFile): boolean {
  if (beginsWith(bytes, OLE2)) return true;
  if (!beginsWith(bytes, ZIP)) return false;
  const parts = partsOf(bytes);
  if (parts === undefined) return holds(bytes, CONTENT_TYPES) && holds(bytes, FOLDER);
  const names = parts.map(({ name }) => name);
  return names.includes(CONTENT_TYPES) && names.some((name) => name.startsWith(FOLDER));
}

function holds(
  { buffer, byteOffset, byteLength }: Uint8Array,
  text: string,
  encoding: BufferEncoding = 'latin1',
): boolean {
  return Buffer.from(buffer, byteOffset, byteLength).includes(text, 0, encoding);
}

/**
 * The workbook with its sheets. A merged range gives its value to its first cell only. Formulas give the value that was
 * stored with them; macros are not looked at.
 */
export async function withSheets(file: InputFile): Promise<Opened> {
  const fault = faultOf(file);
  if (fault !== undefined) return refused(file, fault);
  const workbook = await readWorkbook(file.bytes);
  if ('broken' in workbook) {
    return refused(file, `is damaged and cannot be opened (${workbook.broken}). Export it again`);
  }
  const system = workbook.dateSystem ?? '1900';
  const sheets = workbook.sheets.map((sheet) => sheetOf(sheet, system));
  return { files: [{ ...file, sheets }], findings: remarks(file, workbook) };
}

function refused({ path }: InputFile, what: string): Opened {
  return {
    files: [],
    findings: [finding('IN-WORKBOOK', 'critical', `${path} ${what}.`, { file: path })],
  };
}

/** Why the bytes are not handed to the reader. */
function faultOf({ bytes }: InputFile): string | undefined {
  if (beginsWith(bytes, OLE2)) {
    return holds(bytes, 'EncryptedPackage', 'utf16le')
      ? 'is encrypted with a password. Save it without one'
      : 'is a workbook or document of the older binary form (.xls). Save it as .xlsx';
  }
  const parts = partsOf(bytes);
  if (!parts) return 'is damaged: the directory at its end is missing or broken. Export it again';
  if (parts.some(({ name }) => name === 'xl/workbook.bin')) {
    return 'is a workbook of the binary form (.xlsb). Save it as .xlsx';
  }
  const fault = partsFault(parts);
  return fault && `is refused: ${fault}. Save it anew, or split it`;
}

/** The reader throws whatever it meets in a hostile file: none of it may end the program. */
async function readWorkbook(bytes: Uint8Array): Promise<Workbook | { readonly broken: string }> {
  try {
    return await readXlsx(bytes);
  } catch (error) {
    return { broken: error instanceof Error ? error.message : 'unknown fault' };
  }
}

function sheetOf({ name, rows, merges = [] }: ReadSheet, system: DateSystem): Sheet {
  const kinds = kindSets();
  return {
    name,
    rows: rows.flatMap((values, i) => rowOf(values, i + 1, system, kinds) ?? []),
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
      firstRow: startRow + 1,
      lastRow: endRow + 1,
      firstColumn: startCol,
      lastColumn: endCol,
    })),
  };
}

type KindSets = (kinds: readonly CellKind[]) => Pick<SheetRow, 'dates' | 'numbers'>;

function rowOf(
  values: readonly CellValue[],
  number: number,
  system: DateSystem,
  kindsOf: KindSets,
): SheetRow | undefined {
  const cells = values.map((value) => cellText(value, system));
  if (cells.every((text) => text.trim() === '')) return undefined;
  return { number, cells, ...kindsOf(values.map((value) => cellKind(value, system))) };
}

/** Rows of a table are alike, so they share what they say of their cells. */
function kindSets(): KindSets {
  const known = new Map<string, Pick<SheetRow, 'dates' | 'numbers'>>();
  return (kinds) => {
    const key = kinds.map((kind) => kind[0]).join('');
    const places = (of: CellKind) => kinds.flatMap((kind, i) => (kind === of ? [i] : []));
    const fresh = known.get(key) ?? {
      dates: new Set(places('date')),
      numbers: new Set(places('number')),
    };
    known.set(key, fresh);
    return fresh;
  };
}

/** What a person should know of a workbook that was read. */
function remarks({ path, bytes }: InputFile, { sheets }: Workbook): Finding[] {
  const say = (severity: Finding['severity'], message: string) =>
    finding('IN-WORKBOOK', severity, message, { file: path });
  const hidden = sheets.filter((sheet) => sheet.hidden === true || sheet.veryHidden === true);
  const names = listed(hidden.map(({ name }) => name));
  const are = hidden.length === 1 ? 'sheet is' : 'sheets are';
  return [
    ...(hidden.length > 0
      ? [say('info', `The ${are} hidden in ${path} and read like the others: ${names}.`)]
      : []),
    ...(hasMacros(bytes)
      ? [say('info', `${path} holds macros. They are not run, and nothing of them is read.`)]
      : []),
    ...sheets.flatMap((sheet) => unstoredFormulas(sheet, path)),
  ];
}

function hasMacros(bytes: Uint8Array): boolean {
  return partsOf(bytes)?.some(({ name }) => name === 'xl/vbaProject.bin') === true;
}

/** Programs that write formulas need not work them out. */
function unstoredFormulas({ name, cells = new Map() }: ReadSheet, file: string): Finding[] {
  const unstored = [...cells].flatMap(([key, { formula, value }]) =>
    formula !== undefined && value === null ? [key] : [],
  );
  const [first] = unstored;
  if (first === undefined) return [];
  const [row = 0, column = 0] = first.split(',').map(Number);
  const cell = cellName(row + 1, column);
  const many = counted(unstored.length, 'formula');
  const message = `Sheet ${quoted(name)} of ${file} holds ${many} without a stored value, first in ${cell}. They count as blank; open the workbook in a spreadsheet program and save it.`;
  const at = { file, sheet: name, cell, line: row + 1 };
  return [finding('IN-WORKBOOK', 'completeness', message, at)];
}

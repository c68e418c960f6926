import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { firstRowOf, rowsOf } from '../table/cells.ts';
import { headerKey } from '../table/header.ts';
import { delimitedText } from '../table/table.ts';
import { listed } from '../wording.ts';

/** Columns of the export of metering values of Elhub. */
export const START = 'Fra';
export const END = 'Til';
export const QUALITY = 'Kvalitet';
const ENERGY = /^kwh (15|60) forbruk$/;
const LINES = 60;

/** What the header of an export says. */
export interface ElhubHeader {
  readonly delimiter: ',' | ';';
  readonly energyColumn: string;
  readonly seconds: number;
  readonly hasQuality: boolean;
}

/** The header of the file; refused where it is none, names several energies, or where its numbers fall into two cells. */
export function elhubHeader(file: InputFile): Outcome<ElhubHeader> {
  const delimited = delimitedText(file, undefined);
  if (delimited.refused) return delimited;
  const { text, delimiter: declared } = delimited.value;
  const found = headerLine(text, [declared, ';']);
  if (found) {
    const header = headerOf(found, file.path);
    if (header.refused || header.value.delimiter === ';') return header;
    return withWholeNumbers(header.value, text, found, file.path);
  }
  const message = `No line of ${file.path} names the columns ${listed([START, END, 'KWH 60 Forbruk'])}. Export the metering values again.`;
  return { refused: finding('IN-NO-HEADER', 'critical', message, { file: file.path }) };
}

interface HeaderLine {
  readonly cells: readonly string[];
  readonly delimiter: ',' | ';';
  readonly line: number;
}

function headerLine(text: string, delimiters: readonly string[]): HeaderLine | undefined {
  for (const [i, written] of text.split('\n', LINES).entries()) {
    for (const delimiter of delimiters) {
      const cells = firstRowOf(written, delimiter) ?? [];
      const keys = cells.map(headerKey);
      if (!keys.includes('fra') || !keys.includes('til')) continue;
      return { cells, delimiter: delimiter === ';' ? ';' : ',', line: i + 1 };
    }
  }
  return undefined;
}

function headerOf({ cells, delimiter, line }: HeaderLine, file: string): Outcome<ElhubHeader> {
  const energies = cells.filter((cell) => headerKey(cell).startsWith('kwh'));
  const [energyColumn] = energies;
  const minutes = ENERGY.exec(headerKey(energyColumn ?? ''))?.[1];
  if (energyColumn === undefined || minutes === undefined || energies.length > 1) {
    const what =
      energies.length > 1 ? 'several energies' : 'no column "KWH 60 Forbruk" or "KWH 15 Forbruk"';
    const message = `Line ${String(line)} of ${file} names ${what} (headers: ${listed(cells)}). Export consumption alone, or map the columns in workspace.yaml.`;
    return { refused: finding('IN-NO-HEADER', 'critical', message, { file, line }) };
  }
  const hasQuality = cells.some((cell) => headerKey(cell) === headerKey(QUALITY));
  return { value: { delimiter, energyColumn, seconds: Number(minutes) * 60, hasQuality } };
}

/** An unquoted decimal comma in a table of commas makes 1,234 two cells: 1, and 234 in the place of something else. */
function withWholeNumbers(
  header: ElhubHeader,
  text: string,
  { cells: headers, line: above }: HeaderLine,
  file: string,
): Outcome<ElhubHeader> {
  const rows = rowsOf(text, header.delimiter, 1);
  // broken quoting is named when the table is read
  if (!Array.isArray(rows)) return { value: header };
  const at = headers.indexOf(header.energyColumn);
  const isDigits = (cell: string | undefined) => /^\s*-?\d+\s*$/.test(cell ?? '');
  const isNextFree = ['', headerKey(QUALITY)].includes(headerKey(headers[at + 1] ?? ''));
  const split = rows.find(({ line, cells }) => {
    const isSplit = isDigits(cells[at]) && isDigits(cells[at + 1]);
    return line > above && isSplit && (isNextFree || cells.length > headers.length);
  });
  if (!split) return { value: header };
  const message = `Line ${String(split.line)} of ${file} holds the number "${cellsText(split.cells, at)}" without quotes in a table separated by commas, so that it falls into two cells. Nothing was read; export it with semicolons, or with the numbers in quotes.`;
  return { refused: finding('IN-STRUCTURE', 'critical', message, { file, line: split.line }) };
}

function cellsText(cells: readonly string[], at: number): string {
  return cells
    .slice(at, at + 2)
    .map((cell) => cell.trim())
    .join(',');
}

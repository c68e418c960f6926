import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome, Sheet, SheetRow } from '../input-file.ts';
import { listed, quoted } from '../wording.ts';
import { headerKey, PREAMBLE } from './header.ts';

/** A row of a sheet as a header, and which of its columns each wanted one is. */
export interface SheetHeader {
  readonly sheet: Sheet;
  readonly row: SheetRow;
  readonly headers: readonly string[];
  /** Places of the wanted columns, from 0. */
  readonly places: ReadonlyMap<string, number>;
}

interface Candidate {
  readonly sheet: Sheet;
  readonly row: SheetRow;
  readonly headers: readonly string[];
  readonly missing: readonly string[];
  /** A wanted column that two columns of the sheet could be. */
  readonly twice: string | undefined;
  readonly places: ReadonlyMap<string, number>;
}

/**
 * The header that names every wanted column, in the one sheet that has it or in the sheet that is named. Where headers
 * stand in two rows, a column is also known by both texts with a blank between them, `Electricity Usage`: a text of the
 * upper row counts for the columns it is merged across, and a column whose lower cell is blank has the upper text alone.
 * Where two columns share a text, the one without any other above it is meant.
 */
export function findSheetHeader(
  { path, sheets = [] }: InputFile,
  named: string | undefined,
  wanted: readonly string[],
): Outcome<SheetHeader> {
  const among = named === undefined ? sheets : sheets.filter(({ name }) => isSame(name, named));
  if (named !== undefined && among.length === 0) return { refused: noSheet(path, named, sheets) };
  const best = among.flatMap((sheet) => bestIn(sheet, wanted) ?? []);
  const whole = best.filter(({ missing }) => missing.length === 0);
  const [first] = whole;
  if (whole.length > 1) return { refused: severalSheets(path, whole) };
  if (!first) return { refused: noHeader(path, best, wanted) };
  const { twice } = first;
  return twice === undefined ? { value: first } : { refused: namedTwice(path, first, twice) };
}

function isSame(a: string, b: string): boolean {
  return headerKey(a) === headerKey(b);
}

/** The first row that names all, or else the one that names most. */
function bestIn(sheet: Sheet, wanted: readonly string[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const [i, row] of sheet.rows.slice(0, PREAMBLE).entries()) {
    const candidate = candidateOf(sheet, row, sheet.rows[i - 1], wanted);
    if (candidate.missing.length === 0) return candidate;
    if (!best || candidate.missing.length < best.missing.length) best = candidate;
  }
  return best;
}

function candidateOf(
  sheet: Sheet,
  row: SheetRow,
  before: SheetRow | undefined,
  wanted: readonly string[],
): Candidate {
  const upper = before?.number === row.number - 1 ? upperTexts(before, sheet) : [];
  const width = Math.max(row.cells.length, upper.length);
  const lower = Array.from({ length: width }, (_, i) => row.cells[i] ?? '');
  const columns = lower.map((text, i) => namesOf(text, upper[i] ?? ''));
  const places = new Map<string, number>();
  const missing: string[] = [];
  let twice: string | undefined;
  for (const column of wanted) {
    const key = headerKey(column);
    const found = columnsOf(columns, key);
    if (found[0] === undefined) missing.push(column);
    else places.set(column, found[0]);
    if (found.length > 1) twice ??= column;
  }
  const headers = lower.map((text, i) => (text.trim() === '' ? (upper[i] ?? '') : text));
  return { sheet, row, headers, missing, twice, places };
}

/** What a column is known by: its own text, and that behind the text above it. They are one where nothing is above. */
interface Names {
  readonly own: string;
  readonly joined: string;
}

function namesOf(lower: string, upper: string): Names {
  return { own: headerKey(lower), joined: headerKey(`${upper} ${lower}`) };
}

/** The columns of a name: those that have it in full come before those that have it below another text. */
function columnsOf(columns: readonly Names[], key: string): number[] {
  const of = (name: keyof Names) => columns.flatMap((one, i) => (one[name] === key ? [i] : []));
  const whole = of('joined');
  return whole.length > 0 ? whole : of('own');
}

function upperTexts({ number, cells }: SheetRow, { merges = [] }: Sheet): string[] {
  const texts = [...cells];
  for (const { firstRow, firstColumn, lastColumn } of merges) {
    if (firstRow !== number || lastColumn - firstColumn > WIDEST) continue;
    const text = cells[firstColumn] ?? '';
    for (let i = firstColumn; i <= lastColumn; i += 1) texts[i] = text;
  }
  return Array.from(texts, (text: string | undefined) => text ?? '');
}

/** Columns of a sheet. */
const WIDEST = 16_384;

function noSheet(file: string, named: string, sheets: readonly Sheet[]) {
  const message = `${file} has no sheet ${quoted(named)} (sheets: ${listed(sheets.map(({ name }) => name))}). Correct csv.sheet.`;
  return finding('IN-WORKBOOK', 'critical', message, { file });
}

function severalSheets(file: string, whole: readonly Candidate[]) {
  const names = listed(whole.map(({ sheet }) => sheet.name));
  const message = `Several sheets of ${file} hold the mapped columns: ${names}. Name the one that counts as csv.sheet.`;
  return finding('IN-WORKBOOK', 'critical', message, { file });
}

function namedTwice(file: string, { sheet, row, headers }: Candidate, column: string) {
  const message = `Line ${String(row.number)} of sheet ${quoted(sheet.name)} of ${file} names the column ${quoted(column)} twice (headers: ${listed(headers.filter(isFilled))}). Rename one of them.`;
  const at = { file, line: row.number, column, sheet: sheet.name };
  return finding('IN-NO-HEADER', 'critical', message, at);
}

function noHeader(file: string, best: readonly Candidate[], wanted: readonly string[]) {
  const [first, ...others] = best;
  if (!first) {
    const message = `${file} holds no sheet with any cell filled. Export it again.`;
    return finding('IN-EMPTY', 'critical', message, { file });
  }
  const nearest = others.reduce((a, b) => (b.missing.length < a.missing.length ? b : a), first);
  const { sheet, row, headers, missing } = nearest;
  const where = `line ${String(row.number)} of sheet ${quoted(sheet.name)}`;
  const headed =
    missing.length === wanted.length
      ? `sheets: ${listed(best.map((one) => one.sheet.name))}`
      : `${where} comes nearest, with the headers ${listed(headers.filter(isFilled))}`;
  const message = `No line of any sheet of ${file} names the mapped ${missing.length === 1 ? 'column' : 'columns'} ${listed(missing)}; ${headed}. Correct the mapping or the file.`;
  const at =
    missing.length === wanted.length ? { file } : { file, line: row.number, sheet: sheet.name };
  return finding('IN-NO-HEADER', 'critical', message, at);
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}

import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { type Row, rowsOf } from '../table/cells.ts';
import { counted, quoted } from '../wording.ts';
import type { DownloadLayout } from './layout.ts';

const ELECTRIC = /^electric(ity)? usage$/i;
const GAS = /^natural gas usage$/i;

/** The rows of electricity, each filled up to the width of the header, and how many were set aside. */
export interface ElectricRows {
  readonly rows: readonly Row[];
  readonly setAside: number;
}

/** The rows below the header; of those that are no electricity or cannot be used a finding speaks. */
export function electricRows(
  file: InputFile,
  layout: DownloadLayout,
  notes: RowNotes,
): Outcome<ElectricRows> {
  const all = rowsOf(layout.text, layout.delimiter, layout.line);
  if (!Array.isArray(all)) {
    const message = `${file.path} cannot be read as a table: ${all.broken}, at or before line ${String(all.line)}. Mend the file or download it again.`;
    const at = { file: file.path, line: all.line };
    return { refused: finding('IN-STRUCTURE', 'critical', message, at) };
  }
  const [header, ...below] = all;
  const filled = below.filter(
    ({ cells }) => cells.some((cell) => cell.trim() !== '') && !isSame(cells, header?.cells ?? []),
  );
  if (filled.length === 0) {
    const message = `${file.path} holds a header in line ${String(layout.line)} and no rows. Download it again.`;
    const at = { file: file.path, line: layout.line };
    return { refused: finding('IN-EMPTY', 'critical', message, at) };
  }
  const rows = filled.flatMap((row) => {
    const whole = wholeRow(row, layout, notes);
    return whole && isElectric(whole, layout, notes) ? [whole] : [];
  });
  return { value: { rows, setAside: filled.length - rows.length } };
}

function isSame(cells: readonly string[], headers: readonly string[]): boolean {
  return headers.length === cells.length && headers.every((text, i) => cells[i] === text);
}

/** The row with blank cells for what the download leaves out at its end: cost and notes, and nothing else. */
function wholeRow(
  { line, cells }: Row,
  { headers, needed }: DownloadLayout,
  notes: RowNotes,
): Row | undefined {
  const isBeyond = cells.slice(headers.length).some((cell) => cell.trim() !== '');
  if (cells.length >= needed && !isBeyond) {
    const tidy = headers.map((_, i) => (cells[i] ?? '').replace(/\s+/gu, ' ').trim());
    return { line, cells: tidy };
  }
  const what = `it has ${counted(cells.length, 'cell')} where the header has ${String(headers.length)}. The row was set aside; mend it.`;
  notes.row('IN-STRUCTURE', 'critical', { line }, what);
  return undefined;
}

function isElectric({ line, cells }: Row, { type, headers }: DownloadLayout, notes: RowNotes) {
  const text = cells[type] ?? '';
  if (ELECTRIC.test(text)) return true;
  const at = { line, column: headers[type] ?? '' };
  if (GAS.test(text)) {
    notes.tally('IN-NOT-COUNTED', 'info', at, (n, lines) => {
      return `Gas is no electricity and is set aside here, in ${n} (${lines}). Give its bills as fuels.`;
    });
    return false;
  }
  notes.tally('IN-COMMODITY', 'critical', at, (n, lines) => {
    return `The type ${quoted(text)} is not "Electric usage", in ${n} (${lines}). These rows were set aside; correct them or leave them out.`;
  });
  return false;
}

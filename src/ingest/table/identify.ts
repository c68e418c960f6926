import type { Identification, InputFile } from '../input-file.ts';
import { listed, quoted } from '../wording.ts';
import { firstRowOf } from './cells.ts';
import { firstRows } from './sheet-rows.ts';
import { delimitedText } from './table.ts';

const LINES = 40;

/** One thing that a header of the format names, and how it may be spelled. */
export interface HeaderSign {
  readonly what: string;
  readonly spelled: RegExp;
}

/** How many of the signs the best line of the file shows, over all of them. The name of the file does not count. */
export function identifyByHeader(file: InputFile, signs: readonly HeaderSign[]): Identification {
  const lines = file.sheets ? sheetLines(file) : textLines(file);
  if (typeof lines === 'string') return { confidence: 0, why: lines };
  let best: { found: readonly string[]; at: string } = { found: [], at: '' };
  for (const { at, cells } of lines) {
    const found = signsIn(cells(), signs);
    if (found.length > best.found.length) best = { found, at };
  }
  if (best.found.length === 0)
    return { confidence: 0, why: 'No line names a column of this kind.' };
  return {
    confidence: best.found.length / signs.length,
    why: `${best.at} names ${listed(best.found)}.`,
  };
}

/** A line in which columns may be named, and where it stands. */
interface Line {
  readonly at: string;
  readonly cells: () => readonly string[];
}

function sheetLines(file: InputFile): readonly Line[] {
  return firstRows(file, LINES).map(({ sheet, line, cells }) => ({
    at: `Line ${String(line)} of sheet ${quoted(sheet)}`,
    cells: () => cells.filter((text) => text.trim() !== ''),
  }));
}

/** The lines of a text; or why it is none. */
function textLines(file: InputFile): readonly Line[] | string {
  const delimited = delimitedText(file, undefined);
  if (delimited.refused) return delimited.refused.message;
  const { text, delimiter } = delimited.value;
  return text.split('\n', LINES).map((line, i) => ({
    at: `Line ${String(i + 1)}`,
    cells: () => widest(line, delimiter),
  }));
}

function widest(line: string, declared: string): readonly string[] {
  const rows = [declared, ';', '\t'].map((delimiter) => firstRowOf(line, delimiter) ?? []);
  return rows.reduce((most, row) => (row.length > most.length ? row : most), []);
}

function signsIn(cells: readonly string[], signs: readonly HeaderSign[]): readonly string[] {
  if (cells.length < 2) return [];
  return signs
    .filter(({ spelled }) => cells.some((cell) => spelled.test(cell.trim())))
    .map(({ what }) => what);
}

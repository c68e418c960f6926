import type { Identification, InputFile } from '../input-file.ts';
import { listed } from '../wording.ts';
import { firstRowOf } from './cells.ts';
import { delimitedText } from './table.ts';

const LINES = 40;

/** One thing that a header of the format names, and how it may be spelled. */
export interface HeaderSign {
  readonly what: string;
  readonly spelled: RegExp;
}

/** How many of the signs the best line of the file shows, over all of them. The name of the file does not count. */
export function identifyByHeader(file: InputFile, signs: readonly HeaderSign[]): Identification {
  const delimited = delimitedText(file, undefined);
  if (delimited.refused) return { confidence: 0, why: delimited.refused.message };
  const lines = delimited.value.text.split('\n', LINES);
  let best: { found: readonly string[]; line: number } = { found: [], line: 0 };
  lines.forEach((text, i) => {
    const found = signsIn(text, delimited.value.delimiter, signs);
    if (found.length > best.found.length) best = { found, line: i + 1 };
  });
  if (best.found.length === 0)
    return { confidence: 0, why: 'No line names a column of this kind.' };
  const why = `Line ${String(best.line)} names ${listed(best.found)}.`;
  return { confidence: best.found.length / signs.length, why };
}

function signsIn(text: string, declared: string, signs: readonly HeaderSign[]): readonly string[] {
  const rows = [declared, ';', '\t'].map((delimiter) => firstRowOf(text, delimiter) ?? []);
  const cells = rows.reduce((widest, row) => (row.length > widest.length ? row : widest), []);
  if (cells.length < 2) return [];
  return signs
    .filter(({ spelled }) => cells.some((cell) => spelled.test(cell.trim())))
    .map(({ what }) => what);
}

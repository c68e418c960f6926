import type { FindingCode } from '../model/finding-codes.ts';
import type { MappedRow } from './mapped-rows.ts';
import { listed, quoted } from './wording.ts';

/** A column whose texts the mapping translates. */
export interface NamedColumn<W extends string> {
  readonly column: string;
  readonly names: Readonly<Record<string, W>>;
}

/** What the text of a row means; undefined where a finding says that the mapping does not name it. */
export type NameOf<W extends string> = (row: MappedRow) => W | undefined;

/** Reads the texts of a column by the names of the mapping, whatever their case; one word given holds for every row. */
export function nameReader<W extends string>(
  choice: W | NamedColumn<W>,
  code: FindingCode = 'IN-NAME',
): NameOf<W> {
  if (typeof choice === 'string') return () => choice;
  const { column, names } = choice;
  const known = new Map(Object.entries(names).map(([text, word]) => [folded(text), word] as const));
  return (row) => {
    const text = row.text(column);
    const word = known.get(folded(text));
    if (word !== undefined) return word;
    row.notes.tally(code, 'critical', { line: row.line, column }, (n, lines) => {
      return `${quoted(text)} in column ${quoted(column)} is not among map.names (known: ${listed(Object.keys(names))}), in ${n} (${lines}). Nothing of it is counted; say what it means.`;
    });
    return undefined;
  };
}

/** The column that a choice reads; undefined where one word holds for every row. */
export function columnOf<W extends string>(choice: W | NamedColumn<W>): string | undefined {
  return typeof choice === 'string' ? undefined : choice.column;
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}

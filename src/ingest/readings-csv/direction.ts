import type { Direction } from '../../model/records.ts';
import type { RowNotes } from '../row-notes.ts';
import { listed, quoted } from '../wording.ts';
import type { DirectionColumn } from './layout.ts';

/** Reads which way energy flowed; undefined where a finding says that the text is not known. */
export function directionReader(
  map: DirectionColumn | undefined,
  notes: RowNotes,
): (text: string, line: number) => Direction | undefined {
  if (!map) return () => 'import';
  const { column, directions } = map;
  return (text, line) => {
    const direction = directions.get(text.toLowerCase());
    if (direction !== undefined) return direction;
    notes.tally('IN-DIRECTION', 'critical', { line, column }, (n, lines) => {
      return `The direction ${quoted(text)} is none of ${listed([...directions.keys()])}, in ${n} (${lines}). These rows were set aside; correct them.`;
    });
    return undefined;
  };
}

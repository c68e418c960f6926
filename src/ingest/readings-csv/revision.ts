import { datePattern } from '../clock/date-pattern.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/** Forms of a revision's date besides the one that the mapping declares for its stamps. */
const ISO = ['yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm:ss", 'yyyy-MM-dd HH:mm:ss'];

/** Makes revisions comparable: numbers as they are, dates as seconds. Blank or unreadable ones have no rank. */
export function revisionReader(
  column: string | undefined,
  stampFormat: string,
  notes: RowNotes,
): (text: string, line: number) => number | undefined {
  if (column === undefined) return () => undefined;
  const patterns = formsOf(stampFormat)
    .map(datePattern)
    .filter((pattern) => 'parse' in pattern);
  const seen = new Map<string, number | undefined>();
  const read = (text: string): number | undefined => {
    if (/^\d{1,15}(\.\d+)?$/.test(text)) return Number(text);
    for (const pattern of patterns) {
      const stamp = pattern.parse(text);
      if (stamp) return stamp.wall - (stamp.offset ?? 0);
    }
    return undefined;
  };
  return (text, line) => {
    if (!seen.has(text)) seen.set(text, read(text));
    const revision = seen.get(text);
    if (revision === undefined && text !== '') {
      notes.tally(
        'IN-DATE',
        'quality',
        { line, column },
        (n, lines) =>
          `The revision ${quoted(text)} is neither a number nor a date and decides nothing, in ${n} (${lines}).`,
      );
    }
    return revision;
  };
}

/** The stamps' own form, its date alone, and that date with the usual times. */
function formsOf(stampFormat: string): readonly string[] {
  const date = stampFormat.replace(/[\sT',]*[Hh]{1,2}\b[\s\S]*$/, '').replace(/'$/, '');
  return [stampFormat, date, `${date} HH:mm:ss`, `${date} HH:mm`, `${date} hh:mm:ss a`, ...ISO];
}

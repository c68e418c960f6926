import { DAY } from './clock/calendar.ts';
import { datePattern } from './clock/date-pattern.ts';
import { gridsOf } from './factor-tables/grid.ts';
import type { InputFile } from './input-file.ts';

/** Where a file says that it was published, and when: a day, or the month where no more is said. */
export interface StatedDay {
  readonly day: string;
  /** The words as they stand. */
  readonly text: string;
}

/** Texts before a date of release. "Next publication date" is none of them. */
const LABEL =
  /^(?:date of (?:publication|release|issue)|publication date|publication|published|release date|date released|released|issue date|issued)(?: on| in)?\s*:?\s*(.*)$/i;
/** Rows of a sheet in which such a line may stand; a date further down belongs to a row of the table. */
const NEAR_TOP = 60;

const patterns = (...forms: readonly string[]) =>
  forms.flatMap((form) => {
    const pattern = datePattern(form);
    return 'parse' in pattern ? [pattern.parse] : [];
  });
/** Forms that can be taken in one way only: 12/06/2025 could be June or December. */
const DAYS = patterns(
  'yyyy-MM-dd',
  'd MMMM yyyy',
  'd MMM yyyy',
  'MMMM d, yyyy',
  'MMM d, yyyy',
  'MMMM d yyyy',
  'yyyy-MM-dd HH:mm:ss',
);
const MONTHS = patterns('MMMM yyyy', 'MMM yyyy', 'yyyy-MM');

function dayOf(text: string): string | undefined {
  const plain = text.replace(/(\d)(?:st|nd|rd|th)\b/i, '$1').replace(/[.;]$/, '');
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
  for (const parse of DAYS) {
    const stamp = parse(plain);
    if (stamp) return iso(Math.floor(stamp.wall / DAY) * DAY).slice(0, 10);
  }
  for (const parse of MONTHS) {
    const stamp = parse(plain);
    if (stamp) return iso(stamp.wall).slice(0, 7);
  }
  return undefined;
}

/** The date of a cell that names one, or of the cell that follows it. */
function statedIn(cells: readonly string[]): StatedDay[] {
  const filled = cells
    .map((cell) => cell.replace(/\s+/gu, ' ').trim())
    .filter((cell) => cell !== '');
  return filled.flatMap((cell, i) => {
    const [, rest = ''] = LABEL.exec(cell) ?? [];
    if (!LABEL.test(cell)) return [];
    const text = rest === '' ? (filled[i + 1] ?? '') : rest;
    const day = dayOf(text);
    return day === undefined ? [] : [{ day, text: rest === '' ? `${cell} ${text}` : cell }];
  });
}

/** The dates of release that the tables of a file state near their top, each once. */
export function publicationDays(file: InputFile): readonly StatedDay[] {
  const grids = gridsOf(file);
  if (grids.refused) return [];
  const all = grids.value.flatMap(({ rows }) =>
    rows.slice(0, NEAR_TOP).flatMap(({ cells }) => statedIn(cells)),
  );
  return [...new Map(all.map((stated) => [stated.day, stated])).values()];
}

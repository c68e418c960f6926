import type { HeadedTable, Column } from './sheet-table.ts';
import { IS_END, IS_START, OTHER_DATES, TIME_ROLE } from './kinds/time-roles.ts';
import { anyWord } from './words.ts';

/** The columns whose texts form the stamp of a row, and what their names say of it. */
export interface TimeColumns {
  readonly columns: readonly Column[];
  /** What the header says a stamp names; undefined where it does not say. */
  readonly label: 'start' | 'end' | undefined;
  /** The columns of the ends, beside those of the starts. */
  readonly ends: readonly Column[] | undefined;
}

const IS_DATE = anyWord('date|day|datum|dag|fecha|jour|tag');

/** Every way in which columns of the table may give the stamps of its rows, the plainest first. */
export function timeChoices(table: HeadedTable): readonly TimeColumns[] {
  const own = table.columns.filter(({ words }) => !OTHER_DATES.test(words));
  const stamps = own.filter((column) => column.dates('stamp').length > 0);
  const clocks = own.filter(({ holdsClock }) => holdsClock);
  const days = own.filter((column) => column.dates('day').length > 0);
  const named = labelled(stamps.map((column) => [column]));
  if (named.length > 0) return named;
  const dates = days.filter(({ words }) => IS_DATE.test(words));
  const date = dates.length === 1 ? dates[0] : days.length === 1 ? days[0] : undefined;
  if (date && clocks.length > 0) {
    const pairs = clocks.map((clock) => [date, clock]);
    const byName = labelled(pairs);
    return byName.length > 0 ? byName : pairs.map(unlabelled);
  }
  const timed = stamps.filter(({ words }) => TIME_ROLE.named.test(words));
  return (timed.length > 0 ? timed : stamps).map((column) => unlabelled([column]));
}

/** The columns that an answer names: one header, or several with a plus between blanks. */
export function timeColumns(said: string, { columns }: HeadedTable): TimeColumns | undefined {
  const whole = columns.find(({ header }) => header === said);
  const headers = whole ? [said] : said.split(' + ');
  const found = headers.map((header) => columns.find((column) => column.header === header));
  const known = found.filter((column) => column !== undefined);
  if (known.length < headers.length) return undefined;
  const last = known.at(-1);
  return { columns: known, label: last && labelOf(last), ends: undefined };
}

/** The choice as it is answered. */
export function choiceText({ columns }: TimeColumns): string {
  return columns.map(({ header }) => header).join(' + ');
}

/** The texts of the rows, joined as the readers join them. */
export function stampTexts(columns: readonly Column[]): readonly string[] {
  const [first] = columns;
  return (first?.cells ?? []).map((_, i) =>
    columns
      .map(({ cells }) => cells[i] ?? '')
      .join(' ')
      .trim(),
  );
}

function unlabelled(columns: readonly Column[]): TimeColumns {
  return { columns, label: undefined, ends: undefined };
}

/** The choices whose last column is named as a start; those of ends only where there is no start. */
function labelled(choices: readonly (readonly Column[])[]): readonly TimeColumns[] {
  const of = (label: 'start' | 'end') =>
    choices.filter((columns) => {
      const last = columns.at(-1);
      return last !== undefined && labelOf(last) === label;
    });
  const [starts, ends] = [of('start'), of('end')];
  const end = ends.length === 1 ? ends[0] : undefined;
  const chosen = starts.length > 0 ? starts : ends;
  const label = starts.length > 0 ? 'start' : 'end';
  return chosen.map((columns) => ({ columns, label, ends: label === 'start' ? end : undefined }));
}

function labelOf({ words }: Column): 'start' | 'end' | undefined {
  const isStart = IS_START.test(words);
  if (isStart === IS_END.test(words)) return undefined;
  return isStart ? 'start' : 'end';
}

import { billDays } from '../bills-csv/end-date.ts';
import { DAY, dayText } from '../clock/calendar.ts';
import type { DatePattern } from '../clock/date-pattern.ts';
import { quoted } from '../wording.ts';
import type { DateShape } from './date-form.ts';
import type { Job } from './job.ts';
import { settleDates } from './settle-dates.ts';
import type { Column } from './sheet-table.ts';

/** Settles the form of first and last days, and whether the last day belongs to its row. */
export function settleDays(job: Job): void {
  const { columns, map } = job;
  const start = columns.get('start');
  const end = columns.get('end');
  if (!start || !end) return;
  const parse = settleDates(job, [...start.texts, ...end.texts], shapeOf([start, end]), [
    start.header,
    end.header,
  ]);
  if (!parse) return;
  map.set('date_format', job.desk.settled.at(-1)?.value);
  settleEndDate(job, start, end, parse);
}

/** Days where every column that holds anything holds days alone. */
export function shapeOf(columns: readonly Column[]): DateShape {
  const filled = columns.filter(({ texts }) => texts.length > 0);
  return filled.every((column) => column.dates('day').length > 0) ? 'day' : 'stamp';
}

function settleEndDate(job: Job, start: Column, end: Column, parse: DatePattern['parse']): void {
  const meters = job.columns.get('meter');
  const dayOf = (text: string | undefined) => {
    const stamp = parse(text ?? '');
    return stamp && Math.floor(stamp.wall / DAY);
  };
  const periods = start.cells.flatMap((text, i) => {
    const startDay = dayOf(text);
    const endDay = dayOf(end.cells[i]);
    const meter = meters?.cells[i] ?? '';
    return startDay === undefined || endDay === undefined ? [] : [{ meter, startDay, endDay }];
  });
  const { known } = billDays(periods, undefined, job.file.path);
  const [first] = periods;
  const options = (['inclusive', 'exclusive'] as const).map((value) => {
    const last = (first?.endDay ?? 0) - (value === 'inclusive' ? 0 : 1);
    return { value, why: `the first row then ends with ${dayText(last)}, that day included` };
  });
  const offer = { id: 'end-date', what: 'the last day is', options };
  const next = known === 'inclusive' ? 'on the day after' : 'on the day on which';
  const value = job.desk.settle(
    known === undefined
      ? {
          ...offer,
          why: `Whether the day in column ${quoted(end.header)} belongs to its row is not to be seen from the rows before and after. Does it?`,
        }
      : { ...offer, value: known, why: `rows begin ${next} the one before ends` },
  );
  if (value !== undefined) job.map.set('end_date', value);
}

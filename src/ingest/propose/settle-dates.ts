import { MONTH_NAMES } from '../clock/month-names.ts';
import { type DatePattern, datePattern } from '../clock/date-pattern.ts';
import { wallText } from '../clock/calendar.ts';
import { quoted } from '../wording.ts';
import { type DateReading, dateReadings, type DateShape } from './date-form.ts';
import type { Job } from './job.ts';

/** Settles the form of dates that several columns share; undefined while it is open. */
export function settleDates(
  { desk }: Job,
  texts: readonly string[],
  shape: DateShape,
  headers: readonly string[],
): DatePattern['parse'] | undefined {
  const readings = dateReadings(texts, shape);
  const [only, ...others] = readings;
  const options = readings.map((reading) => ({
    value: reading.format,
    why: meaningText(reading, shape),
  }));
  const offer = {
    id: 'date-format',
    what: 'form of dates',
    options,
    isOpen: true,
    accepts: isForm,
  };
  const columns = headers.map(quoted).join(' and ');
  const format = desk.settle(
    only && others.length === 0
      ? { ...offer, value: only.format, ...whyOnly(only, columns) }
      : { ...offer, why: questionText(readings, texts, columns) },
  );
  if (format === undefined) return undefined;
  const pattern = datePattern(format);
  return 'parse' in pattern ? pattern.parse : undefined;
}

function isForm(text: string): boolean {
  return 'parse' in datePattern(text);
}

function whyOnly({ cell, odd }: DateReading, columns: string): { why: string; isLikely: boolean } {
  const why = `every date in ${columns} has this form and no other, such as ${quoted(cell)}`;
  if (odd === undefined) return { why, isLikely: false };
  return {
    why: `the dates in ${columns} have this form, but ${quoted(odd)} has not`,
    isLikely: true,
  };
}

function questionText(
  readings: readonly DateReading[],
  texts: readonly string[],
  columns: string,
): string {
  const [first] = readings;
  if (!first) {
    return `No known form fits the dates in ${columns}, such as ${quoted(texts[0] ?? '')}. Write their form with the letters yyyy MM dd HH mm ss, such as dd.MM.yyyy HH:mm.`;
  }
  return `The dates in ${columns} can be read in ${String(readings.length)} ways, and no row shows which is meant. What is ${quoted(first.cell)}?`;
}

/** `1 February 2025`, the stamp as a person reads it. */
function meaningText({ parse, cell }: DateReading, shape: DateShape): string {
  const stamp = parse(cell);
  if (!stamp) return `${quoted(cell)} is no date of this form`;
  const [day = '', time = ''] = wallText(stamp.wall).split(' ');
  const [year = '', month = '', date = ''] = day.split('-');
  const name = MONTH_NAMES[Number(month) - 1] ?? month;
  const said = shape === 'month' ? `${name} ${year}` : `${String(Number(date))} ${name} ${year}`;
  return `${quoted(cell)} is ${said}${shape === 'stamp' ? ` ${time}` : ''}`;
}

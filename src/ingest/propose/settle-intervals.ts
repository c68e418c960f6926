import { wallText } from '../clock/calendar.ts';
import type { DatePattern, Stamp } from '../clock/date-pattern.ts';
import { grouped, quoted } from '../wording.ts';
import type { Job } from './job.ts';
import type { Option } from './proposal.ts';
import { settleDates } from './settle-dates.ts';
import { settleZone } from './settle-zone.ts';
import type { Column } from './sheet-table.ts';
import {
  choiceText,
  stampTexts,
  type TimeColumns,
  timeChoices,
  timeColumns,
} from './time-columns.ts';

const LENGTHS = [5, 10, 15, 30, 60];

/** Settles the stamps of intervals: their columns, form, zone, label and length. */
export function settleIntervals(job: Job): void {
  const chosen = settleTime(job);
  if (!chosen) return;
  const { map } = job;
  const headers = chosen.columns.map(({ header }) => header);
  map.set('time', headers.length === 1 ? headers[0] : headers);
  const texts = stampTexts(chosen.columns);
  const ends = chosen.ends && stampTexts(chosen.ends);
  const parse = settleDates(job, [...texts, ...(ends ?? [])], 'stamp', headers);
  if (!parse) return;
  map.set('date_format', job.desk.settled.at(-1)?.value);
  settleZone(job, texts.map(parse), chosen.columns);
  const minutes = settleLength(job, texts, ends, parse);
  settleLabel(job, chosen, texts[0] ?? '', parse, minutes);
}

function settleTime({ desk, table }: Job): TimeColumns | undefined {
  const choices = timeChoices(table);
  const said = desk.answer('column.time');
  const named = said === undefined ? undefined : timeColumns(said, table);
  const [only, ...rivals] = choices;
  const options: readonly Option[] = [
    ...choices.map((one) => ({ value: choiceText(one), why: sampleText(one) })),
    ...(named && said !== undefined ? [{ value: said, why: sampleText(named) }] : []),
  ];
  const offer = { id: 'column.time', what: 'time', options };
  const value = desk.settle(
    only && rivals.length === 0
      ? { ...offer, value: choiceText(only), why: whyTime(only) }
      : {
          ...offer,
          why:
            choices.length > 1
              ? 'Several columns may give the time of a row. Which one counts?'
              : 'No column holds dates with a time of day. Name the column, or two with a plus between them, such as Date + Time.',
        },
  );
  if (value === undefined) return undefined;
  return choices.find((one) => choiceText(one) === value) ?? named;
}

function sampleText({ columns }: TimeColumns): string {
  return `such as ${quoted(stampTexts(columns)[0] ?? '')}`;
}

function whyTime({ columns, ends }: TimeColumns): string {
  const name = columns.map(({ header }) => quoted(header)).join(' and ');
  if (columns.length > 1) return `${name} together hold date and time of day`;
  return ends ? `${name} holds the starts of the intervals` : `it holds dates with a time of day`;
}

/** The length that most intervals have, by their ends, or by the distance from stamp to stamp. */
function settleLength(
  job: Job,
  texts: readonly string[],
  ends: readonly string[] | undefined,
  parse: DatePattern['parse'],
): number | undefined {
  const at = (stamp: Stamp | undefined) => stamp && (stamp.wall - (stamp.offset ?? 0)) / 60;
  const starts = texts.map((text) => at(parse(text)));
  const lengths = ends
    ? starts.flatMap((start, i) => {
        const end = at(parse(ends[i] ?? ''));
        return start === undefined || end === undefined ? [] : [usualEnd(end - start)];
      })
    : spacings(starts, job.columns.get('meter') ?? job.columns.get('device'));
  const [usual, times] = mostFrequent(lengths.filter((length) => length > 0));
  const options = LENGTHS.map((minutes) => ({
    value: String(minutes),
    why: `${String(minutes)} minutes`,
  }));
  const offer = { id: 'interval-minutes', what: 'length in minutes', options };
  const how = ends ? 'from start to end' : 'from one stamp to the next';
  const value = job.desk.settle(
    usual !== undefined && LENGTHS.includes(usual)
      ? {
          ...offer,
          value: String(usual),
          why: `${grouped(times)} of ${grouped(lengths.length)} steps ${how} are ${String(usual)} minutes`,
          isLikely: times * 2 < lengths.length,
        }
      : {
          ...offer,
          why:
            usual === undefined
              ? 'How long an interval is cannot be seen. How many minutes is it?'
              : `Most steps ${how} are ${grouped(usual)} minutes, and an interval has 5, 10, 15, 30 or 60. Longer periods are bills, with a first and a last day. How many minutes is an interval?`,
        },
  );
  if (value === undefined) return undefined;
  job.map.set('interval_minutes', Number(value));
  return Number(value);
}

/** An end at 00:14 of a start at 00:00 includes its last minute; an end at midnight may bear the date of the start. */
function usualEnd(minutes: number): number {
  const within = minutes <= 0 ? minutes + 1440 : minutes;
  return (within + 1) % 5 === 0 ? within + 1 : within;
}

function spacings(
  starts: readonly (number | undefined)[],
  series: Column | undefined,
): readonly number[] {
  const bySeries = new Map<string, Set<number>>();
  starts.forEach((start, i) => {
    if (start === undefined) return;
    const key = series?.cells[i] ?? '';
    const own = bySeries.get(key) ?? new Set();
    bySeries.set(key, own.add(start));
  });
  return [...bySeries.values()].flatMap((own) => {
    const sorted = [...own].sort((a, b) => a - b);
    return sorted.slice(1).map((start, i) => start - (sorted[i] ?? start));
  });
}

function mostFrequent(
  values: readonly number[],
): readonly [usual: number | undefined, times: number] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
  return best ?? [undefined, 0];
}

function settleLabel(
  { desk, map }: Job,
  time: TimeColumns,
  text: string,
  parse: DatePattern['parse'],
  minutes = 60,
): void {
  const wall = parse(text)?.wall ?? 0;
  const span = (from: number) => `${wallText(from)} to ${wallText(from + minutes * 60).slice(11)}`;
  const options = [
    { value: 'start', why: `${quoted(text)} stands for ${span(wall)}` },
    { value: 'end', why: `${quoted(text)} stands for ${span(wall - minutes * 60)}` },
  ];
  const value = desk.settle({ id: 'label', what: 'a stamp names', options, ...labelOffer(time) });
  if (value !== undefined) map.set('label', value);
}

function labelOffer({ columns, label, ends }: TimeColumns) {
  const header = quoted(headerOf(columns));
  if (label === undefined) {
    return { why: `Does a stamp in ${header} name the start or the end of its interval?` };
  }
  const why = ends
    ? `${header} holds the starts and ${quoted(headerOf(ends))} the ends`
    : `the header ${header} says so, and no other column confirms it`;
  return { value: label, why, isLikely: ends === undefined };
}

/** The header of the column that holds the time of day. */
function headerOf(columns: readonly Column[]): string {
  return columns.at(-1)?.header ?? '';
}

import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { firstRowOf } from '../table/cells.ts';
import { findHeader, headerKey } from '../table/header.ts';
import { numberReader } from '../table/number.ts';
import { delimitedText, namesColumns } from '../table/table.ts';
import { quoted } from '../wording.ts';
import { readDay } from './day.ts';
import { READING_COLUMNS } from './reading-rows.ts';

/** Half-hours of a day row: suppliers send 48 columns whatever the clock does. */
export const SLOTS = 48;

/** A supplier's table of one day a row; `slots` name the half-hours in order from local midnight. */
export interface DayLayout {
  readonly meter: string;
  readonly date: string;
  readonly slots: readonly string[];
  /** Columns beside these that the layout states in each row. */
  readonly stated?: {
    readonly unit: string;
    readonly commodity?: string;
    readonly total?: string;
    /** `A` for a day as metered, `E` for an estimated one. */
    readonly quality?: string;
  };
}

function clockText(slot: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(slot / 2))}:${slot % 2 === 0 ? '00' : '30'}`;
}

function slotNames(name: (slot: number) => string): readonly string[] {
  return Array.from({ length: SLOTS }, (_, slot) => name(slot));
}

/** Day rows by the columns that name them. Labels are starts, ends and places in the day. */
export const DAY_LAYOUTS: readonly DayLayout[] = [
  { meter: 'Meter Number', date: 'Reading Date', slots: slotNames(clockText) },
  {
    meter: 'M1_Code1',
    date: 'Date',
    slots: slotNames((slot) => `[${clockText(slot + 1)}]`),
    stated: { unit: 'Units', commodity: 'Type', total: 'Total Units' },
  },
  {
    meter: 'MPAN',
    date: 'ConsumptionDate',
    slots: slotNames((slot) => `kWh_${String(slot + 1)}`),
  },
  {
    meter: 'MPAN',
    date: 'Date',
    slots: slotNames((slot) => clockText((slot + 1) % SLOTS)),
    stated: { unit: 'Type', quality: 'Est' },
  },
];

/** All columns that a layout's header must name. */
export function columnsOf({ meter, date, slots, stated }: DayLayout): readonly string[] {
  const more = Object.values(stated ?? {});
  return [meter, date, ...more, ...slots];
}

/** The columns by which a layout is told from the others. */
function tellingColumns({ meter, date, slots, stated }: DayLayout): readonly string[] {
  if (stated?.total !== undefined) return [date, stated.unit, stated.total];
  if (stated) return [meter, date, ...Object.values(stated)];
  return [meter, date, ...slots.slice(0, 1)];
}

/** The layout whose columns the file names, or `readings` for one reading a row; or why none can be read. */
export function layoutOf(file: InputFile): Outcome<DayLayout | 'readings'> {
  const names = namesIn(file);
  if (typeof names !== 'function') return { refused: names };
  const layout = DAY_LAYOUTS.find((one) => names(tellingColumns(one)));
  if (layout) return { value: layout };
  if (names(Object.values(READING_COLUMNS))) return { value: 'readings' };
  const line = bareDayLine(file);
  return { refused: line === undefined ? noLayout(file.path) : noHeader(file.path, line) };
}

/** Whether a line of the file names columns; the text is decoded once for all of them. */
function namesIn(file: InputFile): ((columns: readonly string[]) => boolean) | Finding {
  if (file.sheets) return (columns) => namesColumns(file, columns);
  const delimited = delimitedText(file, undefined);
  if (delimited.refused) return delimited.refused;
  const { text, delimiter } = delimited.value;
  return (columns) => !findHeader(text, delimiter, columns, file.path).refused;
}

/** The first filled line where it is a date followed by 48 values and nothing else; undefined elsewhere. */
export function bareDayLine(file: InputFile): number | undefined {
  const delimited = delimitedText(file, undefined);
  if (delimited.refused) return undefined;
  const { text, delimiter } = delimited.value;
  const lines = text.split('\n', 60);
  const first = lines.findIndex((line) => line.trim() !== '');
  const cells = firstRowOf(lines[first] ?? '', delimiter) ?? [];
  const date = cells.at(-SLOTS - 1);
  if (date === undefined || readDay(date) === undefined) return undefined;
  const number = numberReader(undefined);
  const isDay = cells.slice(-SLOTS).every((cell) => number(cell.trim()) !== 'not-a-number');
  return isDay ? first + 1 : undefined;
}

/** Why a header cannot be trusted: columns out of their order, or one without name among them. */
export function headerFault(headers: readonly string[], { slots }: DayLayout): string | undefined {
  const keys = headers.map(headerKey);
  const places = slots.map((slot) => keys.indexOf(headerKey(slot)));
  const late = slots.find((_, i) => i > 0 && (places[i] ?? 0) <= (places[i - 1] ?? 0));
  if (late !== undefined) {
    return `the column ${quoted(late)} stands before the half-hour that precedes it, so the labels may be ends of half-hours. Ask the supplier, and put the columns in order of the day`;
  }
  const unnamed = keys.findIndex((key, i) => key === '' && i < (places.at(-1) ?? 0));
  if (unnamed < 0) return undefined;
  return `column ${String(unnamed + 1)} has no name and stands among the others, so values may stand one column off. Remove it, or export again`;
}

function noHeader(file: string, line: number) {
  const message = `Line ${String(line)} of ${file} holds a day of 48 half-hours and no line names them, so it is not known whether they begin at 00:00. Add the supplier's header: Site Id, Meter Number, Reading Date, 00:00 to 23:30 for half-hours by their start.`;
  return finding('IN-NO-HEADER', 'critical', message, { file, line });
}

function noLayout(file: string) {
  const message = `No line of ${file} names the columns of a known table of half-hours: Meter Number, Reading Date, 00:00 to 23:30; or M1_Code1, Date, Units, Total Units, [00:30] to [24:00]; or MPAN, ConsumptionDate, kWh_1 to kWh_48; or MPAN, Type, Est, Date, 00:30 to 00:00; or MPR, ReadDatetime, kWh, ReadType. Correct the header, or export another report.`;
  return finding('IN-NO-HEADER', 'critical', message, { file });
}

import type { Quality } from '../../model/records.ts';
import { parseDecimal, ratio, type Rational, sumOf } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { canonicalUnit, conversionFactor, unitsOf } from '../../units/unit.ts';
import { type CellValue, cellReader, noteNegative, qualityReader } from '../columns.ts';
import { dayText } from '../clock/calendar.ts';
import type { ZoneClock } from '../clock/zone-clock.ts';
import type { MeterOf } from '../meters.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import type { Table } from '../table/table.ts';
import { counted, quoted } from '../wording.ts';
import { DAY_FORMS, heldDay, readDay } from './day.ts';
import { type DayLayout, SLOTS } from './layouts.ts';

const HALF_HOUR = 1800;

/** One day of one meter; `undefined` stands for a half-hour without value. */
export interface DayRow {
  readonly line: number;
  readonly meter: string;
  readonly start: number;
  readonly joules: readonly (Rational | undefined)[];
  readonly quality: Quality;
}

/** What rows are read by. */
export interface DayReading {
  readonly table: Table;
  readonly layout: DayLayout;
  readonly meterOf: MeterOf;
  readonly clock: ZoneClock;
  readonly notes: RowNotes;
}

/** The day of each row; a row is left out where a finding says why it was set aside. */
export function dayRows(reading: DayReading): DayRow[] {
  const quality = reading.layout.stated?.quality;
  const readers = {
    cellOf: cellReader(undefined, reading.notes),
    qualityOf: qualityReader(
      quality === undefined ? undefined : { column: quality, actual: ['A'], estimated: ['E'] },
      reading.notes,
    ),
  };
  return reading.table.rows.flatMap((row) => dayRow(row, reading, readers) ?? []);
}

interface Readers {
  readonly cellOf: ReturnType<typeof cellReader>;
  readonly qualityOf: ReturnType<typeof qualityReader>;
}

function dayRow(row: Row, reading: DayReading, { cellOf, qualityOf }: Readers): DayRow | undefined {
  const { table, layout, meterOf, notes } = reading;
  const { line } = row;
  const meter = meterOf(table.cell(row, layout.meter), { line, column: layout.meter });
  const start = startOf(row, reading);
  const factor = factorOf(row, reading);
  if (meter === undefined || start === undefined || !factor) return undefined;
  const values = layout.slots.map((column) => cellOf(table.cell(row, column), { line, column }));
  if (values.includes('refused') || !addsUp(row, values, reading)) return undefined;
  noteBlank(line, values, layout, notes);
  const joules = values.map((value, i) => {
    if (typeof value === 'string') return undefined;
    if (value.s < 0n) noteNegative(notes, { line, column: layout.slots[i] ?? '' });
    return value.mul(factor);
  });
  const flagged = layout.stated?.quality;
  const quality = qualityOf(flagged === undefined ? '' : table.cell(row, flagged), line);
  return { line, meter, start, joules, quality };
}

/** The midnight that begins the day; on days of a clock change 48 values do not fit 46 or 50 half-hours. */
function startOf(row: Row, { table, layout, clock, notes }: DayReading): number | undefined {
  const at = { line: row.line, column: layout.date };
  const text = table.cell(row, layout.date);
  const day = table.isDate(row, layout.date) ? heldDay(text) : readDay(text);
  if (day === undefined) {
    const what = `${quoted(text)} is not a day of the forms ${DAY_FORMS.join(', ')}. The row was set aside; correct it.`;
    notes.row('IN-DATE', 'critical', at, what);
    return undefined;
  }
  const start = clock.startOfDay(day);
  const halfHours = (clock.startOfDay(day + 1) - start) / HALF_HOUR;
  if (halfHours === SLOTS) return start;
  const what = `${dayText(day)} has ${String(halfHours)} half-hours in ${clock.zone}, where the clock changes, and the file does not say how its ${String(SLOTS)} columns hold them. The row was set aside; ask the supplier for this day by reading or in UTC.`;
  notes.row('IN-CLOCK-CHANGE', 'critical', at, what);
  return undefined;
}

/** Joules in the unit of the row: kWh where the layout states none. */
function factorOf(row: Row, { table, layout, notes }: DayReading): Rational | undefined {
  const { stated } = layout;
  if (!stated) return conversionFactor('kWh', 'J');
  const commodity = stated.commodity === undefined ? '' : table.cell(row, stated.commodity);
  if (stated.commodity !== undefined && !/^electricity$/i.test(commodity)) {
    const at = { line: row.line, column: stated.commodity };
    const what = `${quoted(commodity)} is not Electricity. The row was set aside; leave it out of this input.`;
    notes.row('IN-COMMODITY', 'critical', at, what);
    return undefined;
  }
  const written = table.cell(row, stated.unit);
  const unit = canonicalUnit('energy', written);
  if (unit !== undefined) return conversionFactor(unit, 'J');
  const what = `the unit ${quoted(written)} is none of energy. The row was set aside; use one of ${unitsOf('energy').join(', ')}.`;
  notes.row('IN-UNIT', 'critical', { line: row.line, column: stated.unit }, what);
  return undefined;
}

/** False where the row contradicts its own total. A row with blank half-hours cannot be held against it. */
function addsUp(
  row: Row,
  values: readonly CellValue[],
  { table, layout, notes }: DayReading,
): boolean {
  const given = values.filter((value) => typeof value !== 'string');
  const column = layout.stated?.total;
  if (column === undefined || given.length < values.length) return true;
  const text = table.cell(row, column);
  if (text === '') return noteUnchecked(row.line, column, notes);
  const total = parseDecimal(text);
  const sum = sumOf(given);
  if (total?.sub(sum).abs().lte(roundingOf(text)) === true) return true;
  const what = `the ${String(SLOTS)} half-hours add up to ${decimalText(sum)}, and ${quoted(column)} states ${quoted(text)}. The row was set aside; correct the value that is wrong.`;
  notes.row('IN-CHECK-SUM', 'critical', { line: row.line, column }, what);
  return false;
}

function noteUnchecked(line: number, column: string, notes: RowNotes): true {
  notes.tally('IN-CHECK-SUM', 'quality', { line, column }, (n, lines) => {
    return `Column ${quoted(column)} states no total in ${n} (${lines}). Their values are counted without this check.`;
  });
  return true;
}

/** Half a unit of the last place that is written, since a total may be rounded more than its values. */
function roundingOf(text: string): Rational {
  const places = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return ratio(1n, 2n * 10n ** BigInt(places));
}

function noteBlank(
  line: number,
  values: readonly CellValue[],
  { slots }: DayLayout,
  notes: RowNotes,
): void {
  const blank = slots.filter((_, i) => values[i] === 'null');
  const [first] = blank;
  if (first === undefined) return;
  const what = `${counted(blank.length, 'half-hour')} of ${String(SLOTS)}, from column ${quoted(first)} on, state no value. This counts as missing, not as zero.`;
  notes.row('IN-NULL', 'completeness', { line, column: first }, what);
}

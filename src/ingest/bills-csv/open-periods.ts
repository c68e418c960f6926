import { byKey } from '../by-key.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import type { BillRow } from './bill-row.ts';
import type { RawBill } from './bill.ts';
import { finding } from '../../model/finding.ts';
import type { BillsLayout } from './layout.ts';

/** A row whose limiting day is known. */
interface DatedRow {
  readonly row: BillRow;
  readonly day: number;
}

/**
 * The bills of a table that names starts or ends alone: a bill begins where the one before it ends. The first of a row
 * of ends, and the last of a row of starts, only limits a bill. Where a day in between cannot be read, the bills on both
 * sides of it are set aside, since neither's limits are known.
 */
export function closedPeriods(
  rows: readonly BillRow[],
  layout: BillsLayout,
  onNull: (row: BillRow) => void,
  notes: RowNotes,
): RawBill[] {
  const { map, endDate } = layout;
  if (map.start === undefined && endDate === undefined) {
    notes.add(undeclared(rows));
    return [];
  }
  return [...byKey(rows, ({ meter }) => meter).values()].flatMap((own) =>
    ofOneMeter(own, layout, onNull, notes),
  );
}

function undeclared(rows: readonly BillRow[]) {
  const file = rows[0]?.evidence.file ?? '';
  const message = `The bills of ${file} name their ends alone, so whether the last day belongs to a bill or to the next is not to be seen. Declare end_date; nothing is read until then.`;
  return finding('IN-END-DATE-UNKNOWN', 'critical', message, { file });
}

function ofOneMeter(
  rows: readonly BillRow[],
  layout: BillsLayout,
  onNull: (row: BillRow) => void,
  notes: RowNotes,
): RawBill[] {
  const isStart = layout.map.start !== undefined;
  const dayOf = (row: BillRow) => (isStart ? row.startDay : row.endDay);
  const dated = rows.flatMap((row) => {
    const day = dayOf(row);
    return day === undefined ? [] : [{ row, day }];
  });
  const days = [...new Set(dated.map(({ day }) => day))].sort((a, b) => a - b);
  const doubts = doubtfulStretches(rows.map(dayOf));
  return dated.flatMap((one) => {
    const at = days.indexOf(one.day);
    const [from, to] = isStart ? [one.day, days[at + 1]] : [days[at - 1], one.day];
    if (from === undefined || to === undefined) {
      noteLimit(one, isStart, notes);
      return [];
    }
    if (doubts.some(([a, b]) => from < b && a < to)) {
      const what = `the ${isStart ? 'end' : 'start'} of this bill is not known, since the date of a row beside it cannot be read. The row was set aside; correct that date.`;
      notes.row('IN-DATE', 'critical', { line: one.row.line }, what);
      return [];
    }
    return billOf(one.row, from, to, layout, onNull);
  });
}

function billOf(
  { startDay: _start, endDay: _end, energyKwh, ...row }: BillRow,
  from: number,
  to: number,
  { map, endDate }: BillsLayout,
  onNull: (row: BillRow) => void,
): RawBill[] {
  if (energyKwh === undefined) return [];
  if (energyKwh === 'null') {
    onNull({ ...row, startDay: from, endDay: to, energyKwh });
    return [];
  }
  const isAfter = map.start === undefined && endDate === 'inclusive';
  return [{ ...row, startDay: isAfter ? from + 1 : from, endDay: to, energyKwh }];
}

function noteLimit({ row }: DatedRow, isStart: boolean, notes: RowNotes): void {
  const { line, energyKwh, evidence } = row;
  const at = { line, column: evidence.at.column ?? '' };
  const ends = isStart ? 'ends the last bill' : 'begins the first bill';
  if (energyKwh === 'null') {
    const what = `this row only ${ends} of ${quoted(row.meter)}.`;
    notes.row('IN-OPEN-PERIOD', 'info', at, what);
    return;
  }
  const what = `this row only ${ends} of ${quoted(row.meter)}: the ${isStart ? 'end' : 'start'} of its own period is not stated, and its value is not counted. Add the ${isStart ? 'next' : 'earlier'} row.`;
  notes.row('IN-OPEN-PERIOD', 'completeness', at, what);
}

/** From the last day that is known before each unreadable one to the first after it; all time where rows are in no order. */
function doubtfulStretches(days: readonly (number | undefined)[]): [number, number][] {
  if (!days.includes(undefined)) return [];
  const known = days.filter((day) => day !== undefined);
  const isDescending = (known[0] ?? 0) > (known.at(-1) ?? 0);
  const ordered = isDescending ? days.toReversed() : days;
  const inOrder = ordered.filter((day) => day !== undefined);
  if (inOrder.some((day, i) => day < (inOrder[i - 1] ?? day))) return [[-Infinity, Infinity]];
  return ordered.flatMap((day, i): [number, number][] => {
    if (day !== undefined) return [];
    const before = ordered.slice(0, i).findLast((other) => other !== undefined);
    const after = ordered.slice(i + 1).find((other) => other !== undefined);
    return [[before ?? -Infinity, after ?? Infinity]];
  });
}

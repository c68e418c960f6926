import { AppError } from '../model/app-error.ts';
import { HOUR, type ColumnUnit, type HourColumn } from '../model/column.ts';
import type { LedgerColumn } from '../model/documents/ledger.ts';
import { instantText } from '../model/time.ts';

const FIRST = 'hour_utc';
const INTEGER = /^-?\d{1,19}$/;

/** The columns as CSV: one line for each hour from the earliest to the latest, integers, blank where nothing is known. */
export function hoursCsv(columns: readonly HourColumn[]): string {
  const lines = [[FIRST, ...columns.map(({ id }) => id)].join(',')];
  if (columns.length > 0) {
    const start = Math.min(...columns.map((column) => column.start));
    const end = Math.max(...columns.map((column) => column.start + column.cells.length * HOUR));
    for (let hour = start; hour < end; hour += HOUR) {
      lines.push([instantText(hour), ...columns.map((column) => cellText(column, hour))].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

function cellText({ start, cells, known }: HourColumn, hour: number): string {
  const i = (hour - start) / HOUR;
  return known[i] === 1 ? String(cells[i] ?? 0n) : '';
}

/** The columns that `hoursCsv` wrote, by what the ledger says of them. Throws an AppError where the text is not of that form. */
export function readHoursCsv(text: string, ledgerColumns: readonly LedgerColumn[]): HourColumn[] {
  const path = ledgerColumns[0]?.file ?? 'hours.csv';
  const fail: Fail = (line, why) =>
    new AppError('not-readable', `${path}, line ${String(line)}: ${why}`, { path, why });
  const lines = text.replace(/\n$/, '').split('\n');
  const header = lines[0]?.split(',') ?? [];
  if (header[0] !== FIRST) throw fail(1, `the header does not begin with ${FIRST}`);
  const rows = lines.slice(1).map((line) => line.split(','));
  const first = firstHour(rows, header.length, fail);
  return ledgerColumns.map((column) => {
    const at = header.indexOf(column.id);
    if (at < 0) throw fail(1, `the column ${column.id} is missing`);
    return readColumn(column, first, rows, at, fail);
  });
}

type Fail = (line: number, why: string) => AppError;

/** Checks that each row has its cells and follows the one before by an hour. */
function firstHour(rows: readonly (readonly string[])[], width: number, fail: Fail): number {
  const first = instantOf(rows[0]?.[0] ?? '');
  rows.forEach((row, i) => {
    if (row.length !== width) throw fail(i + 2, `it has not ${String(width)} cells`);
    if (row[0] !== instantText(first + i * HOUR)) {
      throw fail(i + 2, 'the hours do not follow one another');
    }
  });
  return first;
}

function readColumn(
  { id, site, quantity, unit, scale, hours, inputs, counts, derived, ...column }: LedgerColumn,
  first: number,
  rows: readonly (readonly string[])[],
  at: number,
  fail: Fail,
): HourColumn {
  const start = instantOf(column.start);
  const offset = (start - first) / HOUR;
  const cells = new BigInt64Array(hours);
  const known = new Uint8Array(hours);
  rows.forEach((row, line) => {
    const text = row[at] ?? '';
    const i = line - offset;
    if (text === '') return;
    if (!isCell(text)) throw fail(line + 2, `"${text}" in ${id} is not an integer of 64 bits`);
    if (i < 0 || i >= hours) {
      throw fail(line + 2, `${id} holds an hour that the ledger does not name`);
    }
    cells[i] = BigInt(text);
    known[i] = 1;
  });
  return {
    id,
    site,
    quantity,
    // the schema of the ledger allows no other
    unit: unit as ColumnUnit,
    scale: BigInt(scale),
    start,
    cells,
    known,
    inputs,
    counts,
    ...(derived && { derived }),
  };
}

function isCell(text: string): boolean {
  return INTEGER.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

function instantOf(text: string): number {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? 0 : milliseconds / 1000;
}

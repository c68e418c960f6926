import { AppError } from '../model/app-error.ts';
import { HOUR, type HourColumn } from '../model/column.ts';
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
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  const path = ledgerColumns[0]?.file ?? 'hours.csv';
  const fail = (line: number, why: string) =>
    new AppError('not-readable', `${path}, line ${String(line)}: ${why}`, { path, why });
  const header = lines[0]?.split(',') ?? [];
  if (header[0] !== FIRST) throw fail(1, `the header does not begin with ${FIRST}`);
  const rows = lines.slice(1).map((line) => line.split(','));
  const ragged = rows.findIndex((row) => row.length !== header.length);
  if (ragged >= 0) throw fail(ragged + 2, `it has not ${String(header.length)} cells`);
  const first = instantOf(rows[0]?.[0] ?? '');
  const unordered = rows.findIndex((row, i) => row[0] !== instantText(first + i * HOUR));
  if (unordered >= 0) throw fail(unordered + 2, 'the hours do not follow one another');
  return ledgerColumns.map((column) => {
    const at = header.indexOf(column.id);
    if (at < 0) throw fail(1, `the column ${column.id} is missing`);
    return readColumn(column, first, rows, at, fail);
  });
}

function readColumn(
  { id, site, quantity, unit, scale, hours, inputs, counts, ...column }: LedgerColumn,
  first: number,
  rows: readonly (readonly string[])[],
  at: number,
  fail: (line: number, why: string) => AppError,
): HourColumn {
  const start = instantOf(column.start);
  const offset = (start - first) / HOUR;
  const cells = new BigInt64Array(hours);
  const known = new Uint8Array(hours);
  rows.forEach((row, line) => {
    const text = row[at] ?? '';
    const i = line - offset;
    if (text === '') return;
    if (!INTEGER.test(text)) throw fail(line + 2, `"${text}" in ${id} is not an integer`);
    if (i < 0 || i >= hours) throw fail(line + 2, `${id} holds an hour that the ledger does not name`);
    cells[i] = BigInt(text);
    known[i] = 1;
  });
  return { id, site, quantity, unit, scale: BigInt(scale), start, cells, known, inputs, counts };
}

function instantOf(text: string): number {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? 0 : milliseconds / 1000;
}

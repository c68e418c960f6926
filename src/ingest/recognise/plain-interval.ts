import { type Finding, finding } from '../../model/finding.ts';
import { conversionFactor } from '../../units/unit.ts';
import { byKey } from '../by-key.ts';
import { datePattern, type Stamp } from '../clock/date-pattern.ts';
import { stampReader } from '../clock/stamps.ts';
import { zoneClock } from '../clock/zone-clock.ts';
import type { InputFile } from '../input-file.ts';
import type { ReadingsLayout } from '../readings-csv/layout.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { readTable, type Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import { type PlainHeader, plainHeader } from './plain-header.ts';

/** Forms in which a date cannot be mistaken: the year first. Everything else asks for a mapping. */
const FORMS = [
  'yyyy-MM-ddTHH:mm:ss',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-ddTHH:mm',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-ddTHH:mm:ss.SSS',
  'yyyy-MM-dd HH:mm:ss.SSS',
] as const;
const LENGTHS = [300, 600, 900, 1800, 3600];
/** The series of a table without a meter column, as messages name it. */
export const UNNAMED = 'The meter';

/** The layout that the file's own header gives; or everything that has to be added to it. */
export function plainLayout(
  file: InputFile,
  timezone: string | undefined,
  notes: RowNotes,
): ReadingsLayout | readonly Finding[] {
  const header = plainHeader(file);
  if (header.refused) return [header.refused, ...zoneBesides(file, timezone)];
  const { csv, time, end, energy, meter } = header.value;
  const wanted = [time.column, energy.column, end, meter].filter((c) => c !== undefined);
  // what is wrong with rows is noted when they are read
  const table = readTable(file, csv, wanted, rowNotes(file.path));
  if (table.refused) return [table.refused];
  const form = formOf(table.value, time.column, file.path);
  if ('severity' in form) return [form];
  const zone = form.hasOffset ? 'offset' : timezone;
  if (zone === undefined) return [noZone(file.path, form.sample)];
  const seconds = lengthOf(table.value, header.value, form.date_format, zone, file.path, notes);
  if (typeof seconds !== 'number') return [seconds];
  const { date_format } = form;
  const stamps = stampReader(
    { label: time.label, seconds, date_format, zone, columns: [time.column] },
    file.path,
  );
  if ('severity' in stamps) return [stamps];
  if (!time.isSaid) notes.add(assumedStart(file.path, time.column));
  return {
    csv,
    meterColumn: meter,
    meterOf: (text) => (meter === undefined ? UNNAMED : text.replace(/^['\u2019]/, '')),
    stamps,
    energyColumn: energy.column,
    joules: conversionFactor(energy.unit, 'J'),
    readType: undefined,
    revision: undefined,
  };
}

interface Form {
  readonly date_format: string;
  readonly hasOffset: boolean;
  readonly sample: string;
}

function formOf(table: Table, column: string, file: string): Form | Finding {
  const [row] = table.rows;
  const sample = row ? stampCell(table, row, column) : '';
  for (const date_format of FORMS) {
    const stamp = stampIn(date_format, sample);
    if (stamp) return { date_format, hasOffset: stamp.offset !== undefined, sample };
  }
  const message = `The stamp ${quoted(sample)} in column ${quoted(column)} of ${file} is not in ISO 8601, and the order of day and month is never assumed. Map the column in workspace.yaml with its date_format.`;
  const line = row?.line ?? table.headerLine;
  return finding('IN-DATE', 'critical', message, { file, line, column });
}

/** The stamp of a row; a workbook holds a midnight as a day without time. */
function stampCell(table: Table, row: Row, column: string): string {
  const text = table.cell(row, column);
  return table.isDate(row, column) && !text.includes(' ') ? `${text} 00:00:00` : text;
}

const compiled = new Map<string, (text: string) => Stamp | undefined>();

function stampIn(form: string, text: string): Stamp | undefined {
  const known = compiled.get(form);
  if (known) return known(text);
  const pattern = datePattern(form);
  const parse = 'parse' in pattern ? pattern.parse : () => undefined;
  compiled.set(form, parse);
  return parse(text);
}

/** Where the header alone refuses the file, a zone that is missing too is said at once. */
function zoneBesides(file: InputFile, timezone: string | undefined): Finding[] {
  if (timezone === undefined || timezone === 'UTC' || zoneClock(timezone)) return [];
  const message = `The time zone ${quoted(timezone)} given for ${file.path} is no IANA zone. Name one such as America/Chicago.`;
  return [finding('IN-ZONE', 'critical', message, { file: file.path })];
}

function noZone(file: string, sample: string): Finding {
  const message = `The stamps of ${file}, such as ${quoted(sample)}, carry no offset, and a zone is never assumed. Give --timezone (America/Chicago, UTC), or map the file in workspace.yaml with its zone.`;
  return finding('IN-ZONE', 'critical', message, { file });
}

function assumedStart(file: string, column: string): Finding {
  const message = `Column ${quoted(column)} of ${file} was read as the start of each interval. Map the file with label: end if it is not.`;
  return finding('IN-INTERVAL', 'info', message, { file, column });
}

/** The usual distance from start to end, or else from stamp to stamp of a meter. */
function lengthOf(
  table: Table,
  { time, end, meter }: PlainHeader,
  form: string,
  zone: string,
  file: string,
  notes: RowNotes,
): number | Finding {
  const secondsOf = (stamp: Stamp | undefined) => stamp && stamp.wall - (stamp.offset ?? 0);
  const read = (column: string) =>
    table.rows.map((row) => secondsOf(stampIn(form, stampCell(table, row, column))));
  const starts = read(time.column);
  const meters = table.rows.map((row) => (meter === undefined ? '' : table.cell(row, meter)));
  const lengths =
    end === undefined
      ? spacings(starts, meters)
      : read(end).map((to, i) => (to ?? Number.NaN) - (starts[i] ?? Number.NaN));
  const usual = mostFrequent(lengths.filter((length) => length > 0));
  if (usual === undefined || !LENGTHS.includes(usual)) {
    const seen = usual === undefined ? 'cannot be told' : `are ${String(usual / 60)} minutes long`;
    const message = `The intervals of ${file} ${seen}; readings are of 5, 10, 15, 30 or 60 minutes. Map the file in workspace.yaml: longer periods are bills.`;
    return finding('IN-INTERVAL', 'critical', message, { file });
  }
  if (end !== undefined) noteOdd(table, lengths, usual, { column: end, zone, starts }, notes);
  return usual;
}

function spacings(starts: readonly (number | undefined)[], meters: readonly string[]): number[] {
  const rows = starts.flatMap((start, i) =>
    start === undefined ? [] : [{ start, meter: meters[i] }],
  );
  return [...byKey(rows, ({ meter }) => meter).values()].flatMap((own) => {
    const sorted = own.map(({ start }) => start).sort((a, b) => a - b);
    return sorted.map((start, i) => start - (sorted[i - 1] ?? start));
  });
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = [...byKey(values, (value) => value)].map(
    ([value, all]) => [value, all.length] as const,
  );
  return counts.sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0];
}

interface Ends {
  readonly column: string;
  readonly zone: string;
  readonly starts: readonly (number | undefined)[];
}

/** Names rows whose end does not stand one interval after their start; on a day of change the wall clock may differ. */
function noteOdd(
  table: Table,
  lengths: readonly number[],
  usual: number,
  { column, zone, starts }: Ends,
  notes: RowNotes,
): void {
  const clock = zone === 'offset' || zone === 'UTC' ? undefined : zoneClock(zone);
  table.rows.forEach((row, i) => {
    const length = lengths[i] ?? Number.NaN;
    if (length === usual || Number.isNaN(length) || clock?.changeNear(starts[i] ?? 0)) return;
    const what = `its interval is ${String(length / 60)} minutes long, the others ${String(usual / 60)}. Correct its start or end.`;
    notes.row('IN-INTERVAL', 'critical', { line: row.line, column }, what);
  });
}

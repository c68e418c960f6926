import type { ProfileInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { statedClock } from '../clock/stated-zone.ts';
import type {
  Extraction,
  Identification,
  IngestContext,
  InputFile,
  Outcome,
} from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import type { MeterOf } from '../meters.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { readTable, type Table } from '../table/table.ts';
import { textOf } from '../table/text.ts';
import { dayRows } from './day-rows.ts';
import { type DaySeries, seriesOfDays } from './day-series.ts';
import {
  bareDayLine,
  columnsOf,
  DAY_LAYOUTS,
  type DayLayout,
  headerFault,
  layoutOf,
} from './layouts.ts';
import { fileMeters, workspaceMeters } from './meter-number.ts';
import { READING_COLUMNS, seriesOfReadings } from './reading-rows.ts';

/** Bytes in which a header is looked for. */
const HEAD = 65_536;
const NEWLINE = 10;
const ZONES = ['Europe/London', 'UTC'] as const;
/** A report may close with the zone in which it was made, which the input has to state. */
const FOOTER = /^\s*"?Report Time Zone:[^\n]*$/im;

const SIGNS: readonly (readonly HeaderSign[])[] = [
  ...DAY_LAYOUTS.map(({ meter, date, slots, stated }) =>
    [stated?.total ?? meter, date, slots[0] ?? '', slots.at(-1) ?? ''].map(sign),
  ),
  Object.values(READING_COLUMNS).map(sign),
];

function sign(column: string): HeaderSign {
  const literal = column.replace(/[[\]]/g, '\\$&').replaceAll(' ', '\\s+');
  return { what: column, spelled: new RegExp(`^${literal}$`, 'i') };
}

/** The whole lines within the first bytes: four looks at a header need not decode a year of readings four times. */
function headOf(file: InputFile): InputFile {
  const end = file.bytes.lastIndexOf(NEWLINE, HEAD);
  return file.bytes.length <= HEAD || end < 0
    ? file
    : { ...file, bytes: file.bytes.subarray(0, end + 1) };
}

/** How far the file looks like half-hours of a UK supplier: by its columns, or by a date and 48 values without header. */
export function identify(file: InputFile): Identification {
  const head = headOf(file);
  const line = bareDayLine(head);
  if (line !== undefined) {
    const why = `Line ${String(line)} holds a date and 48 values; no line names them.`;
    return { confidence: 1, why };
  }
  const all = SIGNS.map((signs) => identifyByHeader(head, signs));
  return all.reduce((best, one) => (one.confidence > best.confidence ? one : best));
}

/** The series of a file for the meters of a workspace: by `meter`, or by the meter numbers of the file. */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedSeries> {
  return extractTable(file, input, (column, notes) =>
    workspaceMeters(input, column, context, file.path, notes),
  );
}

/** The same by the meter numbers of the file, for a look at it without workspace. */
export function extractUnmapped(
  file: InputFile,
  timezone: string | undefined,
): Extraction<ExtractedSeries> {
  const zone = timezone === undefined ? {} : { zone: timezone };
  return extractTable(file, zone, (_, notes) => fileMeters(notes));
}

/** The meters by the column that names them. */
type MetersOf = (column: string, notes: RowNotes) => MeterOf | Finding;

function extractTable(
  file: InputFile,
  input: Pick<ProfileInput, 'zone' | 'label'>,
  metersOf: MetersOf,
): Extraction<ExtractedSeries> {
  const notes = rowNotes(file.path);
  const layout = layoutOf(file);
  if (layout.refused) return refusedFile(layout.refused);
  return layout.value === 'readings'
    ? extractReadings(file, input, metersOf, notes)
    : extractDays(file, layout.value, input.zone, metersOf, notes);
}

function extractReadings(
  file: InputFile,
  { zone, label }: Pick<ProfileInput, 'zone' | 'label'>,
  metersOf: MetersOf,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const clock = statedClock(zone, 'times', ZONES, file.path);
  if (clock.refused) return refusedFile(clock.refused);
  const meterOf = metersOf(READING_COLUMNS.meter, notes);
  if (typeof meterOf !== 'function') return refusedFile(meterOf);
  return seriesOfReadings(file, meterOf, clock.value, label, notes);
}

function extractDays(
  file: InputFile,
  layout: DayLayout,
  zone: string | undefined,
  metersOf: MetersOf,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const table = trustedTable(file, layout, notes);
  if (table.refused) return refusedFile(table.refused);
  const clock = statedClock(zone, 'days', ZONES, file.path);
  if (clock.refused) return refusedFile(clock.refused);
  const meterOf = metersOf(layout.meter, notes);
  if (typeof meterOf !== 'function') return refusedFile(meterOf);
  const days = dayRows({ table: table.value, layout, meterOf, clock: clock.value, notes });
  return extractionOf(file, table.value, seriesOfDays(days, file, notes), days.length, notes);
}

function withoutFooter(file: InputFile): InputFile {
  if (file.sheets) return file;
  const text = textOf(file);
  if (text.refused || !FOOTER.test(text.value)) return file;
  return { ...file, bytes: new TextEncoder().encode(text.value.replace(FOOTER, '')) };
}

function trustedTable(file: InputFile, layout: DayLayout, notes: RowNotes): Outcome<Table> {
  const table = readTable(withoutFooter(file), undefined, columnsOf(layout), notes);
  if (table.refused) return table;
  const { headers, headerLine: line } = table.value;
  const fault = headerFault(headers, layout);
  if (fault === undefined) return table;
  const message = `Line ${String(line)} of ${file.path} is no header to trust: ${fault}.`;
  return { refused: finding('IN-STRUCTURE', 'critical', message, { file: file.path, line }) };
}

function extractionOf(
  { path }: InputFile,
  { rows, ragged }: Table,
  { series, duplicate, conflicting }: DaySeries,
  days: number,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const findings = notes.findings();
  if (series.length === 0) {
    const message = `${path} gives no reading. The findings beside this say why.`;
    findings.push(finding('IN-NO-READINGS', 'critical', message, { file: path }));
  }
  const rejected = ragged + (rows.length - days) + conflicting;
  return { records: series, findings, rows: { read: rows.length + ragged, rejected, duplicate } };
}

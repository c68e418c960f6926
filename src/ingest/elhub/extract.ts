import type { ProfileInput } from '../../model/documents/workspace.ts';
import { conversionFactor } from '../../units/unit.ts';
import { type StampReader, stampReader } from '../clock/stamps.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import type { MeterOf } from '../meters.ts';
import { forMeterOf } from '../profile/one-meter.ts';
import { areApart, asTable, gathered } from '../profile/rewritten.ts';
import { type ExtractedSeries, extractByLayout } from '../readings-csv/extract.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { readTable, type Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import { elhubHeader, END, QUALITY, START } from './header.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'the start', spelled: /^Fra$/i },
  { what: 'the end', spelled: /^Til$/i },
  { what: 'the consumption', spelled: /^KWH\s+(15|60)\s+Forbruk$/i },
];

/** How far the file looks like an export of Elhub, by its columns. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The series of an export, which names no meter, for the `meter` of the input. */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedSeries> {
  return forMeterOf(file, input, context, extractExport);
}

/** The same under the name of the profile, for a look at it without workspace. */
export function extractUnmapped(file: InputFile): Extraction<ExtractedSeries> {
  return extractExport(file, () => 'elhub', rowNotes(file.path));
}

function extractExport(
  file: InputFile,
  meterOf: MeterOf,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const header = elhubHeader(file);
  if (header.refused) return refusedFile(header.refused);
  const { delimiter, energyColumn, seconds, hasQuality } = header.value;
  const columns = [START, END, energyColumn, ...(hasQuality ? [QUALITY] : [])];
  const read = readTable(file, { delimiter }, columns, notes);
  if (read.refused) return refusedFile(read.refused);
  const table = read.value;
  const stamps = stampReader(
    {
      label: 'start',
      seconds,
      date_format: 'dd.MM.yyyy HH:mm',
      zone: 'Europe/Oslo',
      columns: [START],
    },
    file.path,
  );
  if ('severity' in stamps) return refusedFile(stamps);
  const rows = table.rows.filter((row) => hasLength(table, row, stamps, notes));
  const setAside = table.ragged + table.rows.length - rows.length;
  if (rows.length === 0) return gathered([], notes, setAside);
  const layout = {
    csv: { delimiter: ';', decimal: ',' } as const,
    meterColumn: undefined,
    meterOf,
    stamps,
    energyColumn,
    joules: conversionFactor('kWh', 'J'),
    readType: hasQuality
      ? { column: QUALITY, actual: ['Målt'], estimated: ['Beregnet'] }
      : undefined,
    revision: undefined,
  };
  const kept = rows.map((row) => ({
    line: row.line,
    cells: columns.map((column) => table.cell(row, column)),
  }));
  const plain = asTable(file, { line: table.headerLine, cells: columns }, kept);
  return gathered([extractByLayout(plain, layout, rowNotes(file.path))], notes, setAside);
}

/** Notes a row that does not end one interval after its start. A start that is no time is left to the reading of stamps. */
function hasLength(
  table: Table,
  row: Row,
  { pattern, clock, layout: { seconds } }: StampReader,
  notes: RowNotes,
): boolean {
  const [start, end] = [table.cell(row, START), table.cell(row, END)];
  const [from, to] = [pattern.parse(start)?.wall, pattern.parse(end)?.wall];
  if (from === undefined || !clock) return true;
  if (to !== undefined && areApart(from, to, seconds, clock)) return true;
  const what = `the end ${quoted(end)} does not stand ${String(seconds / 60)} minutes after the start ${quoted(start)}. The row was set aside; correct it.`;
  notes.row('IN-INTERVAL', 'critical', { line: row.line, column: END }, what);
  return false;
}

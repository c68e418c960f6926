import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import { conversionFactor } from '../../units/unit.ts';
import { byKey } from '../by-key.ts';
import { type StampReader, stampReader } from '../clock/stamps.ts';
import type {
  Extraction,
  Identification,
  IngestContext,
  InputFile,
  Outcome,
} from '../input-file.ts';
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
import { plainText } from './sections.ts';

/** Columns of the interval export of Southern California Edison. */
const PERIOD = 'Energy consumption time period';
const USAGE = 'Usage(Real energy in kilowatt-hours)';
const QUALITY = 'Reading quality';
const ZONE = 'America/Los_Angeles';
const FORM = 'yyyy-MM-dd HH:mm:ss';
const LENGTHS = [300, 900, 1800, 3600];

const SIGNS: readonly HeaderSign[] = [
  { what: 'the period', spelled: /^Energy\s+consumption\s+time\s+period$/i },
  { what: 'the usage', spelled: /^Usage\s*\(Real\s+energy\s+in\s+kilowatt-hours\)$/i },
  { what: 'the quality', spelled: /^Reading\s+quality$/i },
];

/** How far the file looks like an export of Southern California Edison, by its columns. */
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
  return extractExport(file, () => 'sce', rowNotes(file.path));
}

function extractExport(
  file: InputFile,
  meterOf: MeterOf,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const plain = plainText(file, PERIOD);
  if (plain.refused) return refusedFile(plain.refused);
  const read = readTable(plain.value, undefined, [PERIOD, USAGE, QUALITY], notes);
  if (read.refused) return refusedFile(read.refused);
  const table = read.value;
  const stamps = readerOf(table, file.path);
  if (stamps.refused) return refusedFile(stamps.refused);
  const rows = table.rows.filter((row) => hasLength(table, row, stamps.value, notes));
  const isFlagged = rows.some((row) => table.cell(row, QUALITY) !== '');
  const layout = {
    csv: { delimiter: ';' } as const,
    meterColumn: undefined,
    meterOf,
    stamps: stamps.value,
    energyColumn: USAGE,
    joules: conversionFactor('kWh', 'J'),
    readType: isFlagged
      ? { column: QUALITY, actual: ['Actual'], estimated: ['Estimated'] }
      : undefined,
    revision: undefined,
  };
  const header = { line: table.headerLine, cells: [PERIOD, USAGE, QUALITY] };
  const starts = rows.map((row) => ({ line: row.line, cells: cellsOf(table, row) }));
  const setAside = table.ragged + table.rows.length - rows.length;
  if (rows.length === 0) return gathered([], notes, setAside);
  const part = extractByLayout(asTable(file, header, starts), layout, rowNotes(file.path));
  return gathered([part], notes, setAside);
}

/** The start of the period alone; a reading that is missing has no value, whatever number stands in its place. */
function cellsOf(table: Table, row: Row): string[] {
  const { start } = edgesOf(table.cell(row, PERIOD));
  const quality = table.cell(row, QUALITY);
  return [start, /^missing$/i.test(quality) ? '' : table.cell(row, USAGE), quality];
}

/** The two ends of `2020-05-01 00:00:00 to 2020-05-01 00:15:00`; a text of another form is its own start. */
function edgesOf(period: string): { readonly start: string; readonly end: string } {
  const [start = '', end = '', ...more] = period.split(/ ?to ?/i);
  return more.length > 0 || end === '' ? { start: period, end: '' } : { start, end };
}

/** Stamps of the length that most periods have. */
function readerOf(table: Table, file: string): Outcome<StampReader> {
  const stamps = (seconds: number) =>
    stampReader(
      { label: 'start', seconds, date_format: FORM, zone: ZONE, columns: [PERIOD] },
      file,
    );
  const first = stamps(900);
  if ('severity' in first) return { refused: first };
  const lengths = table.rows.flatMap((row) => {
    const { start, end } = edgesOf(table.cell(row, PERIOD));
    const [from, to] = [first.pattern.parse(start)?.wall, first.pattern.parse(end)?.wall];
    return from === undefined || to === undefined ? [] : [to - from];
  });
  const counts = [...byKey(lengths, (length) => length)].sort(
    ([a, all], [b, other]) => other.length - all.length || a - b,
  );
  const seconds = counts[0]?.[0];
  if (seconds === undefined || !LENGTHS.includes(seconds)) {
    const seen =
      seconds === undefined ? 'cannot be told' : `are ${String(seconds / 60)} minutes long`;
    const message = `The periods in column ${quoted(PERIOD)} of ${file} ${seen}; readings are of 5, 15, 30 or 60 minutes, such as "2020-05-01 00:00:00 to 2020-05-01 00:15:00". Export interval data.`;
    return { refused: finding('IN-INTERVAL', 'critical', message, { file, column: PERIOD }) };
  }
  const reader = stamps(seconds);
  return 'severity' in reader ? { refused: reader } : { value: reader };
}

/** Notes a row whose period is shorter or longer than the others. What is no period is left to the reading of stamps. */
function hasLength(
  table: Table,
  row: Row,
  { pattern, clock, layout: { seconds } }: StampReader,
  notes: RowNotes,
): boolean {
  const period = table.cell(row, PERIOD);
  const { start, end } = edgesOf(period);
  const [from, to] = [pattern.parse(start)?.wall, pattern.parse(end)?.wall];
  if (from === undefined || !clock) return true;
  if (to !== undefined && areApart(from, to, seconds, clock)) return true;
  const what = `the period ${quoted(period)} is not ${String(seconds / 60)} minutes long as the others are. The row was set aside; correct it or export the times of one length alone.`;
  notes.row('IN-INTERVAL', 'critical', { line: row.line, column: PERIOD }, what);
  return false;
}

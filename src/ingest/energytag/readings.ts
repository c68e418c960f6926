import type { ProfileInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { conversionFactor } from '../../units/unit.ts';
import { byKey } from '../by-key.ts';
import { type StampReader, stampReader } from '../clock/stamps.ts';
import { zoneClock } from '../clock/zone-clock.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { type MeterOf, meterResolver } from '../meters.ts';
import { areApart, asTable, gathered } from '../profile/rewritten.ts';
import { type ExtractedSeries, extractByLayout } from '../readings-csv/extract.ts';
import type { DirectionColumn } from '../readings-csv/layout.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { identifyByHeader } from '../table/identify.ts';
import { readTable, type Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import { READING, signsOf } from './columns.ts';
import { type StampForm, stampForm } from './stamps.ts';

const COLUMNS = Object.values(READING);
/** Granular certificates stand for an hour at most. */
const LENGTHS = [300, 600, 900, 1800, 3600];
const SIGNS = signsOf(COLUMNS);

/** Net of what the plant itself used, or gross of it: both are energy that it made. */
const MADE: DirectionColumn = {
  column: READING.basis,
  directions: new Map([
    ['net', 'generation'],
    ['gross', 'generation'],
  ]),
};

/** How far the file looks like meter readings for an EnergyTag registry, by its columns. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The readings of a file, which names no meter, for the `meter` of the input. */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedSeries> {
  const meterOf = meterResolver({ ...input, map: {} }, context, file.path, rowNotes(file.path));
  if (typeof meterOf !== 'function') return refusedFile(meterOf);
  return extractReadings(file, meterOf, input.zone);
}

/** The same under the name of the profile, for a look at it without workspace. */
export function extractUnmapped(
  file: InputFile,
  timezone: string | undefined,
): Extraction<ExtractedSeries> {
  return extractReadings(file, () => 'energytag-readings', timezone);
}

function extractReadings(
  file: InputFile,
  meterOf: MeterOf,
  zone: string | undefined,
): Extraction<ExtractedSeries> {
  const notes = rowNotes(file.path);
  const read = readTable(file, undefined, COLUMNS, notes);
  if (read.refused) return refusedFile(read.refused);
  const table = read.value;
  const stamps = readerOf(table, zone, file.path);
  if ('severity' in stamps) return refusedFile(stamps);
  const rows = table.rows.filter((row) => hasLength(table, row, stamps, notes));
  const setAside = table.ragged + table.rows.length - rows.length;
  if (rows.length === 0) return gathered([], notes, setAside);
  const layout = {
    csv: { delimiter: ';' } as const,
    meterColumn: undefined,
    meterOf,
    stamps,
    energyColumn: READING.energy,
    joules: conversionFactor('Wh', 'J'),
    readType: undefined,
    revision: undefined,
    direction: MADE,
  };
  const header = { line: table.headerLine, cells: COLUMNS };
  const kept = rows.map((row) => ({
    line: row.line,
    cells: COLUMNS.map((column) => table.cell(row, column)),
  }));
  const part = extractByLayout(asTable(file, header, kept), layout, rowNotes(file.path));
  return gathered([part], notes, setAside);
}

/** Stamps of the length that most intervals have. */
function readerOf(table: Table, zone: string | undefined, file: string): StampReader | Finding {
  const starts = table.rows.map((row) => table.cell(row, READING.start));
  const form = stampForm(starts, READING.start, { declared: zone }, file);
  if ('severity' in form) return form;
  const lengths = table.rows.flatMap((row) => lengthOf(table, row, form));
  const counts = [...byKey(lengths, (length) => length)].sort(
    ([a, all], [b, other]) => other.length - all.length || a - b,
  );
  const seconds = counts[0]?.[0];
  if (seconds === undefined || !LENGTHS.includes(seconds)) {
    const seen =
      seconds === undefined ? 'cannot be told' : `are ${String(seconds / 60)} minutes long`;
    const message = `The intervals of ${file} ${seen}; readings for granular certificates are of 5, 10, 15, 30 or 60 minutes. Export them so.`;
    return finding('IN-INTERVAL', 'critical', message, { file, column: READING.end });
  }
  const { format: date_format } = form;
  return stampReader(
    { label: 'start', seconds, date_format, zone: form.zone, columns: [READING.start] },
    file,
  );
}

function lengthOf(table: Table, row: Row, { pattern }: StampForm): number[] {
  const [start, end] = [READING.start, READING.end].map((c) => pattern.parse(table.cell(row, c)));
  if (!start || !end) return [];
  return [end.wall - (end.offset ?? 0) - (start.wall - (start.offset ?? 0))];
}

/** Notes a row whose interval is shorter or longer than the others. What is no stamp is left to the reading of stamps. */
function hasLength(table: Table, row: Row, reader: StampReader, notes: RowNotes): boolean {
  const { pattern, layout } = reader;
  const [startText, endText] = [table.cell(row, READING.start), table.cell(row, READING.end)];
  const [start, end] = [pattern.parse(startText), pattern.parse(endText)];
  if (!start) return true;
  const clock = zoneClock(layout.zone) ?? zoneClock('UTC');
  const isApart =
    end !== undefined &&
    (clock === undefined ||
      areApart(
        start.wall - (start.offset ?? 0),
        end.wall - (end.offset ?? 0),
        layout.seconds,
        clock,
      ));
  if (isApart) return true;
  const what = `its interval from ${quoted(startText)} to ${quoted(endText)} is not ${String(layout.seconds / 60)} minutes long as the others are. The row was set aside; correct it.`;
  notes.row('IN-INTERVAL', 'critical', { line: row.line, column: READING.end }, what);
  return false;
}

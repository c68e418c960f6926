import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import { canonicalUnit, conversionFactor } from '../../units/unit.ts';
import { byKey } from '../by-key.ts';
import { stampReader } from '../clock/stamps.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { bare, type MeterOf, meterResolver, onlyMeter } from '../meters.ts';
import { asTable, gathered } from '../profile/rewritten.ts';
import { type ExtractedSeries, extractByLayout } from '../readings-csv/extract.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { readTable, type Table } from '../table/table.ts';
import { listed, quoted } from '../wording.ts';

/** Columns of the consumption export of Fingrid Datahub. */
const POINT = 'Mittauspisteen tunnus';
const PRODUCT = 'Tuotteen tyyppi';
const RESOLUTION = 'Resoluutio';
const UNIT = 'Yksikkötyyppi';
const READING_TYPE = 'Lukeman tyyppi';
const START = 'Alkuaika';
const AMOUNT = 'Määrä';
const QUALITY = 'Laatu';
const COLUMNS = [POINT, PRODUCT, RESOLUTION, UNIT, READING_TYPE, START, AMOUNT, QUALITY];

const CSV = { delimiter: ';', decimal: ',' } as const;
const SECONDS: ReadonlyMap<string, number> = new Map([
  ['PT15M', 900],
  ['PT1H', 3600],
  ['PT60M', 3600],
]);
const UNITS = ['kWh', 'Wh'];
const MISSING = 'MISSING';

const SIGNS: readonly HeaderSign[] = [
  { what: 'the metering point', spelled: /^Mittauspisteen tunnus$/i },
  { what: 'the resolution', spelled: /^Resoluutio$/i },
  { what: 'the unit', spelled: /^Yksikkötyyppi$/i },
  { what: 'the start', spelled: /^Alkuaika$/i },
  { what: 'the amount', spelled: /^Määrä$/i },
  { what: 'the quality', spelled: /^Laatu$/i },
];

/** How far the file looks like an export of Fingrid Datahub, by its columns. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The series of an export for the meters of a workspace: by `meter`, or by the metering point as a meter's number. */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedSeries> {
  const notes = rowNotes(file.path);
  const { meter } = input;
  const resolved =
    meter === undefined
      ? meterResolver({ map: { meter: POINT } }, context, file.path, notes)
      : onlyMeter(meter, 'metering point', context, notes);
  if (typeof resolved !== 'function') return refusedFile(resolved);
  return extractExport(file, resolved, notes);
}

/** The same by the metering points of the file, for a look at it without workspace. */
export function extractUnmapped(file: InputFile): Extraction<ExtractedSeries> {
  return extractExport(file, bare, rowNotes(file.path));
}

/** What one layout of readings cannot say of rows: how long they are, and in which unit. */
interface Group {
  readonly seconds: number;
  readonly unit: string;
}

interface GroupedRow extends Group {
  readonly row: Row;
}

function extractExport(
  file: InputFile,
  meterOf: MeterOf,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const read = readTable(file, CSV, COLUMNS, notes);
  if (read.refused) return refusedFile(read.refused);
  const table = read.value;
  const grouped = table.rows.flatMap((row) => {
    const group = groupOf(table, row, notes);
    return group ? [{ row, ...group }] : [];
  });
  const mixed = mixedPoint(table, grouped);
  if (mixed !== undefined) return refusedFile(severalKinds(mixed, file.path));
  const groups = byKey(grouped, ({ seconds, unit }) => `${String(seconds)} ${unit}`);
  const parts = [...groups.values()].map((rows) => extractGroup(file, table, rows, meterOf));
  const setAside = table.ragged + table.rows.length - grouped.length;
  return gathered(parts, notes, setAside);
}

function groupOf(table: Table, row: Row, notes: RowNotes): Group | undefined {
  const { line } = row;
  const resolution = table.cell(row, RESOLUTION);
  const seconds = SECONDS.get(resolution);
  if (seconds === undefined) {
    notes.tally('IN-INTERVAL', 'critical', { line, column: RESOLUTION }, (n, lines) => {
      return `The resolution ${quoted(resolution)} is none of ${listed([...SECONDS.keys()])}, in ${n} (${lines}). These rows were set aside; export them by the hour or quarter-hour.`;
    });
  }
  const written = table.cell(row, UNIT);
  const unit = canonicalUnit('energy', written);
  const isKnown = unit !== undefined && UNITS.includes(unit);
  if (!isKnown) {
    notes.tally('IN-UNIT', 'critical', { line, column: UNIT }, (n, lines) => {
      return `The unit ${quoted(written)} is none of ${listed(UNITS)}, in ${n} (${lines}). These rows were set aside; export active energy.`;
    });
  }
  return seconds === undefined || !isKnown ? undefined : { seconds, unit };
}

/** A metering point with several products or types of reading, and what these are. */
interface MixedPoint {
  readonly point: string;
  readonly kinds: readonly string[];
  readonly line: number;
}

function mixedPoint(table: Table, grouped: readonly GroupedRow[]): MixedPoint | undefined {
  const kindOf = (row: Row) => `${table.cell(row, PRODUCT)} ${table.cell(row, READING_TYPE)}`;
  for (const [point, rows] of byKey(grouped, ({ row }) => table.cell(row, POINT))) {
    const kinds = [...byKey(rows, ({ row }) => kindOf(row)).entries()];
    const line = kinds[1]?.[1][0]?.row.line;
    if (line !== undefined) return { point, kinds: kinds.map(([kind]) => kind), line };
  }
  return undefined;
}

function severalKinds({ point, kinds, line }: MixedPoint, file: string) {
  const message = `The metering point ${quoted(point)} in ${file} has several kinds of readings (${PRODUCT}, ${READING_TYPE}: ${listed(kinds)}; the second from line ${String(line)}), and which of them counts is not known. Export one of them.`;
  return finding('IN-DIRECTION', 'critical', message, { file, line, column: READING_TYPE });
}

function extractGroup(
  file: InputFile,
  table: Table,
  rows: readonly GroupedRow[],
  meterOf: MeterOf,
): Extraction<ExtractedSeries> {
  const { seconds = 0, unit = '' } = rows[0] ?? {};
  const stamps = stampReader(
    {
      label: 'start',
      seconds,
      date_format: 'yyyy-MM-ddTHH:mm:ss',
      zone: 'offset',
      columns: [START],
    },
    file.path,
  );
  if ('severity' in stamps) return refusedFile(stamps);
  const layout = {
    csv: CSV,
    meterColumn: POINT,
    meterOf,
    stamps,
    energyColumn: AMOUNT,
    joules: conversionFactor(unit, 'J'),
    // SUSPECT is a value that the grid company doubts, EST one that it made
    readType: { column: QUALITY, actual: ['OK'], estimated: ['SUSPECT', 'EST'] },
    revision: undefined,
  };
  const header = { line: table.headerLine, cells: [POINT, START, AMOUNT, QUALITY] };
  const kept = rows.map(({ row }) => ({ line: row.line, cells: cellsOf(table, row) }));
  return extractByLayout(asTable(file, header, kept), layout, rowNotes(file.path));
}

/** A missing reading has no value, whatever number stands in its place. */
function cellsOf(table: Table, row: Row): string[] {
  const quality = table.cell(row, QUALITY);
  const amount = quality.toUpperCase() === MISSING ? '' : table.cell(row, AMOUNT);
  return [table.cell(row, POINT), table.cell(row, START), amount, quality];
}

import type { ReadingsInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Direction, Listed, ReadingSeries } from '../../model/records.ts';
import { byKey } from '../by-key.ts';
import { stampOf } from '../clock/stamps.ts';
import { noteNegative, noteNull } from '../columns.ts';
import type {
  Extraction,
  Identification,
  IngestContext,
  InputFile,
  Outcome,
} from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { meterResolver } from '../meters.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { tablesOf } from '../table/tables.ts';
import { heldSeries } from './held-series.ts';
import { type ReadingsLayout, readingsLayout, wantedColumns } from './layout.ts';
import { type RawRow, rawRows } from './raw-rows.ts';
import { ReadingColumns } from './reading-columns.ts';
import type { RevisedReading } from './revised-reading.ts';
import { RowColumns } from './row-columns.ts';
import { noteSpacing } from './spacing.ts';
import { type TimedColumns, timedColumns } from './timed-columns.ts';

/** The readings of one meter out of one file, with what a join of files needs besides. */
export interface ExtractedSeries extends ReadingSeries {
  readonly readings: Listed<RevisedReading>;
  /** Rows that conflict and are not counted. A later revision in another file may settle what holds. */
  readonly disputed: readonly RevisedReading[];
}

const SIGNS: readonly HeaderSign[] = [
  { what: 'time', spelled: /\b(time|timestamp|datetime|interval|start|hour)|_(time|start)\b/i },
  { what: 'energy', spelled: /(k|m)wh?\b|usage|energy|consumption/i },
];

/** How far the file looks like interval data. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The reading series of a file by its mapping: one for each meter, in order of time, free of duplicates. */
export function extract(
  file: InputFile,
  input: ReadingsInput,
  context: IngestContext,
): Extraction<ExtractedSeries> {
  const notes = rowNotes(file.path);
  const meterOf = meterResolver(input, context, file.path, notes);
  const layout = readingsLayout(input, meterOf, file.path);
  if (!('stamps' in layout)) return refusedFile(...layout);
  return extractByLayout(file, layout, notes);
}

/** Series up to this length are given as arrays. */
const SHORT = 100_000;

/** The same by a resolved layout, as recognition makes one. A large text is read in parts of `size` bytes. */
export function extractByLayout(
  file: InputFile,
  layout: ReadingsLayout,
  notes: RowNotes,
  size?: number,
): Extraction<ExtractedSeries> {
  const gathered = gatheredRows(file, layout, notes, size);
  if (gathered.refused) return refusedFile(gathered.refused);
  const { series, read, sheet, setAside } = gathered.value;
  const timed = timedColumns(
    series.map(({ rows }) => rows),
    layout.stamps,
    notes,
  );
  noteValues(timed, layout.energyColumn, notes);
  const parts = series.map((one, i) => ({ ...one, timed: timed[i] }));
  const records: ExtractedSeries[] = [];
  for (const own of byKey(parts, ({ meter, direction }) => `${meter} ${direction}`).values()) {
    const [first] = own;
    if (first)
      records.push(
        ...seriesOf(
          first,
          own.flatMap((part) => part.timed ?? []),
          layout,
          { ...file, sheet },
          notes,
        ),
      );
  }
  for (const one of records) noteSpacing(one, notes);
  noteEstimated(records, notes);
  const findings = notes.findings();
  if (records.length === 0) findings.push(noReadings(file.path));
  const conflicting = records.reduce((sum, { disputed }) => sum + disputed.length, 0);
  const duplicate = records.reduce((sum, { duplicates }) => sum + duplicates, 0);
  const rejected = setAside + withoutInstant(timed) + conflicting;
  return { records, findings, rows: { read, rejected, duplicate } };
}

/** Rows of one meter and direction that stand in order of time. */
interface GatheredSeries {
  readonly meter: string;
  readonly direction: Direction;
  readonly rows: RowColumns;
}

interface Gathered {
  readonly series: readonly GatheredSeries[];
  readonly read: number;
  readonly sheet: string | undefined;
  /** Rows that were set aside for what stands in them. */
  readonly setAside: number;
}

function gatheredRows(
  file: InputFile,
  layout: ReadingsLayout,
  notes: RowNotes,
  size: number | undefined,
): Outcome<Gathered> {
  const series = new Map<string, GatheredSeries>();
  let [read, setAside] = [0, 0];
  let sheet: string | undefined;
  for (const table of tablesOf(file, layout.csv, wantedColumns(layout), notes, size)) {
    if (table.refused) return table;
    const { rows, ragged, headerLine } = table.value;
    sheet ??= table.value.place({ line: headerLine }).sheet;
    const raw = rawRows(table.value, layout, notes);
    read += rows.length + ragged;
    setAside += rows.length + ragged - raw.length;
    for (const row of raw) setAside += addRow(row, series, layout, notes);
  }
  return { value: { series: [...series.values()], read, sheet, setAside } };
}

/** Adds a row to its series; gives 1 where its value is lost since its stamp cannot be read. */
function addRow(
  row: RawRow,
  series: Map<string, GatheredSeries>,
  { stamps, isOrderedWithinRevision }: ReadingsLayout,
  notes: RowNotes,
): number {
  const { meter, direction, revision, line, text, value, quality } = row;
  const stamp = stampOf(stamps, { line, text }, notes);
  if (!stamp) return value === undefined ? 0 : 1;
  const key = `${meter} ${direction} ${isOrderedWithinRevision ? String(revision) : ''}`;
  const known = series.get(key) ?? { meter, direction, rows: new RowColumns() };
  series.set(key, known);
  const isNamed = stamps.clock?.changeNear(stamp.wall) !== undefined;
  known.rows.push({
    line,
    stamp,
    joules: value,
    quality,
    revision,
    text: isNamed ? text : undefined,
  });
  return 0;
}

/** Notes rows that have a place in time and no value, or a negative one. */
function noteValues(timed: readonly TimedColumns[], column: string, notes: RowNotes): void {
  for (const { rows, starts } of timed) {
    for (let i = 0; i < rows.length; i += 1) {
      const at = { line: rows.lines[i] ?? 0, column };
      if (!Number.isFinite(starts[i])) continue;
      if (rows.isBlank(i)) noteNull(notes, at, '');
      else if (rows.energies.at(i) < 0n) noteNegative(notes, at);
    }
  }
}

function withoutInstant(timed: readonly TimedColumns[]): number {
  let lost = 0;
  for (const { rows, starts } of timed) {
    starts.forEach((start, i) => {
      if (!Number.isFinite(start) && !rows.isBlank(i)) lost += 1;
    });
  }
  return lost;
}

function seriesOf(
  { meter, direction }: GatheredSeries,
  parts: readonly TimedColumns[],
  { stamps }: ReadingsLayout,
  { path, sha256, sheet }: InputFile & { readonly sheet: string | undefined },
  notes: RowNotes,
): ExtractedSeries[] {
  const { seconds } = stamps.layout;
  const held = heldSeries(parts, { meter, direction, seconds }, notes);
  if (held.kept.length + held.disputed.length === 0) return [];
  const readings = new ReadingColumns(held.kept);
  return [
    {
      meter,
      direction,
      file: path,
      sha256,
      ...(sheet !== undefined && { sheet }),
      scale: held.scale,
      intervalSeconds: seconds,
      readings: readings.length > SHORT ? readings : [...readings],
      duplicates: held.duplicates,
      disputed: [...new ReadingColumns(held.disputed)],
    },
  ];
}

function noteEstimated(records: readonly ExtractedSeries[], notes: RowNotes): void {
  for (const { meter, readings } of records) {
    for (const { quality, line } of readings) {
      if (quality !== 'estimated') continue;
      notes.tally('IN-ESTIMATED', 'quality', { line }, (n, lines) => {
        return `Reads of ${meter} are flagged as estimated in ${n} (${lines}).`;
      });
    }
  }
}

function noReadings(file: string): Finding {
  return finding(
    'IN-NO-READINGS',
    'critical',
    `${file} gives no reading. The findings beside this say why.`,
    { file },
  );
}

import type { ReadingsInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Direction, Listed, Quality, Reading, ReadingSeries } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { byKey } from '../by-key.ts';
import { intervalsOf, type StampReader } from '../clock/stamps.ts';
import { cellReader, noteNegative, noteNull, qualityReader } from '../columns.ts';
import { type Claim, type Unique, uniqueRows } from '../duplicates.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { meterResolver } from '../meters.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { commonScale, scaled } from '../scale.ts';
import type { Row } from '../table/cells.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { readTable, type Table } from '../table/table.ts';
import { noteGivenWay } from './given-way.ts';
import { directionReader } from './direction.ts';
import { type ReadingsLayout, readingsLayout, wantedColumns } from './layout.ts';
import { revisionReader } from './revision.ts';
import { noteSpacing } from './spacing.ts';

/** A reading that remembers its revision, so that files can be joined. */
export interface RevisedReading extends Reading {
  readonly revision?: number;
}

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

interface RawRow {
  readonly line: number;
  readonly meter: string;
  readonly text: string;
  readonly value: Rational | undefined;
  readonly quality: Quality;
  readonly revision: number | undefined;
  readonly direction: Direction;
}

interface ValuedRow extends Claim {
  readonly meter: string;
  readonly direction: Direction;
  readonly end: number;
  readonly joules: Rational;
  readonly quality: Quality;
}

/** The same by a resolved layout, as recognition makes one. */
export function extractByLayout(
  file: InputFile,
  layout: ReadingsLayout,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const table = readTable(file, layout.csv, wantedColumns(layout), notes);
  if (table.refused) return refusedFile(table.refused);
  const { rows, ragged } = table.value;
  const raw = rawRows(table.value, layout, notes);
  const valued = valuedRows(raw, layout, notes);
  const records: ExtractedSeries[] = [];
  let duplicate = 0;
  let conflicting = 0;
  for (const claims of byKey(valued.rows, (row) => `${row.meter} ${row.direction}`).values()) {
    const [first] = claims;
    if (!first) continue;
    const unique = uniqueRows(claims, isSameReading);
    noteGivenWay(unique, first.meter, notes);
    duplicate += unique.duplicates.length;
    conflicting += unique.conflicts.flat().length;
    records.push(seriesOf(first, unique, layout.stamps, file));
  }
  for (const series of records) noteSpacing(series, notes);
  noteEstimated(records, notes);
  const rejected = ragged + (rows.length - raw.length) + valued.rejected + conflicting;
  const findings = notes.findings();
  if (records.length === 0) findings.push(noReadings(file.path));
  return { records, findings, rows: { read: rows.length + ragged, rejected, duplicate } };
}

function rawRows(table: Table, layout: ReadingsLayout, notes: RowNotes): RawRow[] {
  const cellOf = cellReader(layout.csv, notes);
  const qualityOf = qualityReader(layout.readType, notes);
  const revisionOf = revisionReader(layout.revision, layout.stamps.layout.date_format, notes);
  const directionOf = directionReader(layout.direction, notes);
  const { columns } = layout.stamps.layout;
  return table.rows.flatMap((row) => {
    const { line } = row;
    const optional = (column: string | undefined) =>
      column === undefined ? '' : table.cell(row, column);
    const meter = layout.meterOf(optional(layout.meterColumn), at(row, layout.meterColumn));
    const value = cellOf(table.cell(row, layout.energyColumn), at(row, layout.energyColumn));
    const direction = directionOf(optional(layout.direction?.column), line);
    if (meter === undefined || value === 'refused' || !direction) return [];
    const isNull = value === 'null';
    return [
      {
        line,
        meter,
        text: columns
          .map((column) => table.cell(row, column))
          .join(' ')
          .trim(),
        value: isNull ? undefined : value.mul(layout.joules),
        quality: isNull ? 'unstated' : qualityOf(optional(layout.readType?.column), line),
        revision: revisionOf(optional(layout.revision), line),
        direction,
      },
    ];
  });
}

function at({ line }: Row, column: string | undefined) {
  return column === undefined ? { line } : { line, column };
}

function valuedRows(
  raw: readonly RawRow[],
  { stamps, energyColumn: column, isOrderedWithinRevision }: ReadingsLayout,
  notes: RowNotes,
): { readonly rows: ValuedRow[]; readonly rejected: number } {
  const orderOf = ({ meter, direction, revision }: RawRow) =>
    `${meter} ${direction} ${isOrderedWithinRevision ? String(revision) : ''}`;
  const stamped = raw.map((row) => ({
    line: row.line,
    series: orderOf(row),
    text: row.text,
    isBlank: row.value === undefined,
  }));
  const intervals = intervalsOf(stamps, stamped, notes);
  let rejected = 0;
  const rows = raw.flatMap(({ line, meter, direction, value, quality, revision }, i) => {
    const interval = intervals[i];
    if (!interval) rejected += value === undefined ? 0 : 1;
    else if (value === undefined) noteNull(notes, { line, column }, '');
    if (!interval || value === undefined) return [];
    if (value.s < 0n) noteNegative(notes, { line, column });
    const row = { ...interval, line, meter, direction, joules: value, quality };
    return [revision === undefined ? row : { ...row, revision }];
  });
  return { rows, rejected };
}

function isSameReading(a: ValuedRow, b: ValuedRow): boolean {
  return a.quality === b.quality && a.joules.equals(b.joules);
}

function seriesOf(
  { meter, direction }: Pick<ValuedRow, 'meter' | 'direction'>,
  { kept, duplicates, conflicts }: Unique<ValuedRow>,
  { layout }: StampReader,
  { path, sha256 }: InputFile,
): ExtractedSeries {
  const inDispute = conflicts.flat();
  const scale = commonScale([...kept, ...inDispute].map(({ joules }) => joules));
  const readingOf = ({ start, end, joules, quality, line, revision }: ValuedRow) => {
    const reading = { meter, start, end, energy: scaled(joules, scale), quality, line };
    return revision === undefined ? reading : { ...reading, revision };
  };
  return {
    meter,
    direction,
    file: path,
    sha256,
    scale,
    intervalSeconds: layout.seconds,
    readings: kept.map(readingOf),
    duplicates: duplicates.length,
    disputed: inDispute.map(readingOf),
  };
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

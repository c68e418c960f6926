import { finding } from '../../model/finding.ts';
import type { GridSeries } from '../../model/source-records.ts';
import type { Instant, Interval } from '../../model/time.ts';
import { datePattern } from '../clock/date-pattern.ts';
import { gridCollection, type GridKey } from '../grid/collect.ts';
import type { Extraction, Identification, InputFile, Outcome } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { firstRowOf, type Row } from '../table/cells.ts';
import { findHeader } from '../table/header.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { type Numeric, numberReader } from '../table/number.ts';
import { delimitedText, readTable, type Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import {
  AREA,
  balanceColumns,
  bulkColumns,
  INTERCHANGE,
  NEIGHBOUR,
  UTC_END,
  type ValueColumn,
} from './layout.ts';

const HOUR = 3600;
const SIGNS: readonly HeaderSign[] = [
  { what: 'the balancing authority', spelled: /^Balancing Authority$/i },
  { what: 'the UTC time at the end of the hour', spelled: /^UTC Time at End of Hour$/i },
  { what: 'demand or interchange', spelled: /^(Demand|Interchange) \(MW\)$/i },
];
const BULK_SIGNS: readonly HeaderSign[] = [
  { what: 'a bulk series', spelled: /^EBA\.[A-Z0-9]+-[A-Z0-9]+\.(D|NG|TI|ID)(\.[A-Z0-9]+)*\.H$/ },
];

/** How far the file looks like hourly data of EIA-930: a six-month file, or a table of bulk series. */
export function identify(file: InputFile): Identification {
  const sixMonths = identifyByHeader(file, SIGNS);
  return sixMonths.confidence === 1 ? sixMonths : identifyByHeader(file, BULK_SIGNS);
}

/** The series of a file by area, quantity, source or neighbour, and whether they are reported, imputed or adjusted. */
export function extract(file: InputFile): Extraction<GridSeries> {
  const notes = rowNotes(file.path);
  const layout = layoutOf(file);
  if (layout.refused) return refusedFile(layout.refused);
  const { columns, keys } = layout.value;
  const wanted = [...keys, ...columns.map(({ name }) => name)];
  const table = readTable(file, undefined, wanted, notes);
  if (table.refused) return refusedFile(...notes.findings(), table.refused);
  const { series, rejected } = seriesOf(file, layout.value, table.value, notes);
  const findings = notes.findings();
  if (series.length === 0) {
    const message = `${file.path} gives no value. The findings beside this say why.`;
    findings.push(finding('IN-NO-READINGS', 'critical', message, { file: file.path }));
  }
  const { rows, ragged } = table.value;
  const read = rows.length + ragged;
  return { records: series, findings, rows: { read, rejected: rejected + ragged, duplicate: 0 } };
}

interface Layout {
  /** Columns beside those of values that the header must name. */
  readonly keys: readonly string[];
  readonly columns: readonly ValueColumn[];
  readonly end: EndReader;
  readonly areaColumn?: string;
  readonly neighbourColumn?: string;
}

/** The text of the end of the hour, and the instant that it names. */
interface EndReader {
  readonly textOf: (row: Row, table: Table) => string;
  readonly parse: (text: string) => Instant | undefined;
  readonly example: string;
}

/** The text of the six-month files is in UTC without saying so in each cell. */
const UTC_COLUMN: EndReader = {
  textOf: (row, table) => table.cell(row, UTC_END),
  parse: instantBy(['M/d/yyyy h:mm:ss a', 'M/d/yyyy H:mm'], false),
  example: '01/31/2025 1:00:00 PM',
};
const INDEX_COLUMN: EndReader = {
  textOf: ({ cells }) => (cells[0] ?? '').trim(),
  parse: instantBy(['yyyy-MM-dd HH:mm:ss', "yyyy-MM-dd'T'HH:mm:ss"], true),
  example: '2025-01-31 13:00:00+00:00',
};

function instantBy(forms: readonly string[], isOffsetNeeded: boolean) {
  const parsers = forms.map((form) => {
    const pattern = datePattern(form);
    return 'parse' in pattern ? pattern.parse : () => undefined;
  });
  return (text: string): Instant | undefined => {
    for (const parse of parsers) {
      const stamp = parse(text);
      if (stamp && (stamp.offset !== undefined) === isOffsetNeeded)
        return stamp.wall - (stamp.offset ?? 0);
    }
    return undefined;
  };
}

function layoutOf(file: InputFile): Outcome<Layout> {
  const delimited = delimitedText(file, undefined);
  if (delimited.refused) return delimited;
  const { text, delimiter } = delimited.value;
  const named = (columns: readonly string[]) => {
    const header = findHeader(text, delimiter, columns, file.path);
    return header.refused ? undefined : header.value.cells;
  };
  const base = { end: UTC_COLUMN, areaColumn: AREA };
  if (named([AREA, NEIGHBOUR, INTERCHANGE, UTC_END])) {
    const column = { name: INTERCHANGE, quantity: 'interchange', status: 'reported' } as const;
    const keys = [AREA, NEIGHBOUR, UTC_END];
    return { value: { ...base, keys, columns: [column], neighbourColumn: NEIGHBOUR } };
  }
  const balance = balanceColumns(named([AREA, UTC_END]) ?? []);
  if (balance.length > 0) return { value: { ...base, keys: [AREA, UTC_END], columns: balance } };
  const bulk = bulkColumns(firstRowOf(text.trimStart().split('\n', 1)[0] ?? '', delimiter) ?? []);
  if (bulk.length > 0) return { value: { keys: [], columns: bulk, end: INDEX_COLUMN } };
  return { refused: noLayout(file.path) };
}

function noLayout(file: string) {
  const message = `No line of ${file} names the columns of EIA-930: ${AREA} and ${UTC_END} with values in MW, or bulk series such as EBA.ERCO-ALL.NG.WND.H beside hours in UTC. A table that names neither the area nor the zone of its hours cannot be placed; download a six-month file.`;
  return finding('IN-NO-HEADER', 'critical', message, { file });
}

function seriesOf(file: InputFile, layout: Layout, table: Table, notes: RowNotes) {
  const { columns, end, areaColumn, neighbourColumn } = layout;
  const collection = gridCollection(file, notes);
  const valueOf = valueReader(notes);
  let rejected = 0;
  for (const row of table.rows) {
    const hour = hourOf(row, table, end, notes);
    const area = areaColumn === undefined ? undefined : table.cell(row, areaColumn);
    if (!hour || area === '') {
      if (hour) notes.row('IN-STRUCTURE', 'critical', { line: row.line }, NO_AREA);
      rejected += 1;
      continue;
    }
    const of = neighbourColumn === undefined ? undefined : table.cell(row, neighbourColumn);
    for (const column of columns) {
      const megawatts = valueOf(table.cell(row, column.name), row.line, column);
      if (!megawatts) continue;
      collection.add(keyOf(column, area, of), { ...hour, megawatts, line: row.line });
    }
  }
  return { series: collection.series(), rejected };
}

const NO_AREA = 'it names no balancing authority. The row was set aside; add it.';

function keyOf(column: ValueColumn, area: string | undefined, of: string | undefined): GridKey {
  const { quantity, status } = column;
  const part = of ?? column.of;
  const key = { area: area ?? column.area ?? '', quantity, status };
  return part === undefined ? key : { ...key, of: part };
}

/** The hour that ends at the stamp of a row. */
function hourOf(row: Row, table: Table, end: EndReader, notes: RowNotes): Interval | undefined {
  const text = end.textOf(row, table);
  const instant = end.parse(text);
  if (instant !== undefined && instant % HOUR === 0) return { start: instant - HOUR, end: instant };
  const what = `${quoted(text)} is no end of an hour in UTC, such as ${end.example}. The row was set aside; correct it.`;
  notes.row('IN-DATE', 'critical', { line: row.line }, what);
  return undefined;
}

/** Reads megawatts. Equal texts share their number: a file holds millions of them. */
function valueReader(notes: RowNotes) {
  const read = numberReader({ thousands: ',' });
  const known = new Map<string, Numeric>();
  return (text: string, line: number, { name: column, status }: ValueColumn) => {
    const value = known.get(text) ?? read(text);
    known.set(text, value);
    if (typeof value !== 'string') return value;
    if (value === 'not-a-number') {
      const what = `${quoted(text)} in column ${quoted(column)} is not a number. This value is not counted; correct it.`;
      notes.row('IN-NUMBER', 'critical', { line, column }, what);
    } else if (status !== 'imputed') noteUnreported(line, column, notes);
    // values are imputed only where none was reported
    return undefined;
  };
}

function noteUnreported(line: number, column: string, notes: RowNotes): void {
  notes.tally('IN-NULL', 'completeness', { line, column }, (n, lines) => {
    return `Column ${quoted(column)} was not reported in ${n} (${lines}). This counts as missing, not as zero.`;
  });
}

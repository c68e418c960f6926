import type { HashrateInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { Rational } from '../../units/rational.ts';
import { stampText } from '../clock/date-cells.ts';
import { cellReader, noteNull } from '../columns.ts';
import {
  type Extraction,
  type Identification,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { readTable, type Table } from '../table/table.ts';
import { type AmountColumn, amountColumn } from './amounts.ts';
import { knownJson } from './known-json.ts';
import { ALL, type ExtractedHashSeries, type HashAmount, hashSeriesOf } from './hash-series.ts';
import { intervalReader, type IntervalReader } from './intervals.ts';

export type { ExtractedHashSeries } from './hash-series.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'time', spelled: /\b(time|timestamp|datetime|date|hour|start)|_(time|start|utc)\b/i },
  { what: 'hashrate', spelled: /hash ?_?rate|\b[kmgtpe]?h\/s\b|[_ ][tpe]hs\b/i },
];

/** How far the file looks like a hashrate export. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The hash series of a file by its mapping: the readings of all devices, in order of time, free of duplicates. */
export function extract(file: InputFile, input: HashrateInput): Extraction<ExtractedHashSeries> {
  const known = knownJson(file);
  if (known) return refusedFile(known);
  const { map } = input;
  const notes = rowNotes(file.path);
  const intervals = intervalReader(map, file.path);
  const amount = amountColumn(map, file.path);
  if ('severity' in intervals || 'severity' in amount) {
    return refusedFile(...[intervals, amount].filter((part) => 'severity' in part));
  }
  const device = map.device === undefined ? [] : [map.device];
  const table = readTable(file, input.csv, [map.time, amount.column, ...device], notes);
  if (table.refused) return refusedFile(...notes.findings(), table.refused);
  const { amounts, rejected } = amountsOf(table.value, input, intervals, amount, notes);
  if (map.sampling === 'spot' && amounts.length > 0) notes.add(spotValues(file.path));
  const { site, algorithm } = input;
  const of = { site, algorithm, intervalSeconds: map.interval_minutes * 60 };
  const { records, conflicting, duplicates } = hashSeriesOf(file, of, amounts, notes);
  const { rows, ragged } = table.value;
  return {
    records,
    findings: notes.findings(),
    rows: {
      read: rows.length + ragged,
      rejected: rejected + ragged + conflicting,
      duplicate: duplicates,
    },
  };
}

function spotValues(file: string) {
  const message = `The rates of ${file} are declared as single values; each counts for its whole interval. Export means of the interval where the source has them.`;
  return finding('IN-SPOT-VALUE', 'quality', message, { file });
}

function amountsOf(
  table: Table,
  { csv, map }: HashrateInput,
  { pattern, intervalsOf }: IntervalReader,
  { column, gigahashes }: AmountColumn,
  notes: RowNotes,
): { readonly amounts: readonly HashAmount[]; readonly rejected: number } {
  const cellOf = cellReader(csv, notes);
  const raw = table.rows.map((row) => {
    const value = cellOf(table.cell(row, column), { line: row.line, column });
    const series = map.device === undefined ? ALL : table.cell(row, map.device);
    const text = stampText(table, row, [map.time], pattern);
    return { line: row.line, series, text, value, isBlank: value === 'null' };
  });
  const intervals = intervalsOf(raw, notes);
  let rejected = 0;
  const amounts = raw.flatMap(({ line, series, value }, i) => {
    const interval = intervals[i];
    if (interval && value === 'null') noteNull(notes, { line, column }, '');
    if (value === 'null') return [];
    if (!interval || value === 'refused' || isNegative(value, line, column, notes)) {
      rejected += 1;
      return [];
    }
    return [{ ...interval, line, device: series, gigahashes: gigahashes(value, interval) }];
  });
  return { amounts, rejected };
}

function isNegative(value: Rational, line: number, column: string, notes: RowNotes): boolean {
  if (value.s >= 0n) return false;
  const what = `a hashrate cannot be negative. The row was set aside; correct it.`;
  notes.row('IN-NUMBER', 'critical', { line, column }, what);
  return true;
}

import type { FleetInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { FleetUnit } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { dayPattern } from '../bills-csv/layout.ts';
import { DAY } from '../clock/calendar.ts';
import { stampText } from '../clock/date-cells.ts';
import type { DatePattern } from '../clock/date-pattern.ts';
import { type ZoneClock, zoneClock } from '../clock/zone-clock.ts';
import { cellReader, unitFactor } from '../columns.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { numberReader } from '../table/number.ts';
import { readTable, type Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import { noteEfficiency } from './efficiency.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'model', spelled: /model|machine|miner|device/i },
  { what: 'count', spelled: /count|units|number|quantity|qty/i },
  { what: 'hashrate', spelled: /hash ?_?rate|th\/?s/i },
  { what: 'power', spelled: /power|watt|\b_?k?w\b/i },
];

/** How far the file looks like a list of machines. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

interface FleetLayout {
  readonly input: FleetInput;
  readonly ths: Rational;
  readonly watts: Rational;
  readonly pattern: DatePattern;
  readonly clock: ZoneClock;
}

/** The machines of a file by its mapping: one record a line. Identical lines are not duplicates but further machines. */
export function extract(
  file: InputFile,
  input: FleetInput,
  context: IngestContext,
): Extraction<FleetUnit> {
  const notes = rowNotes(file.path);
  const layout = fleetLayout(input, context, file.path);
  if (!('clock' in layout)) return refusedFile(...layout);
  const { model, count, rate, power, efficiency, from, to } = input.map;
  const optional = [efficiency, to].filter((column) => column !== undefined);
  const wanted = [model, count, rate.column, power.column, from, ...optional];
  const table = readTable(file, input.csv, wanted, notes);
  if (table.refused) return refusedFile(...notes.findings(), table.refused);
  const records = table.value.rows.flatMap((row) => unitOf(row, table.value, layout, file, notes));
  const read = table.value.rows.length + table.value.ragged;
  const rows = { read, rejected: read - records.length, duplicate: 0 };
  return { records, findings: notes.findings(), rows };
}

function fleetLayout(
  input: FleetInput,
  { sites }: IngestContext,
  file: string,
): FleetLayout | readonly Finding[] {
  const rate = unitFactor(input.map.rate, [{ kind: 'hashrate', to: 'TH/s' }], file);
  const power = unitFactor(input.map.power, [{ kind: 'power', to: 'W' }], file);
  const pattern = dayPattern(input.map.date_format, file);
  const zone = sites.find(({ id }) => id === input.site)?.zone;
  const clock = (zone === undefined ? undefined : zoneClock(zone)) ?? noZone(input.site, file);
  const parts = [rate, power, pattern, clock];
  if ('factor' in rate && 'factor' in power && 'parse' in pattern && 'zone' in clock) {
    return { input, ths: rate.factor, watts: power.factor, pattern, clock };
  }
  return parts.filter((part) => 'severity' in part);
}

function noZone(site: string, file: string): Finding {
  const message = `The zone of site ${quoted(site)} is not known, so the days of ${file} cannot be placed in time. Correct the site or its zone.`;
  return finding('WS-ZONE', 'critical', message, { file });
}

function unitOf(
  row: Row,
  table: Table,
  layout: FleetLayout,
  { path, sha256 }: InputFile,
  notes: RowNotes,
): FleetUnit[] {
  const { map, site } = layout.input;
  const { line } = row;
  const number = (column: string) =>
    positive(table.cell(row, column), { line, column }, layout, notes);
  const count = wholeOf(number(map.count), { line, column: map.count }, notes);
  const rate = number(map.rate.column);
  const power = number(map.power.column);
  const service = serviceOf(row, table, layout, notes);
  if (count === undefined || !rate || !power || !service) return [];
  const rated = { hashrateThs: rate.mul(layout.ths), powerW: power.mul(layout.watts) };
  if (map.efficiency !== undefined) {
    const at = { line, column: map.efficiency };
    noteEfficiency(table.cell(row, at.column), numberReader(layout.input.csv), rated, at, notes);
  }
  return [
    {
      site,
      model: table.cell(row, map.model),
      count,
      ...rated,
      ...service,
      evidence: { file: path, sha256, at: table.place({ line, column: map.count }) },
    },
  ];
}

/** When the machines of a row are in service; undefined where a finding says why that is not known. */
function serviceOf(
  row: Row,
  table: Table,
  layout: FleetLayout,
  notes: RowNotes,
): Pick<FleetUnit, 'from' | 'to'> | undefined {
  const { map } = layout.input;
  const { line } = row;
  const day = (column: string) =>
    dayOf(stampText(table, row, [column], layout.pattern), { line, column }, layout, notes);
  const from = day(map.from);
  const until = map.to === undefined || table.cell(row, map.to) === '' ? undefined : map.to;
  const last = until === undefined ? undefined : day(until);
  if (from === undefined || (until !== undefined && last === undefined)) return undefined;
  const start = layout.clock.startOfDay(from);
  if (last === undefined) return { from: start };
  if (last >= from) return { from: start, to: layout.clock.startOfDay(last + 1) };
  const what = `the machines leave service before they enter it. The row was set aside; correct its days.`;
  notes.row('IN-PERIOD', 'critical', { line }, what);
  return undefined;
}

interface Cell {
  readonly line: number;
  readonly column: string;
}

function positive(
  text: string,
  at: Cell,
  { input }: FleetLayout,
  notes: RowNotes,
): Rational | undefined {
  const value = cellReader(input.csv, notes)(text, at);
  if (value === 'refused') return undefined;
  if (value !== 'null' && value.s >= 0n) return value;
  const what = `column ${quoted(at.column)} holds ${text === '' ? 'nothing' : quoted(text)} where a number of zero or more is needed. The row was set aside; correct it.`;
  notes.row(value === 'null' ? 'IN-NULL' : 'IN-NUMBER', 'critical', at, what);
  return undefined;
}

function wholeOf(value: Rational | undefined, at: Cell, notes: RowNotes): bigint | undefined {
  if (value === undefined || value.d === 1n) return value?.n;
  notes.row(
    'IN-NUMBER',
    'critical',
    at,
    `machines are counted in whole numbers. The row was set aside; correct it.`,
  );
  return undefined;
}

function dayOf(
  text: string,
  at: Cell,
  { pattern }: FleetLayout,
  notes: RowNotes,
): number | undefined {
  const stamp = pattern.parse(text);
  if (stamp) return Math.floor(stamp.wall / DAY);
  const what = `${quoted(text)} in column ${quoted(at.column)} is not a day of the form ${pattern.format}. The row was set aside; correct it or date_format.`;
  notes.row('IN-DATE', 'critical', at, what);
  return undefined;
}

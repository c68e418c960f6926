import type { Certificate } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { DAY, dayText } from '../clock/calendar.ts';
import { stampText } from '../clock/date-cells.ts';
import { cellReader, noteNegative } from '../columns.ts';
import type { InputFile } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import type { Table } from '../table/table.ts';
import { quoted } from '../wording.ts';
import type { CertificatesLayout } from './layout.ts';
import { fitsContract } from './technology.ts';

type Text = (column: string | undefined) => string;

/** The record of one line; none where a finding says what stands against it. */
export function certificateRow(
  row: Row,
  table: Table,
  layout: CertificatesLayout,
  { path, sha256 }: InputFile,
  notes: RowNotes,
): Certificate[] {
  const { map } = layout;
  const { line } = row;
  const text: Text = (column) => (column === undefined ? '' : table.cell(row, column));
  const energyMwh = quantityOf(text, line, layout, notes);
  const vintage = vintageOf(row, table, layout, notes);
  const country = countryOf(text(map.country), line, layout, notes);
  const factor = factorOf(text, line, layout, notes);
  const isNamed = hasSerials(text, line, layout, notes);
  const source = { line, column: map.technology };
  const isFitting = fitsContract(text(map.technology), source, layout, notes);
  if (!energyMwh || !vintage || !country || !isNamed || !isFitting || factor === 'refused')
    return [];
  const statusText = text(map.status);
  const day = map.retired_on ? stampText(table, row, [map.retired_on], layout.retiredOn) : '';
  const at = table.place({ line, column: map.quantity.column });
  const filled = (key: string, value: string) => (value === '' ? {} : { [key]: value });
  return [
    {
      site: layout.site,
      contract: layout.contract,
      registry: text(map.registry),
      serialStart: text(map.serial_start),
      serialEnd: text(map.serial_end),
      energyMwh,
      vintage,
      ...filled('technologyText', text(map.technology)),
      technology: layout.technology,
      ...filled('facility', text(map.facility)),
      country,
      isRetired: layout.retired.has(statusText.toLowerCase()),
      statusText,
      ...filled('retiredOn', retiredOn(day, line, layout, notes)),
      beneficiary: text(map.beneficiary),
      ...(factor ? { emissionFactor: factor } : {}),
      evidence: { file: path, sha256, at },
    },
  ];
}

function quantityOf(
  text: Text,
  line: number,
  { csv, map, mwh }: CertificatesLayout,
  notes: RowNotes,
): Rational | undefined {
  const at = { line, column: map.quantity.column };
  const value = cellReader(csv, notes)(text(map.quantity.column), at);
  if (value === 'null') {
    notes.row('IN-NULL', 'critical', at, `it states no quantity. The row was set aside; add it.`);
  }
  if (value === 'null' || value === 'refused') return undefined;
  if (value.s < 0n) noteNegative(notes, at);
  return value.mul(mwh);
}

function vintageOf(
  row: Row,
  table: Table,
  { map, vintage }: CertificatesLayout,
  notes: RowNotes,
): string | undefined {
  const text = stampText(table, row, [map.vintage], vintage);
  const stamp = vintage.parse(text);
  if (stamp) return dayText(Math.floor(stamp.wall / DAY)).slice(0, 7);
  const what = `the vintage ${quoted(text)} is not of the form ${vintage.format}. The row was set aside; correct it or vintage_format.`;
  notes.row('IN-DATE', 'critical', { line: row.line, column: map.vintage }, what);
  return undefined;
}

/** The day as `yyyy-MM-dd`; the text as it stands where it is not of the declared form. */
function retiredOn(
  text: string,
  line: number,
  { map, retiredOn: pattern }: CertificatesLayout,
  notes: RowNotes,
): string {
  const stamp = pattern.parse(text);
  if (stamp) return dayText(Math.floor(stamp.wall / DAY));
  if (text !== '' && map.retired_on !== undefined && map.retired_on_format !== undefined) {
    const topic = (n: string, lines: string) =>
      `The day of retirement ${quoted(text)} is not of the form ${pattern.format}, in ${n} (${lines}). It is kept as it stands; correct it or retired_on_format.`;
    notes.tally('IN-DATE', 'quality', { line, column: map.retired_on }, topic);
  }
  return text;
}

function countryOf(
  text: string,
  line: number,
  { map }: CertificatesLayout,
  notes: RowNotes,
): string | undefined {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
  const what = `the country ${quoted(text)} is not an ISO 3166-1 code of two letters. The row was set aside; correct it.`;
  notes.row('IN-COUNTRY', 'critical', { line, column: map.country }, what);
  return undefined;
}

function factorOf(
  text: Text,
  line: number,
  { csv, map }: CertificatesLayout,
  notes: RowNotes,
): Rational | undefined | 'refused' {
  if (map.emission_factor === undefined) return undefined;
  const at = { line, column: map.emission_factor };
  const value = cellReader(csv, notes)(text(map.emission_factor), at);
  return value === 'null' ? undefined : value;
}

function hasSerials(
  text: Text,
  line: number,
  { map }: CertificatesLayout,
  notes: RowNotes,
): boolean {
  const blank = [map.registry, map.serial_start, map.serial_end].find((c) => text(c) === '');
  if (blank === undefined) return true;
  const what = `column ${quoted(blank)} is blank, so its certificates cannot be told from others. The row was set aside; add it.`;
  notes.row('IN-NULL', 'critical', { line, column: blank }, what);
  return false;
}

import type { CsvLayout } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { canonicalUnit } from '../../units/unit.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { firstRowOf } from '../table/cells.ts';
import { headerKey } from '../table/header.ts';
import { firstRows } from '../table/sheet-rows.ts';
import { delimitedText } from '../table/table.ts';
import { listed } from '../wording.ts';

/** What the header of a plain interval table names. */
export interface PlainHeader {
  readonly csv: CsvLayout;
  readonly time: {
    readonly column: string;
    readonly label: 'start' | 'end';
    readonly isSaid: boolean;
  };
  /** A column of ends beside one of starts. */
  readonly end: string | undefined;
  readonly energy: { readonly column: string; readonly unit: string };
  readonly meter: string | undefined;
}

const LINES = 60;
const SUFFIX = '( ?(date|time|datetime|timestamp|utc|gmt|local))*';
const START = new RegExp(
  `^((interval|period|reading|measurement) )?(start|begin|beginning|from)${SUFFIX}$`,
);
const END = new RegExp(`^((interval|period|reading|measurement) )?(end|ending|until|to)${SUFFIX}$`);
const STAMP = new RegExp(`^(date ?time|time ?stamp|time|ts|hour|interval)${SUFFIX}$`);
const METER = /^(meter|esiid|esi id|nmi|mpan|ean)( ?(id|no|number|point))?$/;
const PRICE = /price|cost|tariff|charge|amount|\bper\b|\//;

/** The header of the table; or what has to be said beside the file before it can be read. */
export function plainHeader(file: InputFile): Outcome<PlainHeader> {
  const lines = linesOf(file);
  if ('severity' in lines) return { refused: lines };
  let nearest: readonly string[] = [];
  for (const { cells, delimiter } of lines) {
    if (cells.length < 2) continue;
    const timed = timeIn(cells);
    if (timed) return withEnergy(cells, timed, delimiter, file.path);
    if (nearest.length === 0) nearest = cells;
  }
  const seen = nearest.length === 0 ? 'no line is a table' : `headers: ${listed(nearest)}`;
  const message = `${file.path} holds no readings that can be recognised: no column is named as a start, an end or a timestamp (${seen}). Name a profile, or map the columns in workspace.yaml.`;
  return refusal('IN-NO-READINGS', message, file.path);
}

/** A line that may be a header, and what stands between its cells. */
interface Line {
  readonly cells: readonly string[];
  readonly delimiter: ',' | ';' | '\t' | '|';
}

function linesOf(file: InputFile): readonly Line[] | Finding {
  if (file.sheets) {
    return firstRows(file, LINES).map(({ cells }) => ({
      cells: cells.filter((text) => text.trim() !== ''),
      delimiter: ',',
    }));
  }
  const delimited = delimitedText(file, undefined);
  if (delimited.refused) return delimited.refused;
  const { text, delimiter } = delimited.value;
  return text.split('\n', LINES).map((line) => widest(line, delimiter));
}

function widest(line: string, declared: string): Line {
  const delimiters = [...new Set([declared, ',', ';', '\t', '|'])].filter(isDelimiter);
  return delimiters
    .map((delimiter) => ({ delimiter, cells: firstRowOf(line, delimiter) ?? [] }))
    .reduce((best, next) => (next.cells.length > best.cells.length ? next : best));
}

function isDelimiter(text: string): text is ',' | ';' | '\t' | '|' {
  return [',', ';', '\t', '|'].includes(text);
}

/** Header text as words: `interval_start (UTC)` is `interval start utc`. */
function words(header: string): string {
  return headerKey(header.replace(/[_\-.()[\]:]/g, ' '));
}

function timeIn(cells: readonly string[]): Pick<PlainHeader, 'time' | 'end'> | undefined {
  const named = (spelled: RegExp) => cells.find((cell) => spelled.test(words(cell)));
  const end = named(END);
  const start = named(START);
  if (start !== undefined) return { time: { column: start, label: 'start', isSaid: true }, end };
  if (end !== undefined)
    return { time: { column: end, label: 'end', isSaid: true }, end: undefined };
  const stamp = named(STAMP);
  if (stamp === undefined) return undefined;
  return { time: { column: stamp, label: 'start', isSaid: false }, end: undefined };
}

function withEnergy(
  cells: readonly string[],
  timed: Pick<PlainHeader, 'time' | 'end'>,
  delimiter: ',' | ';' | '\t' | '|',
  file: string,
): Outcome<PlainHeader> {
  const energies = cells.flatMap((column) => {
    const unit = unitIn(column, 'energy');
    return unit === undefined ? [] : [{ column, unit }];
  });
  const [energy] = energies;
  if (!energy) {
    return refusal('IN-UNIT', noEnergy(cells, file), file);
  }
  if (energies.length > 1) {
    const columns = listed(energies.map(({ column }) => column));
    const message = `Several columns of ${file} name an energy unit: ${columns}. Map the one that counts in workspace.yaml.`;
    return refusal('IN-UNIT', message, file);
  }
  const meter = cells.find((cell) => METER.test(words(cell)));
  return { value: { csv: { delimiter }, ...timed, energy, meter } };
}

/** A column of power is told as that: read as energy it would be wrong by its interval and its prefix. */
function noEnergy(cells: readonly string[], file: string): string {
  const power = cells.find((column) => unitIn(column, 'power') !== undefined);
  const column = power ?? cells.at(-1) ?? 'value';
  const unit = (power === undefined ? undefined : unitIn(power, 'power')) ?? 'kWh';
  const how = power === undefined ? 'its unit' : 'its unit of power and interval_minutes';
  return `No column of ${file} names an energy unit (headers: ${listed(cells)}), and a unit is never assumed. Map the column in workspace.yaml with ${how}, such as energy: { column: ${column}, unit: ${unit} }.`;
}

function unitIn(header: string, kind: 'energy' | 'power'): string | undefined {
  if (PRICE.test(headerKey(header))) return undefined;
  const tokens = words(header)
    .split(' ')
    .filter((token) => token.length > 1);
  return tokens.map((token) => canonicalUnit(kind, token)).find((unit) => unit !== undefined);
}

function refusal(
  code: 'IN-UNIT' | 'IN-NO-READINGS',
  message: string,
  file: string,
): { readonly refused: Finding } {
  return { refused: finding(code, 'critical', message, { file }) };
}

import { finding } from '../../model/finding.ts';
import type { Direction } from '../../model/records.ts';
import { canonicalUnit } from '../../units/unit.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { findHeader, headerKey } from '../table/header.ts';
import { delimitedText } from '../table/table.ts';
import { listed, quoted } from '../wording.ts';

/** Columns that every variant of the download names. */
export const TYPE = 'TYPE';
export const DATE = 'DATE';
export const START = 'START TIME';
const END = 'END TIME';
const UNITS = 'UNITS';
const NOTES = 'NOTES';
/** Columns at the end of a row that the download leaves out where they would be blank. */
const TRAILING = ['cost', 'notes'];
const QUANTITY = /^(usage|import|export)(?: ?\((\w+)\))?$/;
const FLOWS: Readonly<Record<string, Direction>> = {
  usage: 'import',
  import: 'import',
  export: 'export',
};

/** A column of energy. */
export interface EnergyColumn {
  readonly at: number;
  readonly name: string;
  /** As it stands in the header; undefined: in the column of units. */
  readonly unit: string | undefined;
  readonly direction: Direction;
  /** The column holds import less export, so that a negative value is export. */
  readonly isNet: boolean;
}

/** Where the cells of a row stand. */
export interface DownloadLayout {
  readonly text: string;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly line: number;
  /** Cells that a row must have. */
  readonly needed: number;
  readonly type: number;
  readonly date: number;
  readonly start: number;
  readonly end: number | undefined;
  readonly units: number | undefined;
  readonly notes: number | undefined;
  readonly energies: readonly EnergyColumn[];
}

/** The layout that the header of a download shows; refused where it names no energy, or one without a unit. */
export function downloadLayout(file: InputFile): Outcome<DownloadLayout> {
  const delimited = delimitedText(file, undefined);
  if (delimited.refused) return delimited;
  const { text, delimiter } = delimited.value;
  const header = findHeader(text, delimiter, [TYPE, DATE, START], file.path);
  if (header.refused) return header;
  const { cells, line, offset } = header.value;
  const keys = cells.map(headerKey);
  const at = (name: string) => {
    const found = keys.indexOf(headerKey(name));
    return found < 0 ? undefined : found;
  };
  const energies = energiesIn(cells);
  const fault = faultIn(cells, energies, at(UNITS) !== undefined);
  if (fault !== undefined) {
    const message = `Line ${String(line)} of ${file.path} ${fault}.`;
    return { refused: finding('IN-UNIT', 'critical', message, { file: file.path, line }) };
  }
  const layout = {
    text: text.slice(offset),
    delimiter,
    headers: cells,
    line,
    needed: keys.findLastIndex((key) => key !== '' && !TRAILING.includes(key)) + 1,
    type: at(TYPE) ?? 0,
    date: at(DATE) ?? 0,
    start: at(START) ?? 0,
    end: at(END),
    units: at(UNITS),
    notes: at(NOTES),
    energies,
  };
  return { value: layout };
}

function energiesIn(cells: readonly string[]): EnergyColumn[] {
  const named = cells.map((cell) => QUANTITY.exec(headerKey(cell)));
  const hasFlows = named.some((match) => match !== null && match[1] !== 'usage');
  return cells.flatMap((name, at) => {
    const [, quantity, unit] = named[at] ?? [];
    const direction = FLOWS[quantity ?? ''];
    if (direction === undefined || (hasFlows && quantity === 'usage')) return [];
    return [{ at, name, unit, direction, isNet: quantity === 'usage' }];
  });
}

function faultIn(
  cells: readonly string[],
  energies: readonly EnergyColumn[],
  hasUnits: boolean,
): string | undefined {
  if (energies.length === 0) {
    return `names no column USAGE, IMPORT or EXPORT (headers: ${listed(cells)}). Download the interval data again`;
  }
  const bare = energies.find(({ unit }) => unit === undefined);
  if (bare && !hasUnits) {
    return `names no unit for ${quoted(bare.name)}, neither in brackets nor in a column UNITS, and a unit is never assumed. Download the file again with its units`;
  }
  const other = energies.find(
    ({ unit }) => unit !== undefined && canonicalUnit('energy', unit) === undefined,
  );
  return other
    ? `gives ${quoted(other.name)}, whose unit is none of electrical energy. Download the electric usage`
    : undefined;
}

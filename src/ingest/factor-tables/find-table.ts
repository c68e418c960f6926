import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { cellName } from '../../model/cell-name.ts';
import type { Row } from '../table/cells.ts';
import { headerKey, PREAMBLE } from '../table/header.ts';
import { listed, quoted } from '../wording.ts';
import { type Grid, gridsOf } from './grid.ts';

/** A column of a publisher's table: what its header says, alone or below the header above it. */
export interface WantedColumn {
  /** Texts in the form of `headerKey`; or a pattern of them. */
  readonly names: readonly string[] | RegExp;
  /** What it is called in messages, where its names are a pattern. */
  readonly label?: string;
  readonly isOptional?: boolean;
}

/** Columns by the part that they play. */
export type WantedColumns<R extends string> = Readonly<Record<R, WantedColumn>>;

/** A table of a file, with the wanted columns found. */
export interface FoundTable<R extends string> {
  readonly sheet: string | undefined;
  readonly rows: readonly Row[];
  /** What stands before the header, as one text. */
  readonly preamble: string;
  /** Whether an optional column is there. */
  has(role: R): boolean;
  /** The header of a column with what stands above and below it, where units and codes have rows of their own. */
  header(role: R): string;
  /** The cell, trimmed. */
  cell(row: Row, role: R): string;
  /** Whether a workbook holds the cell as a number. */
  isNumber(row: Row, role: R): boolean;
  /** `D7, F7` in a workbook, `line 7` in text. */
  cite(row: Row, roles: readonly R[]): string;
}

interface Found<R extends string> {
  readonly grid: Grid;
  readonly at: number;
  readonly places: ReadonlyMap<R, number>;
  /** Wanted columns that are not there. */
  readonly missing: readonly R[];
  /** A wanted column that two columns could be. */
  readonly twice?: R;
}

/** Every table of the file that holds the wanted columns; one finding where none does, or where a column is there twice. */
export function findTables<R extends string>(
  file: InputFile,
  wanted: WantedColumns<R>,
  isSheet: (name: string) => boolean = () => true,
): Outcome<readonly FoundTable<R>[]> {
  const grids = gridsOf(file);
  if (grids.refused) return grids;
  const among = grids.value.filter(({ sheet }) => sheet === undefined || isSheet(sheet));
  const best = among.flatMap((grid) => bestOf(grid, wanted) ?? []);
  const whole = best.filter(({ missing }) => missing.length === 0);
  if (whole.length === 0) return { refused: noTable(file, best, wanted) };
  const twice = whole.find((one) => one.twice !== undefined);
  if (twice?.twice !== undefined)
    return { refused: severalColumns(file, twice, wanted[twice.twice]) };
  return { value: whole.map(tableOf) };
}

function bestOf<R extends string>(grid: Grid, wanted: WantedColumns<R>): Found<R> | undefined {
  let best: Found<R> | undefined;
  for (const at of grid.rows.slice(0, PREAMBLE).keys()) {
    const one = foundAt(grid, at, wanted);
    if (one.missing.length === 0) return one;
    if (!best || one.missing.length < best.missing.length) best = one;
  }
  return best;
}

function foundAt<R extends string>(grid: Grid, at: number, wanted: WantedColumns<R>): Found<R> {
  const names = columnNames(grid, at);
  const places = new Map<R, number>();
  const missing: R[] = [];
  let twice: R | undefined;
  for (const [role, column] of Object.entries(wanted) as [R, WantedColumn][]) {
    const taken = [...places.values()];
    const [first, ...others] = columnsOf(names, column).filter((place) => !taken.includes(place));
    if (first !== undefined) places.set(role, first);
    else if (column.isOptional !== true) missing.push(role);
    if (others.length > 0) twice ??= role;
  }
  return { grid, at, places, missing, ...(twice !== undefined && { twice }) };
}

interface Names {
  readonly own: string;
  readonly joined: string;
}

function columnNames({ rows }: Grid, at: number): Names[] {
  const own = rows[at]?.cells ?? [];
  const above = neighbour(rows, at, -1);
  return own.map((text, i) => ({
    own: headerKey(text),
    joined: headerKey(`${above[i] ?? ''} ${text}`),
  }));
}

/** The cells of the row next to another, where no blank row stands between. */
function neighbour(rows: readonly Row[], at: number, step: 1 | -1): readonly string[] {
  const row = rows[at + step];
  return row?.line === (rows[at]?.line ?? 0) + step ? row.cells : [];
}

function columnsOf(names: readonly Names[], { names: wanted }: WantedColumn): number[] {
  const matching = (test: (name: Names) => boolean) =>
    names.flatMap((name, i) => (name.own !== '' && test(name) ? [i] : []));
  if (wanted instanceof RegExp) {
    const own = matching(({ own: text }) => wanted.test(text));
    return own.length > 0 ? own : matching(({ joined }) => wanted.test(joined));
  }
  return matching(({ own }) => wanted.includes(own));
}

function tableOf<R extends string>({ grid, at, places }: Found<R>): FoundTable<R> {
  const { sheet, rows } = grid;
  const line = rows[at]?.line ?? 0;
  const around = [neighbour(rows, at, -1), rows[at]?.cells ?? [], neighbour(rows, at, 1)];
  const placeOf = (role: R) => places.get(role) ?? -1;
  return {
    sheet,
    rows: rows.slice(at + 1).filter(({ cells }) => cells.some((text) => text.trim() !== '')),
    preamble: rows
      .slice(0, at)
      .flatMap(({ cells }) => cells)
      .join(' '),
    has: (role) => places.has(role),
    header: (role) => headerKey(around.map((cells) => cells[placeOf(role)] ?? '').join(' ')),
    cell: ({ cells }, role) => (cells[placeOf(role)] ?? '').replace(/\s+/gu, ' ').trim(),
    isNumber: ({ numbers }, role) => numbers?.has(placeOf(role)) === true,
    cite({ line: own }, roles) {
      if (sheet === undefined) return `line ${String(own)}`;
      const held = roles.filter((role) => places.has(role));
      return held.map((role) => cellName(own, placeOf(role))).join(', ') || `row ${String(line)}`;
    },
  };
}

function textOf({ names, label }: WantedColumn): string {
  return label ?? (names instanceof RegExp ? names.source : names.join(' or '));
}

function noTable<R extends string>(
  { path }: InputFile,
  best: readonly Found<R>[],
  wanted: WantedColumns<R>,
) {
  const roles = Object.keys(wanted) as R[];
  const nearest = best.reduce<Found<R> | undefined>(
    (a, b) => (a && a.missing.length <= b.missing.length ? a : b),
    undefined,
  );
  const missing = nearest?.missing ?? roles.filter((role) => wanted[role].isOptional !== true);
  const near =
    nearest && nearest.missing.length < Object.keys(wanted).length
      ? `; the nearest header is ${whereOf(nearest)}`
      : '';
  const message = `No table of ${path} has the columns ${listed(missing.map((role) => textOf(wanted[role])))}${near}. Bring the publisher's own file.`;
  return finding('IN-NO-HEADER', 'critical', message, { file: path });
}

function whereOf<R extends string>({ grid: { sheet, rows }, at }: Found<R>): string {
  const line = `line ${String(rows[at]?.line ?? 0)}`;
  return sheet === undefined ? line : `${line} of sheet ${quoted(sheet)}`;
}

function severalColumns<R extends string>(
  { path }: InputFile,
  found: Found<R>,
  column: WantedColumn,
) {
  const message = `Two columns of ${whereOf(found)} of ${path} could be ${quoted(textOf(column))}, and nothing says which is meant. Leave one of them out.`;
  return finding('IN-NO-HEADER', 'critical', message, { file: path });
}

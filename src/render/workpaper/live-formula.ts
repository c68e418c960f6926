import type { LedgerStep } from '../../model/documents/ledger.ts';
import { instantOf } from '../../model/instant.ts';
import type { HourRange, Hours } from './hours-sheets.ts';

/** The longest formula that a spreadsheet takes. */
const LONGEST = 8192;

/** `C4,C7:C9` of rows 4, 7, 8 and 9 of a column: runs as ranges, so that a sum of many stays short. */
function cellsOf(rows: readonly number[], letter: string): string {
  const sorted = [...rows].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const row of sorted) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  const name = (row: number) => `${letter}${String(row)}`;
  return runs.map(([a, b]) => (a === b ? name(a) : `${name(a)}:${name(b)}`)).join(',');
}

/** `SUM` takes 255 arguments; more are summed in groups. */
function sumFormula(rows: readonly number[], letter: string): string {
  const parts = cellsOf(rows, letter).split(',');
  const groups: string[] = [];
  for (let i = 0; i < parts.length; i += 250) {
    groups.push(`SUM(${parts.slice(i, i + 250).join(',')})`);
  }
  return groups.join('+');
}

type Formula = (cells: readonly string[], rows: readonly number[], letter: string) => string;

const two =
  (take: (a: string, b: string) => string): Formula =>
  ([a = '', b = '']) =>
    take(a, b);

const OF_STEPS: Readonly<Partial<Record<LedgerStep['op'], Formula>>> = {
  sum: (_, rows, letter) => sumFormula(rows, letter),
  difference: two((a, b) => `${a}-${b}`),
  product: two((a, b) => `${a}*${b}`),
  quotient: two((a, b) => `IF(${b}=0,NA(),${a}/${b})`),
  minimum: two((a, b) => `MIN(${a},${b})`),
  maximum: two((a, b) => `MAX(${a},${b})`),
};

const scaled = ({ range, scale }: HourRange) => `${range}/${scale.toString()}`;

function smaller(a: HourRange, b: HourRange): string {
  const [x, y] = [scaled(a), scaled(b)];
  return `((${x}<${y})*${x}+(${x}>=${y})*${y})`;
}

const OF_HOURS: Readonly<Partial<Record<LedgerStep['op'], (of: readonly HourRange[]) => string>>> =
  {
    'column-sum': ([a]) => (a ? `SUM(${a.range})/${a.scale.toString()}` : ''),
    'column-count': ([a]) => (a ? `COUNT(${a.range})` : ''),
    'column-dot': ([a, b]) => (a && b ? `SUMPRODUCT(${scaled(a)},${scaled(b)})` : ''),
    'column-minimum-sum': ([a, b]) => (a && b ? `SUMPRODUCT(${smaller(a, b)})` : ''),
    'column-minimum-dot': ([a, b, c]) =>
      a && b && c ? `SUMPRODUCT(${smaller(a, b)},${scaled(c)})` : '',
  };

function ofHours({ op, column }: LedgerStep, { rangeOf }: Hours): string | undefined {
  const formula = OF_HOURS[op];
  if (!formula || !column) return undefined;
  const [start, end] = [instantOf(column.from), instantOf(column.to)];
  if (start === undefined || end === undefined) return undefined;
  const interval = { start, end };
  const ranges = [column.id, ...(column.with ?? [])].map((id) => rangeOf(id, interval));
  const known = ranges.filter((range) => range !== undefined);
  return known.length === ranges.length ? formula(known) : undefined;
}

/**
 * The formula by which a spreadsheet computes a step from the rows of its inputs, in the column of that letter, or from
 * the hours. Undefined for a leaf, and for what a spreadsheet cannot hold in one cell.
 */
export function liveFormula(
  step: LedgerStep,
  rowOf: (id: string) => number,
  letter: string,
  hours: Hours,
): string | undefined {
  const rows = step.inputs.map(rowOf);
  const cells = rows.map((row) => `${letter}${String(row)}`);
  const text = OF_STEPS[step.op]?.(cells, rows, letter) ?? ofHours(step, hours);
  return text !== undefined && text !== '' && text.length < LONGEST ? text : undefined;
}

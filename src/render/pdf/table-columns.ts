import type { SheetColumn, SheetTable, SheetWords } from '../../model/sheet.ts';
import { anchorsOf, numberParts } from './decimal-point.ts';
import { oneLine, widestWord } from './line-breaking.ts';
import type { Measure } from './line-breaking.ts';
import { GRADE_SIZE } from './marks.ts';
import { HANG, HANG_WIDTH, PAGE } from './page-grid.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

/** Where a column of the sheet stands on the page. */
export interface PlacedColumn {
  /** Its place among the sheet's columns. */
  readonly index: number;
  readonly column: SheetColumn;
  readonly left: number;
  readonly right: number;
  /** Decimal point of a column of numbers. */
  readonly point: number;
}

/** Part of a table that fits the measure; a table too wide is set as several, one under the other. */
export interface TableFit {
  readonly columns: readonly PlacedColumn[];
  /** Undefined where no row has an item number. */
  readonly itemWidth: number | undefined;
  readonly labelLeft: number;
  readonly labelWidth: number;
  readonly cell: TextStyle;
}

export interface FitInput {
  readonly table: SheetTable;
  readonly words: SheetWords;
  readonly decimalMark: string;
  readonly measure: Measure;
}

/** What the contents of a column ask for. */
interface Demand {
  readonly index: number;
  readonly column: SheetColumn;
  readonly least: number;
  readonly natural: number;
  /** Room right of the decimal point. */
  readonly tail: number;
}

const LEAST_GAP = 9;
const WIDEST_GAP = 26;
const WIDEST_TEXT = 150;
const LEAST_LABEL = 84;
const GOOD_LABEL = 150;
const SUB_INDENT = 8;

/** The table in parts that fit, in as large a type as allows the fewest parts. */
export function fitTable(input: FitInput): readonly TableFit[] {
  const all = input.table.columns.map((_, index) => index);
  const small = { ...STYLES.cell, size: 7 };
  const whole = fitColumns(input, all, STYLES.cell) ?? fitColumns(input, all, small);
  if (whole) return [whole];
  const parts: TableFit[] = [];
  let taken: number[] = [];
  for (const index of all) {
    if (taken.length > 0 && !fitColumns(input, [...taken, index], small)) {
      parts.push(forced(input, taken, small));
      taken = [];
    }
    taken.push(index);
  }
  return [...parts, forced(input, taken, small)];
}

function forced(input: FitInput, indexes: readonly number[], cell: TextStyle): TableFit {
  return fitColumns(input, indexes, cell) ?? place(tightest(input, indexes, cell));
}

function fitColumns(
  input: FitInput,
  indexes: readonly number[],
  cell: TextStyle,
): TableFit | undefined {
  const tight = tightest(input, indexes, cell);
  const roomy = widened(tight);
  if (roomy) return place(roomy);
  const label = labelRoom(tight);
  if (label >= tight.leastLabel) return place(tight);
  const shrunk = shrink(tight, tight.leastLabel - label);
  return shrunk && place(shrunk);
}

interface Attempt {
  readonly cell: TextStyle;
  readonly demands: readonly Demand[];
  readonly widths: readonly number[];
  readonly gap: number;
  readonly labelLeft: number;
  readonly itemWidth: number | undefined;
  readonly naturalLabel: number;
  readonly leastLabel: number;
}

/** Columns as wide as their contents, with the smallest gaps. */
function tightest(input: FitInput, indexes: readonly number[], cell: TextStyle): Attempt {
  const { table, measure } = input;
  const demands = indexes.map((index) => demandOf(input, index, cell));
  const item = Math.max(
    0,
    ...table.rows.map((row) => oneLine(row.item, STYLES.note, measure).width),
  );
  const itemWidth = item > 0 ? Math.min(item, HANG_WIDTH) : undefined;
  const labels = table.rows.map(({ label, weight }) => {
    const style: TextStyle =
      weight === 'normal' || weight === 'sub' ? cell : { ...cell, face: 'semibold' };
    const indent = weight === 'sub' ? SUB_INDENT : 0;
    return {
      natural: oneLine(label, style, measure).width + indent,
      word: widestWord(label, style, measure) + indent,
    };
  });
  const naturalLabel = Math.max(0, ...labels.map(({ natural }) => natural)) + 0.5;
  const word = Math.max(0, ...labels.map((one) => one.word));
  return {
    cell,
    demands,
    widths: demands.map(({ natural }) => natural),
    gap: LEAST_GAP,
    labelLeft: itemWidth === undefined ? 0 : itemWidth + LEAST_GAP,
    itemWidth,
    naturalLabel,
    leastLabel: Math.min(naturalLabel, Math.max(LEAST_LABEL, Math.min(word, GOOD_LABEL))),
  };
}

function labelRoom({ widths, gap, labelLeft }: Attempt): number {
  return PAGE.measure - labelLeft - sum(widths) - widths.length * gap;
}

/** Labels on the hang line and wider gaps, where there is room; numbers of like width in columns of one width. */
function widened(tight: Attempt): Attempt | undefined {
  const hung: Attempt = {
    ...tight,
    labelLeft: tight.itemWidth === undefined ? 0 : HANG,
    itemWidth: tight.itemWidth === undefined ? undefined : HANG_WIDTH,
  };
  const wanted = Math.min(tight.naturalLabel, GOOD_LABEL);
  if (labelRoom(hung) < wanted) return undefined;
  const even = { ...hung, widths: evened(hung) };
  const best = labelRoom(even) >= tight.naturalLabel ? even : hung;
  const spare = Math.max(0, labelRoom(best) - tight.naturalLabel);
  const gap = LEAST_GAP + spare / Math.max(1, best.demands.length);
  return { ...best, gap: Math.min(WIDEST_GAP, gap) };
}

function evened({ demands, widths }: Attempt): readonly number[] {
  const numbers = widths.filter((_, i) => demands[i]?.column.align === 'number');
  const widest = Math.max(0, ...numbers);
  const isAlike = numbers.every((width) => width * 1.6 >= widest);
  return widths.map((width, i) =>
    isAlike && demands[i]?.column.align === 'number' ? widest : width,
  );
}

/** Takes what lacks from the widest columns first; undefined when all together cannot give it. */
function shrink(attempt: Attempt, lacking: number): Attempt | undefined {
  const room = sum(attempt.widths) - lacking;
  const cut = (level: number) =>
    attempt.demands.map(({ natural, least }) => Math.min(natural, Math.max(least, level)));
  if (sum(cut(0)) > room) return undefined;
  let low = 0;
  let high: number = PAGE.measure;
  // to a thousandth of a point
  for (let step = 0; step < 20; step += 1) {
    const level = (low + high) / 2;
    if (sum(cut(level)) > room) high = level;
    else low = level;
  }
  return { ...attempt, widths: cut(low) };
}

function sum(widths: readonly number[]): number {
  return widths.reduce((a, b) => a + b, 0);
}

function demandOf(
  { table, words, decimalMark, measure }: FitInput,
  index: number,
  cell: TextStyle,
): Demand {
  const column = table.columns[index] ?? EMPTY_COLUMN;
  const heads: readonly [string, TextStyle][] = [
    column.align === 'grade'
      ? [column.head || words.grade, STYLES.note]
      : [column.head, STYLES.head],
    [column.sub, STYLES.note],
  ];
  const head = heads.map(([text, style]) => ({
    natural: oneLine(text, style, measure).width,
    least: widestWord(text, style, measure),
  }));
  const cells =
    column.align === 'grade'
      ? [{ natural: GRADE_SIZE, least: GRADE_SIZE, tail: 0 }]
      : table.rows.map((row) => {
          const strong: TextStyle =
            row.weight === 'head' || row.weight === 'total' ? { ...cell, face: 'semibold' } : cell;
          return cellDemand(row.cells[index] ?? '', column, strong, { decimalMark, measure });
        });
  const tail = Math.max(0, ...cells.map((one) => one.tail));
  const largest = (of: 'natural' | 'least') =>
    Math.max(
      0,
      ...head.map((one) => one[of]),
      ...cells.map((one) => one[of] + (one.tail === 0 ? 0 : tail - one.tail)),
    );
  // whole numbers stand left of the point too
  const room = column.align === 'number' && tail > 0 ? wholeWidth(cells) + tail : 0;
  return {
    index,
    column,
    least: Math.max(largest('least'), room),
    natural: Math.max(Math.min(largest('natural'), WIDEST_TEXT), largest('least'), room),
    tail,
  };
}

const EMPTY_COLUMN: SheetColumn = { head: '', sub: '', align: 'text', decimals: 0 };

interface CellDemand {
  readonly natural: number;
  readonly least: number;
  readonly tail: number;
  readonly whole?: number;
}

function wholeWidth(cells: readonly CellDemand[]): number {
  return Math.max(0, ...cells.map(({ whole = 0 }) => whole));
}

function cellDemand(
  text: string,
  column: SheetColumn,
  style: TextStyle,
  { decimalMark, measure }: Pick<FitInput, 'decimalMark' | 'measure'>,
): CellDemand {
  const parts =
    column.align === 'number' ? numberParts(text, column.decimals, decimalMark) : undefined;
  if (!parts) {
    const natural = oneLine(text, style, measure).width;
    // a very long word is parted rather than giving the whole table away
    return { natural, least: Math.min(widestWord(text, style, measure), 72), tail: 0 };
  }
  const anchors = oneLine(anchorsOf(text), style, measure).width;
  const whole = measure(parts.head, style);
  const tail = parts.tail ? measure(parts.tail, style) : 0;
  const natural = whole + tail + Math.max(0, anchors - LEAST_GAP + 4);
  return { natural, least: natural, tail, whole };
}

function place(attempt: Attempt): TableFit {
  const { demands, widths, gap, labelLeft, itemWidth, cell } = attempt;
  const label = Math.max(labelRoom(attempt), 24);
  let x = PAGE.left + labelLeft + label;
  const columns = demands.map(({ index, column, tail }, i): PlacedColumn => {
    const left = x + gap;
    const right = left + (widths[i] ?? 0);
    x = right;
    return { index, column, left, right, point: right - tail };
  });
  return { columns, itemWidth, labelLeft: PAGE.left + labelLeft, labelWidth: label, cell };
}

import { boxPath } from '../../charts/geometry.ts';
import type { Grade } from '../../model/documents/factor-set.ts';
import type { SheetRow } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { anchorsOf, numberParts } from './decimal-point.ts';
import { drawLine, drawLines } from './draw-lines.ts';
import { breakLines, oneLine } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { drawGrade, GRADE_SIZE } from './marks.ts';
import { PAGE } from './page-grid.ts';
import type { PlacedColumn, TableFit } from './table-columns.ts';
import type { Tag } from './tag.ts';
import { STROKES, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const ROW_HEIGHT = 14;
const BASELINE = 10;
const SUB_INDENT = 8;

/** A row with its texts broken to the columns. */
export interface SetRow {
  readonly row: SheetRow;
  readonly style: TextStyle;
  readonly item: readonly Line[];
  readonly label: readonly Line[];
  readonly cells: readonly SetCell[];
  readonly height: number;
}

interface SetCell {
  readonly column: PlacedColumn;
  readonly text: string;
  /** Undefined where the cell is a number on its point. */
  readonly lines: readonly Line[] | undefined;
  /** Width left of the decimal point. */
  readonly whole: number;
}

/** The row broken to the columns. */
export function setRow(
  row: SheetRow,
  fit: TableFit,
  { pen }: Composition,
  decimalMark: string,
): SetRow {
  const measure = pen.width.bind(pen);
  const style = rowStyle(row, fit.cell);
  const indent = row.weight === 'sub' ? SUB_INDENT : 0;
  const item = breakLines(row.item, fit.itemWidth ?? Infinity, STYLES.note, measure);
  const label = breakLines(row.label, fit.labelWidth - indent, style, measure);
  const cells = fit.columns.map((placed): SetCell => {
    const text = row.cells[placed.index] ?? '';
    const { align, decimals } = placed.column;
    const parts = align === 'number' ? numberParts(text, decimals, decimalMark) : undefined;
    const isFree = !parts && align !== 'grade';
    return {
      column: placed,
      text,
      lines: isFree
        ? breakLines(text, placed.right - placed.left + 0.01, style, measure)
        : undefined,
      whole: parts ? measure(parts.head, style) : 0,
    };
  });
  const lines = Math.max(
    1,
    item.length,
    label.length,
    ...cells.map((cell) => cell.lines?.length ?? 1),
  );
  return { row, style, item, label, cells, height: ROW_HEIGHT + (lines - 1) * style.lead };
}

function rowStyle({ weight }: SheetRow, cell: TextStyle): TextStyle {
  if (weight === 'head' || weight === 'total') return { ...cell, face: 'semibold' };
  return weight === 'sub' ? { ...cell, colour: 'text.ink2' } : cell;
}

/** Draws the row's ground and the rule above it; the head's own rule stands above the first row of a page. */
export function drawRowGround(
  { row, height }: SetRow,
  fit: TableFit,
  { pen }: Composition,
  { y, isFirst }: { y: number; isFirst: boolean },
): void {
  if (row.weight === 'total') {
    const box = { x: PAGE.left, y, width: PAGE.measure, height };
    pen.artifact('Layout', () => {
      pen.path(boxPath(box), { fill: 'surface.sunken' });
    });
  }
  if (isFirst) return;
  if (row.weight === 'total') pen.rule(y, PAGE.left, PAGE.right, STROKES.rule);
  else {
    const from = row.item || fit.itemWidth === undefined ? PAGE.left : fit.labelLeft;
    pen.rule(y, from, PAGE.right, STROKES.hair, 'rule.hair');
  }
}

/** Draws the row as an element of the table's body. */
export function drawRow(
  set: SetRow,
  fit: TableFit,
  composition: Composition,
  body: Tag,
  top: number,
): void {
  const y = top + BASELINE;
  const tag = body.child('TR');
  if (fit.itemWidth !== undefined) {
    drawLines(composition, tag.child('TD'), set.item, STYLES.note, { x: PAGE.left, y });
  }
  const indent = set.row.weight === 'sub' ? SUB_INDENT : 0;
  const label = tag.child('TH', { scope: 'Row' });
  drawLines(composition, label, set.label, set.style, { x: fit.labelLeft + indent, y });
  for (const cell of set.cells) drawCell(cell, set.style, composition, tag.child('TD'), y);
}

function drawCell(
  cell: SetCell,
  style: TextStyle,
  composition: Composition,
  tag: Tag,
  y: number,
): void {
  const { pen, words } = composition;
  const { column, left, right, point } = cell.column;
  if (column.align === 'grade') {
    if (!isGrade(cell.text)) return;
    const grade = cell.text;
    tag.child('Span', { expanded: words.grades[grade] }).draw(() => {
      drawGrade(pen, grade, right - GRADE_SIZE, y + 0.4);
    });
  } else if (cell.lines) {
    const align = column.align === 'number' ? 'right' : 'left';
    const x = column.align === 'number' ? right : left;
    drawLines(composition, tag, cell.lines, style, { x, y, align });
  } else {
    // anchors hang into the gap, so that they move no digit
    const anchors = anchorsOf(cell.text);
    const number = cell.text.slice(0, cell.text.length - anchors.length);
    const x = point - cell.whole;
    const measure = pen.width.bind(pen);
    drawLine(composition, tag, oneLine(number, style, measure), style, { x, y });
    const after = { x: x + measure(number, style), y };
    drawLine(composition, tag, oneLine(anchors, style, measure), style, after);
  }
}

function isGrade(text: string): text is Grade {
  return text === 'V' || text === 'S' || text === 'C' || text === 'M';
}

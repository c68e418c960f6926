import type { SheetTable, SheetWords } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { drawLine, drawPlainLine } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import type { Line, Measure } from './line-breaking.ts';
import { PAGE } from './page-grid.ts';
import type { TableFit } from './table-columns.ts';
import type { Tag } from './tag.ts';
import { STROKES, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

interface HeadCell {
  readonly lines: readonly { readonly line: Line; readonly style: TextStyle }[];
  readonly x: number;
  readonly align: 'left' | 'right';
}

/** The heads of a table, broken to the columns. */
export interface SetHead {
  readonly cells: readonly HeadCell[];
  readonly height: number;
}

const LINE = 9.5;
const TOP = 3;
const BOTTOM = 5;

/** The heads broken to the columns: item, common unit, then a name and a second line for each column. */
export function setHead(
  table: SheetTable,
  fit: TableFit,
  words: SheetWords,
  measure: Measure,
): SetHead {
  const broken = (parts: readonly (readonly [string, TextStyle])[], width: number) =>
    parts.flatMap(([text, style]) =>
      breakLines(text, width + 0.01, style, measure).map((line) => ({ line, style })),
    );
  const item: HeadCell = {
    lines: broken([[words.item, STYLES.note]], fit.itemWidth ?? 0),
    x: PAGE.left,
    align: 'left',
  };
  const label: HeadCell = {
    lines: broken([[table.unit, STYLES.note]], fit.labelWidth),
    x: fit.labelLeft,
    align: 'left',
  };
  const columns = fit.columns.map(({ column, left, right }): HeadCell => {
    const isGrade = column.align === 'grade';
    const name = column.head || (isGrade ? words.grade : '');
    const parts = [
      [name, isGrade ? STYLES.note : STYLES.head],
      [column.sub, STYLES.note],
    ] as const;
    const isText = column.align === 'text';
    return {
      lines: broken(parts, right - left),
      x: isText ? left : right,
      align: isText ? 'left' : 'right',
    };
  });
  const cells = [...(fit.itemWidth === undefined ? [] : [item]), label, ...columns];
  const most = Math.max(1, ...cells.map(({ lines }) => lines.length));
  return { cells, height: TOP + most * LINE + BOTTOM };
}

/** Draws the heads between their rules, as elements of the table. */
export function drawHead(
  { cells, height }: SetHead,
  composition: Composition,
  table: Tag,
  top: number,
): void {
  composition.pen.rule(top, PAGE.left, PAGE.right, STROKES.strong);
  const row = table.child('THead').child('TR');
  for (const cell of cells) {
    const tag = row.child('TH', { scope: 'Column' });
    cell.lines.forEach(({ line, style }, i) => {
      const goesOn = i < cell.lines.length - 1;
      const y = lineBaseline(cell, i, top + height);
      drawLine(composition, tag, line, style, { x: cell.x, y, align: cell.align, goesOn });
    });
  }
  composition.pen.rule(top + height, PAGE.left, PAGE.right, STROKES.rule);
}

/** Draws the heads again on a later page, where they are no content. */
export function repeatHead(
  { cells, height }: SetHead,
  composition: Composition,
  top: number,
): void {
  const { pen } = composition;
  pen.rule(top, PAGE.left, PAGE.right, STROKES.strong);
  pen.artifact('Pagination', () => {
    for (const cell of cells) {
      cell.lines.forEach(({ line, style }, i) => {
        const y = lineBaseline(cell, i, top + height);
        drawPlainLine(composition, line, style, { x: cell.x, y, align: cell.align });
      });
    }
  });
  pen.rule(top + height, PAGE.left, PAGE.right, STROKES.rule);
}

/** Heads stand on the rule under them, however many lines their neighbours have. */
function lineBaseline({ lines }: HeadCell, index: number, bottom: number): number {
  return bottom - BOTTOM - (lines.length - 1 - index) * LINE;
}

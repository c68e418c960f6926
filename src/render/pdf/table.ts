import type { SheetTable } from '../../model/sheet.ts';
import { once } from './composition.ts';
import type { Composition } from './composition.ts';
import { decimalMarkOf } from './decimal-point.ts';
import { drawLines } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import { PAGE } from './page-grid.ts';
import type { Strip } from './strip.ts';
import { fitTable } from './table-columns.ts';
import type { TableFit } from './table-columns.ts';
import { drawHead, repeatHead, setHead } from './table-head.ts';
import type { SetHead } from './table-head.ts';
import { gradeKeyStrip, noteStrips } from './table-notes.ts';
import { drawRow, drawRowGround, setRow } from './table-rows.ts';
import type { SetRow } from './table-rows.ts';
import type { Tag } from './tag.ts';
import { STROKES, STYLES } from './type-styles.ts';

/** Rows that keep together on either side of a page break. */
const KEPT_ROWS = 3;
const TITLE_BASELINE = 11;
const TITLE_TO_RULE = 9;

/** A table with its notes. One that is too wide is set in parts, each with the labels and a share of the columns. */
export function tableStrips(table: SheetTable, composition: Composition, before: number): Strip[] {
  const { pen, words, language } = composition;
  const decimalMark = decimalMarkOf(language);
  const measure = pen.width.bind(pen);
  const fits = fitTable({ table, words, decimalMark, measure });
  const parts = fits.flatMap((fit, index) => {
    const rows = table.rows.map((row) => setRow(row, fit, composition, decimalMark));
    const head = setHead(table, fit, words, measure);
    return partStrips(
      { table, fit, head, rows, isContinued: index > 0 },
      composition,
      index === 0 ? before : 19,
    );
  });
  return [
    ...parts,
    ...noteStrips(table, composition),
    ...(table.hasGradeKey ? [gradeKeyStrip(composition)] : []),
  ];
}

interface Part {
  readonly table: SheetTable;
  readonly fit: TableFit;
  readonly head: SetHead;
  readonly rows: readonly SetRow[];
  readonly isContinued: boolean;
}

interface Elements {
  readonly table: Tag;
  readonly body: Tag;
}

function partStrips(part: Part, composition: Composition, before: number): Strip[] {
  const { table, head, rows, isContinued } = part;
  const continued = `${table.number}, ${composition.words.continued}`;
  const title = titleLines(isContinued ? continued : table.number, table.title, composition);
  const titleHeight = title.length * STYLES.h2.lead - 3 + TITLE_TO_RULE;
  const tag = once(() => composition.root.child('Table'));
  const elements = once((): Elements => ({ table: tag(), body: tag().child('TBody') }));
  const caption: Strip = {
    height: titleHeight + head.height,
    before,
    mayBreak: true,
    draw: ({ y }) => {
      const place = { x: PAGE.left, y: y + TITLE_BASELINE };
      drawLines(composition, tag().child('Caption'), title, STYLES.h2, place);
      drawHead(head, composition, tag(), y + titleHeight);
    },
  };
  const repeated = {
    height: TITLE_BASELINE + TITLE_TO_RULE + head.height,
    draw: (y: number) => {
      composition.pen.artifact('Pagination', () => {
        composition.pen.write(continued, PAGE.left, y + TITLE_BASELINE, STYLES.h2);
      });
      repeatHead(head, composition, y + TITLE_BASELINE + TITLE_TO_RULE);
    },
  };
  return [
    caption,
    ...rows.map((set, index) => ({
      ...rowStrip(set, part, composition, elements),
      ...(index === rows.length - 1 ? {} : { close: closingRule(composition) }),
      mayBreak: mayBreakBefore(rows, index),
      head: repeated,
    })),
  ];
}

function titleLines(number: string, title: string, { pen }: Composition) {
  return breakLines(`${number}\u00A0 ${title}`, PAGE.measure, STYLES.h2, pen.width.bind(pen));
}

function rowStrip(
  set: SetRow,
  { rows, fit }: Part,
  composition: Composition,
  elements: () => Elements,
): Strip {
  const isLast = set === rows.at(-1);
  const isFirstRow = set === rows[0];
  return {
    height: set.height,
    before: 0,
    mayBreak: false,
    draw: ({ y, isFirst }) => {
      drawRowGround(set, fit, composition, { y, isFirst: isFirst || isFirstRow });
      drawRow(set, fit, composition, elements().body, y);
      if (isLast) composition.pen.rule(y + set.height, PAGE.left, PAGE.right, STROKES.strong);
    },
  };
}

function closingRule({ pen }: Composition): (y: number) => void {
  return (y) => {
    pen.rule(y, PAGE.left, PAGE.right, STROKES.rule);
  };
}

/** Three rows at least on either side; a total never without its parts, parts never without their group line. */
function mayBreakBefore(rows: readonly SetRow[], index: number): boolean {
  if (index < KEPT_ROWS || rows.length - index < KEPT_ROWS) return false;
  return rows[index]?.row.weight !== 'total' && rows[index - 1]?.row.weight !== 'head';
}

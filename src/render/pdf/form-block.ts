import { boxPath, linePath } from '../../charts/geometry.ts';
import type { SheetForm, SheetFormRow } from '../../model/sheet.ts';
import { once } from './composition.ts';
import type { Composition } from './composition.ts';
import { drawLines, drawPlainLine } from './draw-lines.ts';
import { setField } from './form-field.ts';
import type { SetField } from './form-field.ts';
import { breakLines } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { HANG, HANG_WIDTH, PAGE } from './page-grid.ts';
import type { Strip } from './strip.ts';
import type { Tag } from './tag.ts';
import { STROKES, STYLES } from './type-styles.ts';

/** Between two boxes, and between two rows of them. */
const GAP = 6;
/** Baselines from the top of a box: the first line of the label, and the value from the label's last line. */
const LABEL_BASELINE = 10;
const LABEL_LEAD = 9;
const VALUE_BASELINE = 12.5;
/** White between the last baseline and the foot of the box: one line of each makes it 30 high. */
const FOOT = 7.5;
const LINE = STYLES.value.lead;
/** White over the first line of a box that goes on from the page before: there is no label. */
const CONTINUED_PADDING = 8;
/** Lines of an item number for which there is room beside the fewest lines that go on. */
const CONTINUED_ITEM_LINES = 3;
/** A row of more lines than this may go on on another page, two lines at least on either side. */
const MOST_LINES_TOGETHER = 8;

/** The boxes of a form, row by row, each row with its item number in the hang column. */
export function formStrips(
  { rows }: SheetForm,
  composition: Composition,
  before: number,
): readonly Strip[] {
  const list = once(() => composition.root.child('L'));
  return rows.flatMap((row, index) =>
    rowStrips(setRow(row, composition, list), composition, index === 0 ? before : GAP),
  );
}

interface Parts {
  readonly item: () => Tag;
  /** One element for each field: label and value are read together. */
  readonly fields: readonly (() => Tag)[];
}

/** A row with its boxes placed and their texts broken to them. */
interface SetRow {
  readonly item: readonly Line[];
  readonly fields: readonly SetField[];
  readonly labelLines: number;
  readonly lines: number;
  readonly parts: Parts;
}

function setRow({ item, fields }: SheetFormRow, composition: Composition, list: () => Tag): SetRow {
  const { pen } = composition;
  const room = PAGE.measure - HANG - GAP * (fields.length - 1);
  const shares = fields.reduce((sum, { width }) => sum + width, 0);
  let x = PAGE.left + HANG;
  const set = fields.map((field) => {
    const width = (room * field.width) / shares;
    const placed = setField(field, { x, width }, composition);
    x += width + GAP;
    return placed;
  });
  const itemLines = breakLines(item, HANG_WIDTH, STYLES.note, pen.width.bind(pen));
  const labelLines = Math.max(1, ...set.map(({ label }) => label.length));
  // the item number may be longer than the boxes beside it are high
  const itemHeight = LABEL_BASELINE + (itemLines.length - 1) * STYLES.note.lead;
  const beside = Math.ceil((itemHeight - headHeight(labelLines) - FOOT) / LINE);
  return {
    item: itemLines,
    fields: set,
    labelLines,
    lines: Math.max(1, 1 + beside, ...set.map(({ body }) => body.length)),
    parts: partsOf(set, list),
  };
}

function partsOf(fields: readonly SetField[], list: () => Tag): Parts {
  const entry = once(() => list().child('LI'));
  const label = once(() => entry().child('Lbl'));
  const body = once(() => entry().child('LBody'));
  return { item: label, fields: fields.map(() => once(() => body().child('P'))) };
}

/** From the top of a box to the baseline of its first value line. */
function headHeight(labelLines: number): number {
  return LABEL_BASELINE + (labelLines - 1) * LABEL_LEAD + VALUE_BASELINE;
}

/** The row in one piece, or line by line where it is long. */
function rowStrips(row: SetRow, composition: Composition, before: number): readonly Strip[] {
  const head = headHeight(row.labelLines);
  if (row.lines <= MOST_LINES_TOGETHER) {
    const height = head + (row.lines - 1) * LINE + FOOT;
    return [
      {
        height,
        before,
        mayBreak: true,
        draw: ({ y }) => {
          drawItem(row, composition, y);
          row.fields.forEach((field, i) => {
            const tag = row.parts.fields[i];
            if (tag) drawField(field, tag(), composition, y, y + head);
          });
          drawBoxes(row, composition, y, height);
        },
      },
    ];
  }
  return Array.from({ length: row.lines }, (_, line) => slice(row, line, composition, before));
}

/** One line of a long row, with the parts of the boxes' edges that stand beside it. */
function slice(row: SetRow, line: number, composition: Composition, before: number): Strip {
  const isFirst = line === 0;
  const isLast = line === row.lines - 1;
  const head = headHeight(row.labelLines);
  // a strip ends so far under its baseline that a box closed there looks like any other
  const height = isFirst ? head + FOOT : LINE;
  const edge = (y: number) => {
    drawEdges(row, composition, ({ x, width }) => linePath(x, y, x + width, y));
  };
  return {
    height,
    before: isFirst ? before : 0,
    mayBreak: isFirst || (line >= 2 && row.lines - line >= 2),
    close: edge,
    ...(isFirst ? {} : { head: continuedHead(row, composition) }),
    draw: ({ y }) => {
      if (isFirst) drawItem(row, composition, y);
      drawSlice(row, line, composition, { y, baseline: y + height - FOOT });
      if (isFirst) edge(y);
      if (isLast) edge(y + height);
      drawSides(row, composition, y, height);
    },
  };
}

/** The upper edge of boxes that go on from the page before, with the item number repeated beside them. */
function continuedHead(
  { item, ...row }: SetRow,
  composition: Composition,
): NonNullable<Strip['head']> {
  return {
    height: CONTINUED_PADDING,
    draw: (y) => {
      drawEdges(row, composition, ({ x, width }) => linePath(x, y, x + width, y));
      drawSides(row, composition, y, CONTINUED_PADDING);
      composition.pen.artifact('Pagination', () => {
        item.slice(0, CONTINUED_ITEM_LINES).forEach((line, i) => {
          const place = { x: PAGE.left, y: y + LABEL_BASELINE + i * STYLES.note.lead };
          drawPlainLine(composition, line, STYLES.note, place);
        });
      });
    },
  };
}

function drawItem({ item, parts }: SetRow, composition: Composition, y: number): void {
  if (item.length === 0) return;
  const place = { x: PAGE.left, y: y + LABEL_BASELINE, goesOn: true };
  drawLines(composition, parts.item(), item, STYLES.note, place);
}

/** Label and value of one field after each other, so that they are also read so where no structure is. */
function drawField(
  field: SetField,
  tag: Tag,
  composition: Composition,
  y: number,
  value: number,
): void {
  drawLabel(field, tag, composition, y);
  field.body.forEach((draw, line) => {
    draw(tag, value + line * LINE);
  });
}

function drawLabel(
  { label, textLeft }: SetField,
  tag: Tag,
  composition: Composition,
  y: number,
): void {
  const style = { ...STYLES.note, lead: LABEL_LEAD, colour: 'text.ink2' } as const;
  drawLines(composition, tag, label, style, { x: textLeft, y: y + LABEL_BASELINE, goesOn: true });
}

/** One line of every field of a long row, the labels over the first. */
function drawSlice(
  { fields, parts }: SetRow,
  line: number,
  composition: Composition,
  { y, baseline }: { y: number; baseline: number },
): void {
  fields.forEach((field, i) => {
    const tag = parts.fields[i];
    if (!tag) return;
    if (line === 0) drawLabel(field, tag(), composition, y);
    field.body[line]?.(tag(), baseline);
  });
}

function drawBoxes(row: SetRow, composition: Composition, y: number, height: number): void {
  drawEdges(row, composition, ({ x, width }) => boxPath({ x, y, width, height }));
}

function drawSides(
  row: Pick<SetRow, 'fields'>,
  composition: Composition,
  y: number,
  height: number,
): void {
  drawEdges(
    row,
    composition,
    ({ x, width }) => linePath(x, y, x, y + height) + linePath(x + width, y, x + width, y + height),
  );
}

function drawEdges(
  { fields }: Pick<SetRow, 'fields'>,
  { pen }: Composition,
  path: (field: SetField) => string,
): void {
  pen.artifact('Layout', () => {
    for (const field of fields) {
      pen.path(
        path(field),
        field.isMissing
          ? { stroke: 'status.critical.ink', lineWidth: STROKES.strong, dash: [3, 2] }
          : { stroke: 'rule.control', lineWidth: STROKES.rule },
      );
    }
  });
}

import type { KeyFigures } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { drawLine, drawLines } from './draw-lines.ts';
import { breakLines, oneLine } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { columnLeft, span } from './page-grid.ts';
import type { Strip } from './strip.ts';
import { STROKES, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

type Figure = KeyFigures['figures'][number];

interface SetFigure {
  readonly figure: Figure;
  readonly label: readonly Line[];
  readonly unit: Line;
  readonly isUnitBeside: boolean;
  readonly note: readonly Line[];
  readonly citation: readonly Line[];
}

interface Row {
  readonly figures: readonly SetFigure[];
  readonly isLarge: boolean;
  readonly value: TextStyle;
  readonly labelLines: number;
  readonly hasUnitLine: boolean;
  readonly height: number;
}

const WIDTH = span(3);
const PER_ROW = 4;
/** Values longer than this have their unit on the next line. */
const SHORT_VALUE = 7;
/** Sizes to fall back on where a value is wider than its column. */
const SIZES = [22, 18, 15, 13, 11, 9, 7];
const UNIT_GAP = 4;
const UNIT_STYLE: TextStyle = STYLES.label;

/** Key figures in rows of four under rules, the first row large but on a form. */
export function keyFigureStrips(
  { figures }: KeyFigures,
  composition: Composition,
  before: number,
): Strip[] {
  const rows = Array.from({ length: Math.ceil(figures.length / PER_ROW) }, (_, i) =>
    rowOf(
      figures.slice(i * PER_ROW, (i + 1) * PER_ROW),
      i === 0 && composition.layout === 'report',
      composition,
    ),
  );
  return rows.map((row, i) => ({
    height: row.height,
    before: i === 0 ? before : 10,
    mayBreak: i > 0,
    draw: ({ y }) => {
      row.figures.forEach((figure, column) => {
        drawFigure(figure, row, composition, columnLeft(1 + column * 3), y);
      });
    },
  }));
}

function rowOf(figures: readonly Figure[], isLarge: boolean, { pen }: Composition): Row {
  const base = isLarge ? STYLES.figure : STYLES.smallFigure;
  const size = SIZES.find(
    (one) =>
      one <= base.size &&
      figures.every(({ value }) => pen.width(value, { ...base, size: one }) <= WIDTH),
  );
  const value = { ...base, size: size ?? 7 };
  const measure = pen.width.bind(pen);
  const set = figures.map((figure): SetFigure => {
    const unit = oneLine(figure.unit, UNIT_STYLE, measure);
    const width = measure(figure.value, value) + UNIT_GAP;
    return {
      figure,
      label: breakLines(figure.label, WIDTH, labelStyle(isLarge), measure),
      unit,
      isUnitBeside: figure.value.length <= SHORT_VALUE && width + unit.width <= WIDTH,
      note: breakLines(figure.note, WIDTH, STYLES.label, measure),
      citation: breakLines(figure.citation, WIDTH, STYLES.note, measure),
    };
  });
  const labelLines = Math.max(...set.map(({ label }) => label.length));
  const hasUnitLine = set.some(({ isUnitBeside, figure }) => !isUnitBeside && figure.unit !== '');
  const after = Math.max(...set.map(({ note, citation }) => note.length + citation.length));
  const unitHeight = hasUnitLine ? UNIT_STYLE.lead : 0;
  return {
    figures: set,
    isLarge,
    value,
    labelLines,
    hasUnitLine,
    height: 2 + labelLines * 10 + value.lead + unitHeight + after * 10,
  };
}

function labelStyle(isLarge: boolean): TextStyle {
  return isLarge ? STYLES.head : STYLES.label;
}

function drawFigure(
  { figure, label, unit, isUnitBeside, note, citation }: SetFigure,
  row: Row,
  composition: Composition,
  x: number,
  top: number,
): void {
  const { pen, root } = composition;
  if (row.isLarge) pen.rule(top, x, x + WIDTH, STROKES.strong);
  else pen.rule(top, x, x + WIDTH, STROKES.hair, 'rule.hair');
  const tag = root.child('P');
  drawLines(composition, tag, label, labelStyle(row.isLarge), { x, y: top + 12, goesOn: true });
  let y = top + 2 + row.labelLines * 10 + row.value.size + (row.isLarge ? 2 : 3);
  let after = x;
  tag.draw(() => {
    const start = x - pen.bearing(figure.value, row.value);
    after = start + pen.write(figure.value, start, y, row.value);
    pen.write(' ', after, y, UNIT_STYLE);
    after += UNIT_GAP;
  });
  if (isUnitBeside) drawLine(composition, tag, unit, UNIT_STYLE, { x: after, y, goesOn: true });
  if (row.hasUnitLine) {
    y += UNIT_STYLE.lead;
    if (!isUnitBeside) drawLine(composition, tag, unit, UNIT_STYLE, { x, y, goesOn: true });
  }
  y = drawLines(composition, tag, note, STYLES.label, {
    x,
    y: y + (row.isLarge ? 13 : 11),
    goesOn: true,
  });
  drawLines(composition, tag, citation, STYLES.note, { x, y });
}

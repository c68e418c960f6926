import type { SheetStatements } from '../../model/sheet.ts';
import { boxPath } from '../../charts/geometry.ts';
import { once } from './composition.ts';
import type { Composition } from './composition.ts';
import { drawLine, drawLines } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { drawGrade, GRADE_SIZE } from './marks.ts';
import { HANG, HANG_WIDTH, PAGE, span } from './page-grid.ts';
import { lineStrips } from './strip.ts';
import type { LineStrip, Strip } from './strip.ts';
import type { Tag } from './tag.ts';
import { STROKES, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

type Statement = SheetStatements['statements'][number];

/** Label in four columns, text beside it in five; a longer text stands under its label in eight. */
const LABEL_WIDTH = span(4);
const BESIDE = HANG + LABEL_WIDTH + 12;
const BESIDE_WIDTH = span(5) + 6;
const UNDER_WIDTH = span(8);
const MOST_LINES_BESIDE = 3;
const BASELINE = 12;
const LABEL: TextStyle = { ...STYLES.cell, lead: 12, colour: 'text.ink2' };
const MISSING: TextStyle = { ...STYLES.value, face: 'semibold', colour: 'status.critical.ink' };

/** Item number, label, text and grade of each statement, with hair rules between them. */
export function statementStrips(
  { statements }: SheetStatements,
  composition: Composition,
  before: number,
): Strip[] {
  const list = once(() => composition.root.child('L'));
  return statements.flatMap((statement, index) =>
    oneStatement(statement, composition, list, {
      before: index === 0 ? before : 0,
      // the last one does not stand alone on a page
      mayBreak: index > 0 && index < statements.length - 1,
    }),
  );
}

interface Parts {
  readonly item: Tag;
  readonly body: Tag;
}

function oneStatement(
  statement: Statement,
  composition: Composition,
  list: () => Tag,
  keep: { before: number; mayBreak: boolean },
): Strip[] {
  const measure = composition.pen.width.bind(composition.pen);
  const style = statement.isMissing ? MISSING : STYLES.value;
  const beside = breakLines(statement.text, BESIDE_WIDTH, style, measure);
  const isBeside = beside.length <= MOST_LINES_BESIDE;
  const text = isBeside ? beside : breakLines(statement.text, UNDER_WIDTH, STYLES.value, measure);
  const label = breakLines(statement.label, isBeside ? LABEL_WIDTH : UNDER_WIDTH, LABEL, measure);
  const item = breakLines(statement.item, HANG_WIDTH, STYLES.note, measure);
  const parts = once((): Parts => {
    const entry = list().child('LI');
    return { item: entry.child('Lbl'), body: entry.child('LBody') };
  });
  const head = (y: number) => {
    drawHead(statement, composition, parts(), { item, label }, y);
  };
  const textLine = (line: Line, i: number, x: number) => (y: number) => {
    drawLine(composition, parts().body, line, style, {
      x: PAGE.left + x,
      y: y + (i === 0 && isBeside ? BASELINE : 10),
      goesOn: i < text.length - 1,
    });
  };
  if (isBeside) {
    const rows = Math.max(label.length, text.length, Math.ceil((item.length * 10) / 12), 1);
    const height = rows * 12 + 7;
    const draw = (y: number) => {
      head(y);
      if (statement.isMissing) drawMissing(composition, text, y);
      text.forEach((line, i) => {
        textLine(line, i, BESIDE)(y + (i === 0 ? 0 : i * 12 + 2));
      });
    };
    return lineStrips([{ height, draw }], keep);
  }
  const lines: LineStrip[] = [
    { height: label.length * 12 + 5, draw: head },
    ...text.map((line, i) => ({
      height: style.lead + (i === text.length - 1 ? 6 : 0),
      draw: textLine(line, i, HANG),
    })),
  ];
  return lineStrips(lines, { ...keep, first: 3 });
}

function drawHead(
  statement: Statement,
  composition: Composition,
  { item, body }: Parts,
  lines: { item: readonly Line[]; label: readonly Line[] },
  y: number,
): void {
  const { pen, words } = composition;
  pen.rule(y, PAGE.left, PAGE.right, STROKES.hair, 'rule.hair');
  drawLines(composition, item, lines.item, STYLES.note, { x: PAGE.left, y: y + BASELINE });
  drawLines(composition, body, lines.label, LABEL, {
    x: PAGE.left + HANG,
    y: y + BASELINE,
    goesOn: true,
  });
  if (statement.isMissing) return;
  body.child('Span', { expanded: words.grades[statement.grade] }).draw(() => {
    drawGrade(pen, statement.grade, PAGE.right - GRADE_SIZE, y + BASELINE + 0.4);
  });
}

/** The dashed box of a missing value. */
function drawMissing({ pen }: Composition, text: readonly Line[], y: number): void {
  const box = {
    x: PAGE.left + BESIDE - 5,
    y: y + 2.5,
    width: BESIDE_WIDTH + 5 + GRADE_SIZE,
    height: Math.max(1, text.length) * 12 + 2,
  };
  pen.artifact('Layout', () => {
    pen.path(boxPath(box), { stroke: 'status.critical.ink', lineWidth: 0.8, dash: [3, 2] });
  });
}

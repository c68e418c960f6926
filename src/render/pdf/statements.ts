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

/** Label in four columns, text beside it in five; where one text is longer, all stand under their labels, in eight. */
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
  const isBeside = statements.every((statement) => fitsBeside(statement, composition));
  return statements.flatMap((statement, index) =>
    oneStatement({ statement, isBeside }, composition, list, {
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

/** A statement with its texts broken to their columns. */
interface SetStatement {
  readonly statement: Statement;
  readonly isBeside: boolean;
  readonly style: TextStyle;
  readonly item: readonly Line[];
  readonly label: readonly Line[];
  readonly text: readonly Line[];
  readonly parts: () => Parts;
}

function styleOf({ isMissing }: Statement): TextStyle {
  return isMissing ? MISSING : STYLES.value;
}

function fitsBeside(statement: Statement, { pen }: Composition): boolean {
  const lines = breakLines(statement.text, BESIDE_WIDTH, styleOf(statement), pen.width.bind(pen));
  return lines.length <= MOST_LINES_BESIDE;
}

function oneStatement(
  { statement, isBeside }: Pick<SetStatement, 'statement' | 'isBeside'>,
  composition: Composition,
  list: () => Tag,
  keep: { before: number; mayBreak: boolean },
): Strip[] {
  const measure = composition.pen.width.bind(composition.pen);
  const style = styleOf(statement);
  const set: SetStatement = {
    statement,
    isBeside,
    style,
    item: breakLines(statement.item, HANG_WIDTH, STYLES.note, measure),
    label: breakLines(statement.label, isBeside ? LABEL_WIDTH : UNDER_WIDTH, LABEL, measure),
    text: breakLines(statement.text, isBeside ? BESIDE_WIDTH : UNDER_WIDTH, style, measure),
    parts: once(() => {
      const entry = list().child('LI');
      return { item: entry.child('Lbl'), body: entry.child('LBody') };
    }),
  };
  return isBeside
    ? lineStrips([besideStrip(set, composition)], keep)
    : lineStrips(underStrips(set, composition), { ...keep, first: 3 });
}

/** Label and text side by side, in one piece. */
function besideStrip(set: SetStatement, composition: Composition): LineStrip {
  const { statement, item, label, text, style, parts } = set;
  const rows = Math.max(label.length, text.length, Math.ceil((item.length * 10) / 12), 1);
  return {
    height: rows * 12 + 7,
    draw: (y) => {
      drawHead(set, composition, y);
      if (statement.isMissing) drawMissing(composition, text, y);
      const place = { x: PAGE.left + BESIDE, y: y + BASELINE, goesOn: !statement.isMissing };
      drawLines(composition, parts().body, text, style, place);
      drawGradeOf(set, composition, y);
    },
  };
}

/** The text under its label, line by line. */
function underStrips(set: SetStatement, composition: Composition): LineStrip[] {
  const { label, text, style, parts } = set;
  const head: LineStrip = {
    height: label.length * 12 + 5,
    draw: (y) => {
      drawHead(set, composition, y);
      drawGradeOf(set, composition, y);
    },
  };
  return [
    head,
    ...text.map((line, i) => {
      const isLast = i === text.length - 1;
      return {
        height: style.lead + (isLast ? 6 : 0),
        draw: (y: number) => {
          const place = { x: PAGE.left + HANG, y: y + 10, goesOn: !isLast };
          drawLine(composition, parts().body, line, style, place);
        },
      };
    }),
  ];
}

function drawHead({ item, label, parts }: SetStatement, composition: Composition, y: number): void {
  composition.pen.rule(y, PAGE.left, PAGE.right, STROKES.hair, 'rule.hair');
  drawLines(composition, parts().item, item, STYLES.note, { x: PAGE.left, y: y + BASELINE });
  const place = { x: PAGE.left + HANG, y: y + BASELINE, goesOn: true };
  drawLines(composition, parts().body, label, LABEL, place);
}

function drawGradeOf(
  { statement: { isMissing, grade }, parts }: SetStatement,
  { pen, words }: Composition,
  y: number,
): void {
  // what is missing has no evidence
  if (isMissing) return;
  parts()
    .body.child('Span', { expanded: words.grades[grade] })
    .draw(() => {
      drawGrade(pen, grade, PAGE.right - GRADE_SIZE, y + BASELINE + 0.4);
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

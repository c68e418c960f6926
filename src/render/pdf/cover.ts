import { hashprint } from '../../charts/hashprint.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { drawLines } from './draw-lines.ts';
import { drawFirstHead, statusStyle } from './first-head.ts';
import { breakLines } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { columnLeft, PAGE, span } from './page-grid.ts';
import type { Pen } from './pen.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const ENTITY: TextStyle = { ...STYLES.value, face: 'semibold' };
const STANDARD: TextStyle = { ...STYLES.cell, face: 'semibold', colour: 'accent.seal' };
const STATEMENT: TextStyle = { ...STYLES.cell, lead: 10.5 };
const FIRST_LINE = 11.5;
const TITLE_WIDTH = span(8);
const STRIP = { width: span(4), height: 50 };
/** Sizes of the title, from which the first is taken that needs two lines at most. */
const TITLE_SIZES = [26, 22, 18, 15];
const PER_ROW = 4;

/** Draws the cover block of a report's page 1 and returns where it ends. */
export function drawCover(sheet: Sheet, composition: Composition, outline: () => void): number {
  const { pen } = composition;
  const rule = drawFirstHead(sheet, composition, {
    entity: ENTITY,
    text: sheet.status.text,
    style: statusStyle(sheet.status),
    status: sheet.status,
  });
  const standardEnd = drawStandard(sheet, composition, rule + 30);
  outline();
  const titleEnd = drawTitle(sheet, composition, standardEnd);
  const printEnd = drawPrint(sheet, composition, standardEnd);
  const statements = Math.max(titleEnd, printEnd) + 15;
  pen.rule(statements, PAGE.left, PAGE.right);
  const end = drawStatements(sheet, composition, statements);
  if (sheet.cover.length > 0) pen.rule(end, PAGE.left, PAGE.right);
  return end;
}

function drawStandard({ standard }: Sheet, composition: Composition, y: number): number {
  const { pen, root } = composition;
  const lines = breakLines(standard, PAGE.measure, STANDARD, pen.width.bind(pen));
  return drawLines(composition, root.child('P'), lines, STANDARD, { x: PAGE.left, y }) - 10;
}

function drawTitle({ title, lead }: Sheet, composition: Composition, top: number): number {
  const { pen, root } = composition;
  const measure = pen.width.bind(pen);
  const { lines, style } = titleLines(title, pen);
  const first = top + style.size + 5;
  const heading = root.child('H1');
  const next = drawLines(composition, heading, lines, style, { x: PAGE.left, y: first });
  const leadLines = breakLines(lead, TITLE_WIDTH, STYLES.lead, measure);
  const y = next - style.lead + 23;
  if (leadLines.length === 0) return next - style.lead;
  return (
    drawLines(composition, root.child('P'), leadLines, STYLES.lead, { x: PAGE.left, y }) -
    STYLES.lead.lead
  );
}

function titleLines(title: string, pen: Pen): { lines: readonly Line[]; style: TextStyle } {
  const tries = TITLE_SIZES.map((size) => {
    const style = { ...STYLES.title, size, lead: Math.round(size * 1.19) };
    return { lines: breakLines(title, TITLE_WIDTH, style, pen.width.bind(pen)), style };
  });
  const smallest = { lines: [], style: STYLES.title };
  return tries.find(({ lines }) => lines.length <= 2) ?? tries.at(-1) ?? smallest;
}

/** The print of the data and its digits, in columns 9 to 12. */
function drawPrint({ hash, words }: Sheet, composition: Composition, top: number): number {
  const { pen, root } = composition;
  const x = columnLeft(9);
  const measure = pen.width.bind(pen);
  pen.artifact('Layout', () => {
    pen.scene(hashprint(hash, STRIP), x, top + 12);
  });
  const tag = root.child('P');
  const label = breakLines(words.dataPrint, STRIP.width, STYLES.note, measure);
  const y = drawLines(composition, tag, label, STYLES.note, {
    x,
    y: top + 12 + STRIP.height + 13,
    goesOn: true,
  });
  const digits = `${hash.slice(0, 8)} ${hash.slice(8, 16)} … ${hash.slice(-8)}`;
  tag.draw(() => {
    pen.write(digits, x, y, { ...STYLES.mono, colour: 'text.ink2' });
  });
  return y;
}

/** Draws the statements in rows of four (a label, and two lines under it) and returns where they end. */
export function drawStatements({ cover }: Sheet, composition: Composition, top: number): number {
  const { pen, root } = composition;
  const measure = pen.width.bind(pen);
  let y = top;
  for (let from = 0; from < cover.length; from += PER_ROW) {
    const ends = cover.slice(from, from + PER_ROW).map(({ label, lines }, column) => {
      const x = columnLeft(1 + column * 3);
      const tag = root.child('P');
      const labels = breakLines(label, span(3), STYLES.note, measure);
      let at = drawLines(composition, tag, labels, STYLES.note, { x, y: y + 12, goesOn: true });
      at += FIRST_LINE - STYLES.note.lead;
      lines.forEach((text, i) => {
        const style: TextStyle = i === 0 ? STATEMENT : { ...STATEMENT, colour: 'text.ink2' };
        const set = breakLines(text, span(3), style, measure);
        at = drawLines(composition, tag, set, style, { x, y: at, goesOn: i === 0 });
      });
      return at - STATEMENT.lead;
    });
    y = Math.max(...ends, y) + 7;
  }
  return y + 3;
}

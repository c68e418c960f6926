import type { Sheet } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { drawStatements } from './cover.ts';
import { drawLines } from './draw-lines.ts';
import { drawFirstHead, drawMark, drawStatusMark, statusStyle } from './first-head.ts';
import { breakLines } from './line-breaking.ts';
import { PAGE, span } from './page-grid.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const LEAD: TextStyle = { ...STYLES.cell, lead: 12, colour: 'text.ink2' };
/** From the left edge to the status, beside its mark. */
const STATUS_INDENT = { draft: 13, final: 8.5 } as const;

/** Draws the head of an authority's form (status, small title, lead, statements where it has any); returns its end. */
export function drawFormCover(sheet: Sheet, composition: Composition, outline: () => void): number {
  const { pen } = composition;
  const rule = drawFirstHead(sheet, composition, {
    entity: STYLES.head,
    text: sheet.standard,
    style: STYLES.label,
  });
  const status = drawStatus(sheet, composition, rule + 30);
  outline();
  const end = drawTitle(sheet, composition, status + 24);
  if (sheet.cover.length === 0) return end + 3;
  pen.rule(end + 11, PAGE.left, PAGE.right);
  const statements = drawStatements(sheet, composition, end + 11);
  pen.rule(statements, PAGE.left, PAGE.right);
  return statements + 2;
}

/** The status with its mark and the confidentiality mark beside it; returns the last baseline. */
function drawStatus({ status, mark = '' }: Sheet, composition: Composition, y: number): number {
  const { pen, root } = composition;
  const measure = pen.width.bind(pen);
  const style: TextStyle = { ...statusStyle(status), size: 8 };
  const x = PAGE.left + STATUS_INDENT[status.kind];
  const room = PAGE.right - x - (mark ? span(3) : 0);
  const lines = breakLines(status.text, room, style, measure);
  const tag = root.child('P');
  drawStatusMark(status, composition, tag, { x, y });
  drawLines(composition, tag, lines, style, { x, y });
  const after = x + Math.max(0, ...lines.map(({ width }) => width)) + 12;
  const markLines = breakLines(mark, PAGE.right - after, STYLES.head, measure);
  drawMark(composition, markLines, after, y);
  return y + (Math.max(1, lines.length, markLines.length) - 1) * style.lead;
}

/** Title and lead; returns the last baseline. */
function drawTitle({ title, lead }: Sheet, composition: Composition, y: number): number {
  const { pen, root } = composition;
  const measure = pen.width.bind(pen);
  const lines = breakLines(title, PAGE.measure, STYLES.h1, measure);
  const next = drawLines(composition, root.child('H1'), lines, STYLES.h1, { x: PAGE.left, y });
  const leadLines = breakLines(lead, PAGE.measure, LEAD, measure);
  if (leadLines.length === 0) return next - STYLES.h1.lead;
  const place = { x: PAGE.left, y: next - STYLES.h1.lead + 15 };
  return drawLines(composition, root.child('P'), leadLines, LEAD, place) - LEAD.lead;
}

import type { Sheet } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { drawLines } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { drawFinal, drawWarning } from './marks.ts';
import { PAGE, span } from './page-grid.ts';
import type { Tag } from './tag.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

type Status = Sheet['status'];

const MARK_GAP = 12;
/** From the middle of a draft's triangle, and of a final filing's dot, to the status. */
const TRIANGLE_INDENT = 8;
const DOT_INDENT = 6.5;

interface FirstHead {
  readonly entity: TextStyle;
  readonly text: string;
  readonly style: TextStyle;
  /** The text is the status, with its mark before it. */
  readonly status?: Status;
}

/** Draws filer, text and confidentiality mark over the rule of page 1, and returns the rule. */
export function drawFirstHead(sheet: Sheet, composition: Composition, head: FirstHead): number {
  const { pen, root } = composition;
  const measure = pen.width.bind(pen);
  const mark = breakLines(sheet.mark ?? '', span(3), STYLES.head, measure);
  const right = PAGE.right - (mark.length > 0 ? widest(mark) + MARK_GAP : 0);
  const room = right - PAGE.left - 36;
  const beside = Math.max(room - measure(sheet.entity, head.entity), room / 2);
  const text = breakLines(head.text, beside, head.style, measure);
  const x = right - widest(text);
  const entity = breakLines(sheet.entity, x - PAGE.left - 36, head.entity, measure);
  drawLines(composition, root.child('P'), entity, head.entity, { x: PAGE.left, y: PAGE.head });
  if (text.length > 0) {
    const tag = root.child('P');
    if (head.status) drawStatusMark(head.status, composition, tag, { x, y: PAGE.head });
    drawLines(composition, tag, text, head.style, { x, y: PAGE.head });
  }
  drawMark(composition, mark, PAGE.right - widest(mark), PAGE.head);
  const more = Math.max(
    (entity.length - 1) * head.entity.lead,
    (text.length - 1) * head.style.lead,
    (mark.length - 1) * STYLES.head.lead,
    0,
  );
  const rule = PAGE.headRule + more;
  pen.rule(rule, PAGE.left, PAGE.right, 1);
  return rule;
}

/** Draws the lines of the confidentiality mark as content of the page. */
export function drawMark(
  composition: Composition,
  lines: readonly Line[],
  x: number,
  y: number,
): void {
  if (lines.length === 0) return;
  drawLines(composition, composition.root.child('P'), lines, STYLES.head, { x, y });
}

/** Draws the triangle of a draft or the dot of a final filing before the status that begins at the point. */
export function drawStatusMark(
  { kind }: Status,
  { pen }: Composition,
  tag: Tag,
  { x, y }: { x: number; y: number },
): void {
  tag.draw(() => {
    if (kind === 'draft') drawWarning(pen, x - TRIANGLE_INDENT, y - 2.8, 4.2);
    else drawFinal(pen, x - DOT_INDENT, y - 2.7, 1.8);
  });
}

export function statusStyle({ kind }: Status): TextStyle {
  return kind === 'draft' ? { ...STYLES.head, colour: 'status.warn.ink' } : { ...STYLES.label };
}

function widest(lines: readonly { readonly width: number }[]): number {
  return Math.max(0, ...lines.map(({ width }) => width));
}

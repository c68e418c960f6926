import type { Grade } from '../../model/documents/factor-set.ts';
import type { Severity } from '../../model/finding.ts';
import type { ColourToken } from '../../charts/tokens.ts';
import { boxPath } from '../../charts/geometry.ts';
import type { Pen } from './pen.ts';
import type { TextStyle } from './type-styles.ts';

/** Side of a grade's box. */
export const GRADE_SIZE = 8.4;

const LETTER: TextStyle = { size: 6.4, lead: 8, face: 'semibold', colour: 'text.ink2' };
const LETTERS: Readonly<Record<Grade, TextStyle>> = {
  V: { ...LETTER, colour: 'text.inverse' },
  S: LETTER,
  C: { ...LETTER, size: 6 },
  // the widest letter stands clear of its dashes
  M: { ...LETTER, size: 5.6 },
};
const EDGE = { stroke: 'text.ink2', lineWidth: 0.6 } as const;

/** Draws an evidence grade, told by shape and letter, with its left edge and baseline. */
export function drawGrade(pen: Pen, grade: Grade, x: number, y: number): void {
  const top = y - 6.9;
  const outline = { x: x + 0.3, y: top + 0.3, width: GRADE_SIZE - 0.6, height: GRADE_SIZE - 0.6 };
  switch (grade) {
    case 'V':
      pen.path(boxPath({ x, y: top, width: GRADE_SIZE, height: GRADE_SIZE }), {
        fill: 'text.ink2',
      });
      break;
    case 'S':
      pen.path(boxPath(outline), EDGE);
      break;
    case 'C':
      pen.path(circlePath(x + GRADE_SIZE / 2, top + GRADE_SIZE / 2, GRADE_SIZE / 2 - 0.3), EDGE);
      break;
    case 'M':
      pen.path(boxPath(outline), { ...EDGE, dash: [1.3, 1] });
  }
  pen.write(grade, x + GRADE_SIZE / 2, y - 0.4, LETTERS[grade], 'middle');
}

export const SEVERITY_COLOUR: Readonly<Record<Severity, ColourToken>> = {
  critical: 'status.critical.ink',
  quality: 'status.warn.ink',
  completeness: 'status.info.ink',
  info: 'status.info.ink',
};

/** Draws a severity's mark around its middle; the word stands beside it. */
export function drawSeverity(
  pen: Pen,
  severity: Severity,
  x: number,
  y: number,
  radius: number,
): void {
  const fill = SEVERITY_COLOUR[severity];
  switch (severity) {
    case 'critical':
      pen.path(polygonPath(x, y, radius * 1.06, 8, Math.PI / 8), { fill });
      pen.path(cross(x, y, radius * 0.42), { stroke: 'surface.page', lineWidth: radius * 0.28 });
      break;
    case 'quality':
      drawWarning(pen, x, y, radius);
      break;
    case 'completeness':
    case 'info':
      pen.path(circlePath(x, y, radius - 0.3), { stroke: fill, lineWidth: 0.7 });
      pen.path(circlePath(x, y - radius * 0.45, radius * 0.15), { fill });
      pen.path(`M${String(x)} ${String(y - radius * 0.12)}v${String(radius * 0.66)}`, {
        stroke: fill,
        lineWidth: radius * 0.24,
      });
  }
}

/** Draws the triangle of a draft or of a finding of quality. */
export function drawWarning(pen: Pen, x: number, y: number, radius: number): void {
  pen.path(polygonPath(x, y + radius * 0.22, radius * 1.2, 3, -Math.PI / 2), {
    fill: 'status.warn.ink',
  });
}

/** Draws the neutral mark of a final filing. */
export function drawFinal(pen: Pen, x: number, y: number, radius: number): void {
  pen.path(circlePath(x, y, radius), { fill: 'text.ink2' });
}

function circlePath(x: number, y: number, radius: number): string {
  const r = String(radius);
  return `M${String(x - radius)} ${String(y)}a${r} ${r} 0 1 0 ${String(2 * radius)} 0a${r} ${r} 0 1 0 ${String(-2 * radius)} 0z`;
}

function polygonPath(x: number, y: number, radius: number, corners: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return `${rounded(x + radius * Math.cos(angle))} ${rounded(y + radius * Math.sin(angle))}`;
  });
  return `M${points.join('L')}z`;
}

/** Sines may differ in their last bit between machines; the bytes of a filing may not. */
function rounded(value: number): string {
  return value.toFixed(3);
}

function cross(x: number, y: number, arm: number): string {
  const [left, right, top, low] = [x - arm, x + arm, y - arm, y + arm].map(String);
  return `M${left ?? ''} ${top ?? ''}L${right ?? ''} ${low ?? ''}M${left ?? ''} ${low ?? ''}L${right ?? ''} ${top ?? ''}`;
}

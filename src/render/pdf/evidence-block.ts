import { create } from 'qrcode';
import { boxPath } from '../../charts/geometry.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { drawLines } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import { columnLeft, HANG, PAGE, span } from './page-grid.ts';
import { STROKES, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const SIDE = 66;
const QUIET = 8;
const LEAST_HEIGHT = 84;
const TITLE: TextStyle = { ...STYLES.value, face: 'semibold' };
const TEXT: TextStyle = { ...STYLES.label, lead: 10.4 };
const COUNT: TextStyle = { ...STYLES.note, colour: 'text.ink' };
const COUNTS_LEFT = columnLeft(9);
const COUNT_LABEL_WIDTH = 44;
const DIGITS_LEAD = 9.6;

interface Layout {
  readonly height: number;
  readonly draw: (outline: () => void) => void;
}

/**
 * What a stranger needs in order to check the filing without asking anyone, at the foot of page 1: the QR code and digits
 * of the data's hash, what the file carries, and what was counted. It is drawn last, as the last section.
 */
export function evidenceBlock(sheet: Sheet, composition: Composition): Layout {
  const { evidence, hash } = sheet;
  const measure = composition.pen.width.bind(composition.pen);
  const text = breakLines(evidence.text, span(6) + 6, TEXT, measure);
  const label = breakLines(evidence.hashLabel, span(6), STYLES.note, measure);
  const counts = evidence.counts.map((count) => ({
    label: breakLines(count.label, COUNT_LABEL_WIDTH - 4, STYLES.note, measure),
    text: breakLines(count.text, span(4) - COUNT_LABEL_WIDTH, COUNT, measure),
  }));
  const countHeights = counts.map((one) => Math.max(one.label.length, one.text.length) * 10 + 2);
  const middle = 27 + text.length * TEXT.lead + 5 + label.length * 10 + DIGITS_LEAD;
  const right = 27 + countHeights.reduce((a, b) => a + b, 0) - 10;
  const height = Math.max(LEAST_HEIGHT, middle + 6, right + 6);
  const top = PAGE.bottom - height + 4;
  const draw = (outline: () => void) => {
    const { pen, root } = composition;
    pen.rule(top, PAGE.left, PAGE.right, STROKES.strong);
    const x = PAGE.left + HANG;
    const title = breakLines(evidence.title, span(6), TITLE, measure);
    const heading = root.child('H2');
    outline();
    drawLines(composition, heading, title, TITLE, { x, y: top + 15 });
    drawCode(sheet, composition, top + QUIET);
    let y = drawLines(composition, root.child('P'), text, TEXT, { x, y: top + 27 });
    const digits = root.child('P');
    y = drawLines(composition, digits, label, STYLES.note, { x, y: y + 5, goesOn: true });
    digits.draw(() => {
      pen.write(`${grouped(hash.slice(0, 32))} `, x, y, STYLES.mono);
      pen.write(grouped(hash.slice(32)), x, y + DIGITS_LEAD, STYLES.mono);
    });
    let at = top + 27;
    counts.forEach((count, i) => {
      const tag = root.child('P');
      const place = { x: COUNTS_LEFT, y: at, goesOn: true };
      drawLines(composition, tag, count.label, STYLES.note, place);
      const textPlace = { x: COUNTS_LEFT + COUNT_LABEL_WIDTH, y: at };
      drawLines(composition, tag, count.text, COUNT, textPlace);
      at += countHeights[i] ?? 0;
    });
  };
  return { height: height - 4, draw };
}

function grouped(digits: string): string {
  return digits.replace(/(.{8})(?=.)/g, '$1 ');
}

function drawCode({ hash, evidence }: Sheet, { pen, root }: Composition, y: number): void {
  const content = `hashprint:sha256:${hash}`;
  const bbox = [PAGE.left, y, PAGE.left + SIDE, y + SIDE] as const;
  const alt = `QR: ${content}. ${evidence.hashLabel}`;
  const d = codePath(content, PAGE.left, y);
  root.child('Figure', { alt, bbox }).draw(() => {
    pen.path(d, { fill: 'text.ink' });
  });
}

/** The dark cells as one path; neighbours in a row are one box, so that no seams show. */
function codePath(content: string, left: number, top: number): string {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const cell = SIDE / modules.size;
  let d = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      const from = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > from) {
        const x = left + from * cell;
        d += boxPath({ x, y: top + row * cell, width: (column - from) * cell, height: cell });
      }
    }
  }
  return d;
}

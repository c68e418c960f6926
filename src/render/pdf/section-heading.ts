import type { SheetSection } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { drawLine, drawLines } from './draw-lines.ts';
import { breakLines, oneLine } from './line-breaking.ts';
import { PAGE } from './page-grid.ts';
import type { Strip } from './strip.ts';
import { STYLES } from './type-styles.ts';

const BASELINE = 14;
const NUMBER_GAP = 8;

/** The numbered title of a section; a page never ends with it. */
export function sectionHeading(
  { number, title, aside }: SheetSection,
  composition: Composition,
  outline: (title: string, y: number) => void,
): Strip {
  const measure = composition.pen.width.bind(composition.pen);
  const indent = number ? Math.max(18, measure(number, STYLES.h1) + NUMBER_GAP) : 0;
  const asideStyle = { ...STYLES.label, colour: 'text.ink3' } as const;
  const asideLine = aside ? oneLine(aside, asideStyle, measure) : undefined;
  const room = PAGE.measure - indent - (asideLine ? asideLine.width + 16 : 0);
  const lines = breakLines(title, Math.max(room, PAGE.measure / 2), STYLES.h1, measure);
  return {
    height: (lines.length - 1) * STYLES.h1.lead + BASELINE + 2,
    before: 26,
    mayBreak: true,
    draw: ({ y }) => {
      const heading = composition.root.child('H2');
      outline(number ? `${number} ${title}` : title, y);
      if (number) {
        const line = oneLine(number, STYLES.h1, measure);
        drawLine(composition, heading, line, STYLES.h1, {
          x: PAGE.left,
          y: y + BASELINE,
          goesOn: true,
        });
      }
      const at = { x: PAGE.left + indent, y: y + BASELINE };
      drawLines(composition, heading, lines, STYLES.h1, at);
      if (asideLine) {
        drawLine(composition, composition.root.child('P'), asideLine, asideStyle, {
          x: PAGE.right,
          y: y + BASELINE,
          align: 'right',
        });
      }
    },
  };
}

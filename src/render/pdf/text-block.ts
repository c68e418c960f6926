import type { SheetText } from '../../model/sheet.ts';
import { once } from './composition.ts';
import type { Composition } from './composition.ts';
import { drawLine, drawLines } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import { HANG, HANG_WIDTH, PAGE, TEXT_WIDTH } from './page-grid.ts';
import { lineStrips } from './strip.ts';
import type { Strip } from './strip.ts';
import { STYLES } from './type-styles.ts';

const BASELINE = 10;
const BETWEEN = 6;

/** Running text beside its item numbers, which hang left of it. */
export function textStrips(
  { items, paragraphs }: SheetText,
  composition: Composition,
  before: number,
): Strip[] {
  const measure = composition.pen.width.bind(composition.pen);
  const itemLines = items.flatMap((item) => breakLines(item, HANG_WIDTH, STYLES.note, measure));
  const drawItems = () => {
    if (itemLines.length === 0) return;
    const tag = composition.root.child('P');
    return (y: number) => drawLines(composition, tag, itemLines, STYLES.note, { x: PAGE.left, y });
  };
  return paragraphs.flatMap((paragraph, index) => {
    const tag = once(() => composition.root.child('P'));
    const lines = breakLines(paragraph, TEXT_WIDTH, STYLES.body, measure);
    const strips = lines.map((line, i) => ({
      height: STYLES.body.lead,
      draw: (y: number) => {
        if (index === 0 && i === 0) drawItems()?.(y + BASELINE);
        drawLine(composition, tag(), line, STYLES.body, {
          x: PAGE.left + HANG,
          y: y + BASELINE,
          goesOn: i < lines.length - 1,
        });
      },
    }));
    // the hanging numbers may be longer than the text beside them
    const beside = index === 0 ? Math.ceil((itemLines.length * 10) / STYLES.body.lead) : 0;
    const blank = { height: STYLES.body.lead, draw: () => undefined };
    const filled = [
      ...strips,
      ...Array.from({ length: Math.max(0, beside - strips.length) }, () => blank),
    ];
    return lineStrips(filled, {
      before: index === 0 ? before : BETWEEN,
      mayBreak: index > 0,
      first: Math.max(2, beside),
    });
  });
}

import { energyByMonth } from '../../charts/energy-by-month.ts';
import type { SheetChart } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { drawLines } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import { PAGE } from './page-grid.ts';
import { plainText } from './rich-text.ts';
import type { Strip } from './strip.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const HEIGHT = 158;
const SUBTITLE: TextStyle = { ...STYLES.cell, lead: 11, colour: 'text.ink2' };
const READING: TextStyle = { ...STYLES.note, lead: 9.6, colour: 'text.ink2' };

/** A chart with its title, unit line and reading note, which no page break parts. */
export function chartStrip(chart: SheetChart, composition: Composition, before: number): Strip {
  const { pen, root, language } = composition;
  const measure = pen.width.bind(pen);
  const title = breakLines(
    `${chart.number}\u00A0 ${chart.title}`,
    PAGE.measure,
    STYLES.h2,
    measure,
  );
  const subtitle = breakLines(chart.subtitle, PAGE.measure, SUBTITLE, measure);
  // without data the note stands in the frame
  const isEmpty = chart.data.series.every(({ values }) => values.every((value) => value === null));
  const note = breakLines(isEmpty ? '' : chart.note, PAGE.measure, READING, measure);
  const drawingTop = title.length * STYLES.h2.lead + subtitle.length * SUBTITLE.lead + 6;
  const numbers = new Intl.NumberFormat(language);
  const scene = energyByMonth(chart.data, {
    width: PAGE.measure,
    height: HEIGHT,
    alt: chart.altText || chart.title,
    measure: (text, size, weight) =>
      measure(text, { ...STYLES.note, size, face: weight === 600 ? 'semibold' : 'regular' }),
    format: (value) => numbers.format(value),
    emptyText: plainText(chart.note),
  });
  const noteTop = drawingTop + HEIGHT + (note.length > 0 ? 6 : 0);
  return {
    height: noteTop + note.length * READING.lead,
    before,
    mayBreak: true,
    draw: ({ y }) => {
      const x = PAGE.left;
      const heading = root.child('H3');
      const under = drawLines(composition, heading, title, STYLES.h2, { x, y: y + 11 });
      drawLines(composition, root.child('P'), subtitle, SUBTITLE, { x, y: under - 1 });
      const top = y + drawingTop;
      const bbox = [x, top, PAGE.right, top + HEIGHT] as const;
      root.child('Figure', { alt: scene.alt, bbox }).draw(() => {
        pen.scene(scene, x, top);
      });
      if (note.length > 0) {
        drawLines(composition, root.child('P'), note, READING, { x, y: y + noteTop + 7 });
      }
    },
  };
}

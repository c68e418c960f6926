import { energyByMonth } from '../../charts/energy-by-month.ts';
import { locationAgainstMarket } from '../../charts/location-against-market.ts';
import type { Measure, Scene } from '../../charts/scene.ts';
import type {
  EnergyByMonthChart,
  LocationAgainstMarketChart,
  SheetChart,
} from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { decimalMarkOf } from './decimal-point.ts';
import { drawLines } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { PAGE } from './page-grid.ts';
import { plainText } from './rich-text.ts';
import type { Strip } from './strip.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const HEIGHT = 158;
/** More places than this go on in a further drawing: so many, with names of five lines, are no higher than a page. */
const MOST_PLACES = 12;
const SUBTITLE: TextStyle = { ...STYLES.cell, lead: 11, colour: 'text.ink2' };
const READING: TextStyle = { ...STYLES.note, lead: 9.6, colour: 'text.ink2' };

/** What is drawn under one title, and the line beneath it. */
interface Drawing {
  readonly scenes: readonly Scene[];
  readonly note: string;
}

/** A chart with its title, unit line and reading note, which no page break parts while it fits a page. */
export function chartStrips(
  chart: SheetChart,
  composition: Composition,
  before: number,
): readonly Strip[] {
  const { scenes, note } =
    chart.chart === 'energy-by-month'
      ? energyDrawing(chart, composition)
      : placesDrawing(chart, composition);
  const measure = composition.pen.width.bind(composition.pen);
  const noteLines = breakLines(note, PAGE.measure, READING, measure);
  return scenes.map((scene, i) => {
    const title = i === 0 ? titleOf(chart, composition) : NO_TITLE;
    const under = i === scenes.length - 1 ? noteLines : [];
    const strip = sceneStrip({ scene, title, note: under }, composition, i === 0 ? before : 8);
    return i === 0 ? strip : { ...strip, head: continuedHead(chart, composition) };
  });
}

/** Over a further drawing that begins a page. */
function continuedHead(
  { number }: SheetChart,
  { pen, words }: Composition,
): NonNullable<Strip['head']> {
  return {
    height: STYLES.h2.lead + 6,
    draw: (y) => {
      pen.artifact('Pagination', () => {
        pen.write(`${number}, ${words.continued}`, PAGE.left, y + 11, STYLES.h2);
      });
    },
  };
}

interface Title {
  readonly title: readonly Line[];
  readonly subtitle: readonly Line[];
}

const NO_TITLE: Title = { title: [], subtitle: [] };

function titleOf({ number, title, subtitle }: SheetChart, { pen }: Composition): Title {
  const measure = pen.width.bind(pen);
  return {
    title: breakLines(`${number}\u00A0 ${title}`, PAGE.measure, STYLES.h2, measure),
    subtitle: breakLines(subtitle, PAGE.measure, SUBTITLE, measure),
  };
}

interface SetScene {
  readonly scene: Scene;
  readonly title: Title;
  readonly note: readonly Line[];
}

function sceneStrip(
  { scene, title: { title, subtitle }, note }: SetScene,
  composition: Composition,
  before: number,
): Strip {
  const { pen, root, blockTitle } = composition;
  const titleHeight = title.length * STYLES.h2.lead + subtitle.length * SUBTITLE.lead;
  const drawingTop = titleHeight + (titleHeight > 0 ? 6 : 0);
  const noteTop = drawingTop + scene.height + (note.length > 0 ? 6 : 0);
  return {
    height: noteTop + note.length * READING.lead,
    before,
    mayBreak: true,
    draw: ({ y }) => {
      const x = PAGE.left;
      if (title.length > 0) {
        const under = drawLines(composition, root.child(blockTitle), title, STYLES.h2, {
          x,
          y: y + 11,
        });
        drawLines(composition, root.child('P'), subtitle, SUBTITLE, { x, y: under - 1 });
      }
      const top = y + drawingTop;
      const bbox = [x, top, PAGE.right, top + scene.height] as const;
      root.child('Figure', { alt: scene.alt, bbox }).draw(() => {
        pen.scene(scene, x, top);
      });
      if (note.length > 0) {
        drawLines(composition, root.child('P'), note, READING, { x, y: y + noteTop + 7 });
      }
    },
  };
}

function energyDrawing(chart: EnergyByMonthChart, composition: Composition): Drawing {
  const numbers = new Intl.NumberFormat(composition.language);
  const scene = energyByMonth(chart.data, {
    width: PAGE.measure,
    height: HEIGHT,
    alt: chart.altText || chart.title,
    measure: chartMeasure(composition),
    format: (value) => numbers.format(value),
    emptyText: plainText(chart.note),
  });
  // without data the note stands in the frame
  const isEmpty = chart.data.series.every(({ values }) => values.every((value) => value === null));
  return { scenes: [scene], note: isEmpty ? '' : chart.note };
}

function placesDrawing(
  { data, altText, title, note }: LocationAgainstMarketChart,
  composition: Composition,
): Drawing {
  const count = Math.max(1, Math.ceil(data.places.length / MOST_PLACES));
  const share = Math.ceil(data.places.length / count);
  const alt = altText || title;
  const scenes = Array.from({ length: count }, (_, i) =>
    locationAgainstMarket(data, {
      width: PAGE.measure,
      alt: count === 1 ? alt : `${alt} (${String(i + 1)}/${String(count)})`,
      measure: chartMeasure(composition),
      format: (value) => printedDecimal(value, composition.language),
      noFactor: composition.words.noFactor,
      part: { from: i * share, to: (i + 1) * share },
    }),
  );
  return { scenes, note };
}

function chartMeasure({ pen }: Composition): Measure {
  return (text, size, weight) =>
    pen.width(text, { ...STYLES.note, size, face: weight === 600 ? 'semibold' : 'regular' });
}

/** The decimal string digit by digit, grouped as the language does: a disclosed figure never passes through a float. */
function printedDecimal(value: string, language: string): string {
  const [, minus, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) throw new Error(`${value} is not a decimal.`);
  const grouped = new Intl.NumberFormat(language).format(BigInt(whole));
  const sign = minus ? '−' : '';
  return sign + grouped + (fraction === undefined ? '' : decimalMarkOf(language) + fraction);
}

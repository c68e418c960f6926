import type { SheetAttestation } from '../../model/sheet.ts';
import { once } from './composition.ts';
import type { Composition } from './composition.ts';
import { drawLine, drawLines } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { HANG, HANG_WIDTH, PAGE, TEXT_WIDTH } from './page-grid.ts';
import { lineStrips } from './strip.ts';
import type { LineStrip, Strip } from './strip.ts';
import { STROKES, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

type Place = SheetAttestation['places'][number];

const PER_ROW = 4;
const GAP = 9;
const PLACE_WIDTH = (PAGE.measure - HANG - GAP * (PER_ROW - 1)) / PER_ROW;
/** From the rule to the first baselines. */
const BASELINE = 16;
const LEAD = STYLES.body.lead;
/** From the last line of the statement, and from one row of places, to the first values. */
const ABOVE_PLACES = 11;
/** A longer statement may part. */
const MOST_LINES_TOGETHER = 12;
const LABEL: TextStyle = { ...STYLES.note, lead: 9 };

/** The sentence that is signed under a rule, and under it the places for who signs, when, and with which seal. */
export function attestationStrips(
  attestation: SheetAttestation,
  composition: Composition,
  before: number,
): readonly Strip[] {
  const lines = statementLines(attestation, composition);
  const isLong = lines.length > MOST_LINES_TOGETHER;
  const statement = lineStrips(lines, { before, mayBreak: true }).map((strip, i) => ({
    ...strip,
    mayBreak: i === 0 || (isLong && strip.mayBreak),
  }));
  return [...statement, ...placeStrips(attestation.places, composition)];
}

/** Title in the hang column and statement beside it, line by line. */
function statementLines(
  { title, statement }: SheetAttestation,
  composition: Composition,
): readonly LineStrip[] {
  const { pen, root } = composition;
  const measure = pen.width.bind(pen);
  // the title may reach into the gap before the statement
  const titleLines = breakLines(title, HANG_WIDTH + 6, STYLES.h2, measure);
  const lines = breakLines(statement, TEXT_WIDTH, STYLES.body, measure);
  const tag = once(() => root.child('P'));
  return Array.from({ length: Math.max(1, titleLines.length, lines.length) }, (_, i) => ({
    height: LEAD + (i === 0 ? BASELINE - 10 : 0),
    draw: (y: number) => {
      const baseline = y + (i === 0 ? BASELINE : 10);
      if (i === 0) {
        pen.rule(y, PAGE.left, PAGE.right, STROKES.strong);
        const place = { x: PAGE.left, y: baseline };
        drawLines(composition, root.child(composition.blockTitle), titleLines, STYLES.h2, place);
      }
      const line = lines[i];
      if (!line) return;
      const place = { x: PAGE.left + HANG, y: baseline, goesOn: i < lines.length - 1 };
      drawLine(composition, tag(), line, STYLES.body, place);
    },
  }));
}

interface SetPlace {
  readonly style: TextStyle;
  readonly value: readonly Line[];
  readonly label: readonly Line[];
}

/** The places in rows of four, never parted from the end of the statement. */
function placeStrips(places: readonly Place[], composition: Composition): readonly Strip[] {
  const set = places.map((place) => setPlace(place, composition));
  return Array.from({ length: Math.ceil(set.length / PER_ROW) }, (_, i) =>
    placeRow(set.slice(i * PER_ROW, (i + 1) * PER_ROW), composition),
  );
}

function setPlace({ label, value, isOpen }: Place, { pen }: Composition): SetPlace {
  const style: TextStyle = isOpen ? { ...STYLES.value, colour: 'text.ink3' } : STYLES.value;
  const measure = pen.width.bind(pen);
  return {
    style,
    value: breakLines(value, PLACE_WIDTH, style, measure),
    label: breakLines(label, PLACE_WIDTH, LABEL, measure),
  };
}

function placeRow(row: readonly SetPlace[], composition: Composition): Strip {
  const { pen, root } = composition;
  const valueLines = Math.max(1, ...row.map(({ value }) => value.length));
  const labelLines = Math.max(1, ...row.map(({ label }) => label.length));
  const rule = ABOVE_PLACES + valueLines * STYLES.value.lead + 4;
  return {
    height: rule + 4 + labelLines * LABEL.lead,
    before: 0,
    mayBreak: false,
    draw: ({ y }) => {
      row.forEach(({ style, value, label }, i) => {
        const x = PAGE.left + HANG + i * (PLACE_WIDTH + GAP);
        const tag = root.child('P');
        // what the place is for is read before what stands in it
        drawLines(composition, tag, label, LABEL, { x, y: y + rule + 10, goesOn: true });
        const first = y + rule - 5 - (value.length - 1) * style.lead;
        drawLines(composition, tag, value, style, { x, y: first });
        pen.rule(y + rule, x, x + PLACE_WIDTH);
      });
    },
  };
}

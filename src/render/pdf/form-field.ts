import { boxPath, crossPath, insetBox } from '../../charts/geometry.ts';
import type { SheetFormField } from '../../model/sheet.ts';
import type { Composition } from './composition.ts';
import { drawLine } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { drawGrade, GRADE_SIZE } from './marks.ts';
import type { Tag } from './tag.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

/** Draws one line of a field, as content of the field's element, on the baseline. */
type DrawBodyLine = (tag: Tag, y: number) => void;

/** A field with its place in the row and its texts broken to it. */
export interface SetField {
  readonly x: number;
  readonly width: number;
  readonly textLeft: number;
  readonly label: readonly Line[];
  readonly body: readonly DrawBodyLine[];
  readonly isMissing: boolean;
}

type Choice = NonNullable<SheetFormField['choices']>[number];

const PADDING = 6;
const LABEL: TextStyle = { ...STYLES.note, colour: 'text.ink2' };
const MISSING: TextStyle = {
  ...STYLES.cell,
  lead: 12,
  face: 'semibold',
  colour: 'status.critical.ink',
};
const CHOICE: TextStyle = { ...STYLES.value, size: 8.5 };
const CHOSEN: TextStyle = { ...CHOICE, face: 'semibold' };
const SQUARE = 7.5;
/** From the left edge of a square to its label, and from that to the next square. */
const CHOICE_INDENT = 11;
const CHOICE_GAP = 12;

/** The field set into its box: label, then choices or value, then what must be known of it. */
export function setField(
  field: SheetFormField,
  { x, width }: { x: number; width: number },
  composition: Composition,
): SetField {
  const { pen } = composition;
  const room = width - 2 * PADDING;
  const textLeft = x + PADDING;
  const place = { x: textLeft, room };
  return {
    x,
    width,
    textLeft,
    label: breakLines(field.label, room, LABEL, pen.width.bind(pen)),
    body: [
      ...choiceLines(field.choices ?? [], place, composition),
      ...valueLines(field, place, composition),
      ...(field.state === 'unverified' ? unverifiedLines(place, composition) : []),
    ],
    isMissing: field.state === 'missing',
  };
}

interface Room {
  readonly x: number;
  readonly room: number;
}

function valueLines(
  { value, state, choices = [] }: SheetFormField,
  { x, room }: Room,
  composition: Composition,
): readonly DrawBodyLine[] {
  const isMissing = state === 'missing';
  if (choices.length > 0 && !isMissing) return [];
  const style = isMissing ? MISSING : STYLES.value;
  const text = isMissing ? `${composition.words.missing}. ${value}` : value;
  const lines = breakLines(text, room, style, composition.pen.width.bind(composition.pen));
  return textLines(lines, style, x, composition);
}

function textLines(
  lines: readonly Line[],
  style: TextStyle,
  x: number,
  composition: Composition,
): readonly DrawBodyLine[] {
  return lines.map((line): DrawBodyLine => (tag, y) => {
    drawLine(composition, tag, line, style, { x, y, goesOn: true });
  });
}

/** The dashed mark and its words, under the value that they qualify. */
function unverifiedLines({ x, room }: Room, composition: Composition): readonly DrawBodyLine[] {
  const { pen, words } = composition;
  const indent = GRADE_SIZE + 4;
  const lines = breakLines(words.grades.M, room - indent, LABEL, pen.width.bind(pen));
  const [first, ...rest] = textLines(lines, LABEL, x + indent, composition);
  const marked: DrawBodyLine = (tag, y) => {
    // the words beside the mark say what it means
    tag.child('Span', { expanded: words.grades.M }).draw(() => {
      drawGrade(pen, 'M', x, y + 0.6);
    });
    first?.(tag, y);
  };
  return [marked, ...rest];
}

/** Squares with their labels beside each other, on as many lines as they need. */
function choiceLines(
  choices: readonly Choice[],
  { x, room }: Room,
  composition: Composition,
): readonly DrawBodyLine[] {
  const lines: DrawBodyLine[][] = [];
  let at = 0;
  for (const choice of choices) {
    const set = choiceLabel(choice, room - CHOICE_INDENT, composition);
    const width = CHOICE_INDENT + Math.max(0, ...set.map((line) => line.width));
    const left = at === 0 ? 0 : at + CHOICE_GAP;
    const isBeside = set.length === 1 && at > 0 && left + width <= room;
    const drawn = choiceDrawing(choice, set, x + (isBeside ? left : 0), composition);
    if (isBeside) lines.at(-1)?.push(...drawn);
    else lines.push(...drawn.map((one) => [one]));
    // nothing stands beside a label of several lines
    at = set.length === 1 ? (isBeside ? left : 0) + width : room;
  }
  return lines.map((parts): DrawBodyLine => (tag, y) => {
    for (const part of parts) part(tag, y);
  });
}

function choiceLabel({ label, isChosen }: Choice, width: number, { pen }: Composition) {
  return breakLines(label, width, isChosen ? CHOSEN : CHOICE, pen.width.bind(pen));
}

function choiceDrawing(
  { isChosen }: Choice,
  label: readonly Line[],
  x: number,
  composition: Composition,
): readonly DrawBodyLine[] {
  const style = isChosen ? CHOSEN : CHOICE;
  const [first, ...rest] = textLines(label, style, x + CHOICE_INDENT, composition);
  const head: DrawBodyLine = (tag, y) => {
    drawSquare(tag, { isChosen, x, y }, composition);
    first?.(tag, y);
  };
  return [head, ...rest];
}

/** A square, crossed when chosen; read out and copied as the character that looks like it. */
function drawSquare(
  tag: Tag,
  { isChosen, x, y }: { isChosen: boolean; x: number; y: number },
  { pen }: Composition,
): void {
  const box = { x: x + 0.3, y: y - 7, width: SQUARE, height: SQUARE };
  tag.child('Span', { actual: isChosen ? '☒ ' : '☐ ' }).draw(() => {
    pen.path(boxPath(box), { stroke: 'text.ink', lineWidth: 0.6 });
    if (isChosen) pen.path(crossPath(insetBox(box, 1.7)), { stroke: 'text.ink', lineWidth: 1 });
  });
}

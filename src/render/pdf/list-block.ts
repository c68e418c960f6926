import type { SheetList } from '../../model/sheet.ts';
import { once } from './composition.ts';
import type { Composition } from './composition.ts';
import { drawLine } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import type { Line } from './line-breaking.ts';
import { drawSeverity, SEVERITY_COLOUR } from './marks.ts';
import { HANG, PAGE } from './page-grid.ts';
import { lineStrips } from './strip.ts';
import type { LineStrip, Strip } from './strip.ts';
import type { Tag } from './tag.ts';
import { STROKES, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

type Entry = SheetList['entries'][number];

const TEXT: TextStyle = { ...STYLES.cell, lead: 12 };
const HEAD: TextStyle = { ...TEXT, face: 'semibold' };
const MONO_HEAD: TextStyle = { ...STYLES.mono, lead: 12 };
/** White over the first and under the last line of an entry. */
const PADDING = 4;
const MOST_LINES_TOGETHER = 8;

/** Entries under hair rules: severity in the hang column, then head, text and small print. */
export function listStrips(
  { entries }: SheetList,
  composition: Composition,
  before: number,
): Strip[] {
  const list = once(() => composition.root.child('L'));
  const indent = entries.some(({ severity }) => severity) ? HANG : 0;
  return entries.flatMap((entry, index) =>
    entryStrips(entry, composition, list, {
      indent,
      before: index === 0 ? before : 0,
      // the last one does not stand alone on a page
      mayBreak: index > 0 && index < entries.length - 1,
    }),
  );
}

function entryStrips(
  entry: Entry,
  composition: Composition,
  list: () => Tag,
  { indent, before, mayBreak }: { indent: number; before: number; mayBreak: boolean },
): Strip[] {
  const item = once(() => list().child('LI'));
  const body = once(() => item().child('LBody'));
  const lines = entryLines(entry, PAGE.measure - indent, composition);
  const strips = lines.map(({ line, style }, i): LineStrip => {
    const isFirst = i === 0;
    const isLast = i === lines.length - 1;
    return {
      height: style.lead + (isFirst ? PADDING : 0) + (isLast ? PADDING : 0),
      draw: (y) => {
        const baseline = y + style.lead - 3 + (isFirst ? PADDING : 0);
        if (isFirst) {
          composition.pen.rule(y, PAGE.left, PAGE.right, STROKES.hair, 'rule.hair');
          drawLabel(entry, composition, item(), baseline);
        }
        const place = { x: PAGE.left + indent, y: baseline, goesOn: !isLast };
        drawLine(composition, body(), line, style, place);
      },
    };
  });
  // a short entry stays in one piece
  const first = lines.length <= MOST_LINES_TOGETHER ? lines.length : 3;
  return lineStrips(strips, { before, mayBreak, first });
}

function entryLines(
  { head, isMono, text, small }: Entry,
  width: number,
  { pen }: Composition,
): readonly { line: Line; style: TextStyle }[] {
  const parts: readonly [string, TextStyle][] = [
    [head, isMono ? MONO_HEAD : HEAD],
    [text, TEXT],
    [small, STYLES.note],
  ];
  return parts.flatMap(([part, style]) =>
    breakLines(part, width, style, pen.width.bind(pen)).map((line) => ({ line, style })),
  );
}

function drawLabel({ severity }: Entry, { pen, words }: Composition, item: Tag, y: number): void {
  if (!severity) return;
  const style: TextStyle = { ...STYLES.note, colour: SEVERITY_COLOUR[severity] };
  item.child('Lbl').draw(() => {
    drawSeverity(pen, severity, PAGE.left + 4, y - 2.6, 4);
    pen.write(`${words.severities[severity]} `, PAGE.left + 12, y, style);
  });
}

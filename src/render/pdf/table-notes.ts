import type { Grade } from '../../model/documents/factor-set.ts';
import type { SheetNote, SheetTable } from '../../model/sheet.ts';
import { once } from './composition.ts';
import type { Composition } from './composition.ts';
import { drawLine } from './draw-lines.ts';
import { breakLines } from './line-breaking.ts';
import { drawGrade } from './marks.ts';
import { PAGE } from './page-grid.ts';
import type { Strip } from './strip.ts';
import type { Tag } from './tag.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const NOTE: TextStyle = { ...STYLES.note, lead: 9.6 };
const MARK: TextStyle = { ...STYLES.note, face: 'semibold', colour: 'accent.seal' };
const BASELINE = 7.5;
/** From the table to the first note's baseline 11. */
const BEFORE = 3.5;
/** Notes of more lines than this may part, between two notes, from the table's last rows. */
const KEPT_LINES = 24;
const GRADES: readonly Grade[] = ['V', 'S', 'C', 'M'];

/** The notes of a table, each keeping to the one before and all to the table. */
export function noteStrips({ number, notes }: SheetTable, composition: Composition): Strip[] {
  let lines = 0;
  return notes.flatMap((note, index) => {
    const strips = oneNote(note, number, composition);
    lines += strips.length;
    return strips.map((strip, i) => ({
      ...strip,
      before: index === 0 && i === 0 ? BEFORE : 0,
      mayBreak: i === 0 && index > 0 && lines > KEPT_LINES,
    }));
  });
}

function oneNote(note: SheetNote, table: string, composition: Composition): Strip[] {
  const { pen, notes, root } = composition;
  const measure = pen.width.bind(pen);
  const indent = note.mark ? Math.max(10, measure(note.mark, MARK) + 5) : 0;
  const lines = breakLines(note.text, PAGE.measure - indent, NOTE, measure);
  const tag = once(() => root.child('Note', {}, notes.elementId(note)));
  return lines.map((line, i) => ({
    height: NOTE.lead,
    before: 0,
    mayBreak: false,
    draw: ({ y }) => {
      const baseline = y + BASELINE;
      if (i === 0 && note.mark) {
        notes.place(note.mark, PAGE.left, y);
        drawMark(note.mark, table, composition, tag(), baseline);
      }
      const x = PAGE.left + indent;
      drawLine(composition, tag(), line, NOTE, { x, y: baseline, goesOn: i < lines.length - 1 });
    },
  }));
}

/** The letter of a note, which leads back to where it is called. */
function drawMark(
  mark: string,
  table: string,
  { pen, notes }: Composition,
  note: Tag,
  y: number,
): void {
  const tag = note.child('Lbl');
  const draw = () => {
    pen.write(`${mark} `, PAGE.left, y, MARK);
  };
  const caller = notes.caller(mark);
  const area = { x: PAGE.left - 1, y: y - 6.5, width: pen.width(mark, MARK) + 2, height: 8.5 };
  if (caller === undefined) tag.draw(draw);
  else tag.link(area, caller, table || mark, draw);
}

/** What the grades mean, in one line, or in two where the words are long. */
export function gradeKeyStrip({ pen, root, words }: Composition): Strip {
  const rows: { grade: Grade; x: number }[][] = [[]];
  let x = 0;
  for (const grade of GRADES) {
    const width = 12 + pen.width(words.grades[grade], NOTE);
    if (x > 0 && x + width > PAGE.measure) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ grade, x });
    x += width + 14;
  }
  return {
    height: rows.length * 12 + 1,
    before: 1,
    mayBreak: false,
    draw: ({ y }) => {
      root.child('P').draw(() => {
        rows.forEach((row, i) => {
          for (const { grade, x: at } of row) {
            const baseline = y + 9 + i * 12;
            drawGrade(pen, grade, PAGE.left + at, baseline + 0.4);
            pen.write(` ${words.grades[grade]} `, PAGE.left + at + 10, baseline, NOTE);
          }
        });
      });
    },
  };
}

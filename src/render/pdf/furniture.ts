import { hashprint } from '../../charts/hashprint.ts';
import type { Sheet } from '../../model/sheet.ts';
import { PAGE } from './page-grid.ts';
import type { Pen } from './pen.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

const STRIP = { width: 96, height: 8 };
const WATERMARK: TextStyle = {
  size: 168,
  lead: 0,
  face: 'semibold',
  colour: 'surface.draft',
};
/** Width of the word at full size that fits the page's diagonal. */
const WATERMARK_WIDTH = 600;
const MARK_GAP = 12;
const RIGHT: TextStyle = { ...STYLES.label };

/** What stands beneath everything on the page: the word of a draft. */
export function drawBackground({ status, words, language }: Sheet, pen: Pen): void {
  if (status.kind !== 'draft') return;
  const word = words.draft.replace(/[.:!]+$/, '').toLocaleUpperCase(language);
  const scale = Math.min(1, WATERMARK_WIDTH / pen.width(word, WATERMARK));
  const style = { ...WATERMARK, size: WATERMARK.size * scale };
  pen.artifact('Background', () => {
    pen.moved({ x: PAGE.left + PAGE.measure / 2, y: PAGE.height / 2, degrees: -52 }, () => {
      pen.write(word, 0, style.size * 0.36, style, 'middle');
    });
  });
}

/** Filer, title and confidentiality mark over a rule, from page 2. */
export function drawHead({ entity, runningTitle, mark = '' }: Sheet, pen: Pen): void {
  // a legend that the law asks for goes before names
  const sign = shortened(mark, PAGE.measure / 2, STYLES.head, pen);
  const right = PAGE.right - (sign ? pen.width(sign, STYLES.head) + MARK_GAP : 0);
  const filer = shortened(entity, (right - PAGE.left) / 2 - 8, STYLES.head, pen);
  const room = right - PAGE.left - pen.width(filer, STYLES.head) - 24;
  pen.artifact('Pagination', () => {
    pen.write(filer, PAGE.left, PAGE.head, STYLES.head);
    pen.write(shortened(runningTitle, room, RIGHT, pen), right, PAGE.head, RIGHT, 'end');
    if (sign) pen.write(sign, PAGE.right, PAGE.head, STYLES.head, 'end');
  });
  pen.rule(PAGE.headRule, PAGE.left, PAGE.right, 1);
}

/** The print of the data, its first digits and the page's number, on every page. */
export function drawFoot(
  { hash, words, status }: Sheet,
  page: { readonly number: number; readonly of: number },
  pen: Pen,
): void {
  const number = words.page
    .replaceAll('{n}', String(page.number))
    .replaceAll('{of}', String(page.of));
  const text = status.kind === 'draft' ? `${words.draft.replace(/\.$/, '')}. ${number}` : number;
  pen.artifact('Pagination', () => {
    pen.scene(hashprint(hash, STRIP), PAGE.left, PAGE.foot - STRIP.height);
    const digits: TextStyle = { ...STYLES.mono, colour: 'text.ink3' };
    pen.write(hash.slice(0, 8), PAGE.left + STRIP.width + 6, PAGE.foot, digits);
    pen.write(text, PAGE.right, PAGE.foot, RIGHT, 'end');
  });
}

/** The text, or as many of its words as fit: what is repeated on each page stands in full on the first. */
function shortened(text: string, width: number, style: TextStyle, pen: Pen): string {
  if (pen.width(text, style) <= width) return text;
  const words = text.split(' ');
  while (words.length > 1) {
    words.pop();
    const shorter = `${words.join(' ')} …`;
    if (pen.width(shorter, style) <= width) return shorter;
  }
  const characters = Array.from(text);
  while (characters.length > 1) {
    characters.pop();
    if (pen.width(`${characters.join('')}…`, style) <= width) break;
  }
  return `${characters.join('')}…`;
}

import { breakLines, oneLine } from '../../../src/render/pdf/line-breaking.ts';
import type { Line } from '../../../src/render/pdf/line-breaking.ts';
import { piecesOf } from '../../../src/render/pdf/rich-text.ts';
import { STYLES } from '../../../src/render/pdf/type-styles.ts';

/** Every character as wide as one point. */
const measure = (text: string) => text.length;

function broken(text: string, width: number): string[] {
  return breakLines(text, width, STYLES.body, measure).map(textOf);
}

function textOf({ pieces }: Line): string {
  return pieces
    .map(({ kind, text }) =>
      kind === 'anchor' ? `^{${text}}` : kind === 'strong' ? `**${text}**` : text,
    )
    .join('');
}

test('a text is pieces of plain, strong and anchors; signs without a partner stand as they are', () => {
  expect(piecesOf('The **three** sites^{a}, 2 * 3 ^ 4')).toEqual([
    { kind: 'plain', text: 'The ' },
    { kind: 'strong', text: 'three' },
    { kind: 'plain', text: ' sites' },
    { kind: 'anchor', text: 'a' },
    { kind: 'plain', text: ', 2 * 3 ^ 4' },
  ]);
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 13, ['one two three']],
  ['  one   two ', 20, ['one two']],
  ['one\ntwo three', 20, ['one', 'two three']],
  ['a\u00A0b c', 4, ['a\u00A0b', 'c']],
  ['', 10, []],
  ['total.^{a} More', 8, ['total.^{a}', 'More']],
  ['a **strong word** here', 9, ['a **strong**', '**word **here']],
  ['see^{a} ^{b} there', 20, ['see^{a} ^{b} there']],
  ['incomprehensibilities', 8, ['incompre', 'hensibil', 'ities']],
  ['incomprehensibilities^{a} now', 8, ['incompre', 'hensibil', 'ities^{a}', 'now']],
  ['a readings/pecos/2025.csv', 12, ['a readings/', 'pecos/2025.', 'csv']],
])('%j breaks to %i', (text, width, lines) => {
  expect(broken(text, width)).toEqual(lines);
});

test('a line knows its width', () => {
  for (const line of breakLines('one **two** three^{a} four five', 12, STYLES.body, measure)) {
    const width = line.pieces.reduce((sum, { text }) => sum + text.length, 0);
    expect(line.width).toBe(width);
    expect(width).toBeLessThanOrEqual(12);
  }
});

test('one line holds the whole text', () => {
  expect(textOf(oneLine('one\n two three', STYLES.body, measure))).toBe('one two three');
  expect(oneLine('', STYLES.body, measure)).toEqual({ pieces: [], width: 0 });
});

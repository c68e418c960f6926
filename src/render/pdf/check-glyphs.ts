import { AppError } from '../../model/app-error.ts';
import type { Sheet } from '../../model/sheet.ts';
import { missingCharacter } from './fonts.ts';
import { settable } from './pen.ts';

/** Texts that are read out and never drawn. */
const NOT_DRAWN = new Set(['altText']);

/**
 * Throws AppError `no-glyph` for the first character of the sheet that no font has, with its text and its place: a blank
 * box in a filing is never an answer.
 */
export function checkGlyphs(sheet: Sheet): void {
  check(sheet, '');
}

function check(value: unknown, place: string): void {
  if (typeof value === 'string') checkText(value, place);
  else if (Array.isArray(value)) {
    value.forEach((one, i) => {
      check(one, `${place}[${String(i)}]`);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (!NOT_DRAWN.has(key)) check(one, place ? `${place}.${key}` : key);
    }
  }
}

function checkText(text: string, place: string): void {
  const character = missingCharacter(settable(text));
  if (character === undefined) return;
  const number = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  const excerpt = text.length > 80 ? `${text.slice(0, 80)} …` : text;
  throw new AppError(
    'no-glyph',
    `No font at hand has the character “${character}” (U+${number}) of “${excerpt}”, at ${place}: write it in another way.`,
    { character, text, place },
  );
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { AppError } from '../../model/app-error.ts';

const FILES = {
  light: 'NotoSans-Light.ttf',
  regular: 'NotoSans-Regular.ttf',
  semibold: 'NotoSans-SemiBold.ttf',
  mono: 'NotoSansMono-Regular.ttf',
  symbol: 'DejaVuSans.ttf',
} as const;

export type Face = keyof typeof FILES;

export const FACES = Object.keys(FILES) as readonly Face[];

interface OpenFont {
  readonly font: Font;
  readonly codePoints: ReadonlySet<number>;
}

// Parsing the five files takes a quarter of a second, so every document of a process shares them.
const opened = new Map<Face, OpenFont>();

function open(face: Face): OpenFont {
  const known = opened.get(face);
  if (known) return known;
  // this folder lies equally deep in the sources and in the build
  const path = fileURLToPath(new URL(`../../../fonts/${FILES[face]}`, import.meta.url));
  const font = create(read(path));
  const fresh = { font, codePoints: new Set(font.characterSet) };
  opened.set(face, fresh);
  return fresh;
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError('broken-installation', `The font ${path} cannot be read: ${why}`, {
      path,
      why,
    });
  }
}

export function fontOf(face: Face): Font {
  return open(face).font;
}

export interface GlyphRun {
  readonly face: Face;
  readonly text: string;
}

/** Scripts written from right to left are not set here: their letters would stand, but in the wrong order. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The text in runs that each have a font, the base font first, symbols last.
 * Throws AppError `no-glyph` when no font covers a character: a blank box in a filing is never an answer.
 */
export function glyphRuns(text: string, base: Face): readonly GlyphRun[] {
  const runs: { face: Face; text: string }[] = [];
  for (const character of text) {
    const face = faceFor(character, base, text);
    const last = runs.at(-1);
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

function faceFor(character: string, base: Face, text: string): Face {
  const codePoint = character.codePointAt(0) ?? 0;
  const covering = ([base, 'regular', 'symbol'] as const).find((face) =>
    open(face).codePoints.has(codePoint),
  );
  if (covering && !RIGHT_TO_LEFT.test(character)) return covering;
  const number = codePoint.toString(16).toUpperCase().padStart(4, '0');
  throw new AppError(
    'no-glyph',
    `No font at hand has the character “${character}” (U+${number}) of “${excerpt(text)}”: write it in another way.`,
    { character, text },
  );
}

function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

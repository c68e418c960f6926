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
 * The text in runs that each have a font, the base font first, symbols last. The sheet was checked before anything is
 * drawn, so a character without a font is a fault of the renderer's own.
 */
export function glyphRuns(text: string, base: Face): readonly GlyphRun[] {
  const runs: { face: Face; text: string }[] = [];
  for (const character of text) {
    const face = faceFor(character, base);
    if (!face) throw new Error(`No font has the character ${JSON.stringify(character)}.`);
    const last = runs.at(-1);
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

/** The first character that no font has; undefined when the text can be set. */
export function missingCharacter(text: string): string | undefined {
  return Array.from(text).find((character) => !faceFor(character, 'regular'));
}

function faceFor(character: string, base: Face): Face | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  if (RIGHT_TO_LEFT.test(character)) return undefined;
  return ([base, 'regular', 'symbol'] as const).find((face) =>
    open(face).codePoints.has(codePoint),
  );
}

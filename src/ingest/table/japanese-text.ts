import { counted, quoted } from '../wording.ts';
import type { Shown } from './western-text.ts';

const BEYOND = /[^\0-\x7f]/gu;
const HALF_WIDTH = /[\uff61-\uff9f]/;
/** Kana, kanji, and the signs and letters of full width. */
const JAPANESE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff01-\uff5e\u30fb\u30fc]/u;
const OTHER_SIGNS = /[○●△▲▽▼◇◆□■☆★※→←↑↓①-⑳㎡㎥㎏㍑〒℃°±×÷￥〜∼−‐―…・]/u;
const RUN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2,8}/u;

/**
 * What shows that a text is Japanese: two characters at least that stand side by side, all of them Japanese, few of
 * half width. Text in Chinese, Korean or another encoding of Japanese is read as half-width characters for the most part.
 */
export function japaneseIn(text: string): Shown | undefined {
  let whole = 0;
  let half = 0;
  for (const [character] of text.matchAll(BEYOND)) {
    if (HALF_WIDTH.test(character)) half += 1;
    else if (JAPANESE.test(character) || OTHER_SIGNS.test(character)) whole += 1;
    else return undefined;
  }
  const shown = RUN.exec(text)?.[0];
  if (shown === undefined || half > whole) return undefined;
  const why = `its ${counted(whole + half, 'character')} beyond ASCII are Japanese, as in ${quoted(shown)}`;
  return { why, hasLetters: true };
}

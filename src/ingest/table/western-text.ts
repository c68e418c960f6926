import { counted, quoted } from '../wording.ts';

/** The letters beyond ASCII of one language each, in small. */
const ALPHABETS = [
  'äöüß',
  'àâæçéèêëîïôœùûüÿ',
  'áéíñóúü',
  'áâãàçéêíóôõúü',
  'àèéìíîòóùú',
  'åäöéü',
  'æøåéèêóòôüä',
  'áðéíóúýþæö',
  'áèéëêïíóöüú',
  'àçéèíïóòúü',
].map((letters) => new Set(letters));

/** Signs with what may stand around them; `a` for a letter, `1` for a digit, a blank for anything else. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  '\u00a0': /^..$/,
  '°': /^[1 ][a1 ]$/,
  '²': /^[a1][1 ]$/,
  '³': /^[a1][1 ]$/,
  µ: /^[1 ]a$/,
  º: /^[a1] $/,
  ª: /^[1a] $/,
  '£': /^[1 ][1 ]$/,
  '€': /^[1 ][1 ]$/,
  '§': /^ [1 ]$/,
  '©': /^ [1 ]$/,
  '®': /^[a1 ] $/,
  '«': /^ [a1 ]$/,
  '»': /^[a1 ] $/,
  '·': /^(aa| [a1 ])$/,
  '±': /^ [1 ]$/,
  '×': /^[1 ][1 ]$/,
  '½': /^[1 ][a1 ]$/,
  '–': /^([1 ][1 ]|aa)$/,
  '—': /^([1 ][1 ]|aa)$/,
  '’': /^(aa|[a1] )$/,
  '¿': /^ a$/,
  '¡': /^ a$/,
};
const BEYOND = /[^\0-\x7f]/gu;
const LETTER = /\p{L}/u;
/** The word around a place. */
const AROUND = 20;

/** What shows that a text is of a kind. */
export interface Shown {
  readonly why: string;
  /** Signs in their places are beyond doubt; letters may be those of a neighbouring language in another encoding. */
  readonly hasLetters: boolean;
}

/** What shows that a text is of Western Europe: each sign in its place, each letter within a word of one language. */
export function westernIn(text: string): Shown | undefined {
  const letters = new Set<string>();
  let count = 0;
  let shown: string | undefined;
  for (const { 0: character, index } of text.matchAll(BEYOND)) {
    if (!isInPlace(text, index, character)) return undefined;
    if (LETTER.test(character) && !(character in SIGNS)) letters.add(character.toLowerCase());
    count += 1;
    shown ??= wordAt(text, index);
  }
  const isOfOneLanguage = ALPHABETS.some((alphabet) =>
    [...letters].every((letter) => alphabet.has(letter)),
  );
  if (shown === undefined || !isOfOneLanguage) return undefined;
  const are = count === 1 ? 'is a letter or sign' : 'are letters and signs';
  const why = `its ${counted(count, 'byte')} beyond ASCII ${are} of Western European text, as in ${quoted(shown)}`;
  return { why, hasLetters: letters.size > 0 };
}

function isInPlace(text: string, at: number, character: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const sign = SIGNS[character];
  if (sign) return sign.test(kindOf(before) + kindOf(after));
  if (!LETTER.test(character)) return false;
  // a capital after a small letter is another encoding's small letter
  if (isCapital(character) && !isCapital(before) && kindOf(before) === 'a') return false;
  // in other scripts whole words lie beyond ASCII
  return /[a-z]/i.test(before) || /[a-z]/i.test(after);
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}

function kindOf(character: string): 'a' | '1' | ' ' {
  if (LETTER.test(character)) return 'a';
  return /\d/.test(character) ? '1' : ' ';
}

function wordAt(text: string, at: number): string {
  const before = /[^\s,;"]*$/.exec(text.slice(Math.max(at - AROUND, 0), at))?.[0] ?? '';
  const after = /^[^\s,;"]*/.exec(text.slice(at, at + AROUND))?.[0] ?? '';
  return before + after;
}

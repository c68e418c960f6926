/** A cell's text before its decimal point, and from it on. */
export interface NumberParts {
  readonly head: string;
  readonly tail: string;
}

const ANCHORS = /(?:\^\{[^}]*\})+$/;

/** The note anchors at the end of a cell, which stand clear of the number's alignment. */
export function anchorsOf(text: string): string {
  return ANCHORS.exec(text)?.[0] ?? '';
}

/** The cell's text as a number parted at its point; undefined where it is not a number. */
export function numberParts(
  text: string,
  decimals: number,
  decimalMark: string,
): NumberParts | undefined {
  const number = text.slice(0, text.length - anchorsOf(text).length);
  if (!/\d/.test(number) || /\p{L}/u.test(number)) return undefined;
  const at = decimals > 0 ? pointOf(number, decimalMark) : -1;
  return at < 0
    ? { head: number, tail: '' }
    : { head: number.slice(0, at), tail: number.slice(at) };
}

/** Where the decimal point stands; -1 where the last separator parts thousands. */
function pointOf(number: string, decimalMark: string): number {
  const at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  const sign = number.charAt(at);
  if (at < 0 || number.indexOf(sign) !== at) return -1;
  const digits = /^\d*/.exec(number.slice(at + 1))?.[0].length ?? 0;
  return digits === 3 && sign !== decimalMark ? -1 : at;
}

/** The decimal mark of the language, which settles whether `1,461` is a whole number. */
export function decimalMarkOf(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

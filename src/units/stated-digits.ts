import { type Rational, ratio } from './rational.ts';

/**
 * True where a stated decimal is the exact number, rounded or cut at its own last digit: 108.1e12 states
 * 108105433845147. Zeros at the end of a whole number count as not stated.
 */
export function isAsStated(stated: Rational, exact: Rational): boolean {
  const place = lastPlaceOf(stated);
  const left = exact.abs().sub(stated.abs());
  const isCut = left.s >= 0n && left.lt(place);
  return exact.s * stated.s >= 0n && (isCut || left.abs().mul(2n).lte(place));
}

/** One unit of the last digit that a decimal needs. */
function lastPlaceOf({ n, d }: Rational): Rational {
  let place = 1n;
  if (d === 1n) {
    while (n > 0n && n % (place * 10n) === 0n) place *= 10n;
    return ratio(place);
  }
  while (place % d !== 0n) place *= 10n;
  return ratio(1n, place);
}

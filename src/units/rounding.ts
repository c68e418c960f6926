import { numeratorOf, type Rational, ratio } from './rational.ts';

/** How a value is rounded: half away from zero, half to even, towards zero, towards minus or plus infinity. */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'floor' | 'ceiling';

/** Where and how a reported value is rounded. `decimals` may be negative (tens, hundreds). */
export interface RoundingRule {
  readonly decimals: number;
  readonly mode: RoundingMode;
}

/** Significant digits to which a quotient that does not end is written. */
const SIGNIFICANT_DIGITS = 34;

function up(mode: RoundingMode, isNegative: boolean, twice: bigint, d: bigint, q: bigint): boolean {
  switch (mode) {
    case 'half-up':
      return twice >= d;
    case 'half-even':
      return twice > d || (twice === d && q % 2n === 1n);
    case 'down':
      return false;
    case 'floor':
      return isNegative && twice > 0n;
    case 'ceiling':
      return !isNegative && twice > 0n;
  }
}

/** The integer nearest to `value` by `mode`. */
function roundToInteger(value: Rational, mode: RoundingMode): bigint {
  const isNegative = value.s < 0n;
  const quotient = value.n / value.d;
  const twice = (value.n % value.d) * 2n;
  const magnitude = up(mode, isNegative, twice, value.d, quotient) ? quotient + 1n : quotient;
  return isNegative ? -magnitude : magnitude;
}

function placePoint(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString();
  if (decimals <= 0) return sign + (digits === 0n ? '0' : text + '0'.repeat(-decimals));
  const padded = text.padStart(decimals + 1, '0');
  return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

/** `value` rounded once by `rule`, written with exactly `rule.decimals` decimals. */
export function roundedText(value: Rational, rule: RoundingRule): string {
  const scaled =
    rule.decimals >= 0
      ? value.mul(ratio(10n ** BigInt(rule.decimals)))
      : value.div(ratio(10n ** BigInt(-rule.decimals)));
  return placePoint(roundToInteger(scaled, rule.mode), rule.decimals);
}

/** Decimals that a terminating fraction needs; undefined when it does not terminate. */
function decimalsNeeded(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/**
 * The exact decimal text of `value` where it terminates; otherwise 34 significant digits, half to even.
 * No exponent, no superfluous zeros, no negative zero.
 */
export function decimalText(value: Rational): string {
  const decimals = decimalsNeeded(value.d);
  if (decimals !== undefined) {
    return placePoint((numeratorOf(value) * 10n ** BigInt(decimals)) / value.d, decimals);
  }
  const whole = value.n / value.d;
  const places =
    whole > 0n
      ? SIGNIFICANT_DIGITS - whole.toString().length
      : SIGNIFICANT_DIGITS + leadingZeros(value);
  return trimZeros(roundedText(value, { decimals: places, mode: 'half-even' }));
}

function leadingZeros(value: Rational): number {
  let zeros = 0;
  for (let n = value.n * 10n; n < value.d; n *= 10n) zeros += 1;
  return zeros;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

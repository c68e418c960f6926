import Fraction from 'fraction.js';

/** An exact rational number: BigInt numerator over BigInt denominator, always in lowest terms. */
export type Rational = Readonly<Fraction>;

export const ZERO: Rational = new Fraction(0n, 1n);
export const ONE: Rational = new Fraction(1n, 1n);

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** The rational n/d. Throws a RangeError when d is zero. */
export function ratio(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('denominator is zero');
  return new Fraction(n, d);
}

/**
 * The exact value of a decimal string such as `-12.50` or `1.2e-3`; undefined when the text is anything else
 * (grouping, blanks, `NaN`, hexadecimal and a bare point are all refused).
 */
export function parseDecimal(text: string): Rational | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '0', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const power = Number(exponent) - fraction.length;
  return power >= 0 ? ratio(digits * 10n ** BigInt(power)) : ratio(digits, 10n ** BigInt(-power));
}

/** The exact value of a decimal string or an integer. Throws a SyntaxError when the text is not a decimal. */
export function exact(value: string | bigint): Rational {
  if (typeof value === 'bigint') return ratio(value);
  const parsed = parseDecimal(value);
  if (!parsed) throw new SyntaxError(`not a decimal number: ${JSON.stringify(value)}`);
  return parsed;
}

/** The exact sum; zero for an empty list. Independent of order, since no term is rounded. */
export function sumOf(terms: readonly Rational[]): Rational {
  return terms.reduce<Rational>((total, term) => total.add(term), ZERO);
}

/** The smallest of two values. */
export function smallerOf(a: Rational, b: Rational): Rational {
  return a.lte(b) ? a : b;
}

/** The largest of two values. */
export function largerOf(a: Rational, b: Rational): Rational {
  return a.gte(b) ? a : b;
}

/** The signed numerator; the denominator is always positive. */
export function numeratorOf(value: Rational): bigint {
  return value.s * value.n;
}

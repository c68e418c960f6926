import { numeratorOf, type Rational } from '../units/rational.ts';

/** The smallest integer that makes every value an integer when multiplied with it. */
export function commonScale(values: Iterable<Rational>): bigint {
  let scale = 1n;
  for (const { d } of values) if (scale % d !== 0n) scale = (scale / gcd(scale, d)) * d;
  return scale;
}

/** The integer `value x scale`, where the scale is a multiple of the value's denominator. */
export function scaled(value: Rational, scale: bigint): bigint {
  return numeratorOf(value) * (scale / value.d);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

import { ONE, type Rational, ratio, sumOf, ZERO } from '../../units/rational.ts';

/** A factor of a product at two times. */
export interface Moved {
  readonly before: Rational;
  readonly after: Rational;
}

function factorial(n: number): bigint {
  return n < 2 ? 1n : BigInt(n) * factorial(n - 1);
}

/** The product of the others, those at the places of `moved` already as they are after. */
function productOf(others: readonly Moved[], moved: number): Rational {
  return others.reduce<Rational>(
    (all, { before, after }, i) => all.mul((moved >> i) % 2 === 1 ? after : before),
    ONE,
  );
}

function countOf(bits: number): number {
  return bits === 0 ? 0 : (bits % 2) + countOf(bits >> 1);
}

function effectOf(own: Moved, others: readonly Moved[]): Rational {
  const n = others.length + 1;
  const terms = Array.from({ length: 2 ** others.length }, (_, moved) => {
    const size = countOf(moved);
    const weight = ratio(factorial(size) * factorial(n - size - 1), factorial(n));
    return productOf(others, moved).mul(weight);
  });
  return own.after.sub(own.before).mul(sumOf(terms));
}

/**
 * What each factor of a product contributed to its change: the mean over all orders in which the factors could have
 * moved one after the other (the value of Shapley). Exact; the effects add up to the change, and no order is preferred.
 */
export function effectsOf(factors: readonly Moved[]): Rational[] {
  return factors.map((own, i) =>
    effectOf(
      own,
      factors.filter((_, j) => j !== i),
    ),
  );
}

/** The change of the product of factors. */
export function changeOf(factors: readonly Moved[]): Rational {
  const product = (at: keyof Moved) =>
    factors.reduce<Rational>((all, factor) => all.mul(factor[at]), ONE);
  return factors.length === 0 ? ZERO : product('after').sub(product('before'));
}

import { type Per, per, type SameKind } from '../../units/quantity.ts';
import { largerOf, ONE, type Rational, smallerOf, sumOf } from '../../units/rational.ts';
import { decimalsOf } from './decimals.ts';
import { constant, type Naming, noteOf, type Step } from './step.ts';
import { conversionFactor, meaningOf } from '../../units/unit.ts';

/** The unit of an amount times a rate: `MWh` x `kg CO2/MWh` is `kg CO2`; a share changes no unit; `never` where they do not meet. */
export type ProductUnit<A extends string, R extends string> = string extends A | R
  ? string
  : R extends '1'
    ? A
    : A extends `${string}/${string}`
      ? R extends `${infer N}/(${A})`
        ? N
        : never
      : R extends `${infer N}/${A}`
        ? N
        : never;

/** A sentence that the compiler shows where units do not meet. */
type Meets<A extends string, R extends string> = [ProductUnit<A, R>] extends [never]
  ? { readonly unit: `${R} is no rate per ${A}` }
  : unknown;

type IsUnion<U, Whole = U> = U extends unknown ? ([Whole] extends [U] ? false : true) : never;

/** A sentence that the compiler shows where terms have different units. */
type OneUnit<U extends string> =
  true extends IsUnion<U> ? { readonly unit: `terms differ in unit: ${U}` } : unknown;

/** The unit of an amount times a rate, at run time. Throws a TypeError when they do not meet. */
function productUnit(amount: string, rate: string): string {
  if (rate === '1') return amount;
  const tail = amount.includes('/') ? `/(${amount})` : `/${amount}`;
  if (rate.endsWith(tail) && rate.length > tail.length) return rate.slice(0, -tail.length);
  throw new TypeError(`${rate} is no rate per ${amount}`);
}

function commonUnit(terms: readonly Step[], naming: Naming): string {
  const [first] = terms;
  if (!first) throw new RangeError(`${noteOf(naming).name}: nothing to add or compare`);
  const other = terms.find(({ unit }) => unit !== first.unit);
  if (other) {
    throw new TypeError(`${noteOf(naming).name}: ${first.unit} and ${other.unit} are not one unit`);
  }
  return first.unit;
}

function step(
  op: Step['op'],
  inputs: readonly Step[],
  value: Rational,
  unit: string,
  naming: Naming,
): Step {
  return Object.freeze({ op, inputs, value, unit, ...noteOf(naming) });
}

/** The sum of terms of one unit; a single term is given back as it is. Throws for no terms or mixed units. */
export function sum<U extends string>(
  terms: readonly (Step<U> & OneUnit<U>)[],
  naming: Naming,
): Step<U> {
  const unit = commonUnit(terms, naming);
  const [first] = terms;
  if (first && terms.length === 1) return first;
  const value = sumOf(terms.map((term) => term.value));
  return step('sum', terms, value, unit, naming) as Step<U>;
}

/** `from` less `less`. */
export function difference<U extends string>(
  from: Step<U> & OneUnit<U>,
  less: Step<U>,
  naming: Naming,
): Step<U> {
  const unit = commonUnit([from, less], naming);
  return step('difference', [from, less], from.value.sub(less.value), unit, naming) as Step<U>;
}

/** An amount times a rate per its unit, or times a share. */
export function product<A extends string, R extends string>(
  amount: Step<A>,
  rate: Step<R> & Meets<A, R>,
  naming: Naming,
): Step<ProductUnit<A, R>> {
  const unit = productUnit(amount.unit, rate.unit);
  const value = amount.value.mul(rate.value);
  return step('product', [amount, rate], value, unit, naming) as Step<ProductUnit<A, R>>;
}

/**
 * `n` per `d`; undefined when `d` is zero, for which the caller gives the finding ACC-ZERO-DENOMINATOR.
 */
export function quotient<N extends string, D extends string>(
  n: Step<N>,
  d: Step<D>,
  naming: Naming,
): Step<Per<N, D>> | undefined {
  if (d.value.n === 0n) return undefined;
  const value = n.value.div(d.value);
  return step('quotient', [n, d], value, per(n.unit, d.unit), naming) as Step<Per<N, D>>;
}

/** The mean power of an energy over a time: joules per second are watts. Undefined when the time is zero. */
export function meanPower(
  energy: Step<'J'>,
  time: Step<'s'>,
  naming: Naming,
): Step<'W'> | undefined {
  if (time.value.n === 0n) return undefined;
  return step('quotient', [energy, time], energy.value.div(time.value), 'W', naming) as Step<'W'>;
}

/** The part that `n` is of `d`, both of one unit; undefined when `d` is zero. */
export function share<U extends string>(
  n: Step<U> & OneUnit<U>,
  d: Step<U>,
  naming: Naming,
): Step<'1'> | undefined {
  commonUnit([n, d], naming);
  if (d.value.n === 0n) return undefined;
  return step('quotient', [n, d], n.value.div(d.value), '1', naming) as Step<'1'>;
}

/** The smaller of two amounts of one unit. */
export function minimum<U extends string>(
  a: Step<U> & OneUnit<U>,
  b: Step<U>,
  naming: Naming,
): Step<U> {
  const unit = commonUnit([a, b], naming);
  return step('minimum', [a, b], smallerOf(a.value, b.value), unit, naming) as Step<U>;
}

/** The larger of two amounts of one unit. */
export function maximum<U extends string>(
  a: Step<U> & OneUnit<U>,
  b: Step<U>,
  naming: Naming,
): Step<U> {
  const unit = commonUnit([a, b], naming);
  return step('maximum', [a, b], largerOf(a.value, b.value), unit, naming) as Step<U>;
}

/** Units by which two others of their kind are bridged where neither factor between these ends: kWh and mmBtu. */
const BASES: ReadonlyMap<string, string> = new Map([
  ['energy', 'J'],
  ['volume', 'm3'],
  ['mass', 'kg'],
]);

/**
 * The same amount in another unit of its kind. The conversion is a step of its own: a product with a constant in
 * `to/from`, or, where that constant would not end as a decimal, a quotient by its inverse in `from/to`, or both by way
 * of the SI unit. So a reader of the ledger needs no table of units.
 */
export function convert<U extends string, V extends SameKind<U>>(
  from: Step<U>,
  to: V,
  naming: Naming = from.name,
): Step<V> {
  if ((from.unit as string) === to) return from as unknown as Step<V>;
  const factor = conversionFactor(from.unit, to);
  if (decimalsOf(factor) !== undefined) {
    const rate = constant(factor, per(to, from.unit), `${to} in one ${from.unit}`);
    const value = from.value.mul(factor);
    return step('product', [from, rate], value, to, naming) as Step<V>;
  }
  const inverse = ONE.div(factor);
  const base = BASES.get(meaningOf(from.unit)?.kind ?? '');
  if (decimalsOf(inverse) === undefined && base !== undefined) {
    return convert<string, string>(convert<string, string>(from, base), to, naming) as Step<V>;
  }
  const rate = constant(inverse, per(from.unit, to), `${from.unit} in one ${to}`);
  return step('quotient', [from, rate], from.value.div(inverse), to, naming) as Step<V>;
}

/** The same step with its unit proven; throws a TypeError when it has another. */
export function inUnit<U extends string>(from: Step, unit: U): Step<U> {
  if (from.unit !== unit) throw new TypeError(`${from.name} is in ${from.unit}, not in ${unit}`);
  return from as Step<U>;
}

import { exact, type Rational } from './rational.ts';
import {
  conversionFactor,
  type EnergyUnit,
  type HashrateUnit,
  type HashUnit,
  type MassUnit,
  type PowerUnit,
  type RatioUnit,
  type TimeUnit,
  type VolumeUnit,
} from './unit.ts';

/** An exact value with its unit in the type: a `Quantity<'kWh'>` is not accepted where a `Quantity<'MWh'>` is asked. */
export interface Quantity<U extends string = string> {
  readonly value: Rational;
  readonly unit: U;
}

/** The units into which a unit can be converted, as a type. */
export type SameKind<U extends string> = U extends EnergyUnit
  ? EnergyUnit
  : U extends PowerUnit
    ? PowerUnit
    : U extends TimeUnit
      ? TimeUnit
      : U extends HashUnit
        ? HashUnit
        : U extends HashrateUnit
          ? HashrateUnit
          : U extends VolumeUnit
            ? VolumeUnit
            : U extends RatioUnit
              ? RatioUnit
              : U extends MassUnit
                ? MassUnit
                : U extends `${MassUnit} ${infer Substance}`
                  ? `${MassUnit} ${Substance}`
                  : U;

/** The quotient unit `N/D`, with brackets where the denominator is itself a quotient. */
export type Per<N extends string, D extends string> = D extends `${string}/${string}`
  ? `${N}/(${D})`
  : `${N}/${D}`;

/** The name of the quotient unit `n/d`. */
export function per<N extends string, D extends string>(n: N, d: D): Per<N, D> {
  return (d.includes('/') ? `${n}/(${d})` : `${n}/${d}`) as Per<N, D>;
}

/** A quantity of an exact value or decimal string. */
export function quantity<U extends string>(
  value: Rational | string | bigint,
  unit: U,
): Quantity<U> {
  return { value: typeof value === 'object' ? value : exact(value), unit };
}

/** The same quantity in another unit of the same kind, exactly. */
export function convert<U extends string, V extends SameKind<U>>(
  from: Quantity<U>,
  to: V,
): Quantity<V> {
  return { value: from.value.mul(conversionFactor(from.unit, to)), unit: to };
}

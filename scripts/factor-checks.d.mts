import type { FactorSet } from '../src/model/documents/factor-set.ts';
import type { Rational } from '../src/units/rational.ts';

export interface Check {
  readonly what: string;
  /** Bound of the difference, as a fraction of the first value. */
  readonly within?: string;
  /** True where the second value must be above the first. */
  readonly isAbove?: boolean;
  readonly because: string;
}

export interface Arithmetic {
  readonly exact: (value: string) => Rational;
  readonly conversionFactor: (from: string, to: string) => Rational;
}

export const CHECKS: readonly Check[];

export function resultOf(
  check: Check,
  sets: readonly FactorSet[],
  arithmetic: Arithmetic,
): { unit: string; a: Rational; b: Rational; difference: Rational };

import { exact, ONE, ZERO } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import type { Numeric } from '../table/number.ts';

const HUNDRED = exact('100');

/** A percentage as a fraction, written out; undefined where it is no number from 0 to 100. */
export function fractionOf(percent: Numeric): string | undefined {
  if (typeof percent === 'string') return undefined;
  const fraction = percent.div(HUNDRED);
  return fraction.gte(ZERO) && fraction.lte(ONE) ? decimalText(fraction) : undefined;
}

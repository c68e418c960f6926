import { parseDecimal, type Rational } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';

/** The decimal text of a value that ends as a decimal; undefined where it does not end. */
export function decimalsOf(value: Rational): string | undefined {
  const text = decimalText(value);
  return parseDecimal(text)?.equals(value) ? text : undefined;
}

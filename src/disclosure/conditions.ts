import type { Condition } from '../model/documents/template.ts';
import { parseDecimal, type Rational } from '../units/rational.ts';

/** What a path or fact id stands for: its text, or undefined where nothing states it. */
export type Lookup = (path: string) => string | undefined;

/** Whether a condition holds. `undefined` when it rests on something that nothing states. */
export function holds(condition: Condition, lookup: Lookup): boolean | undefined {
  if ('all' in condition) return every(condition.all.map((part) => holds(part, lookup)));
  if ('any' in condition) return some(condition.any.map((part) => holds(part, lookup)));
  if ('not' in condition) return negated(holds(condition.not, lookup));
  const value = lookup(condition.fact);
  if ('present' in condition) return (value !== undefined) === condition.present;
  if (value === undefined) return undefined;
  if ('is' in condition) return value === condition.is;
  if ('in' in condition) return condition.in.includes(value);
  return 'above' in condition
    ? compared(value, condition.above, (a, b) => a.gt(b))
    : compared(value, condition.atLeast, (a, b) => a.gte(b));
}

function every(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function some(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function compared(
  a: string,
  b: string,
  test: (a: Rational, b: Rational) => boolean,
): boolean | undefined {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return left && right && test(left, right);
}

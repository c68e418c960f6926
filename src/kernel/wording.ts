import type { Rational } from '../units/rational.ts';
import { roundedText } from '../units/rounding.ts';

/** A number for a sentence: rounded, thousands parted by commas, superfluous zeros left out. */
export function numberText(value: Rational, decimals = 1): string {
  const [whole = '', fraction = ''] = roundedText(value, { decimals, mode: 'half-up' }).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = fraction.replace(/0+$/, '');
  return rest === '' ? grouped : `${grouped}.${rest}`;
}

/** A share for a sentence, as percent: 0.0613 is `6.1%`. */
export function percentText(value: Rational, decimals = 1): string {
  return `${numberText(value.mul(100), decimals)}%`;
}

/** `1 bill`, `12 bills`. */
export function countText(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

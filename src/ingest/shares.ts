import { ONE, type Rational, ratio } from '../units/rational.ts';
import { roundedText } from '../units/rounding.ts';
import type { MappedRow } from './mapped-rows.ts';
import { quoted } from './wording.ts';

/** A column of parts of a whole. */
export interface ShareColumn {
  readonly column: string;
  readonly unit: 'percent' | 'fraction';
}

const HUNDRED = ratio(100n);

/** A part of a whole as a fraction between zero and one; undefined where a finding says why there is none. */
export function shareOf(row: MappedRow, { column, unit }: ShareColumn): Rational | undefined {
  const stated = row.measured(column, 'not-negative');
  const part = unit === 'percent' ? stated?.div(HUNDRED) : stated;
  if (!part || part.lte(ONE)) return part;
  const hint = unit === 'fraction' ? ' Declare percent if it is one.' : '';
  const what = `column ${quoted(column)} holds ${quoted(row.text(column))}, more than the whole as a ${unit === 'percent' ? 'percentage' : 'fraction'}. The row was set aside; correct it.${hint}`;
  row.notes.row('IN-NUMBER', 'critical', { line: row.line, column }, what);
  return undefined;
}

/** A fraction as it stands in a message: `97.40 %`. */
export function percentText(part: Rational): string {
  return `${roundedText(part.mul(HUNDRED), { decimals: 2, mode: 'half-even' })} %`;
}

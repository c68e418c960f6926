import type { Rational } from '../../units/rational.ts';
import type { MappedRow } from '../mapped-rows.ts';
import { quoted } from '../wording.ts';

/** The fee of a pool as a fraction; a blank cell, or no such column, states none. */
export function poolFeeIn(
  row: MappedRow,
  column: string | undefined,
): Rational | undefined | 'refused' {
  if (column === undefined || row.text(column) === '') return undefined;
  const fee = row.needed(column, 'not-negative');
  if (fee && fee.n < fee.d) return fee;
  if (fee) {
    const what = `column ${quoted(column)} holds ${fee.toString()} where a fraction below 1 is needed: 2 % is 0.02. The row was set aside; correct it.`;
    row.notes.row('IN-NUMBER', 'critical', { line: row.line, column }, what);
  }
  return 'refused';
}

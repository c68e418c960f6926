import type { RowNotes } from '../row-notes.ts';
import type { CsvLayout } from '../../model/documents/workspace.ts';
import { amountReader, numberHint } from '../table/number.ts';
import { quoted } from '../wording.ts';
import type { Cost } from './bill.ts';

/** Reads the cost of a row from its cell and the cell of its currency; undefined where there is none. */
export type CostReader = (text: string, currency: string, line: number) => Cost | undefined;

/** Where amounts of money stand. */
export interface CostColumns {
  readonly csv: CsvLayout | undefined;
  /** Where neither a column nor a sign names one. */
  readonly currency?: string | undefined;
  readonly map: { readonly cost?: string | undefined; readonly currency?: string | undefined };
}

/**
 * Costs enter no figure of energy, so a cell that is no amount does not set its bill aside; it may show a shifted row and
 * is named. A negative cost is a credit and is kept.
 */
export function costReader(
  { csv, map, currency: usual }: CostColumns,
  notes: RowNotes,
  lack = 'no cost is known for this bill',
): CostReader {
  const read = amountReader(csv);
  return (text, named, line) => {
    if (map.cost === undefined) return undefined;
    const at = { line, column: map.cost };
    const { value, currency: signed } = read(text);
    if (value === 'null') return undefined;
    if (value === 'not-a-number') {
      const what = `${quoted(text)} in column ${quoted(map.cost)} is not an amount in the declared form; ${lack}.${numberHint(text.replace(/[^\d.,]/g, ''), csv)}`;
      notes.row('IN-NUMBER', 'critical', at, what);
      return undefined;
    }
    if (value.s < 0n) noteCredit(notes, at);
    const place = { line, column: map.currency ?? map.cost };
    const currency = named === '' ? (signed ?? usual) : currencyOf(named, signed, place, notes);
    return currency === undefined ? { amount: value } : { amount: value, currency };
  };
}

function noteCredit(notes: RowNotes, at: { readonly line: number; readonly column: string }): void {
  notes.tally(
    'IN-NEGATIVE',
    'info',
    at,
    (n, lines) => `Column ${quoted(at.column)} is negative in ${n} (${lines}): credits, kept.`,
  );
}

/** The currency that a column names, unless the amount's own sign contradicts it. */
function currencyOf(
  named: string,
  signed: string | undefined,
  at: { readonly line: number; readonly column: string },
  notes: RowNotes,
): string | undefined {
  const code = named.toUpperCase();
  if (/^[A-Z]{3}$/.test(code) && (signed === undefined || signed === code)) return code;
  const why =
    signed === undefined || !/^[A-Z]{3}$/.test(code)
      ? 'is no ISO 4217 code such as USD'
      : `contradicts the amount, which is in ${signed}`;
  const what = `the currency ${quoted(named)} ${why}; the amount is kept without one. Correct the cell.`;
  notes.row('IN-CURRENCY', 'quality', at, what);
  return undefined;
}

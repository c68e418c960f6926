import type { Evidence } from '../../model/records.ts';
import type { Place } from '../../model/finding.ts';
import { quoted } from '../wording.ts';
import type { ExtractedBill } from './bill.ts';

/**
 * Where a bill stands, in words: `line 3 of bills.csv`, `line 3 of sheet "2025" of bills.xlsx`, `page 1 of may.pdf`,
 * `QTY[2] in line 1 of usage.edi`.
 */
export function where({ file, at }: Evidence): string {
  if (at.page !== undefined) return `page ${String(at.page)} of ${file}`;
  const source = at.sheet === undefined ? file : `sheet ${quoted(at.sheet)} of ${file}`;
  const line = `line ${String(at.line ?? 0)} of ${source}`;
  return at.element === undefined ? line : `${at.element} in ${line}`;
}

/** The same as the place of a finding. */
export function placeOf({ evidence: { file, at } }: ExtractedBill): Place {
  const { line, sheet, cell, element, page } = at;
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(cell === undefined ? {} : { cell }),
    ...(element === undefined ? {} : { element }),
    ...(page === undefined ? {} : { page }),
  };
}

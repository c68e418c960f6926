import type { Evidence } from '../../model/records.ts';
import type { Place } from '../../model/finding.ts';
import type { ExtractedBill } from './bill.ts';

/** Where a bill stands, in words: `line 3 of bills.csv`, `page 1 of may.pdf`, `QTY[2] in line 1 of usage.edi`. */
export function where({ file, at }: Evidence): string {
  if (at.page !== undefined) return `page ${String(at.page)} of ${file}`;
  const line = `line ${String(at.line ?? 0)} of ${file}`;
  return at.element === undefined ? line : `${at.element} in ${line}`;
}

/** The same as the place of a finding. */
export function placeOf({ evidence: { file, at } }: ExtractedBill): Place {
  const { line, element, page } = at;
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(element === undefined ? {} : { element }),
    ...(page === undefined ? {} : { page }),
  };
}

import type { HourColumn } from '../../model/column.ts';
import type { Disclosure } from '../../model/documents/disclosure.ts';
import type { LedgerDocument } from '../../model/documents/ledger.ts';

/** What a workpaper is made of: a disclosure, its ledger and the hourly columns that the ledger reads. */
export interface WorkpaperInputs {
  readonly disclosure: Disclosure;
  /** SHA-256 of the disclosure's file. */
  readonly sha256: string;
  readonly ledger: LedgerDocument;
  readonly columns: readonly HourColumn[];
}

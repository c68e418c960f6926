import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import type { Finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';

/** What a file does not say of itself and the person who brings it does. */
export interface TableRequest {
  readonly edition: string;
  /** The document as rows cite it. */
  readonly document: string;
  /** The data year, where the file does not state it or holds several. */
  readonly year?: number;
  /** Factor sets at hand: hours of a grid are made with the factors of its plants. */
  readonly sets?: readonly FactorSet[];
  /** Zones whose rows are wanted, where not all are. */
  readonly zones?: readonly string[];
}

/** What a publisher's file gives: rows of a factor set, and what is to be said of the rest. */
export interface TableRows {
  readonly rows: readonly FactorRow[];
  readonly findings: readonly Finding[];
  /** What is to be noted of the set, beside what holds for every one of the publisher. */
  readonly notes?: readonly string[];
}

/** How the files of one publisher are read. */
export interface FactorImporter {
  readonly publisher: string;
  /** The publication, without its edition. */
  readonly title: string;
  /** What is read, in which form, and from what that is known. */
  readonly description: string;
  /** False where it was made without a file of the publisher. */
  readonly isProven: boolean;
  /** The publisher's terms. Absent: not known, so that the person who brings the file states them. */
  readonly licence?: string;
  readonly attribution?: string;
  readonly notes: readonly string[];
  readonly read: (file: InputFile, request: TableRequest) => TableRows;
  /** Reads the files of an archive together. Absent: only one file is read. */
  readonly readAll?: (files: readonly InputFile[], request: TableRequest) => TableRows;
}

/** The outcome of a file of which nothing was read. */
export function noRows(...findings: readonly Finding[]): TableRows {
  return { rows: [], findings };
}

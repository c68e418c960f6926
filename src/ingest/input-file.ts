import type { Workspace } from '../model/documents/workspace.ts';
import type { Finding } from '../model/finding.ts';

/** A file of evidence: its path within the workspace with forward slashes, its hash and its bytes. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What the workspace knows and a file does not say: zones of sites, meters by id and number, contracts. */
export type IngestContext = Pick<Workspace, 'sites' | 'meters' | 'contracts'>;

/** How many rows below the header were read, set aside with a finding, or dropped as identical to a kept one. */
export interface RowCounts {
  readonly read: number;
  readonly rejected: number;
  readonly duplicate: number;
}

/** What an adapter made of one file, or what several of these joined give. */
export interface Extraction<R> {
  readonly records: readonly R[];
  readonly findings: readonly Finding[];
  readonly rows: RowCounts;
}

/** How well a file fits a format, 0 to 1, and what shows it. */
export interface Identification {
  readonly confidence: number;
  readonly why: string;
}

/** A value, or the finding that says why there is none. */
export type Outcome<T> =
  { readonly value: T; readonly refused?: never } | { readonly refused: Finding };

/** The outcome of a file of which nothing was read. */
export function refusedFile<R>(...findings: readonly Finding[]): Extraction<R> {
  return { records: [], findings, rows: { read: 0, rejected: 0, duplicate: 0 } };
}

/** The sum of the rows of several extractions. */
export function sumRows(all: readonly Extraction<unknown>[]): RowCounts {
  const add = (of: keyof RowCounts) => all.reduce((sum, { rows }) => sum + rows[of], 0);
  return { read: add('read'), rejected: add('rejected'), duplicate: add('duplicate') };
}

import type { BillTemplate } from '../model/documents/bill-template.ts';
import type { Workspace } from '../model/documents/workspace.ts';
import type { Finding } from '../model/finding.ts';

/** A row of a sheet: its number as the spreadsheet shows it, and the texts of its cells from column A on. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** Places, from 0, of cells that the workbook itself holds as dates: no `date_format` is needed to read these. */
  readonly dates?: ReadonlySet<number>;
  /** Places of cells that it holds as numbers: their text has a decimal point, whatever `csv.decimal` says. */
  readonly numbers?: ReadonlySet<number>;
}

/** Cells that stand as one. Rows count from 1 and columns from 0; the last ones belong to it. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A sheet of a workbook. Dates stand as `yyyy-MM-dd` or `yyyy-MM-dd HH:mm:ss`, times as `HH:mm:ss`, numbers in full. */
export interface Sheet {
  readonly name: string;
  /** Rows that hold anything, in order. */
  readonly rows: readonly SheetRow[];
  /** Absent: none. The text of merged cells stands in the first of them. */
  readonly merges?: readonly Merge[];
}

/** A run of characters of a page, with its box in points from the page's lower left corner. */
export interface PageText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page of a document, counted from 1. */
export interface Page {
  readonly number: number;
  readonly texts: readonly PageText[];
}

/** A file of evidence: its path within the workspace with forward slashes, its hash and its bytes. */
export interface InputFile {
  /** A member of an archive stands under the archive's path: `exports/2025.zip/january.csv`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** The sheets, where the file is a workbook. */
  readonly sheets?: readonly Sheet[];
  /** The pages, where the file is a PDF document that holds text. */
  readonly pages?: readonly Page[];
}

/** What the workspace knows and a file does not say: zones of sites, meters by id and number, contracts. */
export interface IngestContext extends Pick<Workspace, 'sites' | 'meters' | 'contracts'> {
  /** Templates of PDF bills by their paths within the workspace. */
  readonly billTemplates?: ReadonlyMap<string, BillTemplate>;
}

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

// Generated from schemas/ledger.schema.json by `npm run types`. Do not edit.

/**
 * This interface was referenced by `LedgerDocument`'s JSON-Schema
 * via the `definition` "sha256".
 */
export type Sha256 = string;
/**
 * This interface was referenced by `LedgerDocument`'s JSON-Schema
 * via the `definition` "instant".
 */
export type Instant = string;
/**
 * activity, factor, constant and declared are leaves. column-sum adds the cells from one hour up to another, column-count counts those that hold data, column-dot adds the products of the cells of two columns, column-minimum-sum the smaller of two cells, column-minimum-dot the smaller of the first two times the third.
 */
export type Operation =
  | 'activity'
  | 'factor'
  | 'constant'
  | 'declared'
  | 'column-sum'
  | 'column-count'
  | 'column-dot'
  | 'column-minimum-sum'
  | 'column-minimum-dot'
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'minimum'
  | 'maximum';

/**
 * Every step from evidence to disclosed figure. With the factor rows and hourly columns it names, every figure can be computed again by anyone.
 */
export interface LedgerDocument {
  hashprint: 1;
  columns: LedgerColumn[];
  /**
   * Inputs stand before the steps that use them.
   */
  steps: LedgerStep[];
}
/**
 * An hourly column of integers, carried in a CSV file beside the ledger. A cell divided by `scale` is in `unit`; a blank cell is an hour without data.
 *
 * This interface was referenced by `LedgerDocument`'s JSON-Schema
 * via the `definition` "column".
 */
export interface LedgerColumn {
  id: string;
  site: string;
  /**
   * rate: mass per energy, such as an hourly emission factor. share: a part of a whole.
   */
  quantity: 'energy' | 'hashes' | 'seconds' | 'rate' | 'share';
  /**
   * J, GH or s; for a rate kg of a gas per J; for a share 1.
   */
  unit: string;
  scale: string;
  file: string;
  file_sha256: Sha256;
  start: Instant;
  hours: number;
  inputs: {
    file: string;
    sha256: Sha256;
  }[];
  counts: ColumnCounts;
  derived?: ColumnDerivation;
}
export interface ColumnCounts {
  readings: number;
  estimated: number;
  /**
   * Whole intervals without a reading between the column's first and last hour.
   */
  missing: number;
  duplicate: number;
}
/**
 * How the cells follow from other columns, hour by hour. sum: of all. surplus: what the first exceeds the others by, never below 0. minimum: the smaller of two. known: 1 where every column holds data, 0 elsewhere. issued: the one in whole watt-hours, rounded down, as certificates are issued, and 0 where it holds no data or less than 0: what nobody showed is not claimed. met: 3600 seconds where the first is above 0 and the second is not below it, 0 elsewhere. storage: of what a store gave out, the part that goes back to the first column. The columns are the energy that could be charged, the charge, and the discharge. Each hour's charge joins the end of a queue; so much of it is covered as the first column holds. Then the discharge of that hour, divided by the efficiency and rounded up to whole watt-hours, is taken from the front of the queue: charged first, discharged first, and of one hour's charge the uncovered part first. The covered part taken, times the efficiency, rounded down to whole watt-hours and never above the discharge, is the cell of the hour of discharge. What the queue cannot give, because it was charged before the first hour, is not covered. storage-charge: the covered part that was so taken, losses included, in the hour in which it was charged.
 */
export interface ColumnDerivation {
  rule: 'sum' | 'surplus' | 'minimum' | 'known' | 'issued' | 'met' | 'storage' | 'storage-charge';
  /**
   * For storage and storage-charge: energy given out per energy taken in, round trip, as a fraction of two integers, such as 17/20.
   */
  efficiency?: string;
  /**
   * @minItems 1
   */
  from: [string, ...string[]];
}
/**
 * This interface was referenced by `LedgerDocument`'s JSON-Schema
 * via the `definition` "step".
 */
export interface LedgerStep {
  id: string;
  op: Operation;
  inputs: string[];
  /**
   * Exact where the decimal ends, else 34 significant digits, half to even.
   */
  value: string;
  unit: string;
  /**
   * What the value is, for a reader.
   */
  name: string;
  /**
   * Method that asked for this step.
   */
  formula?: string;
  cites?: string[];
  factor?: FactorReference;
  evidence?: Evidence[];
  column?: ColumnRange;
}
export interface FactorReference {
  publisher: string;
  edition: string;
  row: string;
  field: string;
  grade: 'V' | 'S' | 'M' | 'C';
}
/**
 * Where a value was read.
 *
 * This interface was referenced by `LedgerDocument`'s JSON-Schema
 * via the `definition` "evidence".
 */
export interface Evidence {
  /**
   * Path within the workspace, with forward slashes.
   */
  file: string;
  sha256: Sha256;
  at: Place;
}
export interface Place {
  line?: number;
  column?: string;
  sheet?: string;
  cell?: string;
  element?: string;
  page?: number;
  /**
   * Left, bottom, right and top on the page, in points.
   *
   * @minItems 4
   * @maxItems 4
   */
  box?: [string, string, string, string];
}
export interface ColumnRange {
  id: string;
  from: Instant;
  to: Instant;
  /**
   * The further columns of an operation on several, over the same hours.
   */
  with?: string[];
}

import type { IngestContext, InputFile } from '../input-file.ts';
import type { Candidates } from './assign-columns.ts';
import type { KindSpec } from './kind-spec.ts';
import type { Settling } from './settling.ts';
import type { Column, HeadedTable } from './sheet-table.ts';

/** What the workspace knows that a proposal needs. */
export interface ProposeContext extends IngestContext {
  /** Ids of the fuels for which factors are known. */
  readonly fuels: readonly string[];
  /** The algorithm of the hashrate that the workspace holds already, where it is one. */
  readonly algorithm: string | undefined;
}

/** A table on its way to a mapping. */
export interface Job {
  readonly file: InputFile;
  readonly context: ProposeContext;
  readonly spec: KindSpec;
  readonly table: HeadedTable;
  readonly candidates: readonly Candidates[];
  /** The columns of the roles that are settled. */
  readonly columns: Map<string, Column>;
  /** Parts of the entry beside the mapping, such as `meter` and `site`. */
  readonly entry: Map<string, unknown>;
  /** Parts of the mapping. */
  readonly map: Map<string, unknown>;
  readonly desk: Settling;
  /** Numbers that meters receive. */
  readonly meterNumbers: Map<string, string>;
}

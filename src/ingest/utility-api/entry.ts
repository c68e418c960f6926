import type { Evidence } from '../../model/records.ts';

/** One bill of an export, as its texts stand; blank where the export states nothing. */
export interface Entry {
  /** The bill's own id; blank in the table. */
  readonly uid: string;
  readonly meterUid: string;
  /** Further names of the meter: the service's id and the numbers on the bill. */
  readonly otherNames: readonly string[];
  /** Such as `comm-electric`; blank in the table. */
  readonly serviceClass: string;
  readonly start: string;
  readonly end: string;
  readonly kwh: string;
  readonly volume: string;
  readonly unit: string;
  readonly cost: string;
  readonly updated: string;
  /** Kinds of remarks that the exporter makes on the bill. */
  readonly remarks: readonly string[];
  readonly line: number;
  /** Where the energy stands. */
  readonly evidence: Evidence;
}

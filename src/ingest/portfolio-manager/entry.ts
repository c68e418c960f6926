import type { Evidence, Quality } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import type { EntryUnit, MeterKind } from './kinds.ts';

/** What one entry of a meter, or one month of a property, states. */
export interface Entry {
  readonly line: number;
  /** Id of the meter, or of the property where the file has no meters. */
  readonly meter: string;
  readonly name: string;
  readonly kind: MeterKind;
  readonly startDay: number;
  /** As written: whether it belongs to the entry is a question of its own. */
  readonly endDay: number;
  readonly quantity: Rational;
  readonly unit: EntryUnit;
  readonly quality: Quality;
  readonly peakDemandKw: Rational | undefined;
  readonly cost: Rational | undefined;
  /** Seconds, comparable; absent where the file does not tell when an entry was changed. */
  readonly changed: number | undefined;
  readonly evidence: Evidence;
}

/** The entries of a table, and what its rows amount to. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** Rows, or months of a commodity, that state anything. */
  readonly read: number;
  /** What the end days mean; absent where the periods have to show it. */
  readonly endDate?: 'inclusive';
}

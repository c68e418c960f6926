import type { Reading } from '../../model/records.ts';

/** A reading that remembers its revision, so that files can be joined. */
export interface RevisedReading extends Reading {
  readonly revision?: number;
}

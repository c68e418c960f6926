import type { Finding } from '../model/finding.ts';
import type { Step } from './ledger.ts';

/** A figure that cannot be given, with the finding that says why. Missing is not zero. */
export interface Missing {
  readonly missing: Finding;
}

/** A value with its trace, or why there is none. */
export type Figure<U extends string = string> = Step<U> | Missing;

/** True for what has no value. */
export function isMissing(figure: object): figure is Missing {
  return 'missing' in figure;
}

import type { Step } from '../ledger.ts';

const MARK = 'estimated after the pattern of 40 CFR 98.35, since no record holds it';

/** What tags a step as an estimate of what no record holds, in the ledger as well. */
export const ESTIMATED = [MARK] as const;

/** True for a step that estimates what no record holds. */
export function isEstimate({ cites }: Step): boolean {
  return cites?.includes(MARK) === true;
}

import type { RewardTerms } from '../../model/documents/workspace.ts';
import type { Payout } from '../../model/source-records.ts';
import type { Figure } from '../figure.ts';
import type { Step } from '../ledger.ts';

/** What pools paid for, in hashes. */
export interface ExpectedHashes {
  readonly months: ReadonlyMap<string, Figure<'TH'>>;
  /** Payouts with their hashes, where these can be had; absent where coins were stated instead. */
  readonly payouts: readonly ExpectedPayout[];
}

/** One payout and the hashes that it was made for. */
export interface ExpectedPayout {
  readonly payout: Payout;
  readonly scheme: RewardTerms['scheme'];
  readonly hashes: Step<'TH'>;
}

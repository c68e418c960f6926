import type { RewardTerms } from '../../model/documents/workspace.ts';
import type { DifficultyEpoch, Payout } from '../../model/source-records.ts';
import { exact, ONE, type Rational, ratio, ZERO } from '../../units/rational.ts';
import {
  activity,
  constant,
  convert,
  declared,
  difference,
  inUnit,
  product,
  quotient,
  share,
  type Step,
  sum,
} from '../ledger.ts';
import type { Evidence } from '../../model/records.ts';
import type { Rewards } from '../inputs.ts';
import { type Segment, segmentsOf, termsOf } from './segments.ts';

const CITES = ['Hashprint method: coins and difficulty of the chain, fees included'];
const FORMULA =
  'coins / sum over difficulty segments of part of time x (subsidy + mean fees)(1 - pool fee) / work of a block; hashrate even within a payout';

interface Priced {
  readonly payout: Payout;
  readonly terms: RewardTerms;
  readonly evidence: Evidence;
  readonly fee: Step<'1'>;
}

/** What a payout says of hashes: the amount, or what is missing for it. */
export type PaidHashes = { readonly hashes: Step<'TH'> } | { readonly lack: string };

function whenOf({ firstDay, lastDay }: Payout): string {
  return firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
}

function feeOf(payout: Payout, terms: RewardTerms, evidence: Evidence): Step<'1'> | undefined {
  const name = `Fee of the pool, ${whenOf(payout)}`;
  if (payout.poolFee) return activity(payout.poolFee, '1', name, [payout.evidence]);
  return terms.pool_fee === undefined
    ? undefined
    : declared(exact(terms.pool_fee), '1', name, [evidence]);
}

/** Coins of a block by the scheme: with mean fees, or the subsidy alone. */
function rewardOf({ terms, payout, evidence, fee }: Priced, { subsidy }: Segment): Step<'coin'> {
  const when = whenOf(payout);
  const created = constant(subsidy, 'coin', 'Subsidy of a block, by its height');
  const fees: Rational =
    terms.scheme === 'pps' || terms.mean_fees === undefined ? ZERO : exact(terms.mean_fees);
  const gross =
    terms.scheme === 'pps'
      ? created
      : sum(
          [created, declared(fees, 'coin', `Mean fees of a block, ${when}`, [evidence])],
          `Coins of a block, ${when}`,
        );
  const rest = difference(constant(ONE, '1', 'The whole'), fee, `Part that the pool pays, ${when}`);
  return product(gross, rest, `Coins of a block that the pool pays, ${when}`);
}

function workStep({ work, epoch, isExact }: Segment): Step<'H'> {
  const { firstHeight, evidence } = epoch;
  const how = isExact ? 'of its bits' : 'of its difficulty x 2^32';
  const name = `Work of a block from height ${String(firstHeight)} on, ${how}`;
  return activity(work, 'H', { name, cites: CITES }, [evidence]);
}

/** The coins that one hash earns on average over a payout. */
function coinsOfOneHash(priced: Priced, segments: readonly Segment[]): Step<'coin'> {
  const when = whenOf(priced.payout);
  const one = constant('1', 'H', 'One hash');
  const total = segments.reduce((all, { seconds }) => all + seconds, 0n);
  const parts = segments.flatMap((segment): Step<'coin'>[] => {
    const height = String(segment.epoch.firstHeight);
    const rate = quotient(
      rewardOf(priced, segment),
      workStep(segment),
      `Coins per hash from height ${height} on`,
    );
    const earned = rate && product(one, rate, `Coins of one hash from height ${height} on`);
    if (!earned) return [];
    if (segments.length === 1) return [earned];
    const part = share(
      constant(segment.seconds, 's', `Seconds from height ${height} on, ${when}`),
      constant(total, 's', `Seconds of ${when}`),
      `Part of ${when} from height ${height} on`,
    );
    return part ? [product(earned, part, `${earned.name}, at its part of ${when}`)] : [];
  });
  return sum(parts, `Coins of one hash, ${when}`);
}

function ofCoins(priced: Priced, segments: readonly Segment[]): PaidHashes {
  const { payout } = priced;
  const when = whenOf(payout);
  const coins = activity(payout.coins, 'coin', `Coins credited, ${when}`, [payout.evidence]);
  const count = share(coins, coinsOfOneHash(priced, segments), {
    name: `Hashes paid, ${when}`,
    formula: FORMULA,
    cites: CITES,
  });
  if (!count) return { lack: 'its reward of a block is zero' };
  const hashes = product(constant('1', 'H', 'One hash'), count, `Hashes paid, ${when}`);
  return { hashes: convert(inUnit(hashes, 'H'), 'TH') };
}

/** Of a miner by himself, each row is one block: its work, whatever it paid. */
function ofBlock(payout: Payout, [segment, ...others]: readonly Segment[]): PaidHashes {
  if (!segment || others.length > 0) {
    return { lack: 'the difficulty changed within its row, so that of its block is not known' };
  }
  const found = activity(
    ratio(payout.coins.n === 0n ? 0n : 1n),
    'block',
    `Blocks found, ${whenOf(payout)}`,
    [payout.evidence],
  );
  const per = quotient(workStep(segment), constant('1', 'block', 'One block'), 'Work per block');
  if (!per) return { lack: 'its block has no work' };
  const name = `Hashes of blocks found, ${whenOf(payout)}`;
  const hashes = product(found, per, { name, formula: 'sum of the work of blocks', cites: CITES });
  return { hashes: convert(inUnit(hashes, 'H'), 'TH') };
}

/** The hashes for which a payout was made, segment by segment of difficulty, or what is missing for them. */
export function hashesOfPayout(
  payout: Payout,
  { terms: all, evidence }: Rewards,
  difficulty: readonly DifficultyEpoch[],
): PaidHashes {
  const terms = termsOf(payout, all);
  if (!terms)
    return { lack: 'nothing states under which scheme it was paid (rewards of the site)' };
  const segments = segmentsOf(payout, difficulty);
  if (typeof segments === 'string') return { lack: segments };
  if (terms.scheme === 'solo') return ofBlock(payout, segments);
  if (terms.scheme !== 'pps' && terms.mean_fees === undefined) {
    return { lack: 'the mean fees of a block are not stated (mean_fees under rewards)' };
  }
  const fee = feeOf(payout, terms, evidence);
  if (!fee)
    return { lack: 'the fee of the pool is not stated (pool_fee under rewards, 0 for none)' };
  return ofCoins({ payout, terms, evidence, fee }, segments);
}

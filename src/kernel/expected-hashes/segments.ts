import type { RewardTerms } from '../../model/documents/workspace.ts';
import type { DifficultyEpoch, Payout } from '../../model/source-records.ts';
import { overlapOf } from '../../model/time.ts';
import { workOf } from '../../units/chain-work.ts';
import { type Rational, ratio } from '../../units/rational.ts';
import { numberText } from '../wording.ts';
import { halvingWithin, subsidyAt } from './subsidy.ts';

/** A part of a payout in which neither difficulty nor subsidy changed. */
export interface Segment {
  readonly epoch: DifficultyEpoch;
  readonly seconds: bigint;
  /** Mean hashes of a block: exact of the bits of the chain, else of the difficulty as stated. */
  readonly work: Rational;
  readonly isExact: boolean;
  readonly subsidy: Rational;
}

/** Mean hashes per unit of difficulty, where no bits give the exact work. */
const PER_DIFFICULTY = ratio(2n ** 32n);

/** The terms that apply to every day of a payout; undefined where none do. */
export function termsOf(
  { firstDay, lastDay }: Pick<Payout, 'firstDay' | 'lastDay'>,
  all: readonly RewardTerms[],
): RewardTerms | undefined {
  return all.find(({ from, to }) => from <= firstDay && to >= lastDay);
}

type Closed = DifficultyEpoch & { readonly to: number };

/** The stretches of the chain that together fill a payout; undefined where a part of it is not covered. */
function epochsOf(payout: Payout, all: readonly DifficultyEpoch[]): Closed[] | undefined {
  const during = all
    .flatMap((epoch): Closed[] => (epoch.to === undefined ? [] : [{ ...epoch, to: epoch.to }]))
    .filter(({ from, to }) => overlapOf(payout, { start: from, end: to }))
    .sort((a, b) => a.from - b.from);
  const last = during.at(-1);
  const isWhole = during[0] && last && during[0].from <= payout.start && last.to >= payout.end;
  const isJoined = during.every(({ from }, i) => i === 0 || from === during[i - 1]?.to);
  return isWhole && isJoined ? during : undefined;
}

function segmentOf(epoch: Closed, payout: Payout): Segment {
  const part = overlapOf(payout, { start: epoch.from, end: epoch.to }) ?? payout;
  const { bits, difficulty, firstHeight } = epoch;
  return {
    epoch,
    seconds: BigInt(part.end - part.start),
    work: bits === undefined ? difficulty.mul(PER_DIFFICULTY) : ratio(workOf(bits)),
    isExact: bits !== undefined,
    subsidy: subsidyAt(firstHeight),
  };
}

/** The segments of a payout, or what is missing for them. */
export function segmentsOf(
  payout: Payout,
  all: readonly DifficultyEpoch[],
): readonly Segment[] | string {
  const epochs = epochsOf(payout, all);
  if (!epochs) return 'the difficulty of the chain is not known for these days';
  for (const { firstHeight, lastHeight } of epochs) {
    const halving = halvingWithin(firstHeight, lastHeight);
    if (halving !== undefined) {
      const height = numberText(ratio(BigInt(halving)), 0);
      return `the subsidy is halved at block ${height}, within one of its stretches of difficulty; give headers up to that block and from it on`;
    }
  }
  return epochs.map((epoch) => segmentOf(epoch, payout));
}

import { type Rational, ratio } from '../../units/rational.ts';

/** Blocks from one halving of the subsidy to the next. */
const HALVING = 210_000;
const FIRST = 5_000_000_000n;
const COIN = 100_000_000n;

/**
 * The coins that a block of Bitcoin creates: 50, halved every 210,000 blocks and cut off at a hundred-millionth.
 *
 * @see Bitcoin Core, GetBlockSubsidy
 */
export function subsidyAt(height: number): Rational {
  return ratio(FIRST >> BigInt(Math.floor(height / HALVING)), COIN);
}

/** The first height of a stretch of blocks, after its own first, from which on the subsidy is halved; undefined for none. */
export function halvingWithin(firstHeight: number, lastHeight: number): number | undefined {
  const next = (Math.floor(firstHeight / HALVING) + 1) * HALVING;
  return next <= lastHeight ? next : undefined;
}

import { type Rational, ratio } from './rational.ts';

const SPACE = 2n ** 256n;
/** Of difficulty 1, compact form 1d00ffff. */
const EASIEST = 0xffffn << 208n;

/** The parts of a compact target: the mantissa, and by how many bits it is shifted up (down where below zero). */
export interface CompactTarget {
  readonly mantissa: bigint;
  readonly shift: bigint;
}

/** The parts of the compact form of a block header; throws a RangeError for a text that is no target. */
export function compactOf(bits: string): CompactTarget {
  if (!/^[0-9a-f]{8}$/i.test(bits)) throw new RangeError(`not compact bits: ${bits}`);
  const mantissa = BigInt(`0x${bits.slice(2)}`);
  // the eighth bit of the mantissa is a sign, and a target is above zero
  if (mantissa === 0n || mantissa > 0x7fffffn) throw new RangeError(`not a target: ${bits}`);
  return { mantissa, shift: 8n * (BigInt(`0x${bits.slice(0, 2)}`) - 3n) };
}

/** The target that the compact form of a block header stands for; throws a RangeError for any other text. */
export function targetOf(bits: string): bigint {
  const { mantissa, shift } = compactOf(bits);
  return shift >= 0n ? mantissa << shift : mantissa >> -shift;
}

/**
 * The mean number of hashes until one falls at or under the target: floor(2^256 / (target + 1)).
 *
 * @see Bitcoin Core, GetBlockProof
 */
export function workOf(bits: string): bigint {
  return SPACE / (targetOf(bits) + 1n);
}

/** The difficulty of a target, exact: that of compact form 1d00ffff is 1. */
export function difficultyOf(bits: string): Rational {
  return ratio(EASIEST, targetOf(bits));
}

/** Seconds in which 2,016 blocks are meant to be found. */
const TIMESPAN = 1_209_600;

/** True for a target that Bitcoin allows: none is easier than that of difficulty 1. */
export function isAllowedTarget(bits: string): boolean {
  return targetOf(bits) <= EASIEST;
}

/** The compact form of a target; what does not fit into three bytes is cut off. */
export function bitsOf(target: bigint): string {
  let size = Math.ceil(target.toString(16).length / 2);
  const cut = (bytes: number) =>
    bytes <= 3 ? target << BigInt(8 * (3 - bytes)) : target >> BigInt(8 * (bytes - 3));
  // the highest bit of the mantissa is a sign
  if (cut(size) > 0x7fffffn) size += 1;
  return size.toString(16).padStart(2, '0') + cut(size).toString(16).padStart(6, '0');
}

/**
 * The compact target of the 2,016 blocks that follow those of `bits`, which took `seconds` from the first to the last.
 *
 * @see Bitcoin Core, CalculateNextWorkRequired
 */
export function retargeted(bits: string, seconds: number): string {
  const clamped = Math.min(Math.max(seconds, TIMESPAN / 4), TIMESPAN * 4);
  const target = (targetOf(bits) * BigInt(clamped)) / BigInt(TIMESPAN);
  return bitsOf(target < EASIEST ? target : EASIEST);
}

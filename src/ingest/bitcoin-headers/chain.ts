import { isAllowedTarget, retargeted, targetOf, workOf } from '../../units/chain-work.ts';
import { EPOCH } from '../difficulty-csv/join.ts';
import type { BlockHeader } from './header.ts';

/** A header of which the height is known. */
export interface PlacedHeader extends BlockHeader {
  readonly height: number;
}

/** Why a header cannot be trusted. */
export interface ChainFault {
  readonly header: PlacedHeader;
  readonly why: string;
}

const GENESIS = '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f';

/** The headers with their heights, counted from the first; undefined where its height is neither stated nor zero. */
export function withHeights(headers: readonly BlockHeader[]): readonly PlacedHeader[] | undefined {
  const [first] = headers;
  const base = first?.hash === GENESIS ? 0 : first?.height;
  if (base === undefined) return undefined;
  return headers.map((header, i) => ({ ...header, height: base + i }));
}

/**
 * What is wrong with a chain of headers: the first one that does not hold the work that it claims, does not follow the
 * one before it, or has another target than the rules give it. Undefined where all hold.
 */
export function faultIn(
  stated: readonly BlockHeader[],
  chain: readonly PlacedHeader[],
): ChainFault | undefined {
  for (const [i, header] of chain.entries()) {
    const why =
      workFault(header) ??
      linkFault(header, chain[i - 1], stated[i]?.height) ??
      targetFault(header, chain[i - 1], chain[i - EPOCH]);
    if (why !== undefined) return { header, why };
  }
  return undefined;
}

function workFault({ hash, bits }: PlacedHeader): string | undefined {
  if (!isTarget(bits)) return `names the bits ${bits}, which Bitcoin does not allow`;
  if (BigInt(`0x${hash}`) <= targetOf(bits)) return undefined;
  return `has the hash ${hash}, which is above the target of its bits ${bits}`;
}

function isTarget(bits: string): boolean {
  try {
    return isAllowedTarget(bits);
  } catch {
    return false;
  }
}

function linkFault(
  header: PlacedHeader,
  before: PlacedHeader | undefined,
  statedHeight: number | undefined,
): string | undefined {
  if (statedHeight !== undefined && statedHeight !== header.height) {
    return `is stated to be block ${String(statedHeight)}`;
  }
  if (!before) return undefined;
  if (header.previous !== before.hash) {
    return `follows the block ${header.previous}, and the header before it has the hash ${before.hash}`;
  }
  if (header.chainWork === undefined || before.chainWork === undefined) return undefined;
  if (header.chainWork - before.chainWork === workOf(header.bits)) return undefined;
  return `states a chainwork that is not its own work (bits ${header.bits}) beyond that of the block before`;
}

function targetFault(
  { height, bits }: PlacedHeader,
  before: PlacedHeader | undefined,
  first: PlacedHeader | undefined,
): string | undefined {
  if (!before) return undefined;
  if (height % EPOCH !== 0) {
    return bits === before.bits
      ? undefined
      : `names the bits ${bits} where the block before it has ${before.bits}, and targets change at heights that 2,016 divides only`;
  }
  const due = first && retargeted(before.bits, before.time - first.time);
  if (due === undefined || due === bits) return undefined;
  return `names the bits ${bits}, and the 2,016 blocks before it lead to ${due}`;
}

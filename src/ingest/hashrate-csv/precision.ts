import { numeratorOf, type Rational, ratio } from '../../units/rational.ts';
import { commonScale } from '../scale.ts';
import { HOUR } from '../../model/column.ts';
import type { Interval } from '../../model/time.ts';

/** Cells of hourly columns hold 62 bits; four of them are left to what other files add to the same hour. */
const ROOM = 2n ** 58n;
/** By how much the parts of a day at the edges of hours are finer than the day: by its seconds at the most. */
const OF_DAYS = 86_400n;

interface Amount extends Interval {
  readonly gigahashes: Rational;
}

/** Integers of amounts at one scale, and whether digits were rounded away for them to fit. */
export interface KeptAmounts {
  readonly scale: bigint;
  readonly isRounded: boolean;
  readonly integerOf: (gigahashes: Rational) => bigint;
}

/**
 * The scale at which amounts are integers. Where their digits go beyond what a cell of an hourly column holds, the
 * finest power of ten that fits, and each amount to the nearest integer of it.
 */
export function keptAmounts(amounts: readonly Amount[]): KeptAmounts {
  const exact = commonScale(amounts.map(({ gigahashes }) => gigahashes));
  const room = roomFor(amounts);
  const scale = exact <= room ? exact : tenUpTo(room);
  return {
    scale,
    isRounded: scale !== exact,
    integerOf: (gigahashes) => nearest(gigahashes.mul(scale)),
  };
}

/** The largest scale at which the fullest hour stays within its cell. */
function roomFor(amounts: readonly Amount[]): bigint {
  const hours = new Map<number, Rational>();
  let finer = 1n;
  for (const { start, end, gigahashes } of amounts) {
    const isLong = end - start > HOUR;
    if (isLong) finer = OF_DAYS;
    const part = isLong ? gigahashes.mul(ratio(BigInt(HOUR), BigInt(end - start))) : gigahashes;
    const hour = Math.floor(start / HOUR);
    hours.set(hour, hours.get(hour)?.add(part) ?? part);
  }
  let most = ratio(1n);
  for (const sum of hours.values()) if (sum.gt(most)) most = sum;
  return ROOM / finer / ((most.n + most.d - 1n) / most.d);
}

function tenUpTo(room: bigint): bigint {
  let scale = 1n;
  while (scale * 10n <= room) scale *= 10n;
  return scale;
}

function nearest(value: Rational): bigint {
  return (2n * numeratorOf(value) + value.d) / (2n * value.d);
}

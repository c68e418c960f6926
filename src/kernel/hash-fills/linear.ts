import { HOUR } from '../../model/column.ts';
import type { HashColumns } from '../inputs.ts';
import { columnSum, constant, convert, inUnit, product, share, type Step, sum } from '../ledger.ts';
import { type Gap, isWholeHour, spanText } from './gaps.ts';

/** Gaps of more intervals are not short enough to draw a line through. */
const MOST_INTERVALS = 2n;

/**
 * Hashes of a gap of at most two intervals of the source: a straight line from the hour before it to the hour after it,
 * of which both must be known. Undefined for any other gap.
 */
export function filledLinearly(hashes: HashColumns, gap: Gap): Step<'TH'> | undefined {
  const { intervalSeconds = HOUR } = hashes;
  if (gap.missing.value.gt(MOST_INTERVALS * BigInt(intervalSeconds))) return undefined;
  if (!isWholeHour(hashes, gap.start - HOUR) || !isWholeHour(hashes, gap.end)) return undefined;
  const hour = (start: number, side: string) =>
    inUnit(
      columnSum(hashes.volume, { start, end: start + HOUR }, `Hashes of the hour ${side} a gap`),
      'GH',
    );
  const beside = sum(
    [hour(gap.start - HOUR, 'before'), hour(gap.end, 'after')],
    `Hashes of the hours beside ${spanText(gap)}`,
  );
  const twoHours = constant(BigInt(2 * HOUR), 's', 'Seconds of two hours');
  const part = share(gap.missing, twoHours, `Gap against the hours beside it, ${spanText(gap)}`);
  return (
    part &&
    product(convert(beside, 'TH'), part, {
      name: `Hashes by the hours beside, ${spanText(gap)}`,
      formula: 'mean rate of the hours before and after x seconds without hashrate',
    })
  );
}

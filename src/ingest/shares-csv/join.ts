import type { PoolShares } from '../../model/records.ts';
import { instantText } from '../../model/time.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The shares of all files, each interval and difficulty once; those of one difficulty that share time are named. */
export function joinShares(extractions: readonly Extraction<PoolShares>[]): Extraction<PoolShares> {
  return joinSpans(extractions, {
    of: ({ site, difficulty }) => `shares of ${site} at difficulty ${difficulty.toFraction()}`,
    when: ({ start, end }) => `${instantText(start)} to ${instantText(end)}`,
    says: ({ shares }) => String(shares),
  });
}

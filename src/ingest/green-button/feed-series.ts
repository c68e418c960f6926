import type { UsagePoint } from './feed.ts';
import type { Intervals } from './intervals.ts';
import type { Meaning } from './meaning.ts';

/** One meter reading of a feed: a quantity of one commodity in one direction at one usage point. */
export interface FeedSeries extends Pick<Meaning, 'commodity' | 'direction' | 'unit'>, Intervals {
  /** The meter reading's link, short. */
  readonly name: string;
  readonly point: UsagePoint | undefined;
  readonly line: number;
  /** Standard-time offset that the feed states for the usage point, in seconds. */
  readonly tzOffset: number | undefined;
}

import type { Step } from '../ledger.ts';
import { normalDraws } from './random.ts';
import { numberOf, simulator } from './sensitivity.ts';

/** Above this half range, in percent, values are drawn from a log-normal distribution, which is never below zero. */
const SKEWED = 30;
/** Half the 95 % range of a normal distribution, in standard deviations. */
const HALF_RANGE = 1.96;

/** How a range was found by drawing. */
export interface Simulation {
  readonly seed: string;
  readonly draws: number;
  readonly generator: string;
  /** The 2.5th and 97.5th percentile, in percent of the value. */
  readonly low: number;
  readonly high: number;
}

export const GENERATOR = 'xoshiro128**, seeded by SplitMix64; normal draws after Box and Muller';

/** A multiplier of mean 1 with half the 95 % range given: normal, or log-normal where that is above 30 %. */
function multiplier(percent: number, normal: number): number {
  const deviation = percent / 100 / HALF_RANGE;
  if (percent <= SKEWED) return 1 + deviation * normal;
  const variance = Math.log(1 + deviation * deviation);
  return Math.exp(Math.sqrt(variance) * normal - variance / 2);
}

function percentile(sorted: Float64Array, part: number): number {
  const at = part * (sorted.length - 1);
  const [low, high] = [Math.floor(at), Math.ceil(at)];
  const [a, b] = [sorted[low] ?? 0, sorted[high] ?? 0];
  return a + (b - a) * (at - low);
}

/** What a simulation is made of: leaves by their source of error, and half the 95 % range of each source. */
export interface Draw {
  readonly sources: ReadonlyMap<Step, number>;
  readonly percents: readonly number[];
  readonly seed: bigint;
  readonly draws: number;
}

/** The range of a value by drawing. The same seed gives the same range. */
export function simulated(root: Step, { sources, percents, seed, draws }: Draw): Simulation {
  const normal = normalDraws(seed);
  const value = numberOf(root);
  const run = simulator(root, sources);
  const results = new Float64Array(draws);
  for (let i = 0; i < draws; i += 1) {
    results[i] = run(percents.map((percent) => multiplier(percent, normal())));
  }
  results.sort();
  const inPercent = (at: number) => (100 * (percentile(results, at) - value)) / Math.abs(value);
  return {
    ...{ seed: String(seed), draws, generator: GENERATOR },
    ...{ low: inPercent(0.025), high: inPercent(0.975) },
  };
}

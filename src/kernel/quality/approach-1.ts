/** One term of a sum, and half its 95 % range in percent. */
export interface UncertainTerm {
  readonly value: number;
  readonly percent: number;
}

/** How far a figure can be relied on. */
export type Rank = 'High' | 'Good' | 'Fair' | 'Poor';

/**
 * Half the 95 % range of a product, in percent, of factors that err apart from one another.
 *
 * @see 2006 IPCC Guidelines, volume 1, chapter 3, equation 3.1
 */
export function uncertaintyOfProduct(percents: readonly number[]): number {
  return Math.hypot(...percents);
}

/**
 * Half the 95 % range of a sum, in percent, of terms that err apart from one another; undefined where they add up to 0.
 *
 * @see 2006 IPCC Guidelines, volume 1, chapter 3, equation 3.2
 */
export function uncertaintyOfSum(terms: readonly UncertainTerm[]): number | undefined {
  const total = terms.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return undefined;
  return Math.hypot(...terms.map(({ value, percent }) => value * percent)) / Math.abs(total);
}

/** The same of terms that err together, as those of one factor do: their errors add up as the terms do. */
export function uncertaintyOfSharedSum(terms: readonly UncertainTerm[]): number | undefined {
  const total = terms.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return undefined;
  const error = terms.reduce((sum, { value, percent }) => sum + value * percent, 0);
  return Math.abs(error / total);
}

/** The rank of an uncertainty: High up to 5 %, Good up to 15 %, Fair up to 30 %, else Poor. */
export function rankOf(percent: number): Rank {
  if (percent <= 5) return 'High';
  if (percent <= 15) return 'Good';
  return percent <= 30 ? 'Fair' : 'Poor';
}

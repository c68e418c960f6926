/** By what a metric can be taken apart. */
export type Dimension =
  | 'site'
  | 'month'
  | 'quarter'
  | 'source'
  | 'use'
  | 'contract'
  | 'gas'
  | 'category'
  | 'programme'
  | 'currency'
  | 'tier'
  | 'scope';

/** How values of a metric combine into one for more sites or a longer time. */
export type Aggregation = 'sum' | 'mean' | 'maximum' | `weighted:${string}`;

/** One line of the catalogue, without its id. */
export type MetricLine = readonly [
  title: string,
  quantity: string,
  unit: string,
  aggregates: Aggregation,
  formula: string,
  citation: string,
  dimensions: readonly Dimension[],
];

export const TIME = ['site', 'month', 'quarter'] as const satisfies readonly Dimension[];
export const SCOPE2 = 'GHG Protocol Scope 2 Guidance';
export const HASHPRINT = 'Hashprint method';

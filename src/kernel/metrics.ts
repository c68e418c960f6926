import { BALANCE_METRICS } from './metrics/balance.ts';
import { COMBUSTION_METRICS } from './metrics/combustion.ts';
import { DIRECT_METRICS } from './metrics/direct.ts';
import { EMISSION_METRICS } from './metrics/emissions.ts';
import { ENERGY_METRICS } from './metrics/energy.ts';
import { HASH_METRICS } from './metrics/hashes.ts';
import { HOURLY_METRICS } from './metrics/hourly.ts';
import { INTENSITY_METRICS } from './metrics/intensities.ts';
import type { Aggregation, Dimension, MetricLine } from './metrics/line.ts';
import { MINING_METRICS } from './metrics/mining.ts';

import { QUALITY_METRICS } from './metrics/quality.ts';
import { SCOPE3_METRICS } from './metrics/scope3.ts';

export type { Aggregation, Dimension } from './metrics/line.ts';

/** One line of the catalogue. */
export interface Metric {
  readonly id: MetricId;
  readonly title: string;
  readonly quantity: string;
  readonly unit: string;
  readonly aggregates: Aggregation;
  readonly formula: string;
  readonly citation: string;
  readonly dimensions: readonly Dimension[];
}

const LINES = {
  ...ENERGY_METRICS,
  ...EMISSION_METRICS,
  ...HASH_METRICS,
  ...INTENSITY_METRICS,
  ...SCOPE3_METRICS,
  ...MINING_METRICS,
  ...COMBUSTION_METRICS,
  ...DIRECT_METRICS,
  ...HOURLY_METRICS,
  ...BALANCE_METRICS,
  ...QUALITY_METRICS,
} as const;

export type MetricId = keyof typeof LINES;

/** The metric catalogue: every quantity that a template may ask for. */
export const METRICS: readonly Metric[] = Object.entries<MetricLine>(LINES).map(
  ([id, [title, quantity, unit, aggregates, formula, citation, dimensions]]) => ({
    id: id as MetricId,
    title,
    quantity,
    unit,
    aggregates,
    formula,
    citation,
    dimensions,
  }),
);

const BY_ID: ReadonlyMap<string, Metric> = new Map(METRICS.map((metric) => [metric.id, metric]));

/** The metric of an id; undefined when the catalogue does not hold it. */
export function metricOf(id: string): Metric | undefined {
  return BY_ID.get(id);
}

/** True for an id of the catalogue. */
export function isMetricId(id: string): id is MetricId {
  return BY_ID.has(id);
}

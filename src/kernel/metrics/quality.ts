import { HASHPRINT, type MetricLine, TIME } from './line.ts';

const STANDARD = 'GHG Protocol Corporate Standard, chapter 5';
const COMPLETENESS = 'GHG Protocol Corporate Standard, chapter 1, completeness';

/** Quality of data, what was estimated or left out, and the base year as filed and as restated. */
export const QUALITY_METRICS = {
  'quality.score': [
    'Data quality of energy, mean tier from 1 (verified interval meter) to 5 (proxy)',
    'ratio',
    '1',
    'weighted:energy.total',
    'sum over tiers of tier x energy of the tier / energy of all tiers',
    HASHPRINT,
    TIME,
  ],
  'quality.share': [
    'Share of emissions by tier of data quality',
    'ratio',
    '1',
    'weighted:scope2.location.co2e',
    'emissions that rest on records of the tier / emissions of all tiers; scope 1 and location-based scope 2 where no scope is asked for',
    HASHPRINT,
    [...TIME, 'tier', 'scope'],
  ],
  'quality.estimated.share': [
    'Share of energy that is estimated',
    'ratio',
    '1',
    'weighted:energy.total',
    'energy that the accounting, a bill or the source of readings states as estimated / energy',
    '40 CFR 98.35',
    TIME,
  ],
  'quality.excluded.co2e': [
    'Emissions left out, as estimated',
    'mass',
    't CO2e',
    'sum',
    'sum of the declared estimates of exclusions',
    COMPLETENESS,
    ['scope'],
  ],
  'quality.excluded.share': [
    'Share of emissions left out',
    'ratio',
    '1',
    'weighted:quality.excluded.co2e',
    'exclusions / (emissions + exclusions); scopes 1, 2 (location-based) and 3 where no scope is asked for',
    COMPLETENESS,
    ['scope'],
  ],
  'quality.base-year.filed.co2e': [
    'Emissions of the base year as filed',
    'mass',
    't CO2e',
    'sum',
    'as declared, by scope',
    STANDARD,
    ['scope'],
  ],
  'quality.base-year.restated.co2e': [
    'Emissions of the base year as restated',
    'mass',
    't CO2e',
    'sum',
    'as filed + effects, where their cumulative size reaches the declared threshold; else as filed',
    STANDARD,
    ['scope'],
  ],
  'quality.base-year.change.share': [
    'Cumulative change of the base year',
    'ratio',
    '1',
    'weighted:quality.base-year.filed.co2e',
    'sum of the sizes of effects / emissions as filed',
    STANDARD,
    ['scope'],
  ],
} as const satisfies Readonly<Record<string, MetricLine>>;

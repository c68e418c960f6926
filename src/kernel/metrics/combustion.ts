import { type MetricLine, TIME } from './line.ts';

/** Fuels that a site burns, beside their energy at the higher heating value. */
export const COMBUSTION_METRICS = {
  'fuel.energy.lhv': [
    'Energy of fuels, lower heating value',
    'energy',
    'GJ',
    'sum',
    'sum of quantity x lower heating value, where that is stated',
    'GHG Protocol Corporate Standard, chapter 6',
    [...TIME, 'source'],
  ],
  'scope1.combustion.co2e': [
    'Scope 1 emissions of fuels, stationary and mobile',
    'mass',
    't CO2e',
    'sum',
    'sum over fuels and gases of mass x warming potential; by source: stationary, mobile',
    'GHG Protocol Corporate Standard, chapter 4',
    [...TIME, 'source'],
  ],
  'scope1.combustion.mass': [
    'Scope 1 emissions of fuels by gas, stationary and mobile',
    'mass',
    'kg',
    'sum',
    'sum over fuels of mass of the gas, biogenic CO2 apart; by source: stationary, mobile',
    'GHG Protocol Corporate Standard, chapter 4; 40 CFR 98.33',
    [...TIME, 'source', 'gas'],
  ],
} as const satisfies Readonly<Record<string, MetricLine>>;

import { HASHPRINT, type MetricLine, TIME } from './line.ts';

const STANDARD = 'GHG Protocol Corporate Standard, chapter 4';

/** Direct emissions before capture, what was captured, gases outside the scopes, and gas burned in place of a flare. */
export const DIRECT_METRICS = {
  'scope1.gross.co2e': [
    'Scope 1 emissions before captured CO2 is taken off',
    'mass',
    't CO2e',
    'sum',
    'sum over sources and gases of mass x warming potential',
    STANDARD,
    ['site', 'source'],
  ],
  'scope1.capture.captured': [
    'CO2 captured at own stacks',
    'mass',
    't CO2',
    'sum',
    'sum of what was captured, stored or not',
    '2006 IPCC Guidelines, volume 2, chapter 5',
    ['site'],
  ],
  'scope1.capture.counted': [
    'CO2 captured that lowers Scope 1',
    'mass',
    't CO2',
    'sum',
    'the smaller of captured - leaked, where it is shown to be stored under ground, and the CO2 of the stacks',
    '2006 IPCC Guidelines, volume 2, chapter 5',
    ['site'],
  ],
  'fugitive.outside.mass': [
    'Losses of gases of the Montreal Protocol, outside the scopes',
    'mass',
    'kg',
    'sum',
    'sum over refrigerants of loss x part of the gas',
    'GHG Protocol Corporate Standard, chapter 9',
    ['site', 'gas'],
  ],
  'flare.mitigation.gas': [
    'Gas burned in generators against a baseline, at 60 °F and 14.7 psia',
    'volume',
    'scf',
    'sum',
    'sum of volumes at standard conditions',
    HASHPRINT,
    [...TIME, 'source'],
  ],
  'flare.mitigation.baseline.co2e': [
    'Emissions of the gas at its declared baseline, outside the scopes',
    'mass',
    't CO2e',
    'sum',
    'vented: methane and CO2 of the gas; flared: CO2 by the balance of carbon, methane that was not burned, N2O',
    '40 CFR 98.233(n), equations W-19 and W-20',
    [...TIME, 'source'],
  ],
  'flare.mitigation.project.co2e': [
    'Emissions of the gas as generators burn it, with the methane that leaves them unburnt',
    'mass',
    't CO2e',
    'sum',
    'CO2 and N2O of burning, and energy x methane that leaves the engine unburnt',
    '40 CFR 98.233(z) and table W-9',
    [...TIME, 'source'],
  ],
  'flare.mitigation.difference.co2e': [
    'What burning the gas in generators avoids, below zero where it emits more; netted into no scope',
    'mass',
    't CO2e',
    'sum',
    'baseline - project',
    HASHPRINT,
    [...TIME, 'source'],
  ],
} as const satisfies Readonly<Record<string, MetricLine>>;

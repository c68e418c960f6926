import { HASHPRINT, type MetricLine, TIME } from './line.ts';

const STANDARD = 'GHG Protocol Scope 3 Standard';

function category(number: string, what: string, formula: string): MetricLine {
  const [, main = ''] = /^(\d+)/.exec(number) ?? [];
  return [
    `Scope 3 category ${number}, ${what}`,
    'mass',
    't CO2e',
    'sum',
    formula,
    `${STANDARD}, category ${main}`,
    TIME,
  ];
}

const DECLARED = 'sum of quantity x factor that each line names';
const PURCHASED = `${DECLARED}, whole at the day of purchase`;

/** The value chain, waste by route, and hosted energy. */
export const SCOPE3_METRICS = {
  'scope3.co2e': [
    'Scope 3 emissions, total of the categories that are computed',
    'mass',
    't CO2e',
    'sum',
    'sum of the categories of which every part has a figure; what is missing is named by findings',
    `${STANDARD}, chapter 11`,
    [...TIME, 'category'],
  ],
  'scope3.1.co2e': category('1', 'purchased goods and services', PURCHASED),
  'scope3.2.co2e': category('2', 'capital goods', PURCHASED),
  'scope3.3.co2e': category(
    '3',
    'fuel- and energy-related activities',
    'sum of those of 3a, 3b, 3c and 3d that are computed',
  ),
  'scope3.3a.co2e': category(
    '3a',
    'upstream of fuels',
    'sum of fuel x well-to-tank factor in the unit of the fuel',
  ),
  'scope3.3b.co2e': category(
    '3b',
    'upstream of bought energy',
    'sum over months of energy x well-to-tank factor of generation',
  ),
  'scope3.3c.co2e': category(
    '3c',
    'losses of transmission and distribution',
    'sum over months of energy x L / (1 - L) x grid average, L the loss as a fraction of generation, or energy x factor of losses; with what lies upstream of the lost energy where factors.wtt states it',
  ),
  'scope3.3d.co2e': category('3d', 'power resold to end users', DECLARED),
  'scope3.4.co2e': category('4', 'upstream transport and distribution', DECLARED),
  'scope3.5.co2e': category(
    '5',
    'waste generated in operations',
    'sum of mass by route x factor of its treatment',
  ),
  'scope3.6.co2e': category('6', 'business travel', DECLARED),
  'scope3.7.co2e': category('7', 'employee commuting', DECLARED),
  'scope3.8.co2e': category(
    '8',
    'upstream leased assets',
    'sum over months of energy of machines whose host has control x grid average, and lines',
  ),
  'scope3.9.co2e': category('9', 'downstream transport and distribution', DECLARED),
  'scope3.10.co2e': category('10', 'processing of sold products', DECLARED),
  'scope3.11.co2e': category('11', 'use of sold products', DECLARED),
  'scope3.12.co2e': category('12', 'end of life of sold products', DECLARED),
  'scope3.13.co2e': category(
    '13',
    'downstream leased assets',
    'sum over months of energy of clients that control their machines x grid average, and lines',
  ),
  'scope3.14.co2e': category('14', 'franchises', DECLARED),
  'scope3.15.co2e': category('15', 'investments', DECLARED),
  'scope3.by-quality.co2e': [
    'Scope 3 emissions by data quality',
    'mass',
    't CO2e',
    'sum',
    'sum of parts by declared score: 1 to 5, or unscored',
    HASHPRINT,
    [...TIME, 'category', 'source'],
  ],
  'scope3.quality': [
    'Data quality of Scope 3, weighted by emissions',
    'score',
    '1',
    'weighted:scope3.co2e',
    'sum of emissions x score / sum of emissions that are scored; 1 is best, 5 a proxy',
    HASHPRINT,
    [...TIME, 'category'],
  ],
  'scope3.amortised.co2e': [
    'Purchases spread over their lives, a supplement in no total',
    'mass',
    't CO2e',
    'sum',
    'sum over months within the life of emissions of the purchase / months of the life',
    HASHPRINT,
    [...TIME, 'category'],
  ],
  'scope3.co2-biogenic': [
    'Biogenic CO2 of the value chain, outside the scopes',
    'mass',
    't CO2-biogenic',
    'sum',
    'sum of quantity x biogenic CO2 factor',
    `${STANDARD}, chapter 11`,
    [...TIME, 'category'],
  ],
  'waste.mass': [
    'Waste by route',
    'mass',
    't',
    'sum',
    'sum of waste records and of retired units x mass of one; what is resold is no waste',
    HASHPRINT,
    [...TIME, 'source'],
  ],
  'waste.electronic.mass': [
    'Electronic waste by route',
    'mass',
    't',
    'sum',
    'sum of electronic waste of records and of retired units x mass of one; what is resold is no waste',
    HASHPRINT,
    [...TIME, 'source'],
  ],
  'hosting.energy': [
    'Energy of hosted machines by party',
    'energy',
    'MWh',
    'sum',
    'energy of a client’s sub-meters, or its declared part of the energy of the site; at a client all of it',
    HASHPRINT,
    [...TIME, 'source'],
  ],
  'hosting.location.co2e': [
    'Emissions of hosted machines by party, location-based',
    'mass',
    't CO2e',
    'sum',
    'sum over months of hosted energy x grid average, whoever has them in Scope 2',
    HASHPRINT,
    [...TIME, 'source'],
  ],
} as const satisfies Readonly<Record<string, MetricLine>>;

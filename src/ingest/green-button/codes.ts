import type { Direction, Quality } from '../../model/records.ts';

/*
 * Code lists of ESPI (espi.xsd 4.0): UnitSymbolKind, CommodityKind, ServiceKind, FlowDirectionKind, AccumulationKind,
 * MeasurementKind, DataQualifierKind, QualityOfReading.
 */

export type Commodity = 'electricity' | 'natural-gas' | 'propane' | 'heat' | 'water';

export const UNITS: Readonly<Record<string, string>> = {
  '31': 'J',
  '42': 'm3',
  '72': 'Wh',
  '119': 'ft3',
  '120': 'ft3',
  '128': 'US gal',
  '130': 'imperial gal',
  '132': 'Btu',
  '134': 'L',
  '156': 'L',
  '157': 'L',
  '166': 'm3',
  '167': 'm3',
  '169': 'therm',
};

/** Units that are often met and are no energy over an interval. */
export const OTHER_UNITS: Readonly<Record<string, string>> = {
  '0': 'none',
  '5': 'A, a current',
  '29': 'V, a voltage',
  '38': 'W, a power',
  '61': 'VA, apparent power',
  '63': 'VAr, reactive power',
  '65': 'a power factor',
  '71': 'VAh, apparent energy',
  '73': 'VArh, reactive energy',
  '80': 'money',
  '133': 'Btu/h, a power',
};

/** Units in which a commodity is metered. What is not here contradicts it: gas in Wh, electricity in cubic feet. */
export const UNITS_OF: Readonly<Record<Commodity, readonly string[]>> = {
  electricity: ['Wh', 'J'],
  'natural-gas': ['therm', 'J', 'Btu', 'ft3', 'm3', 'L'],
  propane: ['therm', 'J', 'Btu', 'ft3', 'm3', 'L', 'US gal', 'imperial gal'],
  heat: ['Wh', 'J', 'Btu', 'therm'],
  water: ['ft3', 'm3', 'L', 'US gal', 'imperial gal'],
};

export const COMMODITIES: Readonly<Record<string, Commodity>> = {
  '1': 'electricity',
  '2': 'electricity',
  '7': 'natural-gas',
  '8': 'propane',
  '9': 'water',
  '10': 'heat',
  '11': 'water',
  '12': 'heat',
  '13': 'heat',
  '14': 'water',
  '26': 'electricity',
};

/** Kinds of service, and the commodities that one may stand for; the first where the reading type names none. */
export const SERVICES: Readonly<
  Record<string, { readonly name: string; readonly commodities: readonly Commodity[] }>
> = {
  '0': { name: 'electricity', commodities: ['electricity'] },
  '1': { name: 'gas', commodities: ['natural-gas', 'propane'] },
  '2': { name: 'water', commodities: ['water'] },
  '3': { name: 'time', commodities: [] },
  '4': { name: 'heat', commodities: ['heat'] },
  '5': { name: 'refuse', commodities: [] },
  '6': { name: 'sewerage', commodities: [] },
  '7': { name: 'rates', commodities: [] },
  '8': { name: 'television', commodities: [] },
  '9': { name: 'internet', commodities: [] },
};

export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  '1': 'import',
  '4': 'net',
  '19': 'export',
};

/** Energy of the interval itself; 0 and absence leave it to the unit, and units here are of energy. */
export const INTERVAL_VALUES: readonly (string | undefined)[] = ['4', '0', undefined];
export const REGISTERS: readonly (string | undefined)[] = ['1', '3'];

/** Kinds of measurement that are a quantity of something: none stated, energy, volume. */
export const QUANTITIES: readonly (string | undefined)[] = [undefined, '0', '12', '58'];

/** Qualifiers of plain interval data; the others are averages, extremes and thresholds. */
export const PLAIN_QUALIFIERS: readonly (string | undefined)[] = [undefined, '0', '12', '26'];

/** What a flag means; `not-consumption` values are set aside. */
export const QUALITIES: Readonly<Record<string, Quality | 'questionable' | 'not-consumption'>> = {
  '0': 'actual',
  '7': 'estimated',
  '8': 'estimated',
  '9': 'estimated',
  '10': 'questionable',
  '11': 'estimated',
  '12': 'not-consumption',
  '13': 'estimated',
  '14': 'actual',
  '15': 'not-consumption',
  '16': 'unstated',
  '17': 'actual',
  '18': 'actual',
  '19': 'actual',
};

import { HASHPRINT, type MetricLine, TIME } from './line.ts';

/** By which method electricity is taken. */
export type Method = 'location' | 'market';

/** What the numerator holds beside the electricity of mining; `''` is the facility, overhead included. */
export type Boundary = '.equipment' | '' | '.with-scope1' | '.with-scope3';

/** In which unit an intensity is given; `''` is the headline, per hashrate-hour. */
export type PerHash = '' | '.exact' | '.milligrams' | '.per-hashrate-year';

/** The two intensities that the catalogue holds for the facility elsewhere. */
type Elsewhere = `intensity.${Method}` | `intensity.${Method}.exact`;

/** The intensities of emissions of this file. */
export type IntensityId = Exclude<`intensity.${Method}${Boundary}${PerHash}`, Elsewhere>;

/** One intensity of emissions by its parts. */
export interface Intensity {
  readonly id: IntensityId;
  readonly method: Method;
  readonly boundary: Boundary;
  readonly per: PerHash;
}

interface Unit {
  readonly unit: string;
  readonly title: string;
}

/** The unit of each way to give an intensity, and what it is per. */
export const UNITS: Readonly<Record<PerHash, Unit>> = {
  '': { unit: 'kg CO2e/(PH/s·h)', title: 'per hashrate-hour' },
  '.exact': { unit: 'g CO2e/TH', title: 'per terahash' },
  '.milligrams': { unit: 'mg CO2e/TH', title: 'per terahash, in milligrams' },
  '.per-hashrate-year': { unit: 'kg CO2e/(TH/s·yr)', title: 'per hashrate over a year' },
};

const BOUNDARIES: Readonly<Record<Boundary, { readonly title: string; readonly of: string }>> = {
  '.equipment': { title: 'Scope 2 of equipment', of: 'emissions of mining equipment' },
  '': { title: 'Scope 2', of: 'emissions of mining, overhead included' },
  '.with-scope1': {
    title: 'Scopes 1 and 2',
    of: '(emissions of mining, overhead included + Scope 1 x mining energy / energy)',
  },
  '.with-scope3': {
    title: 'Scopes 1, 2 and 3',
    of: '(emissions of mining, overhead included + (Scope 1 + categories of Scope 3 that are computed) x mining energy / energy)',
  },
};

function isElsewhere(id: string): id is Elsewhere {
  return /^intensity\.(location|market)(\.exact)?$/.test(id);
}

const METHODS: readonly Method[] = ['location', 'market'];
const EACH_BOUNDARY: readonly Boundary[] = ['.equipment', '', '.with-scope1', '.with-scope3'];
const EACH_UNIT: readonly PerHash[] = ['', '.exact', '.milligrams', '.per-hashrate-year'];

/** The intensities of emissions of this file, each by its parts. */
export const INTENSITIES: readonly Intensity[] = METHODS.flatMap((method) =>
  EACH_BOUNDARY.flatMap((boundary) =>
    EACH_UNIT.flatMap((per): Intensity[] => {
      const id = `intensity.${method}${boundary}${per}` as const;
      return isElsewhere(id) ? [] : [{ id, method, boundary, per }];
    }),
  ),
);

const YEAR = '; the year is the calendar year of each month, with its own seconds';

function lineOf({ method, boundary, per }: Intensity): MetricLine {
  const { title, of } = BOUNDARIES[boundary];
  const { unit, title: perTitle } = UNITS[per];
  const isOfPeriod = boundary === '.with-scope1' || boundary === '.with-scope3';
  return [
    `${title} ${perTitle}, ${method}-based`,
    'mass per hashes',
    unit,
    'weighted:hash.volume',
    `${method}-based ${of} / hashes${per === '.per-hashrate-year' ? YEAR : ''}`,
    HASHPRINT,
    isOfPeriod ? ['site'] : TIME,
  ];
}

function energyLine(title: string, unit: string, of: string, more = ''): MetricLine {
  const formula = `${of} / hashes${more}`;
  return [title, 'energy per hashes', unit, 'weighted:hash.volume', formula, HASHPRINT, TIME];
}

const FACILITY = 'mining energy, overhead included';
const EQUIPMENT = 'energy of mining equipment';
const PER_DAY = 'kWh/(TH/s·d)';
const PER_YEAR = 'kWh/(TH/s·yr)';

const ENERGY = {
  'energy.per-terahash': energyLine('Energy per terahash, in kilowatt-hours', 'kWh/TH', FACILITY),
  'energy.per-hashrate-day': energyLine('Energy per hashrate-day', PER_DAY, FACILITY),
  'energy.per-hashrate-year': energyLine(
    'Energy per hashrate over a year',
    PER_YEAR,
    FACILITY,
    YEAR,
  ),
  'energy.equipment.per-terahash': energyLine(
    'Energy of equipment per terahash, in kilowatt-hours',
    'kWh/TH',
    EQUIPMENT,
  ),
  'energy.equipment.per-hashrate-hour': energyLine(
    'Energy of equipment per hashrate-hour',
    'kWh/(PH/s·h)',
    EQUIPMENT,
  ),
  'energy.equipment.per-hashrate-day': energyLine(
    'Energy of equipment per hashrate-day',
    PER_DAY,
    EQUIPMENT,
  ),
  'energy.equipment.per-hashrate-year': energyLine(
    'Energy of equipment per hashrate over a year',
    PER_YEAR,
    EQUIPMENT,
    YEAR,
  ),
} as const satisfies Readonly<Record<string, MetricLine>>;

/** Energy and emissions per hash, by boundary, method and unit. */
export const INTENSITY_METRICS = {
  ...ENERGY,
  // the list above holds every id of the type once
  ...(Object.fromEntries(INTENSITIES.map((each) => [each.id, lineOf(each)])) as Readonly<
    Record<IntensityId, MetricLine>
  >),
};

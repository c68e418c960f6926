import type { Direction } from '../../model/records.ts';

/** What a meter of Portfolio Manager measures. */
export interface MeterKind {
  readonly commodity: string;
  readonly direction: Direction;
  /** Electricity from the grid: the one kind that makes bills. */
  readonly isGrid: boolean;
}

/** A unit as the issuer writes it. */
export interface EntryUnit {
  /** Symbol of the unit engine for energy; elsewhere as written. */
  readonly symbol: string;
  readonly measures: 'energy' | 'volume' | 'mass';
}

const other = (commodity: string): MeterKind => ({
  commodity,
  direction: 'import',
  isGrid: false,
});

/**
 * Meter types as exports and the issuer's web services spell them.
 *
 * @see https://portfoliomanager.energystar.gov/webservices/home/api/meter
 */
const TYPES: readonly (readonly [RegExp, MeterKind])[] = [
  [/^electric( - grid)?$/, { ...other('electricity'), isGrid: true }],
  [/^electric( -| on site) (solar|wind)$/, { ...other('electricity'), direction: 'generation' }],
  [/^(it equipment|power distribution unit|uninterruptible power)/, other('electricity')],
  [/^natural gas$/, other('natural-gas')],
  [/^propane$/, other('propane')],
  [/^fuel oil\b/, other('fuel-oil')],
  [/^diesel\b/, other('diesel')],
  [/^kerosene$/, other('kerosene')],
  [/^coal\b/, other('coal')],
  [/^coke$/, other('coke')],
  [/^wood$/, other('wood')],
  [/^district steam$/, other('steam')],
  [/^district hot water$/, other('heat')],
  [/^district chilled water\b/, other('chilled-water')],
  [/^other( \(energy\)|:)/, other('other-energy')],
  [/\b(potable|reclaimed|well) water\b|^potable|^other water\b|^average influent/, other('water')],
];

/** The kind of a meter by its type; undefined where the type is unknown. */
export function kindOf(type: string): MeterKind | undefined {
  const key = type.replace(/\s+/gu, ' ').trim().toLowerCase();
  return TYPES.find(([spelled]) => spelled.test(key))?.[1];
}

/** Energy units by their text in brackets, which settles that an MBtu is a million Btu. */
const ENERGY: readonly (readonly [RegExp, string])[] = [
  [/^kbtu( \(thousand btu\))?$/, 'kBtu'],
  [/^m.*btu.*\(million btu\b.*\)$|^mmbtu$/, 'mmBtu'],
  [/^kwh( \(thousand watt-hours\))?$/, 'kWh'],
  [/^mwh( \(million watt-hours\))?$/, 'MWh'],
  [/^gj$/, 'GJ'],
  [/^therms?$/, 'therm'],
];
const VOLUME =
  /^(cf|ccf|kcf|mcf|cm|kcm|cgal|kgal|mgal)\b|cubic (feet|met(er|re)s)|gallons|^lit(er|re)s/;
const MASS = /^(k|m)?lbs\b|pounds|^kilogram|^kgs?\b|^tons$|^tonnes/;

/** The unit of a text; undefined where it is unknown. */
export function unitOf(written: string): EntryUnit | undefined {
  const key = written.replace(/\s+/gu, ' ').trim().toLowerCase();
  const energy = ENERGY.find(([spelled]) => spelled.test(key))?.[1];
  if (energy !== undefined) return { symbol: energy, measures: 'energy' };
  if (VOLUME.test(key)) return { symbol: written.trim(), measures: 'volume' };
  return MASS.test(key) ? { symbol: written.trim(), measures: 'mass' } : undefined;
}

/** Whether a kind can be measured so: electricity by energy, water by volume. */
export function agrees({ commodity }: MeterKind, { measures }: EntryUnit): boolean {
  if (commodity === 'electricity') return measures === 'energy';
  return commodity !== 'water' || measures === 'volume';
}

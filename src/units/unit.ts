import { exact, ONE, type Rational } from './rational.ts';

/*
 * One registry of units. An atomic unit has a kind and an exact factor to the kind's base. A substance may follow a
 * mass (`kg CO2e`), a quotient may be formed of two units (`kg CO2e/MWh`, `kg CO2e/(PH/s·h)`). Symbols that different
 * sources use for different things (`mt`, `mcm`, `ton`) are not in it. The ounce is that of avoirdupois, a sixteenth of
 * the pound; `gal` is the US liquid gallon of 231 cubic inches, a foot is 0.3048 m, a short ton 2,000 and a long ton 2,240
 * pounds (NIST Handbook 44, appendix C). `imp gal` is 4.54609 L (UK Units of Measurement Regulations 1995). `Btu` is that of
 * the International Table; `therm` is 100,000 of it, and `therm (US)` is 100,000 Btu at 59 F (NIST SP 811, appendix B.8).
 * `scf` is a cubic foot of gas at 60 F and 14.696 psia: as a volume it is a cubic foot, at other conditions it is not.
 */
const ENERGY = {
  J: '1',
  kJ: '1e3',
  MJ: '1e6',
  GJ: '1e9',
  TJ: '1e12',
  Wh: '3600',
  kWh: '3600000',
  MWh: '3600000000',
  GWh: '3600000000000',
  TWh: '3600000000000000',
  Btu: '1055.05585262',
  kBtu: '1055055.85262',
  mmBtu: '1055055852.62',
  therm: '105505585.262',
  'therm (US)': '105480400',
} as const;
const POWER = { W: '1', kW: '1e3', MW: '1e6', GW: '1e9' } as const;
const TIME = { s: '1', min: '60', h: '3600', d: '86400' } as const;
const HASHES = {
  H: '1',
  GH: '1e9',
  TH: '1e12',
  PH: '1e15',
  EH: '1e18',
  'TH/s·h': '3600e12',
  'TH/s·d': '86400e12',
  'PH/s·h': '3600e15',
  'EH/s·h': '3600e18',
} as const;
/** A year has 365 or 366 days, so this is converted to no other unit: it is taken by the seconds of its own year. */
const HASHRATE_YEARS = { 'TH/s·yr': '1' } as const;
const HASHRATE = {
  'H/s': '1',
  'kH/s': '1e3',
  'MH/s': '1e6',
  'GH/s': '1e9',
  'TH/s': '1e12',
  'PH/s': '1e15',
  'EH/s': '1e18',
} as const;
const MASS = {
  mg: '1e-6',
  g: '1e-3',
  kg: '1',
  t: '1e3',
  oz: '0.028349523125',
  lb: '0.45359237',
  'short ton': '907.18474',
  'long ton': '1016.0469088',
} as const;
const VOLUME = {
  scf: '0.028316846592',
  ft3: '0.028316846592',
  gal: '0.003785411784',
  'US gal': '0.003785411784',
  'imp gal': '0.00454609',
  mL: '0.000001',
  L: '0.001',
  ML: '1000',
  m3: '1',
} as const;
const RATIO = { '1': '1', '%': '0.01' } as const;
const COUNT = { unit: '1' } as const;

const KINDS = {
  energy: ENERGY,
  power: POWER,
  time: TIME,
  hashes: HASHES,
  hashrate: HASHRATE,
  'hashrate over a year': HASHRATE_YEARS,
  mass: MASS,
  volume: VOLUME,
  ratio: RATIO,
  count: COUNT,
} as const;

export type EnergyUnit = keyof typeof ENERGY;
export type PowerUnit = keyof typeof POWER;
export type TimeUnit = keyof typeof TIME;
export type HashUnit = keyof typeof HASHES;
export type HashrateUnit = keyof typeof HASHRATE;
export type MassUnit = keyof typeof MASS;
export type VolumeUnit = keyof typeof VOLUME;
export type RatioUnit = keyof typeof RATIO;

/** What a unit measures, and its exact factor to the base of that kind (J, W, s, H, H/s, kg, 1). */
export interface UnitMeaning {
  readonly kind: string;
  readonly factor: Rational;
}

const ATOMS: ReadonlyMap<string, UnitMeaning> = new Map(
  Object.entries(KINDS).flatMap(([kind, units]) =>
    Object.entries(units).map(([symbol, factor]) => [symbol, { kind, factor: exact(factor) }]),
  ),
);
const SUBSTANCE = /^(mg|g|kg|t|lb|short ton) ([A-Z][A-Za-z0-9-]*)$/;

function atomOf(symbol: string): UnitMeaning | undefined {
  const atom = ATOMS.get(symbol);
  if (atom) return atom;
  const [, mass, substance] = SUBSTANCE.exec(symbol) ?? [];
  const base = mass === undefined ? undefined : ATOMS.get(mass);
  return base && { kind: `mass ${substance ?? ''}`, factor: base.factor };
}

/** Splits `a/b` or `a/(b)` at the slash that divides; undefined for an atomic unit. */
function quotientParts(unit: string): [string, string] | undefined {
  const bracket = /^(.+)\/\((.+)\)$/.exec(unit);
  if (bracket) return [bracket[1] ?? '', bracket[2] ?? ''];
  const slash = unit.indexOf('/');
  return slash > 0 ? [unit.slice(0, slash), unit.slice(slash + 1)] : undefined;
}

/** What `unit` means; undefined when the registry does not know it. Symbols are exact, including case. */
export function meaningOf(unit: string): UnitMeaning | undefined {
  const atom = atomOf(unit);
  if (atom) return atom;
  const parts = quotientParts(unit);
  const top = parts && meaningOf(parts[0]);
  const bottom = parts && meaningOf(parts[1]);
  return (
    top &&
    bottom && { kind: `${top.kind} per ${bottom.kind}`, factor: top.factor.div(bottom.factor) }
  );
}

/** The exact number of `to` in one `from`. Throws a TypeError when either is unknown or they measure different things. */
export function conversionFactor(from: string, to: string): Rational {
  if (from === to) return ONE;
  const a = meaningOf(from);
  const b = meaningOf(to);
  if (a?.kind === undefined || a.kind !== b?.kind) {
    throw new TypeError(
      `cannot convert ${from} (${a?.kind ?? 'unknown'}) to ${to} (${b?.kind ?? 'unknown'})`,
    );
  }
  return a.factor.div(b.factor);
}

/** The registry's spelling of a unit symbol of one kind, whatever the case it was written in; undefined when unknown. */
export function canonicalUnit(kind: keyof typeof KINDS, written: string): string | undefined {
  const wanted = written.trim().toLowerCase();
  const matches = Object.keys(KINDS[kind]).filter((symbol) => symbol.toLowerCase() === wanted);
  const exactMatch = matches.find((symbol) => symbol === written.trim());
  return exactMatch ?? (matches.length === 1 ? matches[0] : undefined);
}

/** The symbols of one kind, in order of size. */
export function unitsOf(kind: keyof typeof KINDS): readonly string[] {
  return Object.keys(KINDS[kind]);
}

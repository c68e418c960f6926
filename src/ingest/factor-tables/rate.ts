import { exact, type Rational } from '../../units/rational.ts';

const MASSES: Readonly<Record<string, string>> = {
  g: '0.001',
  gram: '0.001',
  grams: '0.001',
  kg: '1',
  lb: '0.45359237',
  lbs: '0.45359237',
  pound: '0.45359237',
  pounds: '0.45359237',
  t: '1000',
};
/** Of each unit, how many are one megawatt hour. */
const PER_MWH: Readonly<Record<string, string>> = { kwh: '1000', mwh: '1', gwh: '0.001' };
const RATE =
  /(?:^|[^a-z0-9])(g|grams?|kg|lbs?|pounds?|t)[ _-]*(?:of )?(?:(?:co2|ch4|n2o)?[ _-]*(?:e|eq|eqv|equivalent)?\.?)[ _]*(?:\/|per)[ _]*(kwh|mwh|gwh)/g;

/**
 * Kilograms per megawatt hour that one of the unit is which a header names, such as `(lb/MWh)` or `gCO2/kWh`; undefined
 * where it names none or several that differ. The pound is exactly 0.45359237 kg.
 */
export function kgPerMwh(header: string): Rational | undefined {
  const found = [...header.matchAll(RATE)].map(([, mass = '', energy = '']) =>
    exact(MASSES[mass] ?? '0').mul(exact(PER_MWH[energy] ?? '0')),
  );
  const [first] = found;
  return first && found.every((one) => one.equals(first)) ? first : undefined;
}

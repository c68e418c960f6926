import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import type { FactorChoice } from '../../model/documents/workspace.ts';
import type { Place } from '../../model/finding.ts';
import type { FuelUse } from '../../model/records.ts';

/** What is asked of the factor sets, in words. */
export const SUBJECT = {
  location: 'emission factor',
  residual: 'residual mix',
  mix: 'renewable share of the grid mix',
  loss: 'loss of the grid',
  marginal: 'marginal emission rate',
  fossil: 'factor of fossil plant alone',
  combustion: 'fuel factor',
  wtt: 'upstream factor',
  td: 'factor of losses',
  heat: 'factor of bought heat',
} as const;

/** In what a quantity of fuel is stated, which decides by which rows it can be taken. */
export type FuelQuantity = Pick<FuelUse, 'unit' | 'heatBasis' | 'heatingValue' | 'conditions'>;

/** A question to the factor sets: a factor for what, where and when, from whom. */
export interface Question {
  readonly site: string;
  readonly use: keyof typeof SUBJECT;
  /** Keys of grids that may answer, or the id of the fuel. */
  readonly keys: readonly string[];
  readonly year: number;
  /** In order of preference. */
  readonly publishers: readonly string[];
  readonly otherYear: FactorChoice['other_year'];
  /** Of fuels: the quantity at hand; any: rows per every unit answer. Absent: rows per energy, higher heating value. */
  readonly quantity?: FuelQuantity | 'any';
  /** Which rows may answer, where one use holds several of a key. */
  readonly only?: (row: FactorRow) => boolean;
  /** Where the key is named. Absent: at the grid of the site. */
  readonly at?: Place;
}

/** A row that answers, and the set it stands in. */
export interface Answer {
  readonly set: FactorSet;
  readonly row: FactorRow;
}

/** True for a value that a row states; null states that it is not available. */
export function isStated(value: string | null | undefined): value is string {
  return value !== undefined && value !== null;
}

/** True for a row that states a mass of each of the three gases. */
export function statesEachGas({ co2_kg: co2, ch4_kg: ch4, n2o_kg: n2o }: FactorRow): boolean {
  return [co2, ch4, n2o].every(isStated);
}

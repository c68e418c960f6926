import { ZERO } from '../../units/rational.ts';
import type { Answer } from '../factors/choose.ts';
import { massesOf } from '../factors/masses.ts';
import { type MonthlyAnswers, yearOfMonth } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../footprint.ts';
import { product, type Step } from '../ledger.ts';
import type { OwnRates } from './contract-covers.ts';

/** What may answer for the remainder of a month, from the first to the last resort. */
export interface Resorts {
  readonly rates: OwnRates;
  readonly residual: MonthlyAnswers;
  readonly gridAverages: MonthlyAnswers;
}

/** What answers for energy without an instrument. */
export type ForRemainder =
  | { readonly from: 'supplier-rate'; readonly rate: Step<'kg CO2e/MWh'> }
  | { readonly from: 'residual-mix' | 'grid'; readonly factor: Answer | Missing };

/** The residual mix of a month, else its grid average. */
export function withoutSupplier(
  month: string,
  { residual, gridAverages }: Pick<Resorts, 'residual' | 'gridAverages'>,
): Extract<ForRemainder, { factor: unknown }> {
  const mix = residual.get(month);
  if (mix && !isMissing(mix)) return { from: 'residual-mix', factor: mix };
  const average = gridAverages.get(month) ?? mix;
  if (!average) throw new RangeError(`no factor was asked for in ${month}`);
  return { from: 'grid', factor: average };
}

/** The rate of the supplier, else the residual mix, else the grid average. */
export function answering(month: string, resorts: Resorts): ForRemainder {
  const rate = resorts.rates.supplier?.rates.get(yearOfMonth(month));
  return rate ? { from: 'supplier-rate', rate } : withoutSupplier(month, resorts);
}

/** Masses of energy without an instrument; undefined of no energy, which needs no factor. */
export function remainderMasses(
  energy: Step<'MWh'>,
  answer: ForRemainder,
  where: string,
): Masses | Missing | undefined {
  if (answer.from === 'supplier-rate') {
    const name = `CO2e of energy at the rate of the supplier, ${where}`;
    return new Map([['CO2e', product(energy, answer.rate, name)]]);
  }
  if (!isMissing(answer.factor)) {
    return massesOf(energy, answer.factor, `without instrument, ${where}`);
  }
  return energy.value.equals(ZERO) ? undefined : answer.factor;
}

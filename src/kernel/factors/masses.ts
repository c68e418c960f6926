import { finding } from '../../model/finding.ts';
import type { EnergyUnit } from '../../units/unit.ts';
import { type Figure, isMissing } from '../figure.ts';
import type { Gas, Masses } from '../footprint.ts';
import { convert, factorValue, type FactorField, product, type Step, sum } from '../ledger.ts';
import type { Answer } from './choose.ts';

const GASES: readonly (readonly [Gas, FactorField])[] = [
  ['CO2', 'co2_kg'],
  ['CH4', 'ch4_kg'],
  ['N2O', 'n2o_kg'],
];

function rateOf({ set, row }: Answer, gas: Gas, field: FactorField): Step | undefined {
  return factorValue(set, row, field, `kg ${gas}/${row.per}`);
}

function mass(
  energy: Step<'MWh'>,
  answer: Answer,
  gas: Gas,
  rate: Step | undefined,
  label: string,
): Figure {
  if (rate) {
    const amount: Step = convert(energy, answer.row.per as EnergyUnit);
    return product(amount, rate, { name: `${gas}, ${label}`, formula: 'energy x emission factor' });
  }
  return {
    missing: finding(
      'ACC-NO-FACTOR',
      'critical',
      `${answer.set.title}, row ${answer.row.id}, states no ${gas} and no CO2e, so no CO2e is given for ${label}; use a factor set that states it.`,
    ),
  };
}

/**
 * The masses that an energy causes at the rates of a row: gas by gas where the row states all three, else as CO2e where
 * it states that. A gas that the row leaves open is missing, not zero.
 */
export function massesOf(energy: Step<'MWh'>, answer: Answer, label: string): Masses {
  const rates = GASES.map(([gas, field]) => [gas, rateOf(answer, gas, field)] as const);
  const whole = rateOf(answer, 'CO2e', 'co2e_kg');
  if (whole && rates.some(([, rate]) => !rate)) {
    return new Map([['CO2e', mass(energy, answer, 'CO2e', whole, label)]]);
  }
  return new Map(rates.map(([gas, rate]) => [gas, mass(energy, answer, gas, rate, label)]));
}

/** Masses of several causes, gas by gas. A gas is missing where any cause leaves it open. */
export function addedMasses(all: readonly Masses[], label: string): Masses {
  const gases = [...new Set(all.flatMap((masses) => [...masses.keys()]))].sort();
  return new Map(gases.map((gas) => [gas, addedGas(gas, all, label)]));
}

function addedGas(gas: Gas, all: readonly Masses[], label: string): Figure {
  const steps: Step[] = [];
  for (const masses of all) {
    const figure = masses.get(gas);
    if (figure && isMissing(figure)) return figure;
    if (figure) steps.push(figure);
  }
  return sum<string>(steps, `${gas}, ${label}`);
}

import type { FactorRow } from '../../model/documents/factor-set.ts';
import { finding } from '../../model/finding.ts';
import { type Figure, isMissing } from '../figure.ts';
import type { Gas, Masses } from '../gases.ts';
import { convert, factorValue, type FactorField, product, type Step, sum } from '../ledger.ts';
import { type Answer, isStated } from './question.ts';

/** A gas of a row, and the field in which its mass stands. */
export interface Rate {
  /** As rows name it. */
  readonly stated: 'CO2' | 'CH4' | 'N2O';
  readonly gas: Gas;
  readonly field: FactorField;
}

/** The gases that a row speaks of: all three, or those that it says it states. CO2 of recent life is a gas of its own. */
export function gasesOf({ biogenic, states, co2e_kg: sum }: FactorRow): Rate[] {
  const gases: readonly Rate[] = [
    { stated: 'CO2', gas: biogenic ? 'CO2-biogenic' : 'CO2', field: 'co2_kg' },
    { stated: 'CH4', gas: 'CH4', field: 'ch4_kg' },
    { stated: 'N2O', gas: 'N2O', field: 'n2o_kg' },
  ];
  const isWhole = states === undefined || states.includes('CO2e') || isStated(sum);
  return gases.filter(({ stated }) => isWhole || states.includes(stated));
}

/** The mass of a gas per unit, as a row states it; undefined where it does not. */
export function rateOf({ set, row }: Answer, gas: Gas, field: FactorField): Step | undefined {
  return factorValue(set, row, field, `kg ${gas}/${row.per}`);
}

function mass(
  energy: Step,
  answer: Answer,
  gas: Gas,
  rate: Step | undefined,
  label: string,
): Figure {
  if (rate) {
    const amount = convert<string, string>(energy, answer.row.per);
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
 * The masses that an amount causes at the rates of a row, which is stated per a unit of the amount's kind: gas by gas
 * where the row states all that it speaks of, else as CO2e where it states that. A gas that the row leaves open is
 * missing, not zero.
 */
export function massesOf(energy: Step, answer: Answer, label: string): Masses {
  const rates = gasesOf(answer.row).map(
    ({ gas, field }) => [gas, rateOf(answer, gas, field)] as const,
  );
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

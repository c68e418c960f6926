import { finding } from '../../model/finding.ts';
import { ONE } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { fuelKindOf, wayOf } from '../factors/fuel-ways.ts';
import { gasesOf, type Rate, rateOf } from '../factors/masses.ts';
import { type Answer, isStated } from '../factors/question.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Gas, Masses } from '../footprint.ts';
import { activity, constant, convert, difference, product, type Step } from '../ledger.ts';
import { fuelAmount } from './amounts.ts';
import { energyForRow } from './energy.ts';
import { type FuelPart, lineName, partName } from './part.ts';
import { isSlip, type Slip } from './slip.ts';
import { citing, type Tier, tierOf } from './tier.ts';

/** A part of a line with the row that serves it. */
export interface ServedPart {
  readonly part: FuelPart;
  readonly answer: Answer;
  /** On HHV, of which the slip is stated. */
  readonly energy: Figure<'mmBtu'>;
  readonly slip: Slip;
}

/** The part of a fuel that is of recent life, and the rest of it. */
interface Shares {
  readonly fossil: Step<'1'>;
  readonly biogenic: Step<'1'>;
}

function critical(code: 'ACC-NO-FACTOR' | 'ACC-BLEND', part: FuelPart, message: string): Missing {
  return { missing: finding(code, 'critical', message, placeOf(part.use.evidence)) };
}

/** The amount in the unit of the row: by its energy where the row is per energy and the fuel is not. */
function amountFor(part: FuelPart, answer: Answer): Step | undefined {
  const { use, amount } = part;
  const { per } = answer.row;
  const way = wayOf(use, answer.row);
  if (way === 'same-unit' || way === 'same-kind') {
    if (fuelKindOf(per) !== 'energy') return fuelAmount(amount, use.conditions, per);
  }
  const energy = energyForRow(part, answer);
  return energy && convert(energy, per);
}

function sharesOf({ use }: FuelPart): Shares | undefined {
  if (!use.biogenic) return undefined;
  const biogenic = activity(use.biogenic, '1', `Part of ${use.fuel} that is of recent life`, [
    use.evidence,
  ]);
  const whole = constant('1', '1', 'The whole');
  const name = `Part of ${use.fuel} that is not of recent life`;
  return { biogenic, fossil: difference<'1'>(whole, biogenic, name) };
}

interface Burning {
  readonly part: FuelPart;
  readonly answer: Answer;
  readonly amount: Step;
  readonly tier: Tier | undefined;
}

function massOf({ part, answer, amount, tier }: Burning, gas: Gas, rate: Step): Step {
  const isByEnergy = fuelKindOf(answer.row.per) === 'energy';
  return product<string, string>(amount, rate, {
    name: `${gas}, ${partName(part)}`,
    formula: `${isByEnergy ? 'energy' : 'quantity'} x emission factor`,
    ...citing(tier, gas.startsWith('CO2') ? 'co2' : 'others'),
  });
}

function open({ part, answer }: Burning, gas: Gas): Missing {
  const { set, row } = answer;
  const message = `${set.title}, row ${row.id}, states no ${gas} and no CO2e, so no CO2e is given for ${partName(part)}; use a factor set that states it.`;
  return critical('ACC-NO-FACTOR', part, message);
}

function ratedMass(burning: Burning, { gas, field }: Rate): Figure {
  const rate = rateOf(burning.answer, gas, field);
  return rate ? massOf(burning, gas, rate) : open(burning, gas);
}

/** CO2 of a fuel of which a part is of recent life: two masses at one rate. */
function partedCo2(burning: Burning, { fossil, biogenic }: Shares): [Gas, Figure][] {
  const { amount, part } = burning;
  const of = (share: Step<'1'>, gas: 'CO2' | 'CO2-biogenic'): [Gas, Figure] => {
    const name = `${amount.name}, ${gas === 'CO2' ? 'fossil' : 'biogenic'} part`;
    const own = { ...burning, amount: product<string, '1'>(amount, share, name) };
    return [gas, ratedMass(own, { stated: 'CO2', gas, field: 'co2_kg' })];
  };
  return part.use.biogenic?.equals(ONE) === true
    ? [of(biogenic, 'CO2-biogenic')]
    : [of(fossil, 'CO2'), of(biogenic, 'CO2-biogenic')];
}

/** CH4 that leaves unburnt. It stands in the place of the CH4 of the row, never beside it. */
function unburnt({ part, energy }: ServedPart, slip: Slip): Figure | undefined {
  if (slip === undefined || !isSlip(slip)) return slip;
  if (isMissing(energy)) return energy;
  const name = `CH4, ${partName(part)}, unburnt`;
  return product(energy, slip, {
    name,
    formula: 'energy on HHV x methane slip',
    cites: ['40 CFR 98.233(z)(4)'],
  });
}

/** CO2 of a blend that its row counts without the part of recent life: that part is not known, which is not zero. */
function blendGap({ part, answer }: Burning): Missing {
  const { set, row } = answer;
  const message = `${set.title}, row ${row.id}, counts the fossil CO2 of a blend alone, so its biogenic CO2 is not given for ${partName(part)}; state the biogenic fuel as a line of its own where a disclosure asks for it.`;
  return {
    missing: finding('ACC-BLEND', 'completeness', message, placeOf(part.use.evidence)),
  };
}

function contradiction({ use }: FuelPart, { set, row }: Answer): string | undefined {
  if (!use.biogenic) return undefined;
  const name = `${set.title}, row ${row.id},`;
  if (row.blend) {
    return `${lineName(use)} states a biogenic part, and ${name} counts the fossil CO2 of the blend alone; name the fuel by a row of its whole CO2, or leave the part out`;
  }
  if (row.biogenic && !use.biogenic.equals(ONE)) {
    return `${lineName(use)} is stated as biogenic in part, and ${name} is a fuel wholly of recent life; state its other part as a line of its own`;
  }
  return undefined;
}

/** The masses gas by gas; CO2e alone where the row leaves gases open and states their sum. */
function byGas(burning: Burning): Map<Gas, Figure> {
  const { part, answer } = burning;
  const { row } = answer;
  const gases = gasesOf(row);
  const isOpen = gases.some(({ field }) => !isStated(row[field as 'co2_kg']));
  if (isOpen && isStated(row.co2e_kg)) {
    return new Map([
      ['CO2e', ratedMass(burning, { stated: 'CO2', gas: 'CO2e', field: 'co2e_kg' })],
    ]);
  }
  const shares = row.biogenic ? undefined : sharesOf(part);
  return new Map(
    gases.flatMap((rate): [Gas, Figure][] =>
      shares && rate.gas === 'CO2'
        ? partedCo2(burning, shares)
        : [[rate.gas, ratedMass(burning, rate)]],
    ),
  );
}

/**
 * The masses that a part of a line causes, at the rates of the row that serves it: biogenic CO2 as a gas of its own, and
 * methane by the slip of the engine where that is known.
 */
export function fuelMasses(served: ServedPart): Masses | Missing {
  const { part, answer } = served;
  const fault = contradiction(part, answer);
  if (fault !== undefined) return critical('ACC-BLEND', part, `${fault}.`);
  const amount = amountFor(part, answer);
  if (!amount) throw new TypeError(`${lineName(part.use)} does not come to ${answer.row.per}`);
  const burning = { part, answer, amount, tier: tierOf(part.use, answer.row) };
  const masses = byGas(burning);
  const ch4 = unburnt(served, served.slip);
  if (ch4 && masses.has('CO2e')) {
    const message = `${answer.set.title}, row ${answer.row.id}, states a sum of gases, in which CH4 cannot be replaced by the slip of the engine at ${part.use.site}; name a set that states each gas.`;
    return critical('ACC-NO-FACTOR', part, message);
  }
  if (ch4) masses.set('CH4', ch4);
  if (answer.row.blend) masses.set('CO2-biogenic', blendGap(burning));
  return masses;
}

import type { Finding } from '../../model/finding.ts';
import { exact, ONE, ZERO } from '../../units/rational.ts';
import { finding } from '../../model/finding.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs } from '../inputs.ts';
import {
  activity,
  constant,
  convert,
  declared,
  difference,
  factorValue,
  product,
  type Step,
  sum,
} from '../ledger.ts';
import { gasGap, gasName, type GasPart } from './gas-part.ts';
import { rowOf, unverified } from './rows.ts';

const BALANCE = ['40 CFR 98.233(n), equations W-19 and W-20'];

type Tier = 'tier-1' | 'tier-2' | 'tier-3';

/** `Gas to flare, ... , 2025-03`. */
function labelOf({ gas, month }: GasPart): string {
  return `${gasName(gas)}, ${month.id}`;
}

function co2Of(part: GasPart, burned: Step<'1'> | undefined, label: string): Step {
  const { carbon, standard, density } = part;
  const oxidised =
    burned && product<'1', '1'>(carbon.carbon, burned, 'Carbon of the gas that is burned');
  const share = oxidised ? sum([carbon.co2, oxidised], 'CO2 per volume of gas') : carbon.co2;
  const volume = product<'scf', '1'>(standard, share, `CO2 by volume, ${label}`);
  return product(volume, density.co2, { name: `CO2, ${label}`, cites: BALANCE });
}

function ch4Of(part: GasPart, unburned: Step<'1'> | undefined, label: string): Step {
  const { carbon, standard, density } = part;
  const share = unburned
    ? product<'1', '1'>(carbon.ch4, unburned, 'Methane of the gas that is not burned')
    : carbon.ch4;
  const volume = product<'scf', '1'>(standard, share, `Methane by volume, ${label}`);
  return product(volume, density.ch4, { name: `CH4, ${label}`, cites: BALANCE });
}

/** Gas that leaves as it is. */
export function vented(part: GasPart, label = labelOf(part)): Masses {
  return new Map([
    ['CO2', co2Of(part, undefined, label)],
    ['CH4', ch4Of(part, undefined, label)],
  ]);
}

/** The part of a tier that a row holds. */
function ofTier(inputs: FootprintInputs, part: GasPart, tier: Tier): Found<Figure<'1'>> {
  const { gas } = part;
  const answer = rowOf(
    inputs,
    ({ answers: { use, device } }) => use === 'flare' && device === tier,
    inputs.factors.combustion ?? [],
  );
  const value = answer && factorValue(answer.set, answer.row, 'burned', '1');
  if (!value) {
    return found(
      gasGap(
        gas,
        `no publisher under factors.combustion holds the efficiency of ${tier} of a flare`,
      ),
    );
  }
  const at = placeOf(gas.evidence);
  const said = `${gasName(gas)}, of ${gas.site} is taken as burned by a flare of ${tier}, at ${value.value.toString()}, by declaration and not by measurement.`;
  return found(
    value,
    finding('ACC-FLARE-TIER', 'quality', said, at),
    unverified(answer, `efficiency of a flare of ${tier}`, at),
  );
}

/** The part of a gas that its flare burns: measured, else that of the declared tier. Never by default. */
export function flareEfficiency(inputs: FootprintInputs, part: GasPart): Found<Figure<'1'>> {
  const { gas } = part;
  if (gas.efficiency) {
    const name = `Part of the gas that is burned, ${gas.firstDay} to ${gas.lastDay}`;
    return found(activity(gas.efficiency, '1', name, [gas.evidence]));
  }
  const tier = gas.declared?.tier;
  if (tier) return ofTier(inputs, part, tier);
  return found(
    gasGap(gas, 'nothing states how much of it the flare burns; measure it, or declare tier'),
  );
}

/** The same of a flare of the baseline. */
export function baselineEfficiency(inputs: FootprintInputs, part: GasPart): Found<Figure<'1'>> {
  const { gas } = part;
  const { efficiency, tier, source = '' } = gas.declared?.baseline ?? {};
  if (efficiency !== undefined) {
    const value = exact(efficiency);
    if (value.lt(ZERO) || value.gt(ONE)) {
      return found(
        gasGap(gas, `the efficiency ${efficiency} of its baseline is no part of a whole`),
      );
    }
    const name = 'Part of the gas that the flare of the baseline burned';
    return found(declared(value, '1', { name, cites: [source] }, [gas.evidence]));
  }
  if (tier) return ofTier(inputs, part, tier);
  return found(gasGap(gas, 'the flare of its baseline has neither efficiency nor tier; state one'));
}

interface Energy {
  readonly energy: Figure<'mmBtu'>;
  readonly findings: readonly Finding[];
}

/** The energy of a gas by its declared heating value; undefined where none is declared. */
export function statedEnergy({ gas, volume }: GasPart): Step<'mmBtu'> | undefined {
  const heat = gas.declared?.heating_value;
  if (!heat) return undefined;
  const [energy = '', per = ''] = heat.unit.split('/');
  const name = 'Higher heating value of the gas';
  const value = declared(exact(heat.value), heat.unit, { name, cites: [heat.source] }, [
    gas.evidence,
  ]);
  const amount = convert<string, string>(volume, per);
  const whole: Step = product<string, string>(amount, value, `Energy of ${volume.name}`);
  const joules = energy === 'mmBtu' ? whole : convert<string, string>(whole, 'J');
  return convert<string, string>(joules, 'mmBtu') as Step<'mmBtu'>;
}

const N2O = ['40 CFR 98.233(z), equation W-40'];

function energyFor(part: GasPart, content: Step<'mmBtu/scf'> | undefined): Energy | undefined {
  const stated = statedEnergy(part);
  if (stated) return { energy: stated, findings: [] };
  if (!content) return undefined;
  const { gas, standard } = part;
  const message = `${gasName(gas)}, of ${gas.site} states no heating value, so its N2O rests on ${content.name}; state heating_value.`;
  return {
    energy: product(standard, content, `Energy of ${gasName(gas)}`),
    findings: [finding('ACC-GAS-ENERGY', 'info', message, placeOf(gas.evidence))],
  };
}

/** N2O of gas that is burned; undefined where no row holds a factor, which a finding says. */
export function n2oOf(
  inputs: FootprintInputs,
  part: GasPart,
  label: string,
): Found<Figure | undefined> {
  const { gas } = part;
  const at = placeOf(gas.evidence);
  const answer = rowOf(
    inputs,
    ({ answers: { use, fuel } }) => use === 'flare' && fuel === 'field-gas',
    inputs.factors.combustion ?? [],
  );
  const rate = answer && factorValue(answer.set, answer.row, 'n2o_kg', 'kg N2O/mmBtu');
  const content = answer && factorValue(answer.set, answer.row, 'heat_content.mmbtu', 'mmBtu/scf');
  const known = rate && energyFor(part, content);
  if (!known) {
    const message = `No N2O of ${gasName(gas)}, of ${gas.site} is counted, since no publisher under factors.combustion holds a factor of it.`;
    return found(undefined, finding('ACC-FACTOR-GASES', 'quality', message, at));
  }
  const { energy, findings } = known;
  const mass = isMissing(energy)
    ? energy
    : product(energy, rate, { name: `N2O, ${label}`, cites: N2O });
  return found(mass, findings, unverified(answer, 'factor of N2O of gas that is burned', at));
}

/** Gas that a flare burns to a part: CO2 by the balance of its carbon, methane that is not burned, and N2O. */
export function flared(
  inputs: FootprintInputs,
  part: GasPart,
  efficiency: Found<Figure<'1'>>,
  label = labelOf(part),
): Found<Masses | Missing> {
  const burned = efficiency.value;
  if (isMissing(burned)) return found(burned, efficiency.findings, burned.missing);
  const whole = constant('1', '1', 'All of the gas');
  const unburned = difference<'1'>(whole, burned, 'Part of the gas that is not burned');
  const n2o = n2oOf(inputs, part, label);
  const masses: Masses = new Map<'CO2' | 'CH4' | 'N2O', Figure>([
    ['CO2', co2Of(part, burned, label)],
    ['CH4', ch4Of(part, unburned, label)],
    ...(n2o.value ? [['N2O', n2o.value] as const] : []),
  ]);
  return found(masses, efficiency.findings, n2o.findings);
}

/** CO2 of a gas of which all carbon is burned, or the stated part of it. */
export function burnedCo2(part: GasPart, label: string): Step {
  const { efficiency, evidence } = part.gas;
  const burned = efficiency
    ? activity(efficiency, '1', 'Part of the gas that is burned', [evidence])
    : constant('1', '1', 'All carbon of the gas is counted as burned');
  return co2Of(part, burned, label);
}

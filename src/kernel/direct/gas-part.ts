import type { FlareGas } from '../../model/source-records.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { placeOf, splitByDays } from '../energy/split-by-days.ts';
import type { Missing } from '../figure.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { activity, factorValue, type Step } from '../ledger.ts';
import { numberText } from '../wording.ts';
import { type GasCarbon, carbonOf } from './gas-carbon.ts';
import { STANDARD_CONDITIONS, toStandard } from './gas-conditions.ts';
import { rowOf } from './rows.ts';

/** Masses of a cubic foot of gas at standard conditions. */
export interface GasDensity {
  readonly co2: Step<'kg CO2/scf'>;
  readonly ch4: Step<'kg CH4/scf'>;
}

/** Gas of one record in one month, with what is known of it. */
export interface GasPart {
  readonly gas: FlareGas;
  readonly month: Month;
  /** As it was measured. */
  readonly volume: Step;
  readonly standard: Step<'scf'>;
  readonly carbon: GasCarbon;
  readonly density: GasDensity;
}

/** `Gas to flare, 1,000 scf, 2025-01-01 to 2025-01-31`. */
export function gasName({ destination, volume, unit, firstDay, lastDay }: FlareGas): string {
  return `Gas to ${destination}, ${numberText(volume, 3)} ${unit}, ${firstDay} to ${lastDay}`;
}

/** Why a record gives no figure. */
export function gasGap(gas: FlareGas, because: string): Missing {
  const message = `${gasName(gas)}, of ${gas.site} gives no figure: ${because}.`;
  return { missing: finding('ACC-GAS', 'critical', message, placeOf(gas.evidence)) };
}

function densityIn(inputs: FootprintInputs): GasDensity | undefined {
  const answer = rowOf(
    inputs,
    ({ answers, per }) => answers.use === 'gas-density' && per === 'scf',
  );
  if (!answer) return undefined;
  const co2 = factorValue(answer.set, answer.row, 'co2_kg', 'kg CO2/scf');
  const ch4 = factorValue(answer.set, answer.row, 'ch4_kg', 'kg CH4/scf');
  return co2 && ch4 && { co2, ch4 };
}

/** A record by months, with what is known of its gas; or why there is no figure of it. */
export function gasParts(
  inputs: FootprintInputs,
  { calendar }: SiteInputs,
  gas: FlareGas,
): readonly GasPart[] | Missing {
  const standard = toStandard(gas.conditions);
  if (!standard) {
    const stated = `its conditions ${JSON.stringify(gas.conditions)} state no temperature with an absolute pressure`;
    return gasGap(gas, `${stated}; write them as in ${STANDARD_CONDITIONS}`);
  }
  const carbon = carbonOf(gas);
  if (typeof carbon === 'string') return gasGap(gas, `${carbon}; complete the analysis of the gas`);
  const density = densityIn(inputs);
  if (!density) return gasGap(gas, 'no factor set holds the density of CO2 and CH4');
  const whole: Step = activity(gas.volume, gas.unit, gasName(gas), [gas.evidence]);
  return splitByDays(gas, whole, calendar).map(({ month, amount }) => ({
    gas,
    month,
    volume: amount,
    standard: standard(amount),
    carbon,
    density,
  }));
}

/** Findings once for each record: those that parts of it share are equal. */
export function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [`${one.code} ${one.message}`, one])).values()];
}

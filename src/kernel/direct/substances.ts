import { type Finding, finding } from '../../model/finding.ts';
import type { RefrigerantUse } from '../../model/source-records.ts';
import { placeOf } from '../energy/split-by-days.ts';
import type { Missing } from '../figure.ts';
import type { FluorinatedGas, Gas, Masses } from '../gases.ts';
import type { FootprintInputs } from '../inputs.ts';
import { constant, factorValue, product, type Step } from '../ledger.ts';
import { rowOf, unverified } from './rows.ts';

const FLUORINATED = /^(?:(?:HFC|HFO|PFC|HCFC|CFC)-.+|SF6|NF3)$/;
const MONTREAL = /^H?CFC-/;

function isFluorinated(gas: string): gas is FluorinatedGas {
  return FLUORINATED.test(gas);
}

function isGas(gas: string): gas is Gas {
  return gas === 'CO2' || isFluorinated(gas);
}

/** True for a gas that the Montreal Protocol covers: it stands outside the scopes. */
export function isMontreal(gas: string): boolean {
  return MONTREAL.test(gas);
}

/** A gas of a refrigerant, as a part of its mass. */
interface Part {
  readonly gas: Gas;
  readonly rate: Step;
}

/** What a refrigerant is made of. */
export interface Substance {
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
}

/** A text that names a gas of a set of potentials is that gas. */
function asGas({ factorSets }: FootprintInputs, name: string): Part | undefined {
  const isNamed = factorSets.some(({ rows }) =>
    rows.some(({ id, answers }) => answers.use === 'gwp' && id === name),
  );
  if (!isNamed || !isGas(name)) return undefined;
  return { gas: name, rate: constant('1', `kg ${name}/kg`, `${name} is one gas`) };
}

/** The gases of a refrigerant or fluid by mass, or why they are not known. A part without a potential is left out. */
export function substanceOf(inputs: FootprintInputs, use: RefrigerantUse): Substance | Missing {
  const { refrigerant: name } = use;
  const at = placeOf(use.evidence);
  const answer = rowOf(inputs, ({ id, answers }) => answers.use === 'blend' && id === name);
  if (answer) {
    const { set, row } = answer;
    const parts = Object.keys(row.parts ?? {})
      .filter(isGas)
      .flatMap((gas): Part[] => {
        const rate = factorValue(set, row, `parts.${gas}`, `kg ${gas}/kg`);
        return rate ? [{ gas, rate }] : [];
      });
    const none = constant('0', 'kg CO2/kg', `${name} holds no gas with a warming potential`);
    return {
      parts: parts.length > 0 ? parts : [{ gas: 'CO2', rate: none }],
      findings: unverified(answer, `composition of ${name}`, at),
    };
  }
  const own = asGas(inputs, name);
  if (own) return { parts: [own], findings: [] };
  const message = `The composition of ${name} at ${use.site} is not known, so what was lost of it gives no figure; write its ASHRAE designation, or the gas.`;
  return { missing: finding('ACC-REFRIGERANT', 'critical', message, at) };
}

/** The mass of each gas in a mass of a substance. */
export function gasesOf(mass: Step<'kg'>, { parts }: Substance, label: string): Masses {
  return new Map(
    parts.map(({ gas, rate }) => [
      gas,
      product<string, string>(mass, rate, {
        name: `${gas}, ${label}`,
        formula: 'loss x part of the mass',
      }),
    ]),
  );
}

import type { FlareGas } from '../../model/source-records.ts';
import { ONE, ratio, sumOf } from '../../units/rational.ts';
import { activity, constant, product, type Step, sum } from '../ledger.ts';
import { listText, percentText } from '../wording.ts';

/** What a gas holds, per volume of it: methane, CO2, and the carbon of everything that burns. */
export interface GasCarbon {
  readonly ch4: Step<'1'>;
  readonly co2: Step<'1'>;
  readonly carbon: Step<'1'>;
}

/** How far the parts may miss the whole: half a point. */
const TOLERANCE = ratio(1n, 200n);
const WITHOUT_CARBON = new Set(['N2', 'O2', 'H2', 'H2S', 'He', 'HE', 'Ar', 'AR', 'H2O']);
const HYDROCARBON = /^(?:[in]-?)?C(\d*)(?:H\d+|-plus)$/i;

/** Carbon atoms of a species that burns, none for one without carbon; undefined for a species that is not known. */
function carbonAtoms(species: string): bigint | undefined {
  if (WITHOUT_CARBON.has(species)) return 0n;
  if (species.toUpperCase() === 'CO') return 1n;
  const [, count] = HYDROCARBON.exec(species) ?? [];
  return count === undefined ? undefined : BigInt(count === '' ? 1 : count);
}

function isCo2(species: string): boolean {
  return species.toUpperCase() === 'CO2';
}

function fault(gas: FlareGas): string | undefined {
  const { composition } = gas;
  const strange = Object.keys(composition).filter(
    (species) => !isCo2(species) && carbonAtoms(species) === undefined,
  );
  if (strange.length > 0) return `the carbon of ${listText(strange.sort())} is not known`;
  const whole = sumOf(Object.values(composition));
  return whole.sub(ONE).abs().gt(TOLERANCE)
    ? `its parts add up to ${percentText(whole, 2)}`
    : undefined;
}

/** The carbon of a gas by its analysis; a text says why the analysis does not give it. A gas is never taken for methane. */
export function carbonOf(gas: FlareGas): GasCarbon | string {
  const why = fault(gas);
  if (why !== undefined) return why;
  const entries = Object.entries(gas.composition).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = entries.map(([species, part]) => ({
    species,
    part: activity(part, '1', `${species} in the gas, ${gas.firstDay} to ${gas.lastDay}`, [
      gas.evidence,
    ]),
  }));
  const only = (passes: (species: string) => boolean) =>
    parts.find(({ species }) => passes(species))?.part;
  const burning = parts.flatMap(({ species, part }): Step<'1'>[] => {
    const atoms = isCo2(species) ? 0n : (carbonAtoms(species) ?? 0n);
    if (atoms === 0n) return [];
    if (atoms === 1n) return [part];
    return [
      product<'1', '1'>(
        part,
        constant(atoms, '1', `Carbon atoms of ${species}`),
        `Carbon of ${species}`,
      ),
    ];
  });
  const none = (what: string) => constant('0', '1', `The analysis of the gas holds no ${what}`);
  return {
    ch4: only((species) => species.toUpperCase() === 'CH4') ?? none('CH4'),
    co2: only(isCo2) ?? none('CO2'),
    carbon: burning.length === 0 ? none('fuel') : sum(burning, 'Carbon of the gas that burns'),
  };
}

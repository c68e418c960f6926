import type { FactorRow, FactorSet } from '../model/documents/factor-set.ts';
import { finding } from '../model/finding.ts';
import type { Missing } from './figure.ts';
import { factorValue, type Step } from './ledger.ts';

/** Warming potentials of one assessment report and horizon, and the sets that they name for further gases. */
export interface WarmingPotentials extends FactorSet {
  readonly companions?: readonly FactorSet[];
}

/** A set of warming potentials with the sets that it names; undefined where it is not at hand. */
export function warmingPotentials(
  edition: string | null,
  sets: readonly FactorSet[],
): WarmingPotentials | undefined {
  const named = (wanted: string) =>
    sets.find((set) => set.publisher === 'ipcc' && set.edition === wanted);
  const set = edition === null ? undefined : named(edition);
  return set && { ...set, companions: (set.with ?? []).flatMap((other) => named(other) ?? []) };
}

/** Every set of potentials of CO2, CH4 and N2O among some factor sets, in order of edition. */
export function warmingSets(sets: readonly FactorSet[]): WarmingPotentials[] {
  const hasEach = ({ rows }: FactorSet) =>
    ['CO2', 'CH4', 'N2O'].every((gas) =>
      rows.some(({ id, answers }) => answers.use === 'gwp' && id === gas),
    );
  return sets
    .filter(hasEach)
    .sort((a, b) => (a.edition < b.edition ? -1 : 1))
    .flatMap(({ edition, publisher }) =>
      publisher === 'ipcc' ? (warmingPotentials(edition, sets) ?? []) : [],
    );
}

interface Named {
  readonly set: FactorSet;
  readonly row: FactorRow;
}

function rowOf(gas: string, { companions = [], ...own }: WarmingPotentials): Named | undefined {
  for (const set of [own, ...companions]) {
    const row = set.rows.find(({ id, answers }) => answers.use === 'gwp' && id === gas);
    if (row) return { set, row };
  }
  return undefined;
}

/**
 * The warming potential of a gas: of the set itself, else of a set that it names. Never of another assessment report or
 * horizon.
 */
export function potentialOf(gas: string, gwp: WarmingPotentials): Step | Missing {
  const named = rowOf(gas, gwp);
  const value = named && factorValue(named.set, named.row, 'co2e_kg', `kg CO2e/kg ${gas}`);
  return (
    value ?? {
      missing: finding(
        'ACC-NO-FACTOR',
        'critical',
        `${gwp.title} has no warming potential of ${gas}; name a set that has one.`,
      ),
    }
  );
}

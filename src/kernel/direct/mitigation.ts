import { type Finding, finding } from '../../model/finding.ts';
import { exact, type Rational, ZERO } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Gas, Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs } from '../inputs.ts';
import { constant, difference } from '../ledger.ts';
import { potentialOf, warmingSets } from '../warming-potentials.ts';
import { listText, numberText } from '../wording.ts';
import { baselineEfficiency, flared, vented } from './gas-burning.ts';
import type { Generated } from './gas-generator.ts';
import { gasName, type GasPart } from './gas-part.ts';
import type { Mitigation } from './source.ts';

function differenceOf(baseline: Masses | Missing, project: Masses | Missing): Masses | Missing {
  if (isMissing(baseline)) return baseline;
  if (isMissing(project)) return project;
  const gases = [...new Set([...baseline.keys(), ...project.keys()])].sort();
  return new Map(gases.map((gas) => [gas, lessOf(gas, baseline.get(gas), project.get(gas))]));
}

function lessOf(gas: Gas, before: Figure | undefined, after: Figure | undefined): Figure {
  const none = constant('0', `kg ${gas}`, `No ${gas} is counted on this side`);
  const [from, less] = [before ?? none, after ?? none];
  if (isMissing(from)) return from;
  return isMissing(less)
    ? less
    : difference<string>(from, less, `${gas} of the baseline less the project`);
}

function baselineOf(inputs: FootprintInputs, part: GasPart): Found<Masses | Missing> {
  const { gas, month } = part;
  const { baseline } = gas.declared ?? {};
  const label = `baseline of ${gasName(gas)}, ${month.id}`;
  if (baseline?.destination === 'vent') return found(vented(part, label));
  if (baseline) return flared(inputs, part, baselineEfficiency(inputs, part), label);
  const message = `${gasName(gas)}, of ${gas.site} has no declared baseline, so nothing is said of what burning it avoids; state baseline of the input.`;
  const missing = finding('ACC-FLARE-BASELINE', 'info', message, placeOf(gas.evidence));
  return found({ missing }, missing);
}

function projectOf({ gas }: GasPart, { masses, engine }: Generated): Masses | Missing {
  if (!engine) {
    const message = `${gasName(gas)}, of ${gas.site} names neither the kind of engine nor a test of its stack, so nothing is said of what burning it avoids; state engine, or equipment.`;
    return { missing: finding('ACC-ENGINE', 'quality', message, placeOf(gas.evidence)) };
  }
  if (isMissing(masses)) return masses;
  return new Map([...masses].filter(([gasOf]) => gasOf !== 'CO2-biogenic'));
}

/** Gas that a generator burns against its declared baseline. It enters no scope. */
export function mitigated(
  inputs: FootprintInputs,
  part: GasPart,
  made: Generated,
): Found<Mitigation> {
  const baseline = baselineOf(inputs, part);
  const project = projectOf(part, made);
  const value: Mitigation = {
    month: part.month,
    engine: made.engine?.kind ?? 'not-stated',
    gas: part.standard,
    baseline: baseline.value,
    project,
    difference: differenceOf(baseline.value, project),
  };
  const isAsked = part.gas.declared?.baseline !== undefined;
  return found(value, baseline.findings, isAsked && isMissing(project) ? [project.missing] : []);
}

/** The CO2 equivalent of masses by a set of potentials; undefined where one of either is missing. */
function equivalentOf(
  masses: Masses,
  gwp: Parameters<typeof potentialOf>[1],
): Rational | undefined {
  let total = ZERO;
  for (const [gas, figure] of masses) {
    const rate = gas === 'CO2e' ? constant('1', '1', 'CO2e') : potentialOf(gas, gwp);
    if (isMissing(figure) || isMissing(rate)) return undefined;
    total = total.add(figure.value.mul(rate.value));
  }
  return total;
}

/** That a project emits more than its baseline, by which potentials, and with which engine. */
export function worseThanBaseline(
  inputs: FootprintInputs,
  site: string,
  engine: string,
  parts: readonly Mitigation[],
): Finding[] {
  const known = parts.flatMap(({ difference: less }) => (isMissing(less) ? [] : [less]));
  if (known.length === 0) return [];
  const worse = warmingSets(inputs.factorSets).flatMap((gwp): string[] => {
    const sums = known.map((masses) => equivalentOf(masses, gwp) ?? ZERO);
    const total = sums.reduce<Rational>((sum, one) => sum.add(one), ZERO);
    if (total.gte(ZERO)) return [];
    const tonnes = numberText(total.neg().div(exact('1000')), 1);
    return [`${tonnes} t CO2e by ${gwp.edition}`];
  });
  if (worse.length === 0) return [];
  const message = `Burning the gas of ${site} in generators (${engine}) emits more than its baseline, by ${listText(worse)}; no reduction may be claimed.`;
  return [finding('ACC-FLARE-MITIGATION', 'quality', message, { entry: `sites.${site}` })];
}

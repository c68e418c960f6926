import type { Finding } from '../model/finding.ts';
import type { FuelUse } from '../model/records.ts';
import { contentsFor, fuelFactor } from './combustion/choice.ts';
import { correctedLines } from './combustion/corrections.ts';
import { energyAt } from './combustion/energy.ts';
import { fuelMasses } from './combustion/masses.ts';
import { type FuelLine, type FuelPart, lineName } from './combustion/part.ts';
import { remarksOnLine } from './combustion/remarks.ts';
import { methaneSlip } from './combustion/slip.ts';
import { placeOf, splitByDays, splitFindings } from './energy/split-by-days.ts';
import type { Answer } from './factors/question.ts';
import { isMissing } from './figure.ts';
import type { BurnedFuel } from './footprint.ts';
import { found, type Found } from './found.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';

function headOf({ use, month }: FuelPart): Pick<BurnedFuel, 'fuel' | 'month' | 'purpose'> {
  const { fuel, purpose } = use;
  return { fuel, month, ...(purpose && { purpose }) };
}

function servedBy(
  inputs: FootprintInputs,
  site: SiteInputs,
  part: FuelPart,
  answer: Answer,
): Found<BurnedFuel> {
  const { use, month } = part;
  const contents = contentsFor(inputs, use, month, answer);
  const energy = energyAt(part, 'HHV', contents);
  const at = placeOf(use.evidence);
  // engines of vehicles are none of those whose slip is tabled
  const slip =
    use.purpose === 'mobile' ? found(undefined) : methaneSlip(inputs, site, { ...use, at });
  const masses = fuelMasses({ part, answer, energy, slip: slip.value });
  const gaps = [energy, masses, ...(slip.value ? [slip.value] : [])].filter(isMissing);
  return found(
    { ...headOf(part), energy, lhv: energyAt(part, 'LHV', contents), masses },
    remarksOnLine(use, answer),
    slip.findings,
    gaps.map(({ missing }) => missing),
  );
}

function burned(inputs: FootprintInputs, site: SiteInputs, part: FuelPart): Found<BurnedFuel> {
  const answer = fuelFactor(inputs, part.use, part.month);
  const { value } = answer;
  if (isMissing(value)) {
    const gap = { energy: value, lhv: value, masses: value };
    return found({ ...headOf(part), ...gap }, answer.findings);
  }
  const served = servedBy(inputs, site, part, value);
  return found(served.value, answer.findings, served.findings);
}

function partsOf({ use, whole }: FuelLine, { calendar }: SiteInputs): FuelPart[] {
  return splitByDays(use, whole, calendar).map(({ month, amount }) => ({ use, month, amount }));
}

/** Lines of fuel in an order of their own, whatever that of the files. */
export function inOrder(fuels: readonly FuelUse[]): FuelUse[] {
  const key = ({ firstDay, lastDay, fuel, evidence }: FuelUse) =>
    [firstDay, lastDay, fuel, evidence.file, String(evidence.at.line ?? 0).padStart(9, '0')].join(
      '\0',
    );
  return [...fuels].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What is said of many lines in the same words is said once, at the first of them. */
function once(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Finding>();
  for (const each of findings) {
    const key = `${each.code}\0${each.message}`;
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}

/**
 * Combustion of a site, stationary and mobile, line by line and month by month: energy at each heating value, and the
 * masses of CO2, CH4 and N2O. CO2 of biogenic fuels is a gas of its own. CH4 is kept unsplit: the warming potentials that
 * were read in their sources are unsplit, and those of fossil CH4 stand from memory.
 *
 * @see 40 CFR 98.33, Tiers 1 and 2
 */
export function combustion(
  inputs: FootprintInputs,
  site: SiteInputs,
): Found<readonly BurnedFuel[]> {
  const lines = correctedLines(inOrder(site.fuels ?? []));
  const split = lines.value.flatMap(({ use }) => splitFindings(lineName(use), use, site.calendar));
  const parts = lines.value
    .flatMap((line) => partsOf(line, site))
    .map((part) => burned(inputs, site, part));
  return found(
    parts.map(({ value }) => value),
    lines.findings,
    split,
    once(parts.flatMap(({ findings }) => findings)),
  );
}

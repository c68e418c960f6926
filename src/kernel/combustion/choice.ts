import { type Finding, finding } from '../../model/finding.ts';
import type { FuelUse } from '../../model/records.ts';
import type { Month } from '../../model/time.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { candidates, isOfYear } from '../factors/candidates.ts';
import { type Answer, chooseFactor, type Question } from '../factors/choose.ts';
import { canBecome, fuelKindOf, heatBasisOf } from '../factors/fuel-ways.ts';
import { yearOf } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs } from '../inputs.ts';
import { lineName } from './part.ts';

/** What is asked of the factor sets for a line of fuel in a month. */
export function fuelQuestion(
  { factors }: FootprintInputs,
  use: FuelUse,
  month: Month,
): Question & { readonly use: 'combustion' } {
  return {
    site: use.site,
    use: 'combustion',
    keys: [use.fuel],
    year: yearOf(month),
    publishers: factors.combustion ?? [],
    otherYear: factors.other_year,
    quantity: use,
    at: placeOf(use.evidence),
  };
}

/** Why an energy does not come to a row. */
function againstEnergy(use: FuelUse, name: string, row: Answer['row']): string {
  const basis = heatBasisOf(row);
  if (fuelKindOf(row.per) !== 'energy')
    return `its unit is ${use.unit}, and ${name}, is per ${row.per}`;
  if (basis === undefined) return `${name}, does not say on which heating value it is`;
  const has =
    use.heatBasis === undefined ? 'heat_basis is not stated' : `it is on ${use.heatBasis}`;
  return `${has}, and ${name}, is on ${basis}; state ${basis}`;
}

function againstVolumeOrMass(use: FuelUse, name: string, row: Answer['row']): string {
  const heat = row.heat_content;
  const isPerEnergy = fuelKindOf(row.per) === 'energy';
  const per = isPerEnergy ? heat?.per : row.per;
  if (per !== undefined && fuelKindOf(per) === fuelKindOf(use.unit) && !canBecome(use, per)) {
    return `${name}, is per ${per}, and a volume of gas is another at another temperature and pressure; state map.quantity.conditions, or the volume in ${per}`;
  }
  if (isPerEnergy && heat === undefined) {
    const basis = heatBasisOf(row) ?? 'HHV';
    return `${name}, is per ${row.per} and states no heat content, so Tier 1 of 40 CFR 98.33 does not serve it; state the measured heating value on ${basis} (Tier 2, equation C-2a), or its energy`;
  }
  return `its unit is ${use.unit}, and ${name}, is per ${per ?? row.per}`;
}

function reasonAgainst(use: FuelUse, { set, row }: Answer): string {
  const kind = fuelKindOf(use.unit);
  if (kind === undefined) return `its unit ${use.unit} is none of energy, volume or mass`;
  const name = `${set.title}, row ${row.id}`;
  return kind === 'energy' ? againstEnergy(use, name, row) : againstVolumeOrMass(use, name, row);
}

function refused(use: FuelUse, answer: Answer): Finding {
  const message = `${lineName(use)} gives no figure: ${reasonAgainst(use, answer)}.`;
  return finding('ACC-FUEL-UNIT', 'critical', message, placeOf(use.evidence));
}

/** The row that serves a line of fuel: one to whose unit its quantity comes. Else why there is none. */
export function fuelFactor(
  inputs: FootprintInputs,
  use: FuelUse,
  month: Month,
): Found<Answer | Missing> {
  const question = fuelQuestion(inputs, use, month);
  const answer = chooseFactor(question, inputs.factorSets);
  if (!isMissing(answer.value) || answer.value.missing.code !== 'ACC-NO-FACTOR') return answer;
  const all = candidates({ ...question, quantity: 'any' }, inputs.factorSets);
  const near = all.find((each) => isOfYear(each, question.year)) ?? all[0];
  if (!near) return answer;
  const missing = refused(use, near);
  return found({ missing }, missing);
}

/** Rows that speak of the fuel, the serving one first: where a heat content may be found. */
export function contentsFor(
  inputs: FootprintInputs,
  use: FuelUse,
  month: Month,
  serving: Answer,
): Answer[] {
  const question = fuelQuestion(inputs, use, month);
  const all = candidates({ ...question, quantity: 'any' }, inputs.factorSets);
  return [serving, ...all.filter((each) => isOfYear(each, question.year))];
}

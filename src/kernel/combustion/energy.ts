import { finding } from '../../model/finding.ts';
import { placeOf } from '../energy/split-by-days.ts';
import {
  canBecome,
  fuelKindOf,
  heatBasisOf,
  isMeasured,
  quantityUnitOf,
} from '../factors/fuel-ways.ts';
import type { Answer } from '../factors/question.ts';
import type { Figure } from '../figure.ts';
import { activity, convert, factorValue, inUnit, product, type Step } from '../ledger.ts';
import { fuelAmount } from './amounts.ts';
import { type FuelPart, lineName } from './part.ts';
import { citing, type Tier, tierOf } from './tier.ts';

/** A heating value: with the water of the burning condensed, or not. */
export type HeatBasis = 'HHV' | 'LHV';

function byMeasured({ use, amount }: FuelPart, basis: HeatBasis, tier: Tier | undefined) {
  const { heatingValue: heat, conditions } = use;
  if (!heat || !isMeasured(use, basis)) return undefined;
  const value = activity(
    heat.value,
    heat.unit,
    `${basis} of ${use.fuel}, as the supplier states it`,
    [use.evidence],
  );
  const note = {
    name: `Energy of ${amount.name}`,
    formula: 'quantity x measured heating value',
    ...citing(tier, 'co2'),
  };
  const quantity = fuelAmount(amount, conditions, quantityUnitOf(heat));
  return convert(product<string, string>(quantity, value, note), 'mmBtu');
}

function byContent({ use, amount }: FuelPart, basis: HeatBasis, answer: Answer, tier?: Tier) {
  const { set, row } = answer;
  const heat = row.heat_content;
  if (heat?.basis !== basis || !canBecome(use, heat.per)) return undefined;
  const content = factorValue(set, row, 'heat_content.mmbtu', `mmBtu/${heat.per}`);
  const note = {
    name: `Energy of ${amount.name}`,
    formula: 'quantity x heat content',
    ...citing(tier, 'co2'),
  };
  const quantity = fuelAmount(amount, use.conditions, heat.per);
  return content && product<string, string>(quantity, content, note);
}

/** Energy of a line at a heating value that it states itself: as energy, or by what the supplier measured. */
function stated(part: FuelPart, basis: HeatBasis, tier?: Tier): Step | undefined {
  const { use, amount } = part;
  if (fuelKindOf(use.unit) !== 'energy') return byMeasured(part, basis, tier);
  const note = { name: amount.name, ...citing(tier, 'co2') };
  return use.heatBasis === basis ? convert(amount, 'mmBtu', note) : undefined;
}

/** The energy of a line in the heating value of the row that serves it, by the way that leads to the row. */
export function energyForRow(part: FuelPart, answer: Answer): Step | undefined {
  const basis = heatBasisOf(answer.row);
  if (basis === undefined) return undefined;
  const tier = tierOf(part.use, answer.row);
  return stated(part, basis, tier) ?? byContent(part, basis, answer, tier);
}

/**
 * The energy of a line at a heating value: as it is stated, by what the supplier measured, else by the first heat
 * content that is stated in that heating value. One is never derived from the other.
 */
export function energyAt(
  part: FuelPart,
  basis: HeatBasis,
  contents: readonly Answer[],
): Figure<'mmBtu'> {
  const [first] = contents;
  const tier = first && tierOf(part.use, first.row);
  let energy = stated(part, basis, tier);
  for (const answer of contents)
    energy ??= byContent(part, basis, answer, tierOf(part.use, answer.row));
  if (energy) return inUnit(energy, 'mmBtu');
  const { use } = part;
  const has =
    use.heatBasis === undefined ? 'no heating value of it is stated' : `it is on ${use.heatBasis}`;
  const message = `${lineName(use)} has no energy on ${basis}: ${has}; state a heating value on ${basis}.`;
  return { missing: finding('ACC-FUEL-ENERGY', 'completeness', message, placeOf(use.evidence)) };
}

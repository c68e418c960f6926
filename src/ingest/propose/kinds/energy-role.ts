import type { Role, UnitKind } from '../kind-spec.ts';
import { anyWord } from '../words.ts';

const ENERGY = anyWord(
  'usage|energy|consumption|consumed|förbrukning|énergie|energie|energía|consommation|verbrauch|consumo|forbruk|määrä|electricity|kwh|mwh|gwh|wh',
);
/** Money, power, reactive energy, heat and limits are no energy used. */
export const NEVER_ENERGY = anyWord(
  'price|cost|tariff|charge|charges|amount|demand|peak|rate|per|fee|tax|kvar|kvarh|varh|reactive|factor|baseline|heat|värme|chaleur|wärme|unit|units|usd|eur|cad|sek|date|time|type|hash|hashrate|watt|watts|\\$|€|£',
);

/** The column of electrical energy. */
export function energyRole(measures: readonly UnitKind[]): Role {
  return {
    key: 'energy',
    what: 'energy',
    isNeeded: true,
    holds: 'number',
    named: ENERGY,
    never: NEVER_ENERGY,
    measures,
    isNamedByUnit: true,
    isLastResort: true,
  };
}

import { type Finding, finding } from '../../model/finding.ts';
import type { FuelUse } from '../../model/records.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { conditionsOf, fuelKindOf, quantityUnitOf, wayOf } from '../factors/fuel-ways.ts';
import type { Answer } from '../factors/question.ts';
import { isOfPart98 } from './tier.ts';

/** The unit to which a volume was brought on the way to the row. */
function volumeUnitOf(use: FuelUse, { row }: Answer): string | undefined {
  const way = wayOf(use, row);
  if (fuelKindOf(use.unit) !== 'volume') return undefined;
  if (way === 'measured') return use.heatingValue && quantityUnitOf(use.heatingValue);
  return way === 'heat-content' ? row.heat_content?.per : row.per;
}

function onConditions(use: FuelUse, answer: Answer): Finding[] {
  const unit = volumeUnitOf(use, answer);
  const from = conditionsOf(use.unit, use.conditions);
  const to = unit === undefined ? undefined : conditionsOf(unit);
  const at = placeOf(use.evidence);
  const name = `${answer.set.title}, row ${answer.row.id},`;
  if (from && to && from !== to) {
    const message = `${use.fuel} of ${use.site} is stated at ${from} and was brought to ${to}, at which ${name} counts it, as an ideal gas.`;
    return [finding('ACC-GAS-CONDITIONS', 'info', message, at)];
  }
  if (unit !== 'm3' || to || answer.row.per !== 'm3') return [];
  const message = `${name} does not say at which temperature and pressure its cubic metre is, and ${use.fuel} of ${use.site} is ${from ? `at ${from}` : 'stated without them'}; it was taken as the same, check it.`;
  return [finding('ACC-GAS-CONDITIONS', 'quality', message, at)];
}

function onHeatingValue(use: FuelUse, { set, row }: Answer): Finding[] {
  const heat = use.heatingValue;
  if (!heat || wayOf(use, row) === 'measured') return [];
  const message = `The heating value of ${use.fuel} at ${use.site}, in ${heat.unit} on ${heat.basis}, is not part of its emissions: ${set.title}, row ${row.id}, takes none on ${heat.basis}.`;
  return [finding('ACC-FUEL-ENERGY', 'info', message, placeOf(use.evidence))];
}

function onVehicles(use: FuelUse, { set, row }: Answer): Finding[] {
  const isStationary = isOfPart98(row) || /stationary/i.test(row.source.table ?? '');
  if (use.purpose !== 'mobile' || !isStationary) return [];
  const message = `CH4 and N2O of ${use.fuel} in vehicles of ${use.site} are those of stationary equipment (${set.title}, row ${row.id}); they depend on the vehicle, so name a set for vehicles where they matter.`;
  return [finding('ACC-MOBILE-GASES', 'quality', message, placeOf(use.evidence))];
}

/** What is to be said of how a row serves a line: conditions of gas, heating values that were not used, vehicles. */
export function remarksOnLine(use: FuelUse, answer: Answer): Finding[] {
  return [...onConditions(use, answer), ...onHeatingValue(use, answer), ...onVehicles(use, answer)];
}

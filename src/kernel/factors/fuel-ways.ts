import type { FactorRow } from '../../model/documents/factor-set.ts';
import type { FuelUse } from '../../model/records.ts';
import { meaningOf } from '../../units/unit.ts';
import type { FuelQuantity } from './question.ts';

/**
 * How a quantity of fuel comes to the unit of a row: by a heating value that the supplier measured, in the row's own
 * unit, in a unit of its kind, or by the heat content that the row itself states.
 */
export type Way = 'measured' | 'same-unit' | 'same-kind' | 'heat-content';

const ORDER: readonly Way[] = ['measured', 'same-unit', 'same-kind', 'heat-content'];
/** Kinds of units in which fuel is measured, and the base of each. */
export const FUEL_KINDS: ReadonlyMap<string, string> = new Map([
  ['energy', 'J'],
  ['volume', 'm3'],
  ['mass', 'kg'],
]);

/** The place of a way among all: the first goes before the others. */
export function orderOf(way: Way): number {
  return ORDER.indexOf(way);
}

/** Energy, volume or mass; undefined for a unit in which no fuel is measured. */
export function fuelKindOf(unit: string): string | undefined {
  const kind = meaningOf(unit)?.kind;
  return kind !== undefined && FUEL_KINDS.has(kind) ? kind : undefined;
}

/** The heating value in which a row per energy counts it; undefined where it names none. */
export function heatBasisOf({ basis, heat_content: heat }: FactorRow): FuelUse['heatBasis'] {
  if (basis?.calorific) return basis.calorific === 'gross' ? 'HHV' : 'LHV';
  return heat?.basis;
}

/** Temperature and pressure at which a volume is: a standard cubic foot states them itself. */
export function conditionsOf(
  unit: string,
  stated?: FuelUse['conditions'],
): FuelUse['conditions'] | undefined {
  return unit === 'scf' ? '60F-14.696psia' : stated;
}

/** True for amounts of one kind; for volumes where it is known, or said of neither, at what temperature and pressure they are. */
export function canBecome({ unit, conditions }: FuelQuantity, per: string): boolean {
  const kind = fuelKindOf(unit);
  if (kind === undefined || kind !== fuelKindOf(per)) return false;
  if (kind !== 'volume' || (unit === 'scf') === (per === 'scf')) return true;
  return per === 'scf' && conditions !== undefined;
}

/** The unit of quantity in a heating value: `t` of `GJ/t`. */
export function quantityUnitOf({ unit }: NonNullable<FuelUse['heatingValue']>): string {
  return unit.slice(unit.indexOf('/') + 1);
}

/** True where the heating value that the supplier states is on this basis, and of the quantity. */
export function isMeasured(quantity: FuelQuantity, basis: FuelUse['heatBasis']): boolean {
  const { heatingValue: heat } = quantity;
  return heat?.basis === basis && heat !== undefined && canBecome(quantity, quantityUnitOf(heat));
}

/** A quantity in the kind of unit that the row is per: energy must be in the row's own heating value. */
function directWay(quantity: FuelQuantity, row: FactorRow): Way | undefined {
  const basis = heatBasisOf(row);
  const isEnergy = fuelKindOf(row.per) === 'energy';
  if (isEnergy && (basis === undefined || quantity.heatBasis !== basis)) return undefined;
  return quantity.unit === row.per ? 'same-unit' : 'same-kind';
}

/** A volume or mass, and a row per energy. */
function wayByHeat(quantity: FuelQuantity, row: FactorRow): Way | undefined {
  const basis = heatBasisOf(row);
  if (basis === undefined || fuelKindOf(quantity.unit) === 'energy') return undefined;
  if (isMeasured(quantity, basis)) return 'measured';
  const { heat_content: heat } = row;
  return heat?.basis === basis && canBecome(quantity, heat.per) ? 'heat-content' : undefined;
}

/** How the quantity comes to the unit of the row; undefined where no way leads there. Heating values are never mixed. */
export function wayOf(quantity: FuelQuantity, row: FactorRow): Way | undefined {
  if (canBecome(quantity, row.per)) return directWay(quantity, row);
  return fuelKindOf(row.per) === 'energy' ? wayByHeat(quantity, row) : undefined;
}

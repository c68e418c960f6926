import type { FuelUse } from '../../model/records.ts';
import type { Month } from '../../model/time.ts';
import type { Step } from '../ledger.ts';
import { numberText } from '../wording.ts';

/** A line of fuel with what it states, corrected where a later line corrects it. */
export interface FuelLine {
  readonly use: FuelUse;
  readonly whole: Step;
}

/** The part of a line that was burned in one month. */
export interface FuelPart {
  readonly use: FuelUse;
  readonly month: Month;
  readonly amount: Step;
}

/** `Fuel use of natural-gas, 100 therm, 2025-01-01 to 2025-01-31`. */
export function lineName({ fuel, quantity, unit, firstDay, lastDay }: FuelUse): string {
  return `Fuel use of ${fuel}, ${numberText(quantity, 3)} ${unit}, ${firstDay} to ${lastDay}`;
}

/** `burning of natural-gas, alpha, 2025-01`. */
export function partName({ use, month }: FuelPart): string {
  return `burning of ${use.fuel}, ${use.site}, ${month.id}`;
}

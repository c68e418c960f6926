import type { FuelUse } from '../../model/records.ts';
import { ZERO } from '../../units/rational.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The fuel as a message names it. A correction stands beside the row that it corrects, and is no other word for it. */
function nameOf({ site, fuel, equipment, purpose, quantity }: FuelUse): string {
  const what = purpose === 'mobile' ? `${fuel} of vehicles` : fuel;
  const of = equipment === undefined ? '' : ` of ${equipment}`;
  return `${quantity.lt(ZERO) ? 'correction of ' : ''}${what}${of} at ${site}`;
}

function claimOf(use: FuelUse): string {
  const { quantity, unit, heatBasis, moisture, heatingValue: heat, biogenic } = use;
  return [
    ...[quantity.toFraction(), unit, heatBasis ?? '', moisture?.toFraction() ?? ''],
    ...[biogenic?.toFraction() ?? '', use.engine ?? '', use.conditions ?? ''],
    ...(heat ? [heat.value.toFraction(), heat.unit, heat.basis] : []),
  ].join('\0');
}

/** The fuel use of all files, each delivery once; rows on one fuel and equipment that share days are named. */
export function joinFuels(extractions: readonly Extraction<FuelUse>[]): Extraction<FuelUse> {
  return joinSpans(extractions, { of: nameOf, when: daysText, says: claimOf });
}

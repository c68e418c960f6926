import type { FuelUse } from '../../model/records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The fuel use of all files, each delivery once; rows on one fuel and equipment that share days are named. */
export function joinFuels(extractions: readonly Extraction<FuelUse>[]): Extraction<FuelUse> {
  return joinSpans(extractions, {
    of: ({ site, fuel, equipment }) =>
      `${fuel} ${equipment === undefined ? '' : `of ${equipment} `}at ${site}`,
    when: daysText,
    says: ({ quantity, unit, heatBasis, moisture, heatingValue: heat }) =>
      [
        ...[quantity.toFraction(), unit, heatBasis ?? '', moisture?.toFraction() ?? ''],
        ...(heat ? [heat.value.toFraction(), heat.unit, heat.basis] : []),
      ].join('\0'),
  });
}

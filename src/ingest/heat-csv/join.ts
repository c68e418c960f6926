import type { HeatDelivery } from '../../model/records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The heat deliveries of all files, each once; rows for one recipient that share days are named. */
export function joinHeat(
  extractions: readonly Extraction<HeatDelivery>[],
): Extraction<HeatDelivery> {
  return joinSpans(extractions, {
    of: ({ site, recipient }) =>
      `heat of ${site}${recipient === undefined ? '' : ` to ${recipient}`}`,
    when: daysText,
    says: ({ energyMwh, auxiliaryMwh }) =>
      [energyMwh.toFraction(), auxiliaryMwh?.toFraction() ?? ''].join('\0'),
  });
}

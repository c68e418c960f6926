import type { ContractDelivery } from '../../model/records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The deliveries of all files, each once; rows of one contract that share days are named. */
export function joinDeliveries(
  extractions: readonly Extraction<ContractDelivery>[],
): Extraction<ContractDelivery> {
  return joinSpans(extractions, {
    of: ({ contract }) => `deliveries of ${contract}`,
    when: daysText,
    says: ({ energyMwh }) => energyMwh.toFraction(),
  });
}

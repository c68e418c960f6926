import type { WasteDisposal } from '../../model/source-records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The waste of all files, each row once; rows on one waste and route that share days are named. */
export function joinWaste(
  extractions: readonly Extraction<WasteDisposal>[],
): Extraction<WasteDisposal> {
  return joinSpans(extractions, {
    of: ({ site, waste, route }) => `${waste} of ${site} by ${route}`,
    when: daysText,
    says: ({ massKg }) => massKg.toFraction(),
  });
}

import type { AbsorbedEnergy } from '../../model/source-records.ts';
import { instantText } from '../../model/time.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The absorbed energy of all files, each row once; rows on one plant that share time are named. */
export function joinAbsorbed(
  extractions: readonly Extraction<AbsorbedEnergy>[],
): Extraction<AbsorbedEnergy> {
  return joinSpans(extractions, {
    of: ({ site, plant }) => `energy absorbed by ${site} from ${plant}`,
    when: ({ start, end }) => `${instantText(start)} to ${instantText(end)}`,
    says: ({ energyMwh, reason, measured, proof }) =>
      [energyMwh.toFraction(), reason, measured, proof].join('\0'),
  });
}

import type { FlareGas } from '../../model/source-records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The flare gas of all files, each row once; rows to one destination that share days are named. */
export function joinFlare(extractions: readonly Extraction<FlareGas>[]): Extraction<FlareGas> {
  return joinSpans(extractions, {
    of: ({ site, destination, declared }) =>
      `gas of ${site} to ${declared?.equipment ?? destination}`,
    when: daysText,
    says: ({ volume, unit, conditions, composition, efficiency }) =>
      [
        volume.toFraction(),
        unit,
        conditions,
        ...Object.keys(composition)
          .sort()
          .map((species) => `${species} ${composition[species]?.toFraction() ?? ''}`),
        efficiency?.toFraction() ?? '',
      ].join('\0'),
  });
}

import type { Activity } from '../../model/source-records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The activities of all files and of the workspace, each line once; lines of one id that share days are named. */
export function joinActivities(extractions: readonly Extraction<Activity>[]): Extraction<Activity> {
  return joinSpans(extractions, {
    of: ({ id, site, category }) =>
      `activity ${id} of category ${category}${site === undefined ? '' : ` at ${site}`}`,
    when: daysText,
    says: ({ what, quantity, unit, factor, massEach, route, isElectronic, amortisedOverYears }) =>
      [
        ...[what, quantity.toFraction(), unit, factor, massEach?.kg.toFraction() ?? ''],
        ...[route ?? '', String(isElectronic ?? ''), String(amortisedOverYears ?? '')],
      ].join('\0'),
  });
}

import type { BoughtHeat } from '../../model/source-records.ts';
import { daysText } from '../day-spans.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/** The bought heat of all files, each row once; rows on one network and kind that share days are named. */
export function joinBoughtHeat(
  extractions: readonly Extraction<BoughtHeat>[],
): Extraction<BoughtHeat> {
  return joinSpans(extractions, {
    of: ({ site, kind, row, rate }) =>
      `${kind} bought at ${site}${[row, rate?.source].map((by) => (by === undefined ? '' : ` (${by})`)).join('')}`,
    when: daysText,
    says: ({ energyGj, rate }) =>
      [energyGj.toFraction(), rate?.co2eKgPerMwh.toFraction() ?? '', rate?.year ?? ''].join('\0'),
  });
}

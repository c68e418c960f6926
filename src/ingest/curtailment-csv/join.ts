import type { CurtailmentEvent } from '../../model/records.ts';
import { instantText } from '../../model/time.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';

/**
 * The events of all files, each once. Events of one site that share time are named whatever their programmes: load that
 * was left to the grid once counts once.
 */
export function joinCurtailment(
  extractions: readonly Extraction<CurtailmentEvent>[],
): Extraction<CurtailmentEvent> {
  return joinSpans(extractions, {
    of: ({ site }) => `curtailment of ${site}`,
    when: ({ start, end }) => `${instantText(start)} to ${instantText(end)}`,
    says: ({ baselineMw, programme, method, revenue }) =>
      [
        baselineMw.toFraction(),
        programme ?? '',
        method ?? '',
        revenue?.amount.toFraction() ?? '',
        revenue?.currency ?? '',
      ].join('\0'),
  });
}

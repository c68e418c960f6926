import type { Footprint } from '../../kernel/footprint.ts';
import { measure } from '../../kernel/measure.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { decimalText } from '../../units/rounding.ts';
import { type FiledDisclosure, nameOf, valueOfMetric } from './filed-disclosure.ts';

/** The machines with which a period began against those with which the one before ended, where both are known. */
export function rollForwardFindings(
  prior: readonly (FiledDisclosure & { readonly isYearBefore: boolean })[],
  footprint: Footprint,
): Finding[] {
  const [opening] = measure(footprint, { metric: 'fleet.machines.opening' }).measurements;
  if (!opening) return [];
  return prior
    .filter(({ isYearBefore, disclosure }) => isYearBefore && disclosure.site === null)
    .flatMap((filed) => {
      const closing = valueOfMetric(filed, 'fleet.machines.closing');
      if (!closing || closing.equals(opening.step.value)) return [];
      const message = `${decimalText(opening.step.value)} machines were in service when the period began, and ${nameOf(filed)} ended with ${decimalText(closing)}; correct the fleet, or say in a statement what changed between the two.`;
      return [finding('ACC-ROLL-FORWARD', 'quality', message)];
    });
}

import { type Finding, finding } from '../../model/finding.ts';
import { exact } from '../../units/rational.ts';
import type { Footprint } from '../footprint.ts';
import { measure } from '../measure.ts';
import { percentText } from '../wording.ts';

/** Above this part of the energy of a site, estimates should be replaced by records. */
const ADVISED = exact('0.1');

/** Sites of which more energy is estimated than is advised. */
export function estimatedShare(footprint: Footprint): Finding[] {
  const { measurements } = measure(footprint, { metric: 'quality.estimated.share', by: ['site'] });
  return measurements
    .filter(({ step }) => step.value.gt(ADVISED))
    .map(({ dimensions: { site = '' }, step }) => {
      const message = `${percentText(step.value)} of the energy of ${site} is estimated, more than the ${percentText(ADVISED)} that is advised; replace estimates by bills or readings.`;
      return finding('ACC-ESTIMATED-SHARE', 'quality', message, { entry: `sites.${site}` });
    });
}

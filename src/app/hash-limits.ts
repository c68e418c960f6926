import type { FootprintInputs } from '../kernel/inputs.ts';
import { exact } from '../units/rational.ts';
import type { OpenWorkspace } from '../store/workspace.ts';

/** The limits of coverage by hashrate that a workspace declares; nothing where it leaves those of the method. */
export function hashLimits({ workspace }: OpenWorkspace): Pick<FootprintInputs, 'hashCoverage'> {
  const { hash_coverage: declared } = workspace;
  if (!declared) return {};
  return {
    hashCoverage: {
      estimatedBelow: exact(declared.estimated_below),
      notMeasuredBelow: exact(declared.not_measured_below),
    },
  };
}

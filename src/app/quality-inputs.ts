import type { QualityInputs } from '../kernel/quality/statements.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import { evidenceOfEntry } from './locate.ts';

/** What the workspace says of the quality of its figures. */
export function qualityInputs(open: OpenWorkspace): QualityInputs {
  const { data_quality, uncertainty, materiality, exclusions, base_year } = open.workspace;
  return {
    statements: {
      ...(data_quality && { data_quality }),
      ...(uncertainty && { uncertainty }),
      ...(materiality && { materiality }),
      ...(exclusions && { exclusions }),
      ...(base_year && { base_year }),
    },
    evidenceAt: (entry) => evidenceOfEntry(open, entry),
  };
}

import type {
  BaseYear,
  Exclusion,
  Materiality,
  QualityStatement,
  UncertaintyStatement,
} from '../../model/documents/workspace.ts';
import type { Evidence } from '../../model/records.ts';

/** What the workspace says of the quality of its figures. */
export interface QualityStatements {
  readonly data_quality?: readonly QualityStatement[];
  readonly uncertainty?: readonly UncertaintyStatement[];
  readonly materiality?: Materiality;
  readonly exclusions?: readonly Exclusion[];
  readonly base_year?: BaseYear;
}

/** The statements, and where each of them stands: `exclusions.0`, `base_year`. */
export interface QualityInputs {
  readonly statements: QualityStatements;
  readonly evidenceAt: (entry: string) => Evidence;
}

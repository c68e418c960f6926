// Generated from schemas/disclosure.schema.json by `npm run types`. Do not edit.

/**
 * This interface was referenced by `Disclosure`'s JSON-Schema
 * via the `definition` "sha256".
 */
export type Sha256 = string;
/**
 * This interface was referenced by `Disclosure`'s JSON-Schema
 * via the `definition` "instant".
 */
export type Instant = string;
/**
 * This interface was referenced by `Disclosure`'s JSON-Schema
 * via the `definition` "outcome".
 */
export type Outcome =
  | 'REPORT'
  | 'VOLUNTARY'
  | 'NOT_APPLICABLE'
  | 'BELOW_THRESHOLD'
  | 'UNDETERMINED'
  | 'PROHIBITED'
  | 'DORMANT'
  | 'DRAFT';
/**
 * This interface was referenced by `Disclosure`'s JSON-Schema
 * via the `definition` "decimal".
 */
export type Decimal = string;

/**
 * One filing's facts, findings, decisions and evidence: the thing that is filed, sealed and embedded. Canonical JSON (RFC 8785).
 */
export interface Disclosure {
  hashprint: 1;
  template: {
    id: string;
    edition: string;
    sha256: Sha256;
    status: string;
  };
  entity: {
    name: string;
    lei?: string;
    country: string;
    place?: string;
    prepared_by?: string;
  };
  boundary: {
    approach: string;
    sites: BoundarySite[];
  };
  /**
   * The one site of a per-site disclosure; null for the entity.
   */
  site: string | null;
  period: DisclosedPeriod;
  outcome: Outcome;
  draft: boolean;
  assurance: string;
  gwp: string | null;
  facts: Fact[];
  /**
   * Uncertainty of figures, where the workspace declares that of what they rest on. It stands beside the figures and is in no ledger.
   */
  uncertainty?: DisclosedUncertainty[];
  findings: DisclosedFinding[];
  decisions: DisclosedDecision[];
  evidence: {
    inputs: EvidenceInput[];
    factors: EvidenceFactorSet[];
    /**
     * SHA-256 of the ledger document.
     */
    ledger: string;
    /**
     * Files of hourly columns that the ledger reads.
     */
    columns: {
      file: string;
      sha256: Sha256;
    }[];
  };
  applicability: Applicability;
}
export interface BoundarySite {
  id: string;
  name: string;
  country: string;
  subdivision?: string;
  grid?: string;
  /**
   * Share of the site's figures in this disclosure, in percent.
   */
  share: string;
}
/**
 * First and last day, both included, in each site's local time.
 *
 * This interface was referenced by `Disclosure`'s JSON-Schema
 * via the `definition` "period".
 */
export interface DisclosedPeriod {
  start: Instant;
  end: Instant;
}
/**
 * One disclosed figure or statement. A null value is stated as not available, with the reason.
 *
 * This interface was referenced by `Disclosure`'s JSON-Schema
 * via the `definition` "fact".
 */
export interface Fact {
  id: string;
  label: string;
  /**
   * As reported: rounded once by the template's rule, or a text.
   */
  value: string | null;
  /**
   * Null for a text.
   */
  exact: Decimal | null;
  unit: string | null;
  period: DisclosedPeriod;
  dimensions: {
    [k: string]: string;
  };
  citation: string;
  /**
   * Weakest evidence grade of the factors and of the template's field.
   */
  grade: 'V' | 'S' | 'M' | 'C';
  /**
   * The ledger step that yields the exact value.
   */
  step: string | null;
  /**
   * Why the value is null.
   */
  reason?: string;
  /**
   * For a text: the statement or decision it comes from.
   */
  source?: string;
}
/**
 * This interface was referenced by `Disclosure`'s JSON-Schema
 * via the `definition` "uncertainty".
 */
export interface DisclosedUncertainty {
  fact: string;
  /**
   * Half the 95 % range, in percent of the figure.
   */
  percent: string;
  /**
   * High up to 5 %, Good up to 15 %, Fair up to 30 %, else Poor.
   */
  rank: 'High' | 'Good' | 'Fair' | 'Poor';
  /**
   * 2006 IPCC Guidelines, volume 1, chapter 3: approach 1 propagates errors, approach 2 draws them.
   */
  method: 'approach-1' | 'monte-carlo';
  sources: UncertaintySource[];
  simulation?: Simulation;
}
export interface UncertaintySource {
  of: string;
  percent: Decimal;
  /**
   * What this source alone makes of the uncertainty of the figure, in percent.
   */
  adds: string;
}
export interface Simulation {
  seed: string;
  draws: number;
  generator: string;
  /**
   * The 2.5th percentile, in percent above the figure; below zero.
   */
  low: string;
  /**
   * The 97.5th percentile, in percent above the figure.
   */
  high: string;
}
/**
 * This interface was referenced by `Disclosure`'s JSON-Schema
 * via the `definition` "finding".
 */
export interface DisclosedFinding {
  code: string;
  severity: 'critical' | 'quality' | 'completeness' | 'info';
  message: string;
  at: {};
  cites?: string[];
}
export interface DisclosedDecision {
  id: string;
  site?: string;
  value: string;
  by: string;
  on: string;
  because: string;
}
export interface EvidenceInput {
  path: string;
  sha256: Sha256;
  reader: string;
  records: number;
  archive?: EvidenceArchive;
}
/**
 * The file that holds this one, where it was read out of an archive.
 */
export interface EvidenceArchive {
  path: string;
  sha256: Sha256;
}
export interface EvidenceFactorSet {
  publisher: string;
  edition: string;
  title: string;
  sha256: Sha256;
  /**
   * Rows that a figure rests on.
   */
  rows: string[];
}
/**
 * Which rule gave the outcome, and what it looked at.
 */
export interface Applicability {
  rule: string | null;
  citation: string | null;
  numbers: ApplicabilityNumber[];
}
export interface ApplicabilityNumber {
  fact: string;
  /**
   * Null: nothing states it.
   */
  value: string | null;
}

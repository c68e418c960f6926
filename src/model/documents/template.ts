// Generated from schemas/template.schema.json by `npm run types`. Do not edit.

/**
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "block".
 */
export type Block =
  | KeyFiguresBlock
  | TableBlock
  | ChartBlock
  | StatementsBlock
  | TextBlock
  | RegisterBlock
  | FormBlock
  | AttestationBlock;
/**
 * Rows within each fact: one for each value of this dimension, then the fact's total. Absent: one row for each fact.
 */
export type Dimension =
  | 'site'
  | 'month'
  | 'quarter'
  | 'source'
  | 'use'
  | 'contract'
  | 'gas'
  | 'programme'
  | 'currency'
  | 'category'
  | 'year'
  | 'tier'
  | 'scope';
/**
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "dimension".
 */
export type Dimension1 =
  | 'site'
  | 'month'
  | 'quarter'
  | 'source'
  | 'use'
  | 'contract'
  | 'gas'
  | 'programme'
  | 'currency'
  | 'category'
  | 'year'
  | 'tier'
  | 'scope';
/**
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "value".
 */
export type FactValue =
  | {
      metric: string;
      /**
       * Besides the total: one fact for each combination of these dimensions that holds a value.
       */
      by?: [Dimension1, ...Dimension1[]][];
    }
  | {
      statement: string;
    }
  | {
      /**
       * A path of the workspace, such as boundary.approach.
       */
      workspace: string;
    }
  | {
      /**
       * The item is known, but no metric yields it: where it is asked for, it is a named gap.
       */
      notComputed: string;
    }
  | {
      /**
       * A number that the site declares; a list gives one fact for each year.
       */
      declared: 'forecast.peak_mw' | 'forecast.interruptible_mw' | 'connected_mw';
    }
  | {
      /**
       * One fact by another, for each combination of dimensions that both have.
       */
      ratio: {
        of: string;
        to: string;
      };
    }
  | {
      extreme: 'maximum' | 'minimum';
      /**
       * The largest or smallest value of a fact.
       */
      of: string;
    }
  | {
      /**
       * The id of a fact of the same template, as it was filed for an earlier period. It is taken as it stands there and never computed or rounded again.
       */
      filed: string;
      /**
       * prior-year: of the period that ends on the day before this one begins. prior-years: of every disclosure under prior, one fact for each by year.
       */
      of: 'prior-year' | 'prior-years';
    }
  | {
      /**
       * A file of the workspace, by the id under attachments.
       */
      attachment: string;
    };
/**
 * A conditional fact is asked for where this holds.
 */
export type Condition =
  | {
      all: Condition1[];
    }
  | {
      any: Condition1[];
    }
  | {
      not: Condition1;
    }
  | {
      fact: string;
      is: string;
    }
  | {
      fact: string;
      in: string[];
    }
  | {
      fact: string;
      above: string;
    }
  | {
      fact: string;
      atLeast: string;
    }
  | {
      fact: string;
      present: boolean;
    };
/**
 * Exactly one of the operators. `fact` is a path such as entity.country, site.subdivision, statement.ID, decision.ID, or the id of a fact.
 *
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "condition".
 */
export type Condition1 =
  | {
      all: Condition1[];
    }
  | {
      any: Condition1[];
    }
  | {
      not: Condition1;
    }
  | {
      fact: string;
      is: string;
    }
  | {
      fact: string;
      in: string[];
    }
  | {
      fact: string;
      above: string;
    }
  | {
      fact: string;
      atLeast: string;
    }
  | {
      fact: string;
      present: boolean;
    };
/**
 * This interface was referenced by `Template`'s JSON-Schema
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
 * What one jurisdiction or standard asks, as dated data.
 */
export interface Template {
  id: string;
  edition: string;
  status: 'in_force' | 'voluntary' | 'draft' | 'dormant' | 'prohibited';
  asOf: string;
  authority: string;
  per: 'entity' | 'site';
  /**
   * Edition of the ipcc factor set that converts gases.
   */
  gwp: string | null;
  /**
   * Outcome where no rule of applicability holds.
   */
  otherwise:
    | 'REPORT'
    | 'VOLUNTARY'
    | 'NOT_APPLICABLE'
    | 'BELOW_THRESHOLD'
    | 'UNDETERMINED'
    | 'PROHIBITED'
    | 'DORMANT'
    | 'DRAFT';
  sections: Section[];
  facts: TemplateFact[];
  checks: Check[];
  /**
   * Rules in order; the first that holds gives the outcome. One that cannot be decided gives UNDETERMINED.
   */
  applicability: ApplicabilityRule[];
  /**
   * True where the output is marked confidential.
   */
  confidential?: boolean;
  /**
   * Absent: report.
   */
  layout?: 'report' | 'form';
  /**
   * Whether location-based figures may rest on hourly factors where the workspace takes them. Absent: not-allowed.
   */
  hourly_factors?: 'allowed' | 'not-allowed';
  deadlines?: Deadline[];
}
/**
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "section".
 */
export interface Section {
  id: string;
  blocks: Block[];
}
export interface KeyFiguresBlock {
  kind: 'key-figures';
  /**
   * Totals, four to a row; the first row is set large.
   */
  facts: string[];
}
export interface TableBlock {
  kind: 'table';
  id: string;
  facts: string[];
  rows?: Dimension;
  /**
   * One column for each value of the dimension, then the total; `value`: one column.
   */
  columns: Dimension1 | 'value';
  /**
   * Notes under the table: findings of a code, anchored at a fact's row.
   */
  notes?: TableNote[];
}
export interface TableNote {
  fact: string;
  finding: string;
}
export interface ChartBlock {
  kind: 'chart';
  id: string;
  chart: 'energy-by-month' | 'location-against-market';
  /**
   * energy-by-month: fact with dimensions source and month. location-against-market: the location-based fact by site.
   */
  fact: string;
  /**
   * location-against-market: the market-based fact by site.
   */
  against?: string;
}
export interface StatementsBlock {
  kind: 'statements';
  facts: string[];
}
export interface TextBlock {
  kind: 'text';
  id: string;
}
export interface RegisterBlock {
  kind: 'register';
  of: 'findings' | 'decisions' | 'inputs' | 'factors' | 'methods' | 'applicability' | 'deadlines';
}
export interface FormBlock {
  kind: 'form';
  rows: FormRow[];
}
export interface FormRow {
  fields: FormField[];
}
export interface FormField {
  fact: string;
  /**
   * Part of the row, relative to the others.
   */
  width: number;
}
export interface AttestationBlock {
  kind: 'attestation';
  /**
   * Fact with the name of who signs.
   */
  name: string;
  /**
   * Fact with the title of who signs.
   */
  title: string;
}
/**
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "templateFact".
 */
export interface TemplateFact {
  id: string;
  value: FactValue;
  unit: string | null;
  round?: {
    decimals: number;
    mode: 'half-up' | 'half-even' | 'down';
  };
  obligation: 'mandatory' | 'conditional' | 'optional';
  when?: Condition;
  citation: string;
  /**
   * How well the field itself is known.
   */
  grade: 'V' | 'S' | 'M' | 'C';
  /**
   * Item number as printed beside the figure; absent: none is printed.
   */
  item?: string;
  /**
   * The texts that the item allows.
   */
  choices?: string[];
}
/**
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "check".
 */
export interface Check {
  id: string;
  severity: 'critical' | 'quality' | 'completeness' | 'info';
  when?: Condition1;
  holds: Condition1;
  citation: string;
}
export interface ApplicabilityRule {
  id: string;
  when: Condition1;
  outcome: Outcome;
  citation: string;
}
export interface Deadline {
  /**
   * A day of each year, such as --03-01, or a text.
   */
  rule: string;
  from?: string;
  what: string;
  citation: string;
}

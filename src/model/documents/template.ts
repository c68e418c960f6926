// Generated from schemas/template.schema.json by `npm run types`. Do not edit.

/**
 * Exactly one of the operators. `fact` is a path such as entity.country, site.subdivision, statement.ID, decision.ID, or the id of a fact.
 *
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "condition".
 */
export type Condition =
  | {
      all: Condition[];
    }
  | {
      any: Condition[];
    }
  | {
      not: Condition;
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
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "block".
 */
export type Block =
  KeyFiguresBlock | TableBlock | ChartBlock | StatementsBlock | TextBlock | RegisterBlock;
/**
 * Rows within each fact: one for each value of this dimension, then the fact's total. Absent: one row for each fact.
 */
export type Dimension = 'site' | 'month' | 'quarter' | 'source' | 'use' | 'contract' | 'gas';
/**
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "dimension".
 */
export type Dimension1 = 'site' | 'month' | 'quarter' | 'source' | 'use' | 'contract' | 'gas';
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
    };
/**
 * A conditional fact is asked for where this holds.
 */
export type Condition1 =
  | {
      all: Condition[];
    }
  | {
      any: Condition[];
    }
  | {
      not: Condition;
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
  applies?: Condition;
  /**
   * Outcome where `applies` holds, or where it is absent.
   */
  outcome:
    | 'REPORT'
    | 'VOLUNTARY'
    | 'NOT_APPLICABLE'
    | 'BELOW_THRESHOLD'
    | 'UNDETERMINED'
    | 'PROHIBITED'
    | 'DORMANT'
    | 'DRAFT';
  otherwise?: Outcome;
  sections: Section[];
  facts: TemplateFact[];
  checks: Check[];
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
  chart: 'energy-by-month';
  /**
   * Fact with dimensions source and month.
   */
  fact: string;
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
  of: 'findings' | 'decisions' | 'inputs' | 'factors' | 'methods';
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
  when?: Condition1;
  citation: string;
  /**
   * How well the field itself is known.
   */
  grade: 'V' | 'S' | 'M' | 'C';
  /**
   * Item number as printed beside the figure; absent: none is printed.
   */
  item?: string;
}
/**
 * This interface was referenced by `Template`'s JSON-Schema
 * via the `definition` "check".
 */
export interface Check {
  id: string;
  severity: 'critical' | 'quality' | 'completeness' | 'info';
  when?: Condition;
  holds: Condition;
  citation: string;
}

import type { Evidence, FactorReference, Operation } from '../../model/documents/ledger.ts';
import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import type { Interval } from '../../model/time.ts';
import { exact, type Rational } from '../../units/rational.ts';
import { decimalsOf } from './decimals.ts';

/** One value with the operation and the inputs that gave it: a node of the trace. Immutable, without identity. */
export interface Step<U extends string = string> {
  readonly op: Operation;
  readonly inputs: readonly Step[];
  readonly value: Rational;
  readonly unit: U;
  /** What the value is, for a reader. */
  readonly name: string;
  readonly formula?: string;
  readonly cites?: readonly string[];
  readonly factor?: FactorReference;
  readonly evidence?: readonly Evidence[];
  readonly column?: ColumnSpan;
}

/** The cells of a column from one instant up to another. */
export interface ColumnSpan extends Interval {
  readonly id: string;
  /** Further columns over the same hours. */
  readonly with?: readonly string[];
}

/** What a step is called, and the method behind it. */
export interface Note {
  readonly name: string;
  readonly formula?: string;
  readonly cites?: readonly string[];
}

/** A name alone, or with the method behind it. */
export type Naming = string | Note;

/** The name and method as fields of a step. */
export function noteOf(naming: Naming): Note {
  return typeof naming === 'string' ? { name: naming } : naming;
}

/** A leaf must be a decimal that ends: a ledger carries leaves as decimals and must lose nothing. */
function leaf<U extends string>(step: Step<U>): Step<U> {
  if (decimalsOf(step.value) === undefined) {
    throw new RangeError(`${step.name} in ${step.unit} does not end as a decimal`);
  }
  return Object.freeze(step);
}

/** A leaf: a value that a document states, such as one bill. */
export function activity<U extends string>(
  value: Rational,
  unit: U,
  naming: Naming,
  evidence: readonly Evidence[],
): Step<U> {
  return leaf({ op: 'activity', inputs: [], value, unit, ...noteOf(naming), evidence });
}

/** A leaf: a number of nature, of definition or of the calendar. */
export function constant<U extends string>(
  value: Rational | string | bigint,
  unit: U,
  naming: Naming,
): Step<U> {
  const number = typeof value === 'object' ? value : exact(value);
  return leaf({ op: 'constant', inputs: [], value: number, unit, ...noteOf(naming) });
}

/** A leaf: a value that a person declares, with the record of the declaration. */
export function declared<U extends string>(
  value: Rational,
  unit: U,
  naming: Naming,
  evidence: readonly Evidence[],
): Step<U> {
  return leaf({ op: 'declared', inputs: [], value, unit, ...noteOf(naming), evidence });
}

/** The fields of a factor row that hold a value. */
export type FactorField =
  | 'co2_kg'
  | 'ch4_kg'
  | 'n2o_kg'
  | 'co2e_kg'
  | 'renewable'
  | 'carbon_free'
  | 'loss_fraction'
  | 'burned'
  | `parts.${string}`
  | 'heat_content.mmbtu';

function isPart(field: FactorField): field is `parts.${string}` {
  return field.startsWith('parts.');
}

function textOf(row: FactorRow, field: FactorField): string | null | undefined {
  if (isPart(field)) return row.parts?.[field.slice('parts.'.length)];
  return field === 'heat_content.mmbtu' ? row.heat_content?.mmbtu : row[field];
}

/** A leaf: one value of a factor row; undefined where the row does not state it or states it as not available. */
export function factorValue<U extends string>(
  set: FactorSet,
  row: FactorRow,
  field: FactorField,
  unit: U,
): Step<U> | undefined {
  const text = textOf(row, field);
  if (text === undefined || text === null) return undefined;
  const { document, table, cell } = row.source;
  return leaf({
    op: 'factor',
    inputs: [],
    value: exact(text),
    unit,
    name: `${set.title}: ${row.name ?? row.id}`,
    cites: [[document, table, cell].filter((part) => part !== undefined).join(', ')],
    factor: {
      publisher: set.publisher,
      edition: set.edition,
      row: row.id,
      field,
      grade: row.grade,
    },
  });
}

import { countKnown, type HourColumn, sumCells } from '../../model/column.ts';
import type { ColumnRange, LedgerDocument, LedgerStep } from '../../model/documents/ledger.ts';
import { exact, largerOf, type Rational, ratio, smallerOf, sumOf } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { checkDerived, type ColumnDifference } from './derived-columns.ts';
import { instantOf } from '../../model/instant.ts';
import { type SeveralColumns, valueOverHours } from './over-hours.ts';

/** A step whose stated value does not follow from its inputs. `computed` is `no value` where none can be had. */
export interface Difference {
  readonly id: string;
  readonly stated: string;
  readonly computed: string;
}

/** Every value of a ledger, computed again, and where it disagrees with what is stated. */
export interface Recomputation {
  readonly values: ReadonlyMap<string, Rational>;
  readonly differences: readonly Difference[];
  /** Derived columns with an hour that does not follow from the columns that they name. */
  readonly columns: readonly ColumnDifference[];
  /** Derived columns that could not be computed again, since their rule or their columns are not at hand. */
  readonly unchecked: readonly string[];
}

type Columns = ReadonlyMap<string, HourColumn>;

function overColumn(
  range: ColumnRange | undefined,
  columns: Columns,
  take: (column: HourColumn, interval: { start: number; end: number }) => Rational | undefined,
): Rational | undefined {
  const column = range && columns.get(range.id);
  const start = range && instantOf(range.from);
  const end = range && instantOf(range.to);
  if (!column || start === undefined || end === undefined) return undefined;
  return take(column, { start, end });
}

/** Several columns over the same hours; undefined where one of them is unknown or their hours do not meet. */
function overSeveral({ op, column: range }: LedgerStep, columns: Columns): Rational | undefined {
  const all = range && [range.id, ...(range.with ?? [])].map((id) => columns.get(id));
  const known = all?.filter((column) => column !== undefined) ?? [];
  if (known.length === 0 || known.length !== all?.length) return undefined;
  return overColumn(range, columns, (_, span) => {
    try {
      return valueOverHours(op as SeveralColumns, known, span);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  });
}

/** The value of a step with two inputs; undefined for another number of them. */
function ofTwo(
  inputs: readonly Rational[],
  take: (a: Rational, b: Rational) => Rational | undefined,
): Rational | undefined {
  const [a, b] = inputs;
  return inputs.length === 2 && a && b ? take(a, b) : undefined;
}

type Operate = (
  step: LedgerStep,
  inputs: readonly Rational[],
  columns: Columns,
) => Rational | undefined;

const stated: Operate = (step, inputs) => (inputs.length === 0 ? exact(step.value) : undefined);

const binary =
  (take: (a: Rational, b: Rational) => Rational | undefined): Operate =>
  (_, inputs) =>
    ofTwo(inputs, take);

const OPERATIONS: Readonly<Record<LedgerStep['op'], Operate>> = {
  activity: stated,
  factor: stated,
  constant: stated,
  declared: stated,
  'column-sum': (step, _, columns) =>
    overColumn(step.column, columns, (c, span) => ratio(sumCells(c, span), c.scale)),
  'column-count': (step, _, columns) =>
    overColumn(step.column, columns, (c, span) => ratio(BigInt(countKnown(c, span)))),
  'column-dot': (step, _, columns) => overSeveral(step, columns),
  'column-minimum-sum': (step, _, columns) => overSeveral(step, columns),
  'column-minimum-dot': (step, _, columns) => overSeveral(step, columns),
  sum: (_, inputs) => (inputs.length > 0 ? sumOf(inputs) : undefined),
  difference: binary((a, b) => a.sub(b)),
  product: binary((a, b) => a.mul(b)),
  quotient: binary((a, b) => (b.n === 0n ? undefined : a.div(b))),
  minimum: binary(smallerOf),
  maximum: binary(largerOf),
};

/**
 * Every value of the ledger, computed exactly from its leaves and columns, and the steps whose stated value differs
 * when written to the same digits. Leaves keep their stated value. A step that follows from a differing one is computed
 * from the computed value, so every figure that a change touches is listed. Derived columns are held against their rule.
 */
export function recompute(document: LedgerDocument, columns: readonly HourColumn[]): Recomputation {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const values = new Map<string, Rational>();
  const differences: Difference[] = [];
  for (const step of document.steps) {
    const inputs = step.inputs.map((id) => values.get(id));
    const value = inputs.every((input) => input !== undefined)
      ? OPERATIONS[step.op](step, inputs, byId)
      : undefined;
    const computed = value ? decimalText(value) : 'no value';
    if (value) values.set(step.id, value);
    if (computed !== step.value) differences.push({ id: step.id, stated: step.value, computed });
  }
  const derived = checkDerived(columns);
  return { values, differences, columns: derived.differences, unchecked: derived.unchecked };
}

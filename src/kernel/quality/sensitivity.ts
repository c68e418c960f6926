import { decimalText } from '../../units/rounding.ts';
import type { Step } from '../ledger.ts';
import { inOrder } from './in-order.ts';

/** A value as a binary number: uncertainty is the one place where that is enough. */
export function numberOf({ value }: Step): number {
  return Number(decimalText(value));
}

/** By how much a step of two inputs changes with each of them. */
const SLOPES: Readonly<Partial<Record<Step['op'], (a: number, b: number) => number[]>>> = {
  difference: () => [1, -1],
  product: (a, b) => [b, a],
  quotient: (a, b) => (b === 0 ? [0, 0] : [1 / b, -a / (b * b)]),
};

/** By how much a step changes with each of its inputs: of a choice with the one taken. */
function slopes({ op, inputs, value }: Step): number[] {
  const [a = 0, b = 0] = inputs.map(numberOf);
  if (op === 'sum') return inputs.map(() => 1);
  if (op !== 'minimum' && op !== 'maximum') return SLOPES[op]?.(a, b) ?? [];
  const taken = inputs.findIndex((input) => input.value.equals(value));
  return inputs.map((_, i) => (i === taken ? 1 : 0));
}

/** How much of a value stands and falls with each of its leaves: slope times value of the leaf. */
export function sensitivities(root: Step): ReadonlyMap<Step, number> {
  const ordered = inOrder(root);
  const slope = new Map<Step, number>([[root, 1]]);
  for (const step of ordered.toReversed()) {
    const own = slope.get(step) ?? 0;
    if (own === 0) continue;
    slopes(step).forEach((by, i) => {
      const input = step.inputs[i];
      if (input) slope.set(input, (slope.get(input) ?? 0) + own * by);
    });
  }
  const leaves = ordered.filter(({ inputs }) => inputs.length === 0);
  return new Map(leaves.map((leaf) => [leaf, (slope.get(leaf) ?? 0) * numberOf(leaf)]));
}

/** What a step is when its leaves are multiplied by some numbers; what rests on none of them is computed once. */
export function simulator(
  root: Step,
  multipliers: ReadonlyMap<Step, number>,
): (by: readonly number[]) => number {
  const nodes = inOrder(root);
  const place = new Map(nodes.map((step, i) => [step, i]));
  const values = Float64Array.from(nodes, numberOf);
  const fixed = values.slice();
  const plans = nodes.map((step, i) => ({
    i,
    op: step.op,
    inputs: step.inputs.map((input) => place.get(input) ?? 0),
    source: multipliers.get(step),
  }));
  const moving = new Set<number>();
  const moved = plans.filter(({ i, inputs, source }) => {
    const isMoved = source !== undefined || inputs.some((input) => moving.has(input));
    if (isMoved) moving.add(i);
    return isMoved;
  });
  return (by) => {
    for (const { i, op, inputs, source } of moved) {
      values[i] =
        source === undefined ? computed(op, inputs, values) : (fixed[i] ?? 0) * (by[source] ?? 1);
    }
    return values[nodes.length - 1] ?? 0;
  };
}

const OF_TWO: Readonly<Partial<Record<Step['op'], (a: number, b: number) => number>>> = {
  difference: (a, b) => a - b,
  product: (a, b) => a * b,
  quotient: (a, b) => a / b,
  minimum: Math.min,
  maximum: Math.max,
};

function computed(op: Step['op'], inputs: readonly number[], values: Float64Array): number {
  const take = OF_TWO[op];
  if (take) return take(values[inputs[0] ?? 0] ?? 0, values[inputs[1] ?? 0] ?? 0);
  return inputs.reduce((sum, input) => sum + (values[input] ?? 0), 0);
}

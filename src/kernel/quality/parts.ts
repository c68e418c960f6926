import { type Rational, sumOf } from '../../units/rational.ts';
import { product, share, type Step } from '../ledger.ts';
import { isEstimate } from './estimate-mark.ts';
import { inOrder } from './in-order.ts';

/** Gives what is wanted of a record or an estimate: itself, a part of it, or nothing. */
export type TakeLeaf = (leaf: Step) => Step | undefined;

/** Leaves of amounts: factors and constants are none. */
function isAmount({ op, inputs }: Step): boolean {
  return inputs.length === 0 && op !== 'factor' && op !== 'constant';
}

function remade(step: Step, inputs: readonly Step[], value: Rational, label: string): Step {
  return Object.freeze({ ...step, inputs, value, name: `${step.name}, ${label}` });
}

/** Takes amounts apart by the leaves that they come from. One is made for one kind of leaf; it keeps what it made. */
export class PartTaker {
  readonly #take: TakeLeaf;
  readonly #label: string;
  readonly #made = new Map<Step, Step | undefined>();
  readonly #amounts = new Set<Step>();

  constructor(take: TakeLeaf, label: string) {
    this.#take = take;
    this.#label = label;
  }

  /**
   * The part of a value that comes of the wanted leaves, as a step of its own; the step itself where all of it does,
   * undefined where none does. Factors and shares stay as they are, so the parts of all leaves add up to the value.
   */
  partOf(root: Step): Step | undefined {
    if (!this.#made.has(root)) {
      for (const step of inOrder(root)) {
        if (!this.#made.has(step)) this.#made.set(step, this.#taken(step));
      }
    }
    return this.#made.get(root);
  }

  #taken(step: Step): Step | undefined {
    if (isEstimate(step) || isAmount(step)) {
      this.#amounts.add(step);
      return this.#take(step);
    }
    if (step.inputs.some((input) => this.#amounts.has(input))) this.#amounts.add(step);
    if (step.op === 'sum') return this.#ofSum(step);
    return step.op === 'difference' ? this.#ofDifference(step) : this.#ofCarried(step);
  }

  #ofSum(step: Step): Step | undefined {
    const parts = step.inputs.flatMap((input) => this.#made.get(input) ?? []);
    const isWhole =
      parts.length === step.inputs.length && parts.every((part, i) => part === step.inputs[i]);
    if (parts.length === 0 || isWhole) return parts.length === 0 ? undefined : step;
    return remade(step, parts, sumOf(parts.map(({ value }) => value)), this.#label);
  }

  /** What is left bears the tiers of what it was taken from. */
  #ofDifference(step: Step): Step | undefined {
    const [from] = step.inputs;
    const part = from && this.#made.get(from);
    if (!part || part === from) return part && step;
    const left = share<string>(step, from, `${step.name}, per what it was taken from`);
    return left && product<string, string>(part, left, `${step.name}, ${this.#label}`);
  }

  /** The input whose amount a step carries on: of a choice the one taken, else the first that rests on a record. */
  #carried({ op, inputs, value }: Step): Step | undefined {
    if (op === 'minimum' || op === 'maximum') return inputs.find((one) => one.value.equals(value));
    return inputs.find((input) => this.#amounts.has(input));
  }

  #ofCarried(step: Step): Step | undefined {
    const main = this.#carried(step);
    const part = main && this.#made.get(main);
    if (!part || part === main) return part && step;
    if (step.op === 'minimum' || step.op === 'maximum') return part;
    const inputs = step.inputs.map((input) => (input === main ? part : input));
    const [a, b] = inputs;
    if (!a || !b) return undefined;
    const value = step.op === 'product' ? a.value.mul(b.value) : a.value.div(b.value);
    return remade(step, inputs, value, this.#label);
  }
}

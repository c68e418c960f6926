import type { Grade } from '../../model/documents/factor-set.ts';
import type { Step } from './step.ts';

/** From the strongest evidence to the weakest. */
const STRENGTH: readonly Grade[] = ['V', 'C', 'S', 'M'];

const weakest = new WeakMap<Step, number>();

/**
 * The grade of the weakest factor row that a step rests on; V where it rests on none. Grades are kept for each step
 * once found, and found without recursion, since chains of allocations are long.
 */
export function gradeOf(step: Step): Grade {
  const stack: Step[] = [step];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const open = weakest.has(top) ? [] : top.inputs.filter((input) => !weakest.has(input));
    if (open.length > 0) {
      stack.push(...open);
      continue;
    }
    const own = top.factor ? STRENGTH.indexOf(top.factor.grade) : 0;
    weakest.set(
      top,
      top.inputs.reduce((most, input) => Math.max(most, weakest.get(input) ?? 0), own),
    );
    stack.pop();
  }
  return STRENGTH[weakest.get(step) ?? 0] ?? 'M';
}

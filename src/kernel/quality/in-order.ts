import type { Step } from '../ledger.ts';

/** Every step that a step rests on, and the step itself, inputs first. Found without recursion, since chains of allocations are long. */
export function inOrder(root: Step): Step[] {
  const ordered = new Set<Step>();
  const stack: Step[] = [root];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const open = ordered.has(top) ? [] : top.inputs.filter((input) => !ordered.has(input));
    if (open.length > 0) {
      stack.push(...open);
    } else {
      ordered.add(top);
      stack.pop();
    }
  }
  return [...ordered];
}

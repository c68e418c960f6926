interface Search {
  readonly order: Map<string, number>;
  readonly lowest: Map<string, number>;
  readonly stack: string[];
  readonly onStack: Set<string>;
  readonly found: string[][];
}

function closed(search: Search, node: string): string[] {
  const component: string[] = [];
  let top: string | undefined;
  do {
    top = search.stack.pop();
    if (top === undefined) break;
    search.onStack.delete(top);
    component.push(top);
  } while (top !== node);
  return component;
}

function visit(node: string, next: (node: string) => readonly string[], search: Search): void {
  const { order, lowest, stack, onStack, found } = search;
  order.set(node, order.size);
  lowest.set(node, order.size - 1);
  stack.push(node);
  onStack.add(node);
  const lower = (to: number | undefined) => {
    lowest.set(node, Math.min(lowest.get(node) ?? 0, to ?? 0));
  };
  for (const other of next(node)) {
    if (!order.has(other)) {
      visit(other, next, search);
      lower(lowest.get(other));
    } else if (onStack.has(other)) lower(order.get(other));
  }
  if (lowest.get(node) === order.get(node)) found.push(closed(search, node));
}

/**
 * The groups of nodes that reach one another, those that a group leads to before it.
 *
 * @see Tarjan, Depth-first search and linear graph algorithms, 1972
 */
export function components(
  nodes: readonly string[],
  next: (node: string) => readonly string[],
): readonly (readonly string[])[] {
  const search: Search = {
    order: new Map(),
    lowest: new Map(),
    stack: [],
    onStack: new Set(),
    found: [],
  };
  for (const node of nodes) if (!search.order.has(node)) visit(node, next, search);
  return search.found;
}

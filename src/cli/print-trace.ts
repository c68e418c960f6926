import type { Explanation, TraceNode } from '../app/explain.ts';
import { styled, type Terminal, widthOf, wrapped } from './terminal.ts';

/** A number short enough for a line: the exact one where it is short, else cut with an ellipsis. */
function shortValue(value: string): string {
  return value.length > 18 ? `${value.slice(0, 17)}…` : value;
}

function leafText({ step }: TraceNode): string[] {
  const { evidence = [], factor, column, cites = [] } = step;
  return [
    ...evidence.map(
      ({ file, at, sha256 }) =>
        `${file}${at.line === undefined ? '' : `:${String(at.line)}`}  sha256 ${sha256.slice(0, 12)}…`,
    ),
    ...(factor
      ? [
          `factor ${factor.publisher} ${factor.edition}, row ${factor.row}, ${factor.field}, grade ${factor.grade}`,
        ]
      : []),
    ...(column ? [`hours of ${column.id}, ${column.from} to ${column.to}`] : []),
    ...(step.op === 'constant' || factor ? cites : []),
  ];
}

function printNode(terminal: Terminal, node: TraceNode, head: string, tail: string): void {
  const { step, isRepeated, inputs } = node;
  const stem = `${tail}${inputs.length > 0 ? '│' : ' '} `;
  const room = { width: Math.max(30, terminal.width - widthOf(tail)) };
  const [first = '', ...more] = wrapped(
    room,
    `${shortValue(step.value)} ${step.unit}  ${step.name}`,
    2,
  ).split('\n  ');
  terminal.out(`${head}${styled(terminal, 'bold', first)}`);
  for (const line of more) terminal.out(`${stem}${styled(terminal, 'bold', line)}`);
  const told = isRepeated ? ', told above' : '';
  for (const line of [`${step.op} ${step.id}${told}`, ...leafText(node)]) {
    for (const part of wrapped(room, line, 2).split('\n  '))
      terminal.out(`${stem}${styled(terminal, 'dim', part)}`);
  }
  inputs.forEach((input, i) => {
    const isLast = i === inputs.length - 1;
    printNode(
      terminal,
      input,
      `${tail}${isLast ? '└─ ' : '├─ '}`,
      `${tail}${isLast ? '   ' : '│  '}`,
    );
  });
}

/** Prints a figure and the tree of steps under it. */
export function printExplanation(terminal: Terminal, { fact, trace }: Explanation): void {
  const dimensions = Object.entries(fact.dimensions).map(([name, value]) => `${name} ${value}`);
  const title = [fact.label, ...dimensions].join(', ');
  terminal.out(styled(terminal, 'bold', title));
  terminal.out(
    `  ${fact.value ?? `no value: ${fact.reason ?? ''}`}${fact.unit === null ? '' : ` ${fact.unit}`}   ${fact.citation}   grade ${fact.grade}`,
  );
  if (fact.exact !== null) terminal.out(`  exact ${fact.exact}`);
  if (fact.source !== undefined) terminal.out(`  from ${fact.source} of workspace.yaml`);
  if (trace) {
    terminal.out('');
    printNode(terminal, trace, '', '');
  }
}

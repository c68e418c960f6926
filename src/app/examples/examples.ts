import { AppError } from '../../model/app-error.ts';
import { loadFactors } from '../../store/factors.ts';
import { compared, type ComparedValue } from './compare.ts';
import type { Catalogue, Example } from './example.ts';
import { COMPUTED_BY, EXAMPLES } from './registry.ts';

/** A worked example, and what the kernel makes of it. */
export interface ExampleResult extends Pick<Example, 'id' | 'title' | 'source' | 'why'> {
  readonly values: readonly ComparedValue[];
  /** True where every value is within its tolerance, and none comes out that must not. */
  readonly is_met: boolean;
}

function resultOf(example: Example, catalogue: Catalogue): ExampleResult {
  const { id, title, source, why } = example;
  const values = compared(example, COMPUTED_BY[id]?.(example.inputs, catalogue) ?? {});
  return {
    id,
    title,
    source,
    ...(why !== undefined && { why }),
    values,
    is_met: values.every((value) => value.is_met),
  };
}

/** The worked examples, all or the one of an id, computed by the kernel. Throws an AppError for an id that none has. */
export function workedExamples(id?: string): ExampleResult[] {
  const asked = EXAMPLES.filter((example) => id === undefined || example.id === id);
  if (id !== undefined && asked.length === 0) {
    const known = EXAMPLES.map((example) => example.id);
    const message = `there is no worked example ${id}; known: ${known.join(', ')}`;
    throw new AppError('unknown-id', message, { kind: 'example', id, known });
  }
  const catalogue = { sets: loadFactors().map(({ set }) => set) };
  return asked.map((example) => resultOf(example, catalogue));
}

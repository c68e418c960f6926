import type { Quality } from '../kernel/quality/quality.ts';
import { uncertaintyOf } from '../kernel/quality/uncertainty.ts';
import type { DisclosedUncertainty } from '../model/documents/disclosure.ts';
import type { Finding } from '../model/finding.ts';
import type { OpenFact } from './open-fact.ts';

/** Totals of emissions and energy, whose uncertainty is of interest. */
const METRICS = /^(scope[123]|energy|fuel|mining|intensity)\./;

function isAsked({ definition: { value }, dimensions }: OpenFact): boolean {
  return 'metric' in value && METRICS.test(value.metric) && Object.keys(dimensions).length === 0;
}

/** The uncertainty of each total, where that of what it rests on is declared, and what is not declared. */
export function uncertainties(
  facts: readonly OpenFact[],
  quality: Quality | undefined,
): { readonly entries: readonly DisclosedUncertainty[]; readonly findings: readonly Finding[] } {
  const entries: DisclosedUncertainty[] = [];
  const findings: Finding[] = [];
  for (const { definition, label, step } of facts.filter(isAsked)) {
    const one = step && quality && uncertaintyOf(step, quality, label);
    if (!one) continue;
    if ('missing' in one) {
      findings.push(one.missing);
      continue;
    }
    const { sources, simulation, ...rest } = one;
    entries.push({
      fact: definition.id,
      ...rest,
      sources: [...sources],
      ...(simulation && {
        simulation: {
          ...simulation,
          low: simulation.low.toFixed(2),
          high: simulation.high.toFixed(2),
        },
      }),
    });
  }
  return { entries, findings };
}

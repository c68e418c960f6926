import type { Applicability, Outcome } from '../model/documents/disclosure.ts';
import type { Condition, Template } from '../model/documents/template.ts';
import { holds, type Lookup } from './conditions.ts';

/** Whether a template applies, by which rule, and what the rules looked at. */
export interface Applied {
  readonly outcome: Outcome;
  readonly applicability: Applicability;
}

/** Outcomes with which a disclosure is filed. */
const FILED: readonly Outcome[] = ['REPORT', 'VOLUNTARY'];

/** True for an outcome with which a disclosure is filed. */
export function isFiled(outcome: Outcome): boolean {
  return FILED.includes(outcome);
}

function factsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  return 'not' in condition ? factsIn(condition.not) : [condition.fact];
}

/**
 * The outcome of the first rule that holds, with every number that was looked at up to it. A rule that rests on what
 * nothing states gives UNDETERMINED. Drafts and dormant regimes are never filed.
 */
export function applied({ applicability, otherwise, status }: Template, lookup: Lookup): Applied {
  const numbers = new Map<string, string | null>();
  const answer = (outcome: Outcome, rule: string | null, citation: string | null): Applied => ({
    outcome: { dormant: 'DORMANT' as const, draft: 'DRAFT' as const }[status as string] ?? outcome,
    applicability: {
      rule,
      citation,
      numbers: [...numbers].map(([fact, value]) => ({ fact, value })),
    },
  });
  for (const { id, when, outcome, citation } of applicability) {
    for (const fact of factsIn(when)) numbers.set(fact, lookup(fact) ?? null);
    const isMet = holds(when, lookup);
    if (isMet === undefined) return answer('UNDETERMINED', id, citation);
    if (isMet) return answer(outcome, id, citation);
  }
  return answer(otherwise, null, null);
}

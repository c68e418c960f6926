import type { Outcome } from '../model/documents/disclosure.ts';
import type { Template } from '../model/documents/template.ts';
import { holds, type Lookup } from './conditions.ts';

/** Whether the template applies; UNDETERMINED when that rests on something that the workspace does not state. */
export function outcomeOf(template: Template, lookup: Lookup): Outcome {
  if (template.status === 'prohibited') return 'PROHIBITED';
  if (template.status === 'dormant') return 'DORMANT';
  if (template.status === 'draft') return 'DRAFT';
  const applies = template.applies === undefined ? true : holds(template.applies, lookup);
  if (applies === undefined) return 'UNDETERMINED';
  return applies ? template.outcome : (template.otherwise ?? 'NOT_APPLICABLE');
}

import { activity } from '../kernel/ledger.ts';
import type { Fact } from '../model/documents/disclosure.ts';
import type { TemplateFact } from '../model/documents/template.ts';
import { exact } from '../units/rational.ts';
import { type OpenFact, weakestGrade } from './open-fact.ts';

/** What was filed for an earlier period, and is locked. */
export interface PriorFiling {
  /** The file of the disclosure, and its hash. */
  readonly path: string;
  readonly sha256: string;
  readonly period: { readonly start: string; readonly end: string };
  /** True where the period ends on the day before this one begins. */
  readonly isYearBefore: boolean;
  readonly facts: readonly Fact[];
}

type Filed = Extract<TemplateFact['value'], { filed: string }>;

/** What was filed in total for the period before, exact where it is a number; undefined where nothing was. */
export function yearBefore(prior: readonly PriorFiling[], id: string): string | undefined {
  const facts = prior.find(({ isYearBefore }) => isYearBefore)?.facts ?? [];
  const fact = facts.find((one) => one.id === id && Object.keys(one.dimensions).length === 0);
  return fact?.exact ?? fact?.value ?? undefined;
}

function taken(
  definition: TemplateFact,
  label: string,
  { filed, of }: Filed,
  filing: PriorFiling,
): OpenFact[] {
  const { path, sha256, period } = filing;
  const year = period.end.slice(0, 4);
  return filing.facts
    .filter((fact) => fact.id === filed && fact.value !== null && fact.unit === definition.unit)
    .map((fact) => {
      const name = `${fact.label}, as filed for ${period.start} to ${period.end}`;
      const evidence = [{ file: path, sha256, at: { element: filed } }];
      return {
        definition,
        label,
        dimensions: { ...fact.dimensions, ...(of === 'prior-years' && { year }) },
        value: fact.value,
        ...(fact.exact !== null &&
          fact.unit !== null && { step: activity(exact(fact.exact), fact.unit, name, evidence) }),
        grade: weakestGrade(definition.grade, fact.grade),
        period,
        source: `${path}, ${filed}`,
      };
    });
}

/** The facts of a comparative, as they were filed and never computed again; else why there are none. */
export function filedFacts(
  { prior = [] }: { readonly prior?: readonly PriorFiling[] | undefined },
  definition: TemplateFact,
  label: string,
  value: Filed,
): OpenFact[] | string {
  const filings = value.of === 'prior-years' ? prior : prior.filter((one) => one.isYearBefore);
  if (filings.length === 0) {
    return value.of === 'prior-years'
      ? 'No earlier disclosure of this template is named under prior in workspace.yaml. Add it.'
      : 'No disclosure of this template for the period that ends on the day before is named under prior in workspace.yaml. Add it.';
  }
  const facts = filings.flatMap((filing) => taken(definition, label, value, filing));
  const names = filings.map(({ path }) => path).join(', ');
  return facts.length > 0 ? facts : `${names} holds no value of ${value.filed} in this unit.`;
}

import type { Disclosure, Fact } from '../model/documents/disclosure.ts';
import type { FactorSet } from '../model/documents/factor-set.ts';
import type { Template } from '../model/documents/template.ts';
import type { Labels } from '../model/labels.ts';
import type { Words } from './words/en.ts';

/** A method as the annex names it. */
export interface Method {
  readonly title: string;
  readonly formula: string;
  readonly citation: string;
}

/** What a sheet is composed of: the disclosure itself, the template's layout and words, and names for ids. */
export interface SheetInputs {
  readonly disclosure: Disclosure;
  /** SHA-256 of the canonical disclosure. */
  readonly hash: string;
  readonly template: Template;
  readonly labels: Labels;
  readonly words: Words;
  /** Names of contracts by id, and the technology of each. */
  readonly contracts: ReadonlyMap<string, { readonly name: string; readonly technology: string }>;
  readonly factorSets: readonly FactorSet[];
  readonly methods: readonly Method[];
  readonly stepCount: number;
}

/** The fact of an id whose dimensions are exactly those given. */
export function factOf(
  disclosure: Disclosure,
  id: string,
  dimensions: Readonly<Record<string, string>> = {},
): Fact | undefined {
  const wanted = Object.entries(dimensions);
  return disclosure.facts.find(
    (fact) =>
      fact.id === id &&
      Object.keys(fact.dimensions).length === wanted.length &&
      wanted.every(([name, value]) => fact.dimensions[name] === value),
  );
}

/** The values that a dimension takes among the facts of some ids, in order of first appearance. */
export function valuesOf(
  disclosure: Disclosure,
  ids: readonly string[],
  dimension: string,
): string[] {
  const values = disclosure.facts
    .filter((fact) => ids.includes(fact.id))
    .flatMap((fact) => fact.dimensions[dimension] ?? []);
  return [...new Set(values)];
}

/** The period as printed in heads: `2025`, or both days where it is no calendar year. */
export function printedPeriod({
  start,
  end,
}: {
  readonly start: string;
  readonly end: string;
}): string {
  const year = start.slice(0, 4);
  return start === `${year}-01-01` && end === `${year}-12-31` ? year : `${start} – ${end}`;
}

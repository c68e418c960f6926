import { convert, type Step } from '../kernel/ledger.ts';
import type { Grade } from '../model/documents/factor-set.ts';
import type { TemplateFact } from '../model/documents/template.ts';
import { decimalText, roundedText } from '../units/rounding.ts';
import { type OpenFact, weakestGrade } from './open-fact.ts';

/** A figure with its trace, before it is put into the template's unit. */
export interface Figured {
  readonly dimensions: Readonly<Record<string, string>>;
  readonly step: Step;
  readonly grade: Grade;
}

/** Money keeps its own currency, whatever the template says of it. */
function unitOf({ unit }: TemplateFact, step: Step): string {
  return unit === null || /^money\b/.test(unit) ? step.unit : unit;
}

/** The fact of a figure: converted to the template's unit and rounded once by its rule. */
export function numberFact(
  definition: TemplateFact,
  label: string,
  { dimensions, step, grade }: Figured,
): OpenFact {
  const inUnit = convert(step, unitOf(definition, step), step.name);
  const { round } = definition;
  return {
    definition,
    label,
    dimensions,
    value: round ? roundedText(inUnit.value, round) : decimalText(inUnit.value),
    step: inUnit,
    grade: weakestGrade(definition.grade, grade),
  };
}

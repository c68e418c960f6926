import type { Footprint } from '../kernel/footprint.ts';
import { convert, type Step } from '../kernel/ledger.ts';
import { measure, type Measurement } from '../kernel/measure.ts';
import { isMetricId } from '../kernel/metrics.ts';
import type { FactorSet, Grade } from '../model/documents/factor-set.ts';
import type { Template, TemplateFact } from '../model/documents/template.ts';
import type { Workspace } from '../model/documents/workspace.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Labels } from '../model/labels.ts';
import { decimalText, roundedText } from '../units/rounding.ts';
import { holds, type Lookup } from './conditions.ts';

/** A fact before the ledger is closed: its step has no id yet. */
export interface OpenFact {
  readonly definition: TemplateFact;
  readonly label: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: string | null;
  readonly step?: Step;
  readonly grade: Grade;
  readonly reason?: string;
  readonly source?: string;
}

/** What facts are resolved from. */
export interface FactSources {
  readonly template: Template;
  readonly labels: Labels;
  readonly footprint: Footprint;
  readonly workspace: Workspace;
  readonly gwp: FactorSet | undefined;
}

export interface ResolvedFacts {
  readonly facts: readonly OpenFact[];
  readonly findings: readonly Finding[];
}

const STRENGTH: readonly Grade[] = ['V', 'C', 'S', 'M'];

/** The weaker of two evidence grades. */
function weakerGrade(a: Grade, b: Grade): Grade {
  return STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
}

/** Every fact of the template with its value, or the reason and the finding why it has none. */
export function resolveFacts(sources: FactSources): ResolvedFacts {
  const lookup = lookupIn(sources);
  const parts = sources.template.facts.map((definition) =>
    resolveFact(sources, definition, lookup),
  );
  return {
    facts: parts.flatMap(({ facts }) => facts),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

/** What paths of a condition stand for in the workspace and template; ids of facts are looked up by the caller. */
export function lookupIn({
  workspace,
  template,
}: Pick<FactSources, 'workspace' | 'template'>): Lookup {
  const roots: Readonly<Record<string, (key: string) => string | undefined>> = {
    statement: (key) => workspace.statements?.[key],
    decision: (key) => workspace.decisions?.find(({ id }) => id === key)?.value,
    template: (key) => (key === 'gwp' ? (template.gwp ?? undefined) : undefined),
    workspace: (key) => textAt(workspace, key.split('.')),
    entity: (key) => textAt(workspace.entity, key.split('.')),
  };
  return (path) => {
    const dot = path.indexOf('.');
    return roots[path.slice(0, dot)]?.(path.slice(dot + 1));
  };
}

/** The text at a path of a document; a list or group that is not empty reads as `present`. */
function textAt(document: object, path: readonly string[]): string | undefined {
  let value: unknown = document;
  for (const key of path) {
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? 'present'
    : undefined;
}

function resolveFact(
  sources: FactSources,
  definition: TemplateFact,
  lookup: Lookup,
): ResolvedFacts {
  const asked = definition.when === undefined ? true : holds(definition.when, lookup);
  if (asked === false) return notAsked(sources, definition);
  const { value } = definition;
  if ('metric' in value) return metricFacts(sources, definition, value);
  if ('notComputed' in value) return missing(sources, definition, value.notComputed);
  const path =
    'statement' in value ? `statement.${value.statement}` : `workspace.${value.workspace}`;
  const text = lookup(path);
  if (text !== undefined)
    return { facts: [{ ...base(sources, definition), value: text, source: path }], findings: [] };
  if (definition.obligation === 'optional') return { facts: [], findings: [] };
  return missing(
    sources,
    definition,
    `${labelOf(sources, definition)} is not stated. Add statements.${path.replace(/^statement\./, '')} to workspace.yaml.`,
  );
}

function labelOf({ labels }: FactSources, { id }: TemplateFact): string {
  return labels.facts[id] ?? id;
}

function base(sources: FactSources, definition: TemplateFact): Omit<OpenFact, 'value'> {
  return {
    definition,
    label: labelOf(sources, definition),
    dimensions: {},
    grade: definition.grade,
  };
}

function notAsked(sources: FactSources, definition: TemplateFact): ResolvedFacts {
  return {
    facts: [],
    findings: [
      finding(
        'DIS-NOT-ASKED',
        'info',
        `${labelOf(sources, definition)} is not asked for here: the condition of ${definition.citation} does not hold.`,
        { fact: definition.id },
        [definition.citation],
      ),
    ],
  };
}

function missing(sources: FactSources, definition: TemplateFact, reason: string): ResolvedFacts {
  const cites = [definition.citation];
  const at = {
    fact: definition.id,
    ...('statement' in definition.value && { entry: 'statements' }),
  };
  const label = labelOf(sources, definition);
  const message = reason.startsWith(label) ? reason : `${label} has no value. ${reason}`;
  const findings = {
    mandatory: [finding('DIS-MISSING', 'critical', message, at, cites)],
    conditional: [finding('DIS-MISSING-CONDITIONAL', 'critical', message, at, cites)],
    optional: [],
  }[definition.obligation];
  return { facts: [{ ...base(sources, definition), value: null, reason }], findings };
}

type MetricValue = Extract<TemplateFact['value'], { metric: string }>;

function metricFacts(
  sources: FactSources,
  definition: TemplateFact,
  { metric, by = [] }: MetricValue,
): ResolvedFacts {
  if (!isMetricId(metric))
    throw new TypeError(`the template names the metric ${metric}, which does not exist`);
  const { footprint, gwp } = sources;
  const take = (dimensions: (typeof by)[number] | []) =>
    measure(footprint, { metric, by: dimensions, ...(gwp && { gwp }) });
  const total = take([]);
  if (total.measurements.length === 0) {
    return missing(sources, definition, total.missing?.message ?? 'nothing yields it.');
  }
  const measurements = [
    ...total.measurements,
    ...by.flatMap((dimensions) => take(dimensions).measurements),
  ];
  return { facts: measurements.map((one) => numberFact(sources, definition, one)), findings: [] };
}

function numberFact(
  sources: FactSources,
  definition: TemplateFact,
  { dimensions, step, grade }: Measurement,
): OpenFact {
  const inUnit = convert(step, definition.unit ?? step.unit, step.name);
  const { round } = definition;
  return {
    ...base(sources, definition),
    dimensions,
    value: round ? roundedText(inUnit.value, round) : decimalText(inUnit.value),
    step: inUnit,
    grade: weakerGrade(definition.grade, grade),
  };
}

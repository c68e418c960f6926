import type { Footprint } from '../kernel/footprint.ts';
import { measure } from '../kernel/measure.ts';
import { isMetricId } from '../kernel/metrics.ts';
import type { WarmingPotentials } from '../kernel/warming-potentials.ts';
import type { Evidence } from '../model/documents/ledger.ts';
import type { TemplateFact } from '../model/documents/template.ts';
import { finding } from '../model/finding.ts';
import type { Labels } from '../model/labels.ts';
import { holds, type Lookup } from './conditions.ts';
import { declaredFacts, extremeFacts, ratioFacts } from './derived-facts.ts';
import { lookupIn, type LookupSources } from './lookup.ts';
import { numberFact } from './number-fact.ts';
import { filedFacts } from './prior-facts.ts';
import type { OpenFact, ResolvedFacts } from './open-fact.ts';

/** A file that a template asks for. */
export interface Attachment {
  readonly path: string;
  readonly sha256: string;
}

/** What facts are resolved from. */
export interface FactSources extends LookupSources {
  readonly labels: Labels;
  readonly footprint: Footprint;
  readonly gwp: WarmingPotentials | undefined;
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** Where an entry of the workspace stands, such as `sites.pecos.forecast`. */
  readonly evidenceAt: (entry: string) => Evidence;
}

/** Every fact of the template with its value, or the reason and the finding why it has none. */
export function resolveFacts(sources: FactSources): ResolvedFacts {
  const lookup = lookupIn(sources);
  let so: ResolvedFacts = { facts: [], findings: [] };
  for (const definition of sources.template.facts) {
    const one = resolveFact(sources, definition, lookup, so.facts);
    so = { facts: [...so.facts, ...one.facts], findings: [...so.findings, ...one.findings] };
  }
  return so;
}

function resolveFact(
  sources: FactSources,
  definition: TemplateFact,
  lookup: Lookup,
  earlier: readonly OpenFact[],
): ResolvedFacts {
  const asked = definition.when === undefined ? true : holds(definition.when, lookup);
  if (asked === false) return notAsked(sources, definition);
  const { value } = definition;
  if ('metric' in value) return metricFacts(sources, definition, value);
  if ('notComputed' in value) return missing(sources, definition, value.notComputed);
  if ('filed' in value) return comparatives(sources, definition, value);
  if ('statement' in value || 'workspace' in value || 'attachment' in value) {
    return textFact(sources, definition, lookup);
  }
  const facts = numbersOf(sources, definition, earlier);
  return facts.length > 0
    ? { facts, findings: [] }
    : missing(sources, definition, 'what it is taken from is not stated.', siteEntry(sources));
}

function comparatives(
  sources: FactSources,
  definition: TemplateFact,
  value: Extract<TemplateFact['value'], { filed: string }>,
): ResolvedFacts {
  const filed = filedFacts(sources, definition, labelOf(sources, definition), value);
  return typeof filed === 'string'
    ? missing(sources, definition, filed, 'prior')
    : { facts: filed, findings: [] };
}

function siteEntry({ site }: FactSources): string {
  return site === undefined ? 'sites' : `sites.${site.id}`;
}

function numbersOf(
  sources: FactSources,
  definition: TemplateFact,
  earlier: readonly OpenFact[],
): OpenFact[] {
  const { value } = definition;
  const label = labelOf(sources, definition);
  if ('declared' in value) return declaredFacts(sources, definition, label, value.declared);
  if ('ratio' in value) return ratioFacts(earlier, definition, label, value.ratio);
  return 'extreme' in value ? extremeFacts(earlier, definition, label, value) : [];
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

interface Text {
  readonly text: string | undefined;
  readonly source: string;
  readonly entry: string;
}

function textOf(sources: FactSources, { value }: TemplateFact, lookup: Lookup): Text {
  if ('statement' in value) {
    const text = lookup(`statement.${value.statement}`);
    return { text, source: `statements.${value.statement}`, entry: 'statements' };
  }
  if ('attachment' in value) {
    const file = sources.attachments.get(value.attachment);
    const text = file && `${file.path}, SHA-256 ${file.sha256}`;
    return { text, source: `attachments.${value.attachment}`, entry: 'attachments' };
  }
  const path = 'workspace' in value ? value.workspace : '';
  return { text: lookup(`workspace.${path}`), source: path, entry: path };
}

function textFact(sources: FactSources, definition: TemplateFact, lookup: Lookup): ResolvedFacts {
  const { text, source, entry } = textOf(sources, definition, lookup);
  const { choices } = definition;
  const value = choices && text !== undefined ? choiceOf(choices, text) : text;
  if (text !== undefined && value === undefined) {
    const reason = `"${text}" is not one of ${choices?.join(', ') ?? ''}. Correct ${source} in workspace.yaml.`;
    return missing(sources, definition, reason, entry);
  }
  if (value !== undefined)
    return { facts: [{ ...base(sources, definition), value, source }], findings: [] };
  if (definition.obligation === 'optional') return { facts: [], findings: [] };
  return missing(sources, definition, `It is not stated. Add ${source} to workspace.yaml.`, entry);
}

/** The choice that a text means, whatever its case. */
function choiceOf(choices: readonly string[], text: string): string | undefined {
  return choices.find((choice) => choice.toLowerCase() === text.trim().toLowerCase());
}

function notAsked(sources: FactSources, definition: TemplateFact): ResolvedFacts {
  const message = `${labelOf(sources, definition)} is not asked for here: the condition of ${definition.citation} does not hold.`;
  return {
    facts: [],
    findings: [
      finding('DIS-NOT-ASKED', 'info', message, { fact: definition.id }, [definition.citation]),
    ],
  };
}

function missing(
  sources: FactSources,
  definition: TemplateFact,
  reason: string,
  entry?: string,
): ResolvedFacts {
  const at = { fact: definition.id, ...(entry !== undefined && { entry }) };
  const message = `${labelOf(sources, definition)} has no value. ${reason}`;
  const cites = [definition.citation];
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
  const { footprint, gwp, template } = sources;
  const take = (dimensions: Parameters<typeof measure>[1]['by']) =>
    measure(footprint, {
      metric,
      ...(dimensions && { by: dimensions }),
      ...(gwp && { gwp }),
      isHourlyAllowed: template.hourly_factors === 'allowed',
    });
  const total = take([]);
  const parts = by.flatMap(
    (dimensions) => take(dimensions as Parameters<typeof measure>[1]['by']).measurements,
  );
  const label = labelOf(sources, definition);
  const facts = [...total.measurements, ...parts].map((one) => numberFact(definition, label, one));
  if (total.measurements.length > 0) return { facts, findings: [] };
  // a total that rests on something missing has no value; its parts keep theirs
  const gap = missing(sources, definition, total.missing?.message ?? 'Nothing yields it.');
  return { facts: [...gap.facts, ...facts], findings: gap.findings };
}

import { metricOf } from '../kernel/metrics.ts';
import type { FactorSet } from '../model/documents/factor-set.ts';
import type { Block, Condition, Template, TemplateFact } from '../model/documents/template.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Labels } from '../model/labels.ts';
import { meaningOf } from '../units/unit.ts';

/** What keeps a template from being used: unknown metrics, units that do not measure them, facts without a label. */
export function templateFindings(
  template: Template,
  labels: Labels,
  factorSets: readonly FactorSet[],
): Finding[] {
  const where = { file: `templates/${template.id}/${template.edition}/template.json` };
  const say = (code: 'TPL-METRIC' | 'TPL-UNIT' | 'TPL-SCHEMA' | 'TPL-GWP') => (message: string) =>
    finding(code, 'critical', message, where);
  return [
    ...template.facts.flatMap(unknownMetric).map(say('TPL-METRIC')),
    ...template.facts.flatMap(wrongUnit).map(say('TPL-UNIT')),
    ...danglingNames(template, labels).map(say('TPL-SCHEMA')),
    ...missingGwp(template, factorSets).map(say('TPL-GWP')),
  ];
}

function unknownMetric({ id, value }: TemplateFact): string[] {
  if (!('metric' in value)) return [];
  const metric = metricOf(value.metric);
  if (!metric)
    return [
      `Fact ${id} names the metric "${value.metric}", which does not exist; \`hashprint metrics\` lists them.`,
    ];
  const known: readonly string[] = metric.dimensions;
  return (value.by ?? [])
    .flat()
    .filter((dimension) => !known.includes(dimension))
    .map(
      (dimension) =>
        `Fact ${id} takes ${value.metric} by ${dimension}; it can be taken by ${known.join(', ')}.`,
    );
}

function wrongUnit({ id, value, unit }: TemplateFact): string[] {
  if (!('metric' in value)) return [];
  const metric = metricOf(value.metric);
  if (!metric) return [];
  if (unit === null)
    return [`Fact ${id} is a number and has no unit; ${value.metric} is in ${metric.unit}.`];
  const asked = meaningOf(unit)?.kind;
  return unit === metric.unit || (asked !== undefined && asked === meaningOf(metric.unit)?.kind)
    ? []
    : [`Fact ${id} asks for ${value.metric} in ${unit}; it is measured in ${metric.unit}.`];
}

function missingGwp({ gwp }: Template, sets: readonly FactorSet[]): string[] {
  if (gwp === null || sets.some((set) => set.publisher === 'ipcc' && set.edition === gwp))
    return [];
  return [`The template names the warming potentials ${gwp}, which are not at hand.`];
}

function factsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  return 'not' in condition ? factsIn(condition.not) : [condition.fact];
}

function factsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'key-figures':
    case 'table':
    case 'statements':
      return block.facts;
    case 'chart':
      return [block.fact, ...(block.against === undefined ? [] : [block.against])];
    case 'form':
      return block.rows.flatMap(({ fields }) => fields.map(({ fact }) => fact));
    case 'attestation':
      return [block.name, block.title];
    case 'text':
    case 'register':
      return [];
  }
}

/** Facts that another fact is taken from. */
function factsOfValue({ value }: TemplateFact): string[] {
  if ('ratio' in value) return [value.ratio.of, value.ratio.to];
  if ('filed' in value) return [value.filed];
  return 'extreme' in value ? [value.of] : [];
}

const PATH_ROOTS = ['statement', 'decision', 'workspace', 'entity', 'template', 'site', 'prior'];

function danglingNames(template: Template, labels: Labels): string[] {
  const ids = new Set(template.facts.map(({ id }) => id));
  const repeated = template.facts.map(({ id }) => id).filter((id, i, all) => all.indexOf(id) !== i);
  const laidOut = template.sections.flatMap(({ blocks }) => blocks.flatMap(factsOfBlock));
  const conditions = [
    ...template.checks.flatMap(({ when, holds }) => [...(when ? [when] : []), holds]),
    ...template.applicability.map(({ when }) => when),
  ];
  const inRules = conditions
    .flatMap(factsIn)
    .filter((path) => !PATH_ROOTS.includes(path.split('.')[0] ?? ''));
  return [
    ...repeated.map((id) => `Fact ${id} stands twice.`),
    ...[...laidOut, ...inRules, ...template.facts.flatMap(factsOfValue)]
      .filter((id) => !ids.has(id))
      .map((id) => `Fact ${id} is named but not defined.`),
    ...[...ids]
      .filter((id) => labels.facts[id] === undefined)
      .map((id) => `Fact ${id} has no label.`),
    ...template.checks
      .filter(({ id }) => labels.checks[id] === undefined)
      .map(({ id }) => `Check ${id} has no label.`),
    ...[...template.applicability.map(({ id }) => id), 'otherwise']
      .filter((id) => labels.applicability[id] === undefined)
      .map((id) => `Rule of applicability ${id} has no label.`),
  ];
}

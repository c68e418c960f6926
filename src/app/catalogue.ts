import { METRICS, type Metric } from '../kernel/metrics.ts';
import type { TemplateFact } from '../model/documents/template.ts';
import { programVersion } from '../store/installation.ts';
import { loadTemplates, templateOf } from '../store/templates.ts';

/** The program's version. */
export function versionText(): string {
  return programVersion();
}

/** A template in the list. */
export interface TemplateLine {
  readonly id: string;
  readonly edition: string;
  readonly title: string;
  readonly status: string;
  readonly asOf: string;
  readonly items: number;
  /** Items that stand from memory. */
  readonly unverified: number;
}

/** One item that a template asks for. */
export interface TemplateItem {
  readonly id: string;
  readonly label: string;
  readonly unit: string | null;
  readonly obligation: string;
  readonly from: string;
  readonly citation: string;
  readonly grade: string;
}

/** Every template that ships. */
export function templateList(): TemplateLine[] {
  return loadTemplates().map(({ template, labels }) => ({
    id: template.id,
    edition: template.edition,
    title: labels.title.replace(' {year}', ''),
    status: template.status,
    asOf: template.asOf,
    items: template.facts.length,
    unverified: template.facts.filter(({ grade }) => grade === 'M').length,
  }));
}

function sourceText({ value }: TemplateFact): string {
  if ('metric' in value) return `metric ${value.metric}`;
  if ('statement' in value) return `statements.${value.statement}`;
  if ('attachment' in value) return `attachments.${value.attachment}`;
  if ('declared' in value) return `sites.${value.declared}`;
  if ('ratio' in value) return `${value.ratio.of} by ${value.ratio.to}`;
  if ('extreme' in value) return `${value.extreme} of ${value.of}`;
  return 'workspace' in value ? value.workspace : 'nothing yet';
}

/** One template with all that it asks for. */
export function templateDetail(id: string, edition?: string) {
  const { template, labels } = templateOf(loadTemplates(), id, edition);
  return {
    id: template.id,
    edition: template.edition,
    title: labels.title.replace(' {year}', ''),
    disclaimer: labels.disclaimer,
    status: template.status,
    asOf: template.asOf,
    authority: template.authority,
    items: template.facts.map((fact): TemplateItem => ({
      id: fact.id,
      label: labels.facts[fact.id] ?? fact.id,
      unit: fact.unit,
      obligation: fact.obligation,
      from: sourceText(fact),
      citation: fact.citation,
      grade: fact.grade,
    })),
  };
}

/** The metric catalogue. */
export function metrics(): readonly Metric[] {
  return METRICS;
}

import type { Template } from '../model/documents/template.ts';
import type { Site, Workspace } from '../model/documents/workspace.ts';
import { decimalText } from '../units/rounding.ts';
import type { Lookup } from './conditions.ts';
import type { OpenFact } from './open-fact.ts';
import { type PriorFiling, yearBefore } from './prior-facts.ts';

/** What paths of a condition are looked up in. */
export interface LookupSources {
  readonly template: Template;
  readonly workspace: Workspace;
  /** The site of a per-site disclosure. */
  readonly site: Site | undefined;
  /** What was filed by the same template for earlier periods. */
  readonly prior?: readonly PriorFiling[] | undefined;
}

/** What paths stand for: statements (those of the site first), decisions, keys of the site, entity and workspace. */
export function lookupIn({ template, workspace, site, prior = [] }: LookupSources): Lookup {
  const roots: Readonly<Record<string, (key: string) => string | undefined>> = {
    statement: (key) => site?.statements?.[key] ?? workspace.statements?.[key],
    decision: (key) => workspace.decisions?.find(({ id }) => id === key)?.value,
    template: (key) => (key === 'gwp' ? (template.gwp ?? undefined) : undefined),
    workspace: (key) => textAt(workspace, key.split('.')),
    entity: (key) => textAt(workspace.entity, key.split('.')),
    site: (key) => siteText(site, key),
    prior: (key) => yearBefore(prior, key),
  };
  return (path) => {
    const dot = path.indexOf('.');
    return roots[path.slice(0, dot)]?.(path.slice(dot + 1));
  };
}

function siteText(site: Site | undefined, key: string): string | undefined {
  if (site === undefined) return undefined;
  if (key === 'forecast.years') return site.forecast && String(site.forecast.peak_mw.length);
  return textAt(site, key.split('.'));
}

/** The same, and the exact totals of facts by their ids. */
export function lookupWithFacts(sources: LookupSources, facts: readonly OpenFact[]): Lookup {
  const paths = lookupIn(sources);
  return (path) => {
    const found = paths(path);
    if (found !== undefined) return found;
    const fact = facts.find(
      (one) => one.definition.id === path && Object.keys(one.dimensions).length === 0,
    );
    return fact?.step ? decimalText(fact.step.value) : (fact?.value ?? undefined);
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
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? 'present'
    : undefined;
}

import type { ClosedLedger } from '../kernel/ledger.ts';
import type { Disclosure, DisclosedUncertainty, Fact } from '../model/documents/disclosure.ts';
import type { Check } from '../model/documents/template.ts';
import { type Finding, sortedFindings } from '../model/finding.ts';
import type { Labels } from '../model/labels.ts';
import { decimalText } from '../units/rounding.ts';
import { holds, type Lookup } from './conditions.ts';
import type { Applied } from './applicability.ts';
import { type LookupSources, lookupWithFacts } from './lookup.ts';
import type { OpenFact } from './open-fact.ts';

/** What a disclosure is made of, once the ledger is closed. */
export interface DisclosureParts extends LookupSources {
  readonly templateSha256: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly boundary: Disclosure['boundary'];
  readonly facts: readonly OpenFact[];
  readonly ledger: ClosedLedger;
  readonly findings: readonly Finding[];
  readonly applied: Applied;
  readonly isDraft: boolean;
  readonly uncertainty?: readonly DisclosedUncertainty[];
  readonly evidence: Disclosure['evidence'];
}

const ASSURANCE = 'none: integrity and arithmetic only';

/** The disclosure document. */
export function composeDisclosure(parts: DisclosureParts): Disclosure {
  const { template, workspace, period, ledger } = parts;
  const { name, lei, country, place, prepared_by } = workspace.entity;
  return {
    hashprint: 1,
    template: {
      id: template.id,
      edition: template.edition,
      sha256: parts.templateSha256,
      status: template.status,
    },
    entity: {
      name,
      country,
      ...(lei !== undefined && { lei }),
      ...(place !== undefined && { place }),
      ...(prepared_by !== undefined && { prepared_by }),
    },
    boundary: parts.boundary,
    site: parts.site?.id ?? null,
    period,
    outcome: parts.applied.outcome,
    applicability: parts.applied.applicability,
    draft: parts.isDraft,
    assurance: ASSURANCE,
    gwp: template.gwp,
    facts: parts.facts.map((fact) => factDocument(fact, period, ledger)),
    ...(parts.uncertainty?.length && { uncertainty: [...parts.uncertainty] }),
    findings: sortedFindings(parts.findings).map(({ code, severity, message, at, cites }) => ({
      code,
      severity,
      message,
      at,
      ...(cites && { cites: [...cites] }),
    })),
    decisions: workspace.decisions ?? [],
    evidence: parts.evidence,
  };
}

function factDocument(fact: OpenFact, period: Disclosure['period'], ledger: ClosedLedger): Fact {
  const { definition, step, reason, source } = fact;
  return {
    id: definition.id,
    label: fact.label,
    value: fact.value,
    exact: step ? decimalText(step.value) : null,
    unit: definition.unit,
    period: fact.period ?? period,
    dimensions: { ...fact.dimensions },
    citation: definition.citation,
    grade: fact.grade,
    step: step ? ledger.idOf(step) : null,
    ...(reason !== undefined && { reason }),
    ...(source !== undefined && { source }),
  };
}

/** The findings of the template's own checks, under the rule's own number. */
export function checkFindings(
  sources: LookupSources,
  facts: readonly OpenFact[],
  labels: Labels,
): Finding[] {
  const lookup = lookupWithFacts(sources, facts);
  return sources.template.checks
    .filter((check) => !isMet(check, lookup))
    .map((check) => ({
      code: check.id,
      severity: check.severity,
      message: labels.checks[check.id] ?? `The check ${check.id} does not hold.`,
      at: {},
      cites: [check.citation],
    }));
}

function isMet({ when, holds: condition }: Check, lookup: Lookup): boolean {
  return (when !== undefined && holds(when, lookup) !== true) || holds(condition, lookup) === true;
}

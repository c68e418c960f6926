import { type Finding, finding } from '../../model/finding.ts';
import { exact } from '../../units/rational.ts';
import type { Footprint } from '../footprint.ts';
import { measure } from '../measure.ts';
import type { WarmingPotentials } from '../warming-potentials.ts';
import { countText, numberText, percentText } from '../wording.ts';
import type { Quality } from './quality.ts';

/** What an exclusion is told as, with its size and its reason. */
function listed({ statements: { exclusions = [] } }: Quality): Finding[] {
  return exclusions.map(({ what, scope, estimate_t, basis, because }, i) => {
    const message = `Left out of Scope ${scope}: ${what}, ${numberText(exact(estimate_t), 3)} t CO2e as estimated by ${basis}; ${because}.`;
    return finding('ACC-EXCLUSION', 'info', message, { entry: `exclusions.${String(i)}` });
  });
}

const NAMES: Readonly<Record<string, string>> = {
  scope1: 'Scope 1',
  'scope2-location': 'location-based Scope 2',
  'scope2-market': 'market-based Scope 2',
  scope3: 'Scope 3',
};

/** The share of exclusions, by scope or of the total, above the limit of materiality. */
function above(footprint: Footprint, gwp: WarmingPotentials, scoped: boolean, limit: string) {
  const { measurements, missing } = measure(footprint, {
    metric: 'quality.excluded.share',
    by: scoped ? ['scope'] : [],
    gwp,
  });
  const over = measurements.filter(({ step }) => step.value.gt(exact(limit).div(100)));
  const findings = over.map(({ dimensions: { scope = '' }, step }): Finding => {
    const of = scoped ? (NAMES[scope] ?? scope) : 'the total';
    const message = `What was left out is ${percentText(step.value, 2)} of ${of}, above the declared materiality of ${limit}%; count it.`;
    return finding('ACC-EXCLUSION', 'quality', message, { entry: 'exclusions' });
  });
  return { findings, isKnown: !missing };
}

/**
 * What is to be said of exclusions: each with its size, and where they go beyond the declared materiality. Nothing is
 * left out without being told, however small.
 */
export function exclusionFindings(
  footprint: Footprint,
  gwp: WarmingPotentials | undefined,
): Finding[] {
  const { quality } = footprint;
  const count = quality?.statements.exclusions?.length ?? 0;
  if (!quality || count === 0) return [];
  const { materiality } = quality.statements;
  if (!materiality || !gwp) {
    const message = `${countText(count, 'exclusion')} of the figures cannot be held against a limit, since no materiality is declared; add it to workspace.yaml.`;
    return [
      ...listed(quality),
      ...(materiality
        ? []
        : [finding('ACC-EXCLUSION', 'completeness', message, { entry: 'exclusions' })]),
    ];
  }
  const scopes = above(footprint, gwp, true, materiality.scope_percent);
  const total = above(footprint, gwp, false, materiality.total_percent);
  const message =
    'Exclusions cannot be held against the total, since a figure of a scope is missing; complete it.';
  const open = total.isKnown
    ? []
    : [finding('ACC-EXCLUSION', 'completeness', message, { entry: 'exclusions' })];
  return [...listed(quality), ...scopes.findings, ...total.findings, ...open];
}

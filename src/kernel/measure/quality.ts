import { finding } from '../../model/finding.ts';
import { exact, ZERO } from '../../units/rational.ts';
import { isMissing } from '../figure.ts';
import { constant, convert, declared, product, type Step } from '../ledger.ts';
import type { QUALITY_METRICS } from '../metrics/quality.ts';
import { type BaseYearScope, baseYearScopes } from '../quality/base-year.ts';
import { type Tier, TIERS } from '../quality/origin.ts';
import type { PartTaker } from '../quality/parts.ts';
import { type Quality, takerOfEstimates, takerOfTier } from '../quality/quality.ts';
import type { Atom } from './atom.ts';
import { location, market, scope1 } from './emission-atoms.ts';
import { allEnergy } from './other-atoms.ts';
import { SCOPE3_RECIPES } from './scope3.ts';
import { type Basis, co2e, type Recipe, ratio, type Side, side, total } from './sides.ts';

/** Emissions by scope. */
const SCOPES: Readonly<Record<string, Side>> = {
  scope1: co2e('t CO2e', scope1),
  'scope2-location': co2e('t CO2e', location),
  'scope2-market': co2e('t CO2e', market),
  scope3: SCOPE3_RECIPES['scope3.co2e'].of,
};

/** The scopes that are asked for; without `scope`, those that may be added up. */
function scopesOf({ by }: Basis, together: readonly string[]): string[] {
  return by.includes('scope') ? Object.keys(SCOPES) : [...together];
}

function emissions(basis: Basis, together: readonly string[]): Atom[] {
  return scopesOf(basis, together).flatMap((scope) =>
    (SCOPES[scope]?.take(basis) ?? []).map((atom) => ({ ...atom, scope })),
  );
}

type Takers = readonly (readonly [Tier, PartTaker])[];

function takersOf(quality: Quality | undefined): Takers {
  return quality ? TIERS.map((tier) => [tier, takerOfTier(quality, tier)] as const) : [];
}

/** The parts of an atom by tier; what is missing is missing in each. */
function tiersOf(atom: Atom, takers: Takers): { readonly tier: Tier; readonly atom: Atom }[] {
  return takers.flatMap(([tier, taker]) => {
    if (isMissing(atom.figure)) return [{ tier, atom: { ...atom, tier: String(tier) } }];
    const figure = taker.partOf(atom.figure);
    return figure ? [{ tier, atom: { ...atom, tier: String(tier), figure } }] : [];
  });
}

function partsOf(basis: Basis, atoms: readonly Atom[]) {
  const takers = takersOf(basis.quality);
  return atoms.flatMap((atom) => tiersOf(atom, takers));
}

/** The whole once for each tier, where it is taken by tier: the share of a tier is of all tiers. */
function wholes(parts: readonly Atom[], { by }: Basis): Atom[] {
  if (!by.includes('tier')) return [...parts];
  return TIERS.flatMap((tier) => parts.map((part) => ({ ...part, tier: String(tier) })));
}

/** Nothing of a tier is zero of it, and not unknown. */
function noneOf(parts: readonly Atom[]): Atom[] {
  return parts.flatMap((part) => {
    if (isMissing(part.figure)) return [];
    const figure = constant<string>(ZERO, part.figure.unit, 'Nothing rests on records of the tier');
    return TIERS.map((tier) => ({ ...part, tier: String(tier), figure }));
  });
}

const sharedScopes = ['scope1', 'scope2-location'];
const tiered: Side = {
  unit: 't CO2e',
  take: (basis) => {
    const parts = partsOf(basis, emissions(basis, sharedScopes)).map(({ atom }) => atom);
    return basis.by.includes('tier') ? [...parts, ...noneOf(parts)] : parts;
  },
};
const allTiers: Side = {
  unit: 't CO2e',
  take: (basis) =>
    wholes(
      partsOf(basis, emissions(basis, sharedScopes)).map(({ atom }) => atom),
      basis,
    ),
};

function weighed(tier: Tier, figure: Atom['figure']): Atom['figure'] {
  if (isMissing(figure)) return figure;
  const weight = constant(exact(BigInt(tier)), '1', `Tier ${String(tier)}`);
  return product<string, string>(figure, weight, `${figure.name}, times its tier`);
}

const weighedEnergy: Side = {
  unit: 'GJ',
  take: (basis) =>
    partsOf(basis, allEnergy(basis.sites)).map(({ tier, atom }) => ({
      ...atom,
      figure: weighed(tier, atom.figure),
    })),
};
const tieredEnergy: Side = {
  unit: 'GJ',
  take: (basis) => partsOf(basis, allEnergy(basis.sites)).map(({ atom }) => atom),
};

function estimatedPart(taker: PartTaker, figure: Step): Step {
  return taker.partOf(figure) ?? constant<string>(ZERO, figure.unit, 'Nothing was estimated');
}

const estimatedEnergy: Side = {
  unit: 'GJ',
  take: ({ sites, quality }) => {
    const taker = quality && takerOfEstimates(quality);
    if (!taker) return [];
    return allEnergy(sites).map((atom) => ({
      ...atom,
      figure: isMissing(atom.figure) ? atom.figure : estimatedPart(taker, atom.figure),
    }));
  },
};

/** The scopes to which an exclusion belongs: one of Scope 2 belongs to both of its methods. */
const OF_EXCLUSION: Readonly<Record<string, readonly string[]>> = {
  '1': ['scope1'],
  '2': ['scope2-location', 'scope2-market'],
  '3': ['scope3'],
};

const ALL = ['scope1', 'scope2-location', 'scope3'];

/** An empty list states that nothing is left out; without a list nothing is stated. */
function excluded(basis: Basis): Atom[] {
  const { statements, evidenceAt } = basis.quality ?? {};
  if (!statements?.exclusions) return [];
  const asked = scopesOf(basis, ALL);
  const none = constant(ZERO, 't CO2e', 'Nothing else is left out');
  const stated = statements.exclusions.flatMap(({ what, scope, estimate_t, basis: how }, i) => {
    const note = { name: `Left out: ${what}`, cites: [how] };
    const evidence = evidenceAt ? [evidenceAt(`exclusions.${String(i)}`)] : [];
    const figure = declared(exact(estimate_t), 't CO2e', note, evidence);
    const own = (OF_EXCLUSION[scope] ?? []).filter((one) => asked.includes(one));
    return own.map((one): Atom => ({ scope: one, figure }));
  });
  return [...stated, ...asked.map((scope): Atom => ({ scope, figure: none }))];
}

/** Emissions in the unit in which exclusions are stated, so that both add up. */
function inTonnes(figure: Atom['figure']): Atom['figure'] {
  return isMissing(figure) ? figure : convert<string, string>(figure, 't CO2e');
}

const leftOut: Side = { unit: 't CO2e', take: excluded };
const complete: Side = {
  unit: 't CO2e',
  take: (basis) => [
    ...emissions(basis, ALL).map((atom) => ({ ...atom, figure: inTonnes(atom.figure) })),
    ...excluded(basis),
  ],
};

/** Scopes of the two methods of Scope 2 are never added up. */
function ofBaseYear(take: (scope: BaseYearScope) => Step<'t CO2e'>): Side {
  return {
    unit: 't CO2e',
    take: ({ by, quality }) => {
      const scopes = quality ? baseYearScopes(quality) : [];
      if (by.includes('scope'))
        return scopes.map((one) => ({ scope: one.scope, figure: take(one) }));
      const message = 'Scopes of the base year are not added up; take the figure by scope.';
      return scopes.length > 0
        ? [{ figure: { missing: finding('TPL-UNIT', 'completeness', message) } }]
        : [];
    },
  };
}
const filed = ofBaseYear((scope) => scope.filed);
const changed = ofBaseYear(
  (scope) => scope.changed ?? constant(ZERO, 't CO2e', 'No change is stated'),
);

/** How the metrics of quality are taken. */
export const QUALITY_RECIPES: Readonly<Record<keyof typeof QUALITY_METRICS, Recipe>> = {
  'quality.score': ratio(weighedEnergy, tieredEnergy),
  'quality.share': ratio(tiered, allTiers),
  'quality.estimated.share': ratio(
    estimatedEnergy,
    side('GJ', (sites) => allEnergy(sites)),
  ),
  'quality.excluded.co2e': total(leftOut),
  'quality.excluded.share': ratio(leftOut, complete),
  'quality.base-year.filed.co2e': total(filed),
  'quality.base-year.restated.co2e': total(ofBaseYear((scope) => scope.restated)),
  'quality.base-year.change.share': ratio(changed, filed),
};

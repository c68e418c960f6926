import { AppError } from '../model/app-error.ts';
import type { Grade } from '../model/documents/factor-set.ts';
import type { FindingCode } from '../model/finding-codes.ts';
import { type Finding, finding } from '../model/finding.ts';
import { ONE } from '../units/rational.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import type { Footprint, SiteFootprint } from './footprint.ts';
import { constant, convert, gradeOf, maximum, quotient, share, type Step, sum } from './ledger.ts';
import { withHourlyFactors } from './hourly-factors/hourly-factors.ts';
import {
  type Dimensions,
  gapsOf,
  type Group,
  groupsOf,
  totalOf,
  without,
} from './measure/group.ts';
import { RECIPES } from './measure/recipes.ts';
import type { Basis, Recipe, Side } from './measure/sides.ts';
import { type Dimension, isMetricId, type Metric, METRICS, metricOf } from './metrics.ts';
import { numberText } from './wording.ts';
import type { WarmingPotentials } from './warming-potentials.ts';

export type { Dimensions } from './measure/group.ts';

/** What is asked: a metric, by which dimensions, and with which warming potentials. */
export interface MeasureRequest {
  readonly metric: string;
  /** Absent or empty: the entity's total. */
  readonly by?: readonly Dimension[];
  readonly gwp?: WarmingPotentials | undefined;
  /** True where location-based figures may rest on hourly factors. Absent: annual ones. */
  readonly isHourlyAllowed?: boolean;
}

/** One value of a metric, exact, in the metric's unit, with its trace. */
export interface Measurement {
  readonly dimensions: Dimensions;
  readonly step: Step;
  /** Of the weakest factor row that it rests on. */
  readonly grade: Grade;
}

/** The values of a metric, and the finding that keeps others from having one. */
export interface Measured {
  readonly measurements: readonly Measurement[];
  readonly missing?: Finding;
}

interface Valued {
  readonly dimensions: Dimensions;
  readonly figure: Figure;
}

function catalogued({ metric: id, by = [] }: MeasureRequest): [Metric, Recipe] {
  const metric = metricOf(id);
  if (!metric || !isMetricId(id)) {
    const known = METRICS.map((each) => each.id);
    throw new AppError('unknown-id', `No metric is called ${id}.`, { kind: 'metric', id, known });
  }
  const strange = by.find((dimension) => !metric.dimensions.includes(dimension));
  if (strange !== undefined) {
    const known = metric.dimensions;
    const message = `The metric ${id} cannot be taken by ${strange}.`;
    throw new AppError('unknown-id', message, { kind: 'dimension', id: strange, known });
  }
  return [metric, RECIPES[id]];
}

/** Hashes of different algorithms are different things. */
function mixedAlgorithms(sites: readonly SiteFootprint[], side: Side): Finding | undefined {
  const names = [...new Set(sites.map(({ algorithm }) => algorithm ?? 'an unknown algorithm'))];
  if (!side.isOfOneAlgorithm || names.length < 2) return undefined;
  return finding(
    'ACC-NO-HASHES',
    'completeness',
    `Hashes of ${names.sort().join(' and ')} are not added; take the figure by site.`,
  );
}

/** Masses of different gases are different things, until they are taken as CO2e. */
function mixedGases({ atoms }: Group, side: Side): Finding | undefined {
  if (side.unit !== 'kg' || new Set(atoms.map(({ gas }) => gas)).size < 2) return undefined;
  return finding(
    'TPL-UNIT',
    'completeness',
    'Masses of different gases are not added; take the figure by gas.',
  );
}

/** Money of different currencies is never added, since no rate between them is a fact of the accounting. */
function mixedCurrencies({ atoms }: Group, side: Side): Finding | undefined {
  const known = [...new Set(atoms.flatMap(({ currency }) => currency ?? []))];
  if (side.unit !== 'money' || known.length < 2) return undefined;
  return finding(
    'ACC-MONEY',
    'completeness',
    `Amounts in ${known.sort().join(' and ')} are not added; take the figure by currency.`,
  );
}

function inSideUnit(step: Step, { unit }: Side): Step {
  return unit === 'kg' || unit === 'money' ? step : convert(step, unit);
}

function sideTotal(group: Group, side: Side, title: string): Figure {
  const conflict =
    mixedAlgorithms(
      group.atoms.flatMap(({ site }) => site ?? []),
      side,
    ) ??
    mixedGases(group, side) ??
    mixedCurrencies(group, side);
  if (conflict) return { missing: conflict };
  const total = totalOf(group.atoms, title);
  return isMissing(total) ? total : inSideUnit(total, side);
}

/** `hash volume` of `Hash volume`; names such as CO2 and Scope 1 keep theirs. */
function inSentence(title: string): string {
  return /^(?!Scope)[A-Z][a-z]/.test(title)
    ? `${title.charAt(0).toLowerCase()}${title.slice(1)}`
    : title;
}

function nothing(metric: Metric): Finding {
  const isOfHashes = metric.quantity.includes('hash');
  return finding(
    isOfHashes ? 'ACC-NO-HASHES' : 'ACC-NO-ENERGY',
    'completeness',
    `Nothing is recorded from which ${inSentence(metric.title)} could be computed.`,
  );
}

function totals(metric: Metric, side: Side, basis: Basis): Valued[] {
  const groups = groupsOf(side.take(basis), basis.by);
  if (groups.length === 0 && side.isZeroWhenEmpty && basis.by.length === 0) {
    const zero = constant('0', side.unit, `${metric.title}: no record`);
    return [{ dimensions: {}, figure: zero }];
  }
  return groups.map((group) => ({
    dimensions: group.dimensions,
    figure: sideTotal(without(group, gapsOf(group.atoms)), side, metric.title),
  }));
}

/** What happens at several sites need not happen together, so the largest of them is given, and not their sum. */
function largest(metric: Metric, side: Side, basis: Basis): Valued[] {
  return groupsOf(side.take(basis), basis.by).map(({ dimensions, atoms }): Valued => {
    const steps: Step[] = [];
    for (const { figure } of atoms) {
      if (isMissing(figure)) return { dimensions, figure };
      steps.push(inSideUnit(figure, side));
    }
    const [first, ...rest] = steps;
    const figure = first && rest.reduce((a, b) => maximum<string>(a, b, metric.title), first);
    return { dimensions, figure: figure ?? { missing: nothing(metric) } };
  });
}

function divided(metric: Metric, n: Step, d: Step): Figure {
  const note = { name: metric.title, formula: metric.formula, cites: [metric.citation] };
  const result = n.unit === d.unit ? share(n, d, note) : quotient(n, d, note);
  return (
    result ?? {
      missing: finding(
        'ACC-ZERO-DENOMINATOR',
        'completeness',
        `${metric.title} has no value, since its denominator, ${d.name}, is 0 ${d.unit}.`,
      ),
    }
  );
}

function ratioOf(
  metric: Metric,
  recipe: Extract<Recipe, { to: Side }>,
  n: Group,
  d: Group,
): Figure {
  // a month that one side lacks is left out of both
  const gaps = new Set([...gapsOf(n.atoms), ...gapsOf(d.atoms)]);
  const top = sideTotal(without(n, gaps), recipe.of, `${metric.title}, numerator`);
  const bottom = sideTotal(without(d, gaps), recipe.to, `${metric.title}, denominator`);
  if (isMissing(top)) return top;
  if (isMissing(bottom)) return bottom;
  const result = divided(metric, top, bottom);
  const code = 'belowOne' in recipe ? recipe.belowOne : undefined;
  return code && !isMissing(result) && result.value.gte(ONE)
    ? notPart(metric, code, result)
    : result;
}

/** The part of a whole that would be all of it, or more. */
function notPart({ title }: Metric, code: FindingCode, { value }: Step): Missing {
  const text = `${title} would be ${numberText(value, 3)}, and a part is always below 1; correct the records of the part or of the whole.`;
  return { missing: finding(code, 'critical', text) };
}

function ratios(metric: Metric, recipe: Extract<Recipe, { to: Side }>, basis: Basis): Valued[] {
  const tops = new Map(groupsOf(recipe.of.take(basis), basis.by).map((g) => [g.key, g]));
  const bottoms = new Map(groupsOf(recipe.to.take(basis), basis.by).map((g) => [g.key, g]));
  return [...bottoms].map(([key, d]) => {
    const n = tops.get(key);
    return {
      dimensions: d.dimensions,
      figure: n ? ratioOf(metric, recipe, n, d) : { missing: nothing(metric) },
    };
  });
}

/** Rates of sites are added, not averaged: what one site does in a second adds to what another does. */
function siteRatios(metric: Metric, recipe: Extract<Recipe, { to: Side }>, basis: Basis): Valued[] {
  const by = [...new Set<Dimension>([...basis.by, 'site'])];
  const merged = new Map<string, Valued[]>();
  for (const valued of ratios(metric, recipe, { ...basis, by })) {
    const key = JSON.stringify(basis.by.map((dimension) => valued.dimensions[dimension]));
    merged.set(key, [...(merged.get(key) ?? []), valued]);
  }
  return [...merged.values()].map((parts) => ({
    dimensions: Object.fromEntries(basis.by.map((d) => [d, parts[0]?.dimensions[d] ?? ''])),
    figure: rateTotal(parts, recipe.of, metric, basis),
  }));
}

function rateTotal(parts: readonly Valued[], side: Side, metric: Metric, basis: Basis): Figure {
  const ids = new Set(parts.map(({ dimensions }) => dimensions.site));
  const conflict = mixedAlgorithms(
    basis.sites.filter(({ site }) => ids.has(site.id)),
    side,
  );
  if (conflict) return { missing: conflict };
  const steps: Step[] = [];
  for (const { figure } of parts) {
    if (isMissing(figure)) return figure;
    steps.push(figure);
  }
  return convert(sum<string>(steps, metric.title), metric.unit);
}

function take(metric: Metric, recipe: Recipe, basis: Basis): Valued[] {
  switch (recipe.kind) {
    case 'total':
      return totals(metric, recipe.of, basis);
    case 'largest':
      return largest(metric, recipe.of, basis);
    case 'ratio':
      return ratios(metric, recipe, basis);
    case 'site-ratios':
      return siteRatios(metric, recipe, basis);
  }
}

/**
 * The values of a metric by the dimensions asked for, each exact and with its trace; without dimensions the entity's
 * total. A ratio of more than one site or month is the ratio of the sums, never a mean of ratios. What has no value is
 * left out, and `missing` says why. Throws an AppError for a metric or dimension that the catalogue does not hold.
 */
export function measure(footprint: Footprint, request: MeasureRequest): Measured {
  const [metric, recipe] = catalogued(request);
  const { sites } = footprint;
  const taken = request.isHourlyAllowed === true ? sites.map(withHourlyFactors) : sites;
  const basis: Basis = {
    sites: taken,
    by: request.by ?? [],
    gwp: request.gwp,
    scope3: footprint.scope3,
    quality: footprint.quality,
  };
  const valued = take(metric, recipe, basis);
  const measurements = valued.flatMap(({ dimensions, figure }) =>
    isMissing(figure) ? [] : [{ dimensions, step: figure, grade: gradeOf(figure) }],
  );
  const gap = valued.map(({ figure }) => figure).find(isMissing)?.missing;
  const missing =
    gap ?? (valued.length === 0 && basis.by.length === 0 ? nothing(metric) : undefined);
  return { measurements, ...(missing && { missing }) };
}

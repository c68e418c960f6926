import type { FactorSet } from '../model/documents/factor-set.ts';
import { type Finding, finding } from '../model/finding.ts';
import { sumOf, ZERO } from '../units/rational.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import type { Allocation, CertificateClaim, MarketMonth, Masses } from './footprint.ts';
import type { Answer } from './factors/choose.ts';
import { addedMasses, massesOf } from './factors/masses.ts';
import { type MonthlyAnswers, monthlyFactors } from './factors/site-factors.ts';
import { found, type Found } from './found.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';
import { product } from './ledger.ts';
import { allocate, type CoveredLoad } from './market/allocation.ts';
import { marketOf } from './market/criteria.ts';
import { numberText } from './wording.ts';

/** What the waterfall of a site needs, beside its certificates. */
export interface MarketInputs {
  readonly inputs: FootprintInputs;
  readonly site: SiteInputs;
  /** Energy by month id. */
  readonly energy: ReadonlyMap<string, Figure<'MWh'>>;
  readonly gridAverages: MonthlyAnswers;
}

function residualMixes({ inputs, site }: MarketInputs): Found<MonthlyAnswers> {
  const publishers = inputs.factors.residual ?? [];
  const market = marketOf(site.site);
  const grids = [site.site.grid, market, ...publishers.map((each) => `${each}:${market}`)];
  const asked = grids.filter((grid) => grid !== undefined);
  return monthlyFactors(inputs, site, { use: 'residual', grids: asked, publishers });
}

function masked(market: string, { not_shipped: held }: FactorSet): boolean {
  return held?.use === 'residual' && [market, market.slice(0, 2)].includes(held.market);
}

/** Why the remainder stands at the grid average: no residual mix is published, or one is and was not used. */
function reasonOf({ inputs, site }: MarketInputs, refusal: Finding | undefined): string {
  const market = marketOf(site.site);
  if (refusal?.code === 'ACC-FACTOR-YEAR-REFUSED') {
    return `one is published but was not used, because of its year: ${refusal.message}`;
  }
  const held = inputs.factorSets.find((set) => masked(market, set));
  return held?.not_shipped
    ? `one is published (${held.title}) but was not used, because ${held.not_shipped.because}`
    : `none is published for this market (${market}) that Hashprint knows of`;
}

function noResidualMix(market: MarketInputs, refusal: Finding | undefined): Finding {
  const { id } = market.site.site;
  return finding(
    'ACC-NO-RESIDUAL-MIX',
    'quality',
    `No residual mix was used for the energy of ${id} without instruments; the grid average stands in: ${reasonOf(market, refusal)}.`,
    { entry: `sites.${id}` },
    ['GHG Protocol Scope 2 Guidance, table 6.3'],
  );
}

function covered(allocations: readonly Allocation[], where: string): Masses[] {
  return allocations.map(({ energy, rate, certificate }) => {
    const { registry, serialStart } = certificate;
    const name = `CO2e of energy that certificates ${registry} ${serialStart} cover, ${where}`;
    return new Map([['CO2e', product(energy, rate, name)]]);
  });
}

/** A month without a remainder needs no factor for it. */
function monthMasses(
  { allocations, remainder }: CoveredLoad,
  factor: Answer | Missing,
  where: string,
): Masses | Missing {
  const parts = covered(allocations, where);
  if (isMissing(factor)) {
    return remainder.value.n === 0n && parts.length > 0 ? addedMasses(parts, where) : factor;
  }
  return addedMasses(
    [...parts, massesOf(remainder, factor, `without instrument, ${where}`)],
    where,
  );
}

function surplusOf(site: string, surplus: readonly { value: typeof ZERO }[]): Finding[] {
  if (surplus.length === 0) return [];
  const total = sumOf(surplus.map(({ value }) => value));
  return [
    finding(
      'ACC-CERTIFICATE-SURPLUS',
      'info',
      `Certificates for ${numberText(total, 3)} MWh more than ${site} used were retired; the surplus counts for nothing.`,
      { entry: `sites.${site}` },
    ),
  ];
}

/**
 * The market-based waterfall of a site by month id: certificates that meet every criterion, then the residual mix,
 * then the grid average with the reason why no residual mix was used.
 *
 * @see GHG Protocol Scope 2 Guidance, table 6.3
 */
export function marketMonths(
  market: MarketInputs,
  claims: readonly CertificateClaim[],
): Found<ReadonlyMap<string, MarketMonth | Missing>> {
  const { site, energy, gridAverages } = market;
  const loads = site.calendar.months.flatMap(({ id }) => {
    const load = energy.get(id);
    return load && !isMissing(load) ? [{ month: id, energy: load }] : [];
  });
  const { loads: coveredLoads, surplus } = allocate(loads, claims);
  const residual = residualMixes(market);
  const substituted: (Finding | undefined)[] = [];
  const months = coveredLoads.map((load): [string, MarketMonth] => {
    const mix = residual.value.get(load.month);
    const average = gridAverages.get(load.month);
    const hasMix = mix !== undefined && !isMissing(mix);
    if (!hasMix && load.remainder.value.gt(ZERO)) substituted.push(mix?.missing);
    const factor = hasMix || !average ? mix : average;
    const masses = factor
      ? monthMasses(load, factor, `market-based, ${site.site.id}, ${load.month}`)
      : new Map();
    return [load.month, { ...load, masses }];
  });
  const unknown = [...energy].flatMap(([id, load]): [string, Missing][] =>
    isMissing(load) ? [[id, load]] : [],
  );
  // the lack of a residual mix has its own finding; other years and unverified rows are said as they are
  const remarks = residual.findings.filter(
    ({ code }) => code !== 'ACC-NO-FACTOR' && code !== 'ACC-FACTOR-YEAR-REFUSED',
  );
  return found(
    new Map<string, MarketMonth | Missing>([...months, ...unknown]),
    surplusOf(site.site.id, surplus),
    remarks,
    substituted.slice(0, 1).map((refusal) => noResidualMix(market, refusal)),
  );
}

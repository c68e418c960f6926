import { type Finding, finding } from '../model/finding.ts';
import type { Month } from '../model/time.ts';
import { sumOf, ZERO } from '../units/rational.ts';
import type { BoughtPlantMonth } from './balance/bought-plants.ts';
import type { EnergyBalance } from './balance/balance.ts';
import { addedMasses } from './factors/masses.ts';
import { type MonthlyAnswers, yearOfMonth } from './factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import type { CertificateClaim, MarketMonth, Masses, RemainderSource } from './footprint.ts';
import { found, type Found } from './found.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';
import { constant, product, type Step } from './ledger.ts';
import { allocate, type CoveredLoad } from './market/allocation.ts';
import { laidAgainst, ownRates, soldIn } from './market/contract-covers.ts';
import { apart, type MarketLoad, marketLoad } from './market/loads.ts';
import { answering, remainderMasses, type Resorts, withoutSupplier } from './market/remainder.ts';
import { mandatoryShares, type MandatoryShares } from './market/renewable-power.ts';
import { noResidualMix, residualMixes } from './market/residual-mix.ts';
import { suppliedParts, supplierMixes, type SupplierMixes } from './market/supplier-mix.ts';
import { suppliedOf } from './market/supplied.ts';
import { numberText } from './wording.ts';

/** What the waterfall of a site needs, beside its certificates. */
export interface MarketInputs {
  readonly inputs: FootprintInputs;
  readonly site: SiteInputs;
  /** Energy of the grid by month id. */
  readonly energy: ReadonlyMap<string, Figure<'MWh'>>;
  /** Where the energy of months came from and went to. */
  readonly balances: ReadonlyMap<string, { readonly balance?: EnergyBalance }>;
  readonly gridAverages: MonthlyAnswers;
  /** Power of others' plant at the site, by month id. */
  readonly bought: ReadonlyMap<string, BoughtPlantMonth>;
}

/** All that answers for a site's loads after certificates. */
interface Waterfall extends Resorts {
  readonly site: SiteInputs;
  readonly mixes: SupplierMixes;
  readonly bought: MarketInputs['bought'];
}

function ofCertificates({ allocations }: CoveredLoad, where: string): Masses[] {
  return allocations.map(({ energy, rate, certificate }) => {
    const { registry, serialStart } = certificate;
    const name = `CO2e of energy that certificates ${registry} ${serialStart} cover, ${where}`;
    return new Map([['CO2e', product(energy, rate, name)]]);
  });
}

/** The masses of all parts; zero of none, and missing where one is. */
function together(
  parts: readonly (Masses | Missing | undefined)[],
  where: string,
): Masses | Missing {
  const gap = parts.find((part) => part !== undefined && isMissing(part));
  if (gap && isMissing(gap)) return gap;
  const masses = parts.filter((part): part is Masses => part !== undefined && !isMissing(part));
  if (masses.length > 0) return addedMasses(masses, where);
  return new Map([['CO2e', constant(ZERO, 'kg CO2e', `No energy, ${where}`)]]);
}

function contractMasses(covers: MarketMonth['contracts'], where: string): Masses[] {
  return covers.map(({ contract, energy, rate }) => {
    const name = `CO2e of energy under contract ${contract.id}, ${where}`;
    return new Map([['CO2e', product(energy, rate, name)]]);
  });
}

/** What no instrument covers: at the rate of the supplier, the residual mix or the grid average, null power never at the first. */
function uncovered(left: Step<'MWh'>, load: MarketLoad, waterfall: Waterfall, where: string) {
  const { month } = load;
  const own = load.nullPower ? [load.nullPower] : [];
  const { remainder, nullPower } = apart(left, [...own, ...soldIn(month, waterfall.rates)], month);
  const answer = load.mandatory ? withoutSupplier(month, waterfall) : answering(month, waterfall);
  const ofNull = withoutSupplier(month, waterfall);
  const { site, rates, mixes } = waterfall;
  const supplied = suppliedOf(remainder, month, site, rates, mixes);
  return {
    part: {
      remainder,
      remainderFrom: answer.from,
      ...(supplied && { supplied }),
      ...(nullPower && { nullPower: { energy: nullPower, from: ofNull.from } }),
    },
    masses: [
      remainderMasses(remainder, answer, where),
      nullPower && remainderMasses(nullPower, ofNull, `without attributes, ${where}`),
    ],
  };
}

function marketMonth(covered: CoveredLoad, load: MarketLoad, waterfall: Waterfall): MarketMonth {
  const { month } = load;
  const { mixes, bought, site } = waterfall;
  const where = `market-based, ${site.site.id}, ${month}`;
  const { contracts, remainder: left } = laidAgainst(covered.remainder, month, waterfall.rates);
  const rest = uncovered(left, load, waterfall, where);
  const parts = [
    ...ofCertificates(covered, where),
    ...contractMasses(contracts, where),
    bought.get(month)?.market,
    ...rest.masses,
  ];
  return {
    allocations: covered.allocations,
    contracts: contracts.map((cover) => {
      const supplied = suppliedParts(cover.energy, cover.contract.id, yearOfMonth(month), mixes);
      return supplied ? { ...cover, supplied } : cover;
    }),
    ...rest.part,
    ...(load.mandatory && { mandatory: load.mandatory }),
    masses: together(parts, where),
  };
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

/** The months of which one source answered for something. */
function answeredBy(
  months: readonly (readonly [string, MarketMonth])[],
  source: RemainderSource,
): string[] {
  return months
    .filter(
      ([, { remainder, remainderFrom, nullPower }]) =>
        (remainderFrom === source && remainder.value.gt(ZERO)) || nullPower?.from === source,
    )
    .map(([month]) => month);
}

/** What is to be said of the residual mix: that it was used, or why it was not. */
function residualFindings(
  { inputs, site }: MarketInputs,
  residual: Found<MonthlyAnswers>,
  months: readonly (readonly [string, MarketMonth])[],
): Finding[] {
  // the lack of a residual mix has its own finding; other years and unverified rows are said as they are
  const isLack = ({ code }: Finding) =>
    code === 'ACC-NO-FACTOR' || code === 'ACC-FACTOR-YEAR-REFUSED';
  const isUsed = answeredBy(months, 'residual-mix').length > 0;
  const [substituted] = answeredBy(months, 'grid');
  return [
    ...(isUsed ? residual.findings.filter((each) => !isLack(each)) : []),
    ...(substituted === undefined
      ? []
      : [noResidualMix(inputs, site, residual.value.get(substituted), yearOfMonth(substituted))]),
  ];
}

/** The loads of the months that have one, and why the others have none. */
function loadsOf(
  { site, energy, balances }: MarketInputs,
  shares: MandatoryShares,
): { readonly loads: readonly MarketLoad[]; readonly unknown: readonly [string, Missing][] } {
  const loadOf = (month: Month) => {
    const grid = energy.get(month.id);
    const balance = balances.get(month.id)?.balance;
    return grid
      ? [[month.id, marketLoad(grid, balance, month, shares, site.site.id)] as const]
      : [];
  };
  const all = site.calendar.months.flatMap(loadOf);
  return {
    loads: all.flatMap(([, load]) => (isMissing(load) ? [] : [load])),
    unknown: all.flatMap(([id, load]): [string, Missing][] =>
      isMissing(load) ? [[id, load]] : [],
    ),
  };
}

/**
 * The market-based waterfall of a site by month id: certificates that meet every criterion, then contracts with a rate
 * of their own where no certificate system exists, then the rate of the supplier, then the residual mix, then the grid
 * average with the reason why no residual mix was used. Power without its attributes is never at the rate of a supplier.
 *
 * @see GHG Protocol Scope 2 Guidance, table 6.3
 */
export function marketMonths(
  market: MarketInputs,
  claims: readonly CertificateClaim[],
): Found<ReadonlyMap<string, MarketMonth | Missing>> {
  const { inputs, site, gridAverages, bought } = market;
  const mandatory = mandatoryShares(site);
  const { loads, unknown } = loadsOf(market, mandatory.value);
  const { loads: covered, surplus } = allocate(loads, claims);
  const residual = residualMixes(inputs, site);
  const rates = ownRates(inputs, site);
  const mixes = supplierMixes(inputs, site);
  const waterfall: Waterfall = {
    rates: rates.value,
    residual: residual.value,
    gridAverages,
    site,
    mixes: mixes.value,
    bought,
  };
  const months = covered.flatMap((one) => {
    const load = loads.find(({ month }) => month === one.month);
    return load ? [[one.month, marketMonth(one, load, waterfall)] as const] : [];
  });
  return found(
    new Map<string, MarketMonth | Missing>([...months, ...unknown]),
    surplusOf(site.site.id, surplus),
    mandatory.findings,
    rates.findings,
    mixes.findings,
    residualFindings(market, residual, months),
  );
}

import { type Finding, finding } from '../model/finding.ts';
import { sumOf, ZERO } from '../units/rational.ts';
import type { Answer } from './factors/choose.ts';
import { addedMasses, massesOf } from './factors/masses.ts';
import { type MonthlyAnswers, yearOfMonth } from './factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import type { CertificateClaim, MarketMonth, Masses, RemainderSource } from './footprint.ts';
import { found, type Found } from './found.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';
import { product, type Step } from './ledger.ts';
import { allocate, type CoveredLoad } from './market/allocation.ts';
import { laidAgainst, type OwnRates, ownRates } from './market/contract-covers.ts';
import { noResidualMix, residualMixes } from './market/residual-mix.ts';
import { numberText } from './wording.ts';

/** What the waterfall of a site needs, beside its certificates. */
export interface MarketInputs {
  readonly inputs: FootprintInputs;
  readonly site: SiteInputs;
  /** Energy by month id. */
  readonly energy: ReadonlyMap<string, Figure<'MWh'>>;
  readonly gridAverages: MonthlyAnswers;
}

/** What may answer for the remainder of a month, from the first to the last resort. */
interface Resorts {
  readonly rates: OwnRates;
  readonly residual: MonthlyAnswers;
  readonly gridAverages: MonthlyAnswers;
}

type ForRemainder =
  | { readonly from: 'supplier-rate'; readonly rate: Step<'kg CO2e/MWh'> }
  | { readonly from: 'residual-mix' | 'grid'; readonly factor: Answer | Missing };

function answering(month: string, { rates, residual, gridAverages }: Resorts): ForRemainder {
  const rate = rates.supplier?.rates.get(yearOfMonth(month));
  if (rate) return { from: 'supplier-rate', rate };
  const mix = residual.get(month);
  if (mix && !isMissing(mix)) return { from: 'residual-mix', factor: mix };
  const average = gridAverages.get(month) ?? mix;
  if (!average) throw new RangeError(`no factor was asked for in ${month}`);
  return { from: 'grid', factor: average };
}

function ofCertificates({ allocations }: CoveredLoad, where: string): Masses[] {
  return allocations.map(({ energy, rate, certificate }) => {
    const { registry, serialStart } = certificate;
    const name = `CO2e of energy that certificates ${registry} ${serialStart} cover, ${where}`;
    return new Map([['CO2e', product(energy, rate, name)]]);
  });
}

/** A month without a remainder needs no factor for it. */
function ofRemainder(
  remainder: Step<'MWh'>,
  answer: ForRemainder,
  isCovered: boolean,
  where: string,
): Masses | Missing | undefined {
  if (answer.from === 'supplier-rate') {
    const name = `CO2e of energy at the rate of the supplier, ${where}`;
    return new Map([['CO2e', product(remainder, answer.rate, name)]]);
  }
  if (!isMissing(answer.factor)) {
    return massesOf(remainder, answer.factor, `without instrument, ${where}`);
  }
  return remainder.value.n === 0n && isCovered ? undefined : answer.factor;
}

function marketMonth(load: CoveredLoad, site: string, resorts: Resorts): MarketMonth {
  const { month, allocations } = load;
  const where = `market-based, ${site}, ${month}`;
  const { contracts, remainder } = laidAgainst(load.remainder, month, resorts.rates);
  const answer = answering(month, resorts);
  const parts = [
    ...ofCertificates(load, where),
    ...contracts.map(({ contract, energy, rate }): Masses => {
      const name = `CO2e of energy under contract ${contract.id}, ${where}`;
      return new Map([['CO2e', product(energy, rate, name)]]);
    }),
  ];
  const rest = ofRemainder(remainder, answer, parts.length > 0, where);
  const isOpen = rest !== undefined && isMissing(rest);
  return {
    allocations,
    contracts,
    remainder,
    remainderFrom: answer.from,
    masses: isOpen ? rest : addedMasses(rest ? [...parts, rest] : parts, where),
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

/** The months whose remainder one source answered for. */
function answeredBy(
  months: readonly (readonly [string, MarketMonth])[],
  source: RemainderSource,
): string[] {
  return months
    .filter(([, m]) => m.remainderFrom === source && m.remainder.value.gt(ZERO))
    .map(([month]) => month);
}

/**
 * The market-based waterfall of a site by month id: certificates that meet every criterion, then contracts with a rate
 * of their own where no certificate system exists, then the rate of the supplier, then the residual mix, then the grid
 * average with the reason why no residual mix was used.
 *
 * @see GHG Protocol Scope 2 Guidance, table 6.3
 */
export function marketMonths(
  market: MarketInputs,
  claims: readonly CertificateClaim[],
): Found<ReadonlyMap<string, MarketMonth | Missing>> {
  const { inputs, site, energy, gridAverages } = market;
  const loads = site.calendar.months.flatMap(({ id }) => {
    const load = energy.get(id);
    return load && !isMissing(load) ? [{ month: id, energy: load }] : [];
  });
  const { loads: covered, surplus } = allocate(loads, claims);
  const residual = residualMixes(inputs, site);
  const rates = ownRates(inputs, site);
  const resorts = { rates: rates.value, residual: residual.value, gridAverages };
  const months = covered.map(
    (load) => [load.month, marketMonth(load, site.site.id, resorts)] as const,
  );
  const unknown = [...energy].flatMap(([id, load]): [string, Missing][] =>
    isMissing(load) ? [[id, load]] : [],
  );
  // the lack of a residual mix has its own finding; other years and unverified rows are said as they are
  const isLack = ({ code }: Finding) =>
    code === 'ACC-NO-FACTOR' || code === 'ACC-FACTOR-YEAR-REFUSED';
  const [substituted] = answeredBy(months, 'grid');
  const isMixUsed = answeredBy(months, 'residual-mix').length > 0;
  return found(
    new Map<string, MarketMonth | Missing>([...months, ...unknown]),
    surplusOf(site.site.id, surplus),
    rates.findings,
    isMixUsed ? residual.findings.filter((each) => !isLack(each)) : [],
    substituted === undefined
      ? []
      : noResidualMix(inputs, site, residual.value.get(substituted), yearOfMonth(substituted)),
  );
}

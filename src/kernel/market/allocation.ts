import { ZERO } from '../../units/rational.ts';
import type { Allocation, CertificateClaim } from '../footprint.ts';
import { activity, constant, difference, minimum, type Step } from '../ledger.ts';

/** The load of one month. */
export interface Load {
  readonly month: string;
  readonly energy: Step<'MWh'>;
}

/** What covers a month's load, and what is left of it. */
export interface CoveredLoad {
  readonly month: string;
  readonly allocations: readonly Allocation[];
  readonly remainder: Step<'MWh'>;
}

/** Loads with what covers them, and what is left of the certificates. */
export interface AllocationResult {
  readonly loads: readonly CoveredLoad[];
  readonly surplus: readonly Step<'MWh'>[];
}

function rateOf({ certificate }: CertificateClaim): Step<'kg CO2e/MWh'> {
  const { emissionFactor, technology, evidence } = certificate;
  if (emissionFactor) {
    const name = `Emission rate that the certificates convey`;
    return activity(emissionFactor, 'kg CO2e/MWh', name, [evidence]);
  }
  return constant(ZERO, 'kg CO2e/MWh', {
    name: `Emission rate of ${technology}, which burns nothing`,
    cites: ['GHG Protocol Scope 2 Guidance, chapter 6'],
  });
}

interface Meeting {
  readonly allocation: Allocation;
  readonly loadLeft: Step<'MWh'>;
  readonly certificatesLeft: Step<'MWh'>;
}

/** Both sides give the smaller of what they have left, so neither falls below zero; undefined where one has nothing. */
function meet(
  claim: CertificateClaim,
  month: string,
  load: Step<'MWh'>,
  unused: Step<'MWh'>,
): Meeting | undefined {
  if (load.value.lte(ZERO) || unused.value.lte(ZERO)) return undefined;
  const { certificate } = claim;
  const what = `${certificate.registry} ${certificate.serialStart} to ${certificate.serialEnd}`;
  const energy = minimum(load, unused, {
    name: `Load of ${month} that certificates ${what} cover`,
    formula: 'smaller of uncovered load and unused certificates',
  });
  const { technology } = certificate;
  return {
    allocation: { certificate, technology, energy, rate: rateOf(claim) },
    loadLeft: difference(load, energy, `Load of ${month} left after certificates ${what}`),
    certificatesLeft: difference(unused, energy, `Certificates ${what} left after ${month}`),
  };
}

/** The claims of each emission rate, the lowest rate first, each group in the order in which it came. */
function byRate(claims: readonly CertificateClaim[]): CertificateClaim[][] {
  const groups = new Map<string, CertificateClaim[]>();
  for (const claim of claims) {
    const key = rateOf(claim).value.toFraction();
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const rate = ([first]: readonly CertificateClaim[]) => (first ? rateOf(first).value : ZERO);
  return [...groups.values()].sort((a, b) => rate(a).compare(rate(b)));
}

/**
 * Certificates laid against load, those of the lowest emission rate first, so that one more never raises emissions above
 * what would answer in its place: each against the month of its vintage, what is left against the other months, earliest
 * first, and never more than the load. Expects the claims in order.
 */
export function allocate(
  loads: readonly Load[],
  claims: readonly CertificateClaim[],
): AllocationResult {
  const months = [...loads].sort((a, b) => (a.month < b.month ? -1 : 1));
  const loadLeft = new Map(months.map(({ month, energy }) => [month, energy]));
  const unused = new Map(claims.map((claim) => [claim, claim.energy]));
  const allocations: { month: string; allocation: Allocation }[] = [];
  const lay = (claim: CertificateClaim, month: string) => {
    const [load, certificates] = [loadLeft.get(month), unused.get(claim)];
    const met = load && certificates && meet(claim, month, load, certificates);
    if (!met) return;
    loadLeft.set(month, met.loadLeft);
    unused.set(claim, met.certificatesLeft);
    allocations.push({ month, allocation: met.allocation });
  };
  for (const group of byRate(claims)) {
    for (const claim of group) lay(claim, claim.certificate.vintage);
    for (const claim of group) for (const { month } of months) lay(claim, month);
  }
  return {
    loads: months.map(({ month, energy }) => ({
      month,
      allocations: allocations.filter((each) => each.month === month).map((a) => a.allocation),
      remainder: loadLeft.get(month) ?? energy,
    })),
    surplus: [...unused.values()].filter(({ value }) => value.gt(ZERO)),
  };
}

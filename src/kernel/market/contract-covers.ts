import type { Contract } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { ContractDelivery } from '../../model/records.ts';
import { ZERO } from '../../units/rational.ts';
import { splitByDays, splitFindings } from '../energy/split-by-days.ts';
import { yearOf, yearOfMonth } from '../factors/site-factors.ts';
import type { ContractCover } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { activity, difference, minimum, type Step, sum } from '../ledger.ts';
import { type RatedContract, ratedContract } from './contract-rates.ts';

/** The contracts of a site that answer with a rate of their own, in the order in which they are asked. */
export interface OwnRates {
  /** With deliveries, where no certificate system exists. */
  readonly delivered: readonly (RatedContract & { readonly energy: MonthlyDeliveries })[];
  /** The rate of the supplier, for all that is left. */
  readonly supplier: RatedContract | undefined;
  /** Deliveries of which the attributes were sold: null power. */
  readonly sold: readonly MonthlyDeliveries[];
}

type MonthlyDeliveries = ReadonlyMap<string, Step<'MWh'>>;

/** What is left of a month's load after contracts. */
export interface ContractedLoad {
  readonly contracts: readonly ContractCover[];
  readonly remainder: Step<'MWh'>;
}

function nameOf({ contract, firstDay, lastDay }: ContractDelivery): string {
  return `Delivery under ${contract}, ${firstDay} to ${lastDay}`;
}

function monthlyDeliveries(
  { id }: Contract,
  { deliveries = [], calendar }: SiteInputs,
): Found<MonthlyDeliveries> {
  const own = deliveries
    .filter(({ contract }) => contract === id)
    .sort((a, b) => a.start - b.start || (a.evidence.at.line ?? 0) - (b.evidence.at.line ?? 0));
  const findings: Finding[] = [];
  const byMonth = new Map<string, Step<'MWh'>[]>();
  for (const delivery of own) {
    findings.push(...splitFindings(nameOf(delivery), delivery, calendar));
    const whole = activity(delivery.energyMwh, 'MWh', nameOf(delivery), [delivery.evidence]);
    for (const { month, amount } of splitByDays(delivery, whole, calendar)) {
      byMonth.set(month.id, [...(byMonth.get(month.id) ?? []), amount]);
    }
  }
  const totals = [...byMonth].map(([month, parts]): [string, Step<'MWh'>] => [
    month,
    sum(parts, `Delivered under ${id} in ${month}`),
  ]);
  return found(new Map(totals), findings);
}

/** The contracts of a site that carry their claim themselves, with their deliveries, and what is to be said of them. */
export function ownRates(inputs: FootprintInputs, site: SiteInputs): Found<OwnRates> {
  const years = [...new Set(site.calendar.months.map(yearOf))];
  const contracts = [...site.contracts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const findings: Finding[] = [];
  const rated = (contract: Contract): RatedContract => {
    const result = ratedContract(contract, years, inputs, site);
    findings.push(...result.findings);
    return result.value;
  };
  const delivered = contracts
    .filter((each) => each.kind !== 'supplier-rate' && each.certificate_system === false)
    .map((contract) => {
      const energy = monthlyDeliveries(contract, site);
      if (contract.attributes !== 'sold') findings.push(...energy.findings);
      return { ...rated(contract), energy: energy.value };
    });
  const supplier = contracts
    .filter(({ kind, rate }) => kind === 'supplier-rate' && rate !== undefined)
    .map(rated)
    .find(({ rates }) => rates.size > 0);
  const sold = contracts
    .filter(({ attributes }) => attributes === 'sold')
    .flatMap((contract) => {
      const energy = monthlyDeliveries(contract, site);
      if (energy.value.size === 0) return [];
      findings.push(...energy.findings, soldFinding(contract));
      return [energy.value];
    });
  return found({ delivered, supplier, sold }, findings);
}

/** What is recorded as delivered under a contract in a month; `unrecorded` where the contract has no deliveries at all. */
export function deliveredIn(
  id: string,
  month: string,
  site: SiteInputs,
): Step<'MWh'> | 'unrecorded' | undefined {
  const contract = site.contracts.find((each) => each.id === id);
  const isRecorded = (site.deliveries ?? []).some((delivery) => delivery.contract === id);
  return contract && isRecorded ? monthlyDeliveries(contract, site).value.get(month) : 'unrecorded';
}

function soldFinding({ id }: Contract): Finding {
  const message = `Energy delivered under contract ${id}, whose attributes are sold, has the residual mix in the market-based figure, and is not renewable.`;
  return finding('ACC-NULL-POWER', 'info', message, { entry: `contracts.${id}` });
}

/** Energy of a month that was delivered under contracts whose attributes are sold. */
export function soldIn(month: string, { sold }: OwnRates): Step<'MWh'>[] {
  return sold.flatMap((deliveries) => deliveries.get(month) ?? []);
}

/** Load of a month laid against deliveries of the same month, contract by contract and never more than the load. */
export function laidAgainst(
  load: Step<'MWh'>,
  month: string,
  { delivered }: OwnRates,
): ContractedLoad {
  const contracts: ContractCover[] = [];
  let remainder = load;
  for (const { contract, rates, energy } of delivered) {
    const rate = rates.get(yearOfMonth(month));
    const offered = energy.get(month);
    if (!rate || !offered || remainder.value.lte(ZERO) || offered.value.lte(ZERO)) continue;
    const taken = minimum(remainder, offered, {
      name: `Load of ${month} that contract ${contract.id} covers`,
      formula: 'smaller of uncovered load and delivery',
    });
    contracts.push({ contract, energy: taken, rate });
    remainder = difference(remainder, taken, `Load of ${month} left after contract ${contract.id}`);
  }
  return { contracts, remainder };
}

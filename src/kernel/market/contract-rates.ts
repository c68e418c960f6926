import type { Contract } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { exact, ZERO } from '../../units/rational.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { declared, type Step } from '../ledger.ts';
import { contractFailuresOf } from './criteria.ts';

/** A contract that answers with an emission rate of its own, by year; years for which it does not answer are absent. */
export interface RatedContract {
  readonly contract: Contract;
  readonly rates: ReadonlyMap<number, Step<'kg CO2e/MWh'>>;
}

function refusal({ id }: Contract, because: string): Finding {
  return finding(
    'ACC-CONTRACT-REFUSED',
    'quality',
    `Contract ${id} was not counted at its own rate; ${because}.`,
    { entry: `contracts.${id}` },
    ['GHG Protocol Scope 2 Guidance, table 7.1'],
  );
}

/** Why a contract cannot answer at all; undefined where it can. */
function refused(contract: Contract): Finding | undefined {
  const failures = contractFailuresOf(contract);
  if (!contract.rate) return refusal(contract, 'it states no rate; add rate');
  const { co2e_kg_per_mwh: rate } = contract.rate;
  if (exact(rate).lt(ZERO)) return refusal(contract, `its rate is ${rate} kg/MWh, below zero`);
  if (failures.length === 0) return undefined;
  const reasons = failures.map((f) => `criterion ${String(f.criterion)}: ${f.because}`);
  return refusal(contract, reasons.join('; '));
}

function rateStep(
  { id }: Contract,
  rate: NonNullable<Contract['rate']>,
  { share }: SiteInputs,
): Step<'kg CO2e/MWh'> {
  const { file, sha256 } = share.evidence;
  const note = { name: `Emission rate of contract ${id}`, cites: [rate.source] };
  const at = { element: `contracts.${id}.rate` };
  return declared(exact(rate.co2e_kg_per_mwh), 'kg CO2e/MWh', note, [{ file, sha256, at }]);
}

/** A rate is of its own year; an earlier one stands in where the workspace allows it, and a later one never. */
function yearFinding(
  { id, rate }: Contract,
  year: number,
  otherYear: FootprintInputs['factors']['other_year'],
): Finding | undefined {
  if (!rate || rate.year === year) return undefined;
  const isUsed = otherYear === 'latest-earlier' && rate.year < year;
  const numbers = `For ${String(year)} the rate of contract ${id} of ${String(rate.year)}`;
  const at = { entry: `contracts.${id}.rate` };
  return isUsed
    ? finding('ACC-FACTOR-OTHER-YEAR', 'quality', `${numbers} was used.`, at)
    : finding(
        'ACC-FACTOR-YEAR-REFUSED',
        'quality',
        `${numbers} was not used; state the rate of that year, or set factors.other_year.`,
        at,
      );
}

/** The rate that a contract states for each year for which it may be used, whatever its criteria. */
export function statedRates(
  contract: Contract,
  years: readonly number[],
  inputs: FootprintInputs,
  site: SiteInputs,
): Found<RatedContract['rates']> {
  const { rate } = contract;
  const rates = new Map<number, Step<'kg CO2e/MWh'>>();
  const findings: Finding[] = [];
  if (!rate) return found(rates);
  for (const year of years) {
    const remark = yearFinding(contract, year, inputs.factors.other_year);
    if (remark) findings.push(remark);
    if (remark?.code !== 'ACC-FACTOR-YEAR-REFUSED') rates.set(year, rateStep(contract, rate, site));
  }
  return found(rates, findings);
}

/** The rate of a contract for each year that it answers for, and what is to be said of it. */
export function ratedContract(
  contract: Contract,
  years: readonly number[],
  inputs: FootprintInputs,
  site: SiteInputs,
): Found<RatedContract> {
  const refusedBy = refused(contract);
  if (refusedBy) return found({ contract, rates: new Map() }, refusedBy);
  const { value: rates, findings } = statedRates(contract, years, inputs, site);
  return found({ contract, rates }, findings);
}

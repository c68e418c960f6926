import type { SiteInputs } from '../inputs.ts';
import { minimum, type Step } from '../ledger.ts';
import { deliveredIn, type OwnRates } from './contract-covers.ts';
import { suppliedParts, type SuppliedPart, type SupplierMixes } from './supplier-mix.ts';

/**
 * The contract under which the remainder of a site's energy is delivered: that whose rate answers for it, else the first
 * one of a supplier whose sources are evidenced. Undefined where there is none.
 */
export function supplierOf(
  { contracts }: SiteInputs,
  { supplier, delivered }: OwnRates,
  mixes: SupplierMixes,
): string | undefined {
  if (supplier) return supplier.contract.id;
  const apart = new Set(delivered.map(({ contract }) => contract.id));
  return contracts
    .filter(({ id, kind }) => kind !== 'unbundled-certificates' && kind !== 'ppa' && !apart.has(id))
    .map(({ id }) => id)
    .sort()
    .find((id) => mixes.has(id));
}

/** A remainder by what its supplier made it of: all of it, or what is recorded as delivered where deliveries are. */
export function suppliedOf(
  remainder: Step<'MWh'>,
  month: string,
  site: SiteInputs,
  rates: OwnRates,
  mixes: SupplierMixes,
): SuppliedPart[] | undefined {
  const contract = supplierOf(site, rates, mixes);
  if (contract === undefined) return undefined;
  const year = Number(month.slice(0, 4));
  const recorded = deliveredIn(contract, month, site);
  if (recorded === 'unrecorded') return suppliedParts(remainder, contract, year, mixes);
  if (!recorded) return undefined;
  const energy = minimum(remainder, recorded, {
    name: `Load of ${month} that ${contract} delivered`,
    formula: 'smaller of uncovered load and delivery',
  });
  return suppliedParts(energy, contract, year, mixes);
}

import type { SiteInputs } from '../inputs.ts';
import type { OwnRates } from './contract-covers.ts';
import type { SupplierMixes } from './supplier-mix.ts';

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

import type { DeliveriesInput } from '../../model/documents/workspace.ts';
import type { ContractDelivery } from '../../model/records.ts';
import { unitFactor } from '../columns.ts';
import { spanReader } from '../day-spans.ts';
import {
  type Extraction,
  type Identification,
  type IngestContext,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { readMapped } from '../mapped-rows.ts';
import { rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'contract', spelled: /contract|ppa|agreement|deliver|settle|tariff/i },
  { what: 'period', spelled: /\b(start|end|from|to|through|period|month|date)\b/i },
  { what: 'energy', spelled: /\b[kmg]wh\b|energy|volume/i },
];

/** How far the file looks like a list of deliveries under a contract. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The deliveries of a file by its mapping; days are those of the site that the contract supplies. */
export function extract(
  file: InputFile,
  { contract, csv, map }: DeliveriesInput,
  context: IngestContext,
): Extraction<ContractDelivery> {
  // a contract that is not known supplies no site, and no clock stands in for its own
  const site = context.contracts?.find(({ id }) => id === contract)?.site ?? '';
  const spanOf = spanReader(map, site, context, file.path);
  const unit = unitFactor(map.energy, [{ kind: 'energy', to: 'MWh' }], file.path);
  if (typeof spanOf !== 'function' || 'severity' in unit) {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    return refusedFile(...faults, ...('severity' in unit ? [unit] : []));
  }
  const columns = [map.start, map.end, map.energy.column];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const days = spanOf(row);
      const energy = row.measured(map.energy.column, 'any');
      if (!days || !energy) return [];
      const energyMwh = energy.mul(unit.factor);
      return [{ contract, energyMwh, ...days, evidence: row.evidence(map.energy.column) }];
    }),
  );
}

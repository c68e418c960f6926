import type { HourColumn } from '../../model/column.ts';
import type { Meter } from '../../model/documents/workspace.ts';
import type { Month } from '../../model/time.ts';
import { ratio, ZERO } from '../../units/rational.ts';
import { meterEnergy } from '../energy/meter-energy.ts';
import type { Figure } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { activity, convert, type Step } from '../ledger.ts';

/** What stores took in and gave out, by month id. */
export interface StorageMonths {
  readonly charged: ReadonlyMap<string, readonly Figure<'MWh'>[]>;
  readonly discharged: ReadonlyMap<string, readonly Figure<'MWh'>[]>;
}

type Columns = ReadonlyMap<string, HourColumn> | undefined;

function byMeters(
  inputs: SiteInputs,
  stores: readonly Meter[],
  columns: Columns,
): Found<StorageMonths['charged']> {
  const read = { ...inputs, bills: [], energyColumns: columns ?? new Map<string, HourColumn>() };
  const energies = stores.map((meter) => meterEnergy(meter, read));
  const months = inputs.calendar.months.map(({ id }): [string, Figure<'MWh'>[]] => [
    id,
    energies.flatMap(({ value }) => value.get(id) ?? []),
  ]);
  return found(
    new Map(months),
    energies.flatMap(({ findings }) => findings),
  );
}

/** Records of a registry that began in a month, in one direction. */
function ofRecords(
  { storage = [] }: SiteInputs,
  month: Month,
  direction: 'charge' | 'discharge',
): Step<'MWh'>[] {
  const own = storage
    .filter(({ start }) => start >= month.start && start < month.end)
    .filter(({ energyWh }) => (direction === 'charge' ? energyWh < 0n : energyWh > 0n))
    .sort((a, b) => a.start - b.start);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return [];
  const total = own.reduce((sum, { energyWh }) => sum + energyWh, 0n);
  const name = `Storage, ${direction} of ${String(own.length)} records in ${month.id}`;
  const energy = ratio(total < 0n ? -total : total);
  const evidence = first === last ? [first.evidence] : [first.evidence, last.evidence];
  return [convert(activity(energy, 'Wh', name, evidence), 'MWh')];
}

/** What the stores of a site took in and gave out: by their meters, else by the records of a registry. */
export function storageMonths(inputs: SiteInputs, stores: readonly Meter[]): Found<StorageMonths> {
  if (stores.length > 0) {
    const charged = byMeters(inputs, stores, inputs.chargeColumns);
    const discharged = byMeters(inputs, stores, inputs.generationColumns);
    const value = { charged: charged.value, discharged: discharged.value };
    return found(value, charged.findings, discharged.findings);
  }
  const of = (direction: 'charge' | 'discharge') =>
    new Map(
      inputs.calendar.months.map((month): [string, readonly Step<'MWh'>[]] => [
        month.id,
        ofRecords(inputs, month, direction),
      ]),
    );
  return found({ charged: of('charge'), discharged: of('discharge') });
}

/** True where something was stored. */
export function hasStorage({ storage = [] }: SiteInputs, stores: readonly Meter[]): boolean {
  return stores.length > 0 || storage.some(({ energyWh }) => ratio(energyWh).compare(ZERO) !== 0);
}

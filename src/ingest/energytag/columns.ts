import type { HeaderSign } from '../table/identify.ts';

/**
 * Columns of the registry's import layout of granular certificates.
 *
 * @see EnergyTag granular certificate registry, certificate bundle model
 */
export const BUNDLE = {
  issuance: 'issuance_id',
  quantity: 'bundle_quantity',
  first: 'certificate_bundle_id_range_start',
  last: 'certificate_bundle_id_range_end',
  carrier: 'energy_carrier',
  source: 'energy_source',
  faceValue: 'face_value',
  start: 'production_starting_interval',
  end: 'production_ending_interval',
  zone: 'local_timezone',
  storage: 'is_storage',
  country: 'country_of_issuance',
} as const;

/** Columns of the registry's template of meter readings, in watt-hours. */
export const READING = {
  start: 'interval_start_datetime',
  end: 'interval_end_datetime',
  energy: 'interval_usage',
  basis: 'gross_net_indicator',
} as const;

/** Columns of the registry's template of storage readings, in watt-hours; negative is charge. */
export const FLOW = {
  start: 'flow_start_datetime',
  end: 'flow_end_datetime',
  energy: 'flow_energy',
  validator: 'validator_id',
} as const;

/** Columns of the registry's template of storage allocations, which hold no energy. */
export const ALLOCATION = [
  'scr_allocation_id',
  'sdr_allocation_id',
  'sdr_proportion',
  'storage_efficiency_factor',
] as const;

/** Columns of the activity of a British balancing unit, in megawatts. */
export const ACTIVITY = ['Time', 'MEL', 'MIL', 'BMU_ID'] as const;

/** A sign for each column, by its exact name. */
export function signsOf(columns: readonly string[]): readonly HeaderSign[] {
  return columns.map((column) => ({ what: column, spelled: new RegExp(`^${column}$`, 'i') }));
}

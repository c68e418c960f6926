import { countKnown, HOUR, type HourColumn } from '../../model/column.ts';
import type { Meter } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { type Calendar, overlapOf } from '../../model/time.ts';
import type { Figure } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { columnSum, convert, inUnit, type Step, sum } from '../ledger.ts';
import { missingEstimates } from '../quality/estimate-missing.ts';
import { billedEnergy } from './bills.ts';

/** Energy of a meter by month id; a month without any record is missing. */
export type MonthlyEnergy = ReadonlyMap<string, Figure<'MWh'>>;

function meteredEnergy(
  meter: string,
  column: HourColumn,
  calendar: Calendar,
): Found<ReadonlyMap<string, Step<'J'>>> {
  const months = calendar.months.filter((month) => countKnown(column, month) > 0);
  const totals = months.map((month): [string, Step<'J'>] => {
    const name = `Metered energy of ${meter} in ${month.id}`;
    return [month.id, inUnit(columnSum(column, month, name), 'J')];
  });
  return found(new Map(totals), missingHours(meter, column, calendar));
}

function missingHours(meter: string, column: HourColumn, calendar: Calendar): Finding[] {
  const hours = Math.floor((calendar.end - calendar.start) / HOUR);
  const missing = hours - countKnown(column, calendar);
  if (missing <= 0) return [];
  return [
    finding(
      'ACC-READINGS-MISSING',
      missing >= 24 ? 'critical' : 'quality',
      `${String(missing)} of ${String(hours)} hours of the period hold no reading of ${meter}; its energy is too low by these hours until they are read or billed.`,
      column.inputs[0] ? { file: column.inputs[0].file } : {},
    ),
  ];
}

function counts(
  meter: Meter,
  hasBills: boolean,
  hasReadings: boolean,
): 'bills' | 'readings' | undefined {
  if (hasBills && hasReadings) return meter.energy_from ?? 'bills';
  if (hasBills) return 'bills';
  return hasReadings ? 'readings' : undefined;
}

function noRecord(meter: Meter): Finding {
  return finding(
    'ACC-NO-ENERGY',
    meter.measures === 'grid-import' ? 'critical' : 'completeness',
    `Meter ${meter.id} has neither bills nor readings for the period; add one of them to its inputs.`,
    { entry: `meters.${meter.id}` },
  );
}

/** The record of a meter's energy that counts; undefined where there is none for the period. */
export function energySource(
  meter: Meter,
  { bills, calendar, energyColumns }: SiteInputs,
): 'bills' | 'readings' | undefined {
  const column = energyColumns.get(meter.id);
  const hasBills = bills.some((b) => b.meter === meter.id && overlapOf(b, calendar));
  const hasReadings = column !== undefined && countKnown(column, calendar) > 0;
  return counts(meter, hasBills, hasReadings);
}

/** Findings of stretches without a record. */
const GAPS: ReadonlySet<string> = new Set(['ACC-BILL-MISSING', 'ACC-READINGS-MISSING']);

/**
 * The energy of a meter by month, from the record that counts: bills or readings. What neither holds is missing, or
 * estimated where that was decided.
 */
export function meterEnergy(meter: Meter, inputs: SiteInputs): Found<MonthlyEnergy> {
  const { calendar } = inputs;
  const column = inputs.energyColumns.get(meter.id);
  const source = energySource(meter, inputs);
  if (source === undefined) {
    const gap = noRecord(meter);
    return found(new Map(calendar.months.map(({ id }) => [id, { missing: gap }])), gap);
  }
  const { value, findings }: Found<ReadonlyMap<string, Step<'J' | 'kWh'>>> =
    source === 'readings' && column
      ? meteredEnergy(meter.id, column, calendar)
      : billedEnergy(meter.id, inputs.bills, column, calendar);
  const gap = findings.find(({ code }) => GAPS.has(code)) ?? noRecord(meter);
  const estimates = missingEstimates(meter, source, inputs);
  const months = calendar.months.map(({ id }): [string, Figure<'MWh'>] => {
    const name = `Energy of ${meter.id} in ${id}`;
    const energy = value.get(id);
    const known = energy ? [convert(energy, 'MWh', name)] : [];
    const parts = [...known, ...(estimates?.value.get(id) ?? [])];
    return [id, parts.length > 0 ? sum(parts, `${name}, estimates included`) : { missing: gap }];
  });
  if (!estimates) return found(new Map(months), findings);
  const others = findings.filter(({ code }) => !GAPS.has(code));
  return found(new Map(months), others, estimates.findings);
}

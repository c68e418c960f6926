import { HOUR, type HourColumn } from '../../model/column.ts';
import type { Evidence } from '../../model/records.ts';
import type { Calendar, Instant } from '../../model/time.ts';

/** Joules in a watt-hour. */
export const WATT_HOUR = 3600n;

/** More than all plants of the world give in an hour, in watt-hours: a record above it is wrong, and no cell could hold it. */
export const MOST_IN_AN_HOUR = 10n ** 13n;

/** Energy at an instant, in whole watt-hours, and where it stands. */
export interface TimedEnergy {
  readonly start: Instant;
  readonly energyWh: bigint;
  readonly evidence: Evidence;
}

/** The hours of a calendar. */
export function hoursIn({ start, end }: Calendar): number {
  return Math.floor((end - start) / HOUR);
}

/** A column of records of whole watt-hours: every hour is known, and holds nothing where no record speaks of it. */
export function recordColumn(
  id: string,
  site: string,
  records: readonly TimedEnergy[],
  calendar: Calendar,
): HourColumn {
  const cells = new BigInt64Array(hoursIn(calendar));
  for (const { start, energyWh } of records) {
    const i = Math.floor((start - calendar.start) / HOUR);
    cells[i] = (cells[i] ?? 0n) + energyWh * WATT_HOUR;
  }
  const files = new Map(records.map(({ evidence: { file, sha256 } }) => [file, sha256]));
  return {
    id,
    site,
    quantity: 'energy',
    unit: 'J',
    scale: 1n,
    start: calendar.start,
    cells,
    known: new Uint8Array(cells.length).fill(1),
    inputs: [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, sha256]) => ({ file, sha256 })),
    counts: { readings: records.length, estimated: 0, missing: 0, duplicate: 0 },
  };
}

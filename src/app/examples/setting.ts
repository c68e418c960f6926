import { computeFootprint } from '../../kernel/compute-footprint.ts';
import type { Footprint } from '../../kernel/footprint.ts';
import type { FootprintInputs, SiteInputs } from '../../kernel/inputs.ts';
import { measure, type MeasureRequest } from '../../kernel/measure.ts';
import { warmingPotentials } from '../../kernel/warming-potentials.ts';
import type { HourColumn } from '../../model/column.ts';
import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import type { Contract } from '../../model/documents/workspace.ts';
import type { Bill, Certificate, Evidence } from '../../model/records.ts';
import type { Calendar } from '../../model/time.ts';
import { exact, type Rational } from '../../units/rational.ts';
import { calendarOf } from '../calendar.ts';
import type { Catalogue } from './example.ts';

const SITE = 'example';
const PUBLISHER = 'example';
const ZONE = 'UTC';
/** The key of the grid of an example. */
export const GRID = 'example:GRID';

/** Where the records of an example stand: in itself. */
export const EVIDENCE: Evidence = { file: 'worked example', sha256: '0'.repeat(64), at: {} };

/** Whole days in UTC, from the first of January 2025 on unless said otherwise. */
export function days(count: number, first = '2025-01-01'): Calendar {
  const end = new Date(Date.parse(first) + (count - 1) * 86_400_000).toISOString().slice(0, 10);
  return calendarOf({ start: first, end }, ZONE);
}

/** A year of 365 days. */
export const YEAR: Calendar = days(365);

/** A row of a factor set made for an example. */
export function row(more: Omit<FactorRow, 'source' | 'grade' | 'id'> & { id?: string }): FactorRow {
  return { id: 'example', ...more, source: { document: 'worked example' }, grade: 'C' };
}

/** A row of the grid average of an example, per kWh or MWh; a gas that is not stated is zero in an example. */
export function gridRow(more: Partial<FactorRow>): FactorRow {
  return row({
    answers: { use: 'location', grid: GRID, year: 2025 },
    per: 'MWh',
    co2_kg: '0',
    ch4_kg: '0',
    n2o_kg: '0',
    ...more,
  });
}

/** A factor set made for an example. */
export function setOf(...rows: readonly FactorRow[]): FactorSet {
  return {
    publisher: PUBLISHER,
    edition: '1',
    title: 'Factors of a worked example',
    licence: 'none',
    rows: [...rows],
  };
}

/** A bill for the whole of a calendar. */
export function billOf(calendar: Calendar, energyKwh: string, more: Partial<Bill> = {}): Bill {
  const { start, end } = calendar;
  const day = (instant: number) => new Date(instant * 1000).toISOString().slice(0, 10);
  return {
    meter: 'main',
    firstDay: day(start),
    lastDay: day(end - 1),
    start,
    end,
    energyKwh: exact(energyKwh),
    quality: 'actual',
    evidence: EVIDENCE,
    ...more,
  };
}

/** An hourly column over a calendar, the same cell in each hour unless a function gives it. */
export function columnOf(
  { start, end }: Calendar,
  column: Pick<HourColumn, 'id' | 'quantity' | 'unit'>,
  cell: (hour: number) => bigint,
): HourColumn {
  const hours = (end - start) / 3600;
  return {
    ...column,
    site: SITE,
    scale: 1n,
    start,
    cells: BigInt64Array.from({ length: hours }, (_, hour) => cell(hour)),
    known: Uint8Array.from({ length: hours }, () => 1),
    inputs: [{ file: EVIDENCE.file, sha256: EVIDENCE.sha256 }],
    counts: { readings: hours, estimated: 0, missing: 0, duplicate: 0 },
  };
}

/** Hashes at a constant rate, in PH/s. */
export function hashesAt(calendar: Calendar, rate: Rational): NonNullable<SiteInputs['hashes']> {
  const perHour = rate.mul(3_600_000_000);
  if (perHour.d !== 1n) throw new RangeError('the hashes of an hour are no whole number of GH');
  const { n: cell } = perHour;
  return {
    algorithm: 'sha256',
    volume: columnOf(
      calendar,
      { id: 'example.hashes', quantity: 'hashes', unit: 'GH' },
      () => cell,
    ),
    seconds: columnOf(
      calendar,
      { id: 'example.seconds', quantity: 'seconds', unit: 's' },
      () => 3600n,
    ),
  };
}

const MET = { met: 'yes', evidence: EVIDENCE.file, by: EVIDENCE.file, on: '2025-12-31' } as const;

/** A contract under which every criterion is met. */
export const CONTRACT: Contract = {
  id: 'contract',
  site: SITE,
  kind: 'ppa',
  technology: 'wind',
  attributes: 'retained',
  criteria: {
    emission_rate: MET,
    sole_claim: MET,
    utility_rate: { ...MET, met: 'not-applicable' },
    direct_transfer: MET,
  },
};

/** A certificate of some energy, in kWh, at a rate in kg per kWh. */
export function certificateOf(energyKwh: string, rate: string): Certificate {
  return {
    site: SITE,
    contract: CONTRACT.id,
    registry: 'EXAMPLE',
    serialStart: '1',
    serialEnd: '1000',
    energyMwh: exact(energyKwh).div(1000),
    emissionFactor: exact(rate).mul(1000),
    vintage: '2025-01',
    technology: 'wind',
    country: 'US',
    isRetired: true,
    statusText: 'retired',
    beneficiary: 'Example',
    evidence: EVIDENCE,
  };
}

/** One site with a meter of the grid that serves mining, and the records that an example gives it. */
export function siteOf(
  more: Partial<Omit<SiteInputs, 'site'>> & { site?: Partial<SiteInputs['site']> } = {},
): SiteInputs {
  const { site, ...records } = more;
  return {
    site: {
      id: SITE,
      name: 'Example',
      country: 'US',
      zone: ZONE,
      grid: GRID,
      role: 'own',
      ...site,
    },
    share: { percent: exact('100'), evidence: EVIDENCE },
    calendar: YEAR,
    meters: [{ id: 'main', site: SITE, measures: 'grid-import', use: 'mining' }],
    contracts: [CONTRACT],
    bills: [],
    energyColumns: new Map(),
    certificates: [],
    fleet: [],
    ...records,
  };
}

/** What the accounting rests on, with the factor sets of an example alone. */
export function inputsOf(site: SiteInputs, ...sets: readonly FactorSet[]): FootprintInputs {
  return {
    entity: { name: 'Example' },
    period: { start: '2025-01-01', end: '2025-12-31' },
    factors: {
      location: [PUBLISHER],
      residual: [PUBLISHER],
      mix: [PUBLISHER],
      combustion: [PUBLISHER],
      other_year: 'refuse',
    },
    factorSets: sets,
    decisions: [],
    sites: [site],
  };
}

/** The accounting of one site. */
export function footprintOf(site: SiteInputs, ...sets: readonly FactorSet[]): Footprint {
  return computeFootprint(inputsOf(site, ...sets));
}

/** The single value of a metric; undefined where there is none. */
export function valueOf(footprint: Footprint, request: MeasureRequest): Rational | undefined {
  return measure(footprint, request).measurements[0]?.step.value;
}

/** A metric by gas. */
export function byGas(footprint: Footprint, metric: string, gas: string): Rational | undefined {
  const { measurements } = measure(footprint, { metric, by: ['gas'] });
  return measurements.find(({ dimensions }) => dimensions.gas === gas)?.step.value;
}

/** The potentials of a report and horizon that ship. Throws a RangeError where they are not at hand. */
export function potentials({ sets }: Catalogue, edition: string) {
  const found = warmingPotentials(edition, sets);
  if (found) return found;
  throw new RangeError(`the warming potentials ${edition} are not installed`);
}

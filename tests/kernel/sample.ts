import { DateTime } from 'luxon';
import { computeFootprint } from '../../src/kernel/compute-footprint.ts';
import type { Footprint } from '../../src/kernel/footprint.ts';
import type { FootprintInputs, SiteInputs } from '../../src/kernel/inputs.ts';
import { measure, type MeasureRequest } from '../../src/kernel/measure.ts';
import type { HourColumn } from '../../src/model/column.ts';
import type { FactorRow, FactorSet } from '../../src/model/documents/factor-set.ts';
import type { Contract, Meter, Site } from '../../src/model/documents/workspace.ts';
import type {
  Bill,
  Certificate,
  CoinProduction,
  ContractDelivery,
  Evidence,
  FleetUnit,
  FuelUse,
} from '../../src/model/records.ts';
import type { Calendar, Month } from '../../src/model/time.ts';
import { exact } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';

/*
 * A small site, of which each test changes what it is about: 2025, one grid meter that serves mining, a bill of
 * 100 MWh for each month, a grid at 400 kg CO2, 0.02 kg CH4 and 0.004 kg N2O per MWh.
 */

export const HASH = '0'.repeat(64);

export function evidence(file: string, line: number): Evidence {
  return { file, sha256: HASH, at: { line } };
}

export function midnight(day: string, zone: string): number {
  return DateTime.fromISO(day, { zone }).toSeconds();
}

export function calendar(first = '2025-01-01', last = '2025-12-31', zone = 'UTC'): Calendar {
  const start = DateTime.fromISO(first, { zone });
  const end = DateTime.fromISO(last, { zone }).plus({ days: 1 });
  const months: Month[] = [];
  for (let at = start; at < end; at = at.startOf('month').plus({ months: 1 })) {
    const next = DateTime.min(at.startOf('month').plus({ months: 1 }), end);
    months.push({ id: at.toFormat('yyyy-MM'), start: at.toSeconds(), end: next.toSeconds() });
  }
  return { zone, start: start.toSeconds(), end: end.toSeconds(), months };
}

export function bill(
  firstDay: string,
  lastDay: string,
  energyKwh: string,
  more: Partial<Bill> & { zone?: string } = {},
): Bill {
  const { zone = 'UTC', ...rest } = more;
  const end = DateTime.fromISO(lastDay, { zone }).plus({ days: 1 }).toSeconds();
  return {
    meter: 'main',
    firstDay,
    lastDay,
    start: midnight(firstDay, zone),
    end,
    energyKwh: exact(energyKwh),
    quality: 'actual',
    evidence: evidence('bills.csv', Number(firstDay.slice(5, 7)) + 1),
    ...rest,
  };
}

export function monthlyBills(kwh: (month: string) => string, more: Partial<Bill> = {}): Bill[] {
  return calendar().months.map(({ id }) => {
    const last = DateTime.fromISO(`${id}-01`).endOf('month').toFormat('yyyy-MM-dd');
    return bill(`${id}-01`, last, kwh(id), more);
  });
}

/** A column whose hours hold what `cell` gives; undefined is an hour without data. */
export function column(
  id: string,
  span: { start: number; end: number },
  cell: (hour: number) => bigint | undefined,
  more: Partial<HourColumn> = {},
): HourColumn {
  const hours = (span.end - span.start) / 3600;
  const values = Array.from({ length: hours }, (_, hour) => cell(hour));
  return {
    id,
    site: 'alpha',
    quantity: 'energy',
    unit: 'J',
    scale: 1n,
    start: span.start,
    cells: BigInt64Array.from(values, (value) => value ?? 0n),
    known: Uint8Array.from(values, (value) => (value === undefined ? 0 : 1)),
    inputs: [{ file: 'readings.csv', sha256: HASH }],
    counts: { readings: hours, estimated: 0, missing: 0, duplicate: 0 },
    ...more,
  };
}

/** Hashes at a constant rate in PH/s; hours for which `isKnown` is false hold nothing. */
export function hashes(
  span: { start: number; end: number },
  phs: bigint,
  isKnown: (hour: number) => boolean = () => true,
): NonNullable<SiteInputs['hashes']> {
  const volume = (hour: number) => (isKnown(hour) ? phs * 1_000_000n * 3600n : undefined);
  const seconds = (hour: number) => (isKnown(hour) ? 3600n : undefined);
  return {
    algorithm: 'sha256',
    volume: column('alpha.hashes', span, volume, { quantity: 'hashes', unit: 'GH' }),
    seconds: column('alpha.seconds', span, seconds, { quantity: 'seconds', unit: 's' }),
  };
}

export function factorRow(more: Partial<FactorRow> = {}): FactorRow {
  return {
    id: 'TEST',
    answers: { use: 'location', grid: 'test:GRID', year: 2025 },
    per: 'MWh',
    co2_kg: '400',
    ch4_kg: '0.02',
    n2o_kg: '0.004',
    source: { document: 'a table made for tests', table: 'T1' },
    grade: 'V',
    ...more,
  };
}

/** Natural gas of 40 CFR Part 98, tables C-1 and C-2. */
export function fuelRow(more: Partial<FactorRow> = {}): FactorRow {
  return {
    id: 'natural-gas',
    answers: { use: 'combustion', fuel: 'natural-gas' },
    per: 'mmBtu',
    co2_kg: '53.06',
    ch4_kg: '0.001',
    n2o_kg: '0.0001',
    heat_content: { per: 'scf', mmbtu: '0.001026', basis: 'HHV' },
    source: { document: '40 CFR Part 98', table: 'C-1' },
    grade: 'V',
    ...more,
  };
}

export function factorSet(
  rows: readonly FactorRow[] = [factorRow()],
  more: Partial<FactorSet> = {},
): FactorSet {
  return {
    publisher: 'test',
    edition: '2025',
    title: 'Test factors 2025',
    licence: 'none',
    rows: [...rows],
    ...more,
  };
}

function gwpRow(id: string, co2e: string): FactorRow {
  const answers = { use: 'gwp', gas: id } as const;
  const source = { document: 'IPCC Sixth Assessment Report, 2021' };
  return { id, answers, per: `kg ${id}`, co2e_kg: co2e, source, grade: 'V' };
}

export function gwpSet(ch4 = '27.9', n2o = '273', title = 'AR6'): FactorSet {
  const rows = [gwpRow('CO2', '1'), gwpRow('CH4', ch4), gwpRow('N2O', n2o)];
  return { publisher: 'ipcc', edition: title, title, licence: 'none', rows };
}

export function certificate(more: Partial<Certificate> = {}): Certificate {
  return {
    site: 'alpha',
    contract: 'wind-deal',
    registry: 'REG',
    serialStart: 'A-001',
    serialEnd: 'A-100',
    energyMwh: exact('100'),
    vintage: '2025-03',
    technology: 'wind',
    country: 'US',
    isRetired: true,
    statusText: 'Retired',
    beneficiary: 'Test Miner Ltd',
    evidence: evidence('certificates.csv', 2),
    ...more,
  };
}

const MET = { met: 'yes', evidence: 'attestation.pdf', by: 'A. Tester', on: '2026-01-01' } as const;

export function contract(more: Partial<Contract> = {}): Contract {
  return {
    id: 'wind-deal',
    site: 'alpha',
    kind: 'ppa',
    technology: 'wind',
    attributes: 'retained',
    criteria: {
      emission_rate: MET,
      sole_claim: MET,
      utility_rate: { ...MET, met: 'not-applicable' },
      direct_transfer: MET,
    },
    ...more,
  };
}

export function fleet(more: Partial<FleetUnit> = {}): FleetUnit {
  return {
    site: 'alpha',
    model: 'S21',
    count: 5n,
    hashrateThs: exact('200'),
    powerW: exact('3500'),
    from: midnight('2024-01-01', 'UTC'),
    evidence: evidence('fleet.csv', 2),
    ...more,
  };
}

/** First and last day, and the instants that they stand for in UTC. */
function days(firstDay: string, lastDay: string) {
  const end = DateTime.fromISO(lastDay, { zone: 'UTC' }).plus({ days: 1 }).toSeconds();
  return { firstDay, lastDay, start: midnight(firstDay, 'UTC'), end };
}

/** Natural gas of January. */
export function fuelUse(
  quantity: string,
  unit: string,
  {
    first = '2025-01-01',
    last = '2025-01-31',
    ...more
  }: Partial<FuelUse> & { first?: string; last?: string } = {},
): FuelUse {
  return {
    site: 'alpha',
    fuel: 'natural-gas',
    quantity: exact(quantity),
    unit,
    ...days(first, last),
    evidence: evidence('fuels.csv', 2),
    ...more,
  };
}

export function delivery(
  firstDay: string,
  lastDay: string,
  mwh: string,
  more: Partial<ContractDelivery> = {},
): ContractDelivery {
  return {
    contract: 'hydro-deal',
    energyMwh: exact(mwh),
    ...days(firstDay, lastDay),
    evidence: evidence('deliveries.csv', 2),
    ...more,
  };
}

/** Coins of one day, 2025-01-01. */
export function coinPeriod(more: Partial<CoinProduction> = {}): CoinProduction {
  return {
    site: 'alpha',
    coins: exact('1'),
    difficulty: exact('1'),
    subsidy: exact('1'),
    fees: exact('0'),
    ...days('2025-01-01', '2025-01-01'),
    evidence: evidence('coins.csv', 2),
    ...more,
  };
}

export const MAIN: Meter = { id: 'main', site: 'alpha', measures: 'grid-import', use: 'mining' };

export function site(
  more: Partial<Omit<SiteInputs, 'site'>> & { site?: Partial<Site> } = {},
): SiteInputs {
  const { site: siteMore, ...rest } = more;
  return {
    site: {
      id: 'alpha',
      name: 'Alpha',
      country: 'US',
      zone: 'UTC',
      grid: 'test:GRID',
      role: 'own',
      ...siteMore,
    },
    share: { percent: exact('100'), evidence: evidence('workspace.yaml', 10) },
    calendar: calendar(),
    meters: [MAIN],
    contracts: [contract()],
    bills: monthlyBills(() => '100000'),
    energyColumns: new Map(),
    certificates: [],
    fleet: [],
    ...rest,
  };
}

export function inputs(more: Partial<FootprintInputs> = {}): FootprintInputs {
  return {
    entity: { name: 'Test Miner Ltd', also_known_as: ['TEST MINER'] },
    period: { start: '2025-01-01', end: '2025-12-31' },
    factors: {
      location: ['test'],
      residual: ['test'],
      mix: ['test'],
      combustion: ['test'],
      loss: ['test'],
      other_year: 'refuse',
    },
    factorSets: [factorSet()],
    decisions: [],
    sites: [site()],
    ...more,
  };
}

export function footprintOf(more: Partial<FootprintInputs> = {}): Footprint {
  return computeFootprint(inputs(more));
}

/** The single value of a metric as text; why it is missing where it has none. */
export function valueOf(footprint: Footprint, request: MeasureRequest | string): string {
  const asked = typeof request === 'string' ? { metric: request } : request;
  const { measurements, missing } = measure(footprint, { gwp: gwpSet(), ...asked });
  const [first] = measurements;
  return first ? decimalText(first.step.value) : (missing?.code ?? 'nothing');
}

/** Values of a metric by the text of their dimensions. */
export function valuesOf(footprint: Footprint, request: MeasureRequest): Record<string, string> {
  const { measurements } = measure(footprint, { gwp: gwpSet(), ...request });
  return Object.fromEntries(
    measurements.map(({ dimensions, step }) => [
      Object.values(dimensions).join(' '),
      decimalText(step.value),
    ]),
  );
}

/** Messages of the findings with a code. */
export function messagesOf(footprint: Footprint, code: string): string[] {
  return footprint.findings.filter((f) => f.code === code).map(({ message }) => message);
}

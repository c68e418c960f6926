import type { Rational } from '../units/rational.ts';
import type { Evidence } from './documents/ledger.ts';
import type { EngineKind, GasConditions, Technology } from './documents/workspace.ts';
import type { Instant, Interval } from './time.ts';

export type { Evidence } from './documents/ledger.ts';

/** How sure a value is, as the source flags it. `unstated` where the file has no such column. */
export type Quality = 'actual' | 'estimated' | 'unstated';

/** Which way energy flowed at the meter. */
export type Direction = 'import' | 'export' | 'generation' | 'net';

/** A list whose items may be held in columns: each is made when it is asked for. An array is one. */
export interface Listed<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
  map<U>(of: (item: T, index: number) => U): U[];
}

/** Energy metered over an interval of at most one hour. */
export interface Reading extends Interval {
  readonly meter: string;
  /** Energy in joules times `ReadingSeries.scale`: an integer, exact. */
  readonly energy: bigint;
  readonly quality: Quality;
  readonly line: number;
}

/** The readings of one meter out of one file, in order of time, free of duplicates. */
export interface ReadingSeries {
  readonly meter: string;
  readonly direction: Direction;
  readonly file: string;
  readonly sha256: string;
  /** The sheet, where the file is a workbook. */
  readonly sheet?: string;
  /** Cells are joules times this integer. */
  readonly scale: bigint;
  readonly intervalSeconds: number;
  readonly readings: Listed<Reading>;
  /** Rows dropped because an identical one was kept. */
  readonly duplicates: number;
}

/** An amount of money; the currency (ISO 4217) where the source names it. */
export interface Money {
  readonly amount: Rational;
  readonly currency?: string;
}

/** One bill of one meter. */
export interface Bill extends Interval {
  readonly meter: string;
  /** First and last billed day in local time, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly energyKwh: Rational;
  readonly quality: Quality;
  readonly invoice?: string;
  readonly peakDemandKw?: Rational;
  /** As billed, before what is credited. */
  readonly cost?: Money;
  /** Credited for power left to the grid or sold back. */
  readonly credit?: Money;
  readonly evidence: Evidence;
}

/** One line of a certificate ledger: a range of serials of one month. */
export interface Certificate {
  readonly site: string;
  readonly contract: string;
  readonly registry: string;
  readonly serialStart: string;
  readonly serialEnd: string;
  readonly energyMwh: Rational;
  /** Month of generation, `2025-03`. */
  readonly vintage: string;
  /** As the registry writes it. */
  readonly technologyText?: string;
  readonly technology: Technology;
  readonly facility?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  readonly isRetired: boolean;
  readonly statusText: string;
  readonly retiredOn?: string;
  readonly beneficiary: string;
  /** kg CO2e per MWh conveyed by the instrument; absent where the ledger has no such column. */
  readonly emissionFactor?: Rational;
  readonly evidence: Evidence;
}

/** Mean hashrate over an interval. */
export interface HashReading extends Interval {
  readonly device: string;
  /** Hashes per second times the interval, in gigahashes times `HashSeries.scale`. */
  readonly hashes: bigint;
  readonly line: number;
}

/** The hash readings of one site out of one file, in order of time. */
export interface HashSeries {
  readonly site: string;
  readonly algorithm: string;
  readonly file: string;
  readonly sha256: string;
  readonly scale: bigint;
  readonly intervalSeconds: number;
  readonly readings: readonly HashReading[];
  readonly duplicates: number;
}

/** Machines of one model in service from one day to another. */
export interface FleetUnit {
  readonly site: string;
  readonly model: string;
  readonly count: bigint;
  /** Rated, for one machine. */
  readonly hashrateThs: Rational;
  readonly powerW: Rational;
  readonly from: Instant;
  /** End of the last day in service; absent: still in service. */
  readonly to?: Instant;
  readonly evidence: Evidence;
}

/** Fuel burned at a site over some days. */
export interface FuelUse extends Interval {
  readonly site: string;
  /** Id of the fuel in the factor sets, such as `distillate-2`. */
  readonly fuel: string;
  /** Below zero it corrects an earlier record. */
  readonly quantity: Rational;
  /** A unit of volume, mass or energy. */
  readonly unit: string;
  /** For a quantity in energy: on which heating value. */
  readonly heatBasis?: 'HHV' | 'LHV';
  /** Water as a fraction of the mass; absent: not stated. */
  readonly moisture?: Rational;
  /** As the supplier states it, in energy per unit of volume or mass, such as `GJ/t`. */
  readonly heatingValue?: {
    readonly value: Rational;
    readonly unit: string;
    readonly basis: 'HHV' | 'LHV';
  };
  readonly equipment?: string;
  /** Burned in vehicles; absent: in stationary equipment. */
  readonly purpose?: 'mobile';
  /** What burns it, where its equipment does not say that. */
  readonly engine?: EngineKind;
  /** Temperature and pressure of a volume of gas; absent: not stated. */
  readonly conditions?: GasConditions;
  /** Part of it that is of recent life; absent: not stated. */
  readonly biogenic?: Rational;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** Heat delivered to somebody else over some days. */
export interface HeatDelivery extends Interval {
  readonly site: string;
  readonly energyMwh: Rational;
  readonly recipient?: string;
  /** Power of heat pumps and pumps that bring the heat to the recipient. */
  readonly auxiliaryMwh?: Rational;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** An event in which load was left to the grid. */
export interface CurtailmentEvent extends Interval {
  readonly site: string;
  /** Load without the event, by the stated baseline method. */
  readonly baselineMw: Rational;
  readonly programme?: string;
  readonly method?: string;
  /** The document that defines the baseline. */
  readonly baselineSource?: string;
  /** Paid for the event. */
  readonly revenue?: Money;
  /** Energy of the connection in the event, where readings of it begin and end with the event. */
  readonly metered?: { readonly energyKwh: Rational; readonly evidence: readonly Evidence[] };
  readonly evidence: Evidence;
}

/** Energy delivered under a contract over some days. */
export interface ContractDelivery extends Interval {
  readonly contract: string;
  readonly energyMwh: Rational;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** Coins paid for work of a period in which the difficulty did not change. */
export interface CoinProduction extends Interval {
  readonly site: string;
  readonly coins: Rational;
  readonly difficulty: Rational;
  /** Coins of one block: subsidy, and mean fees. */
  readonly subsidy: Rational;
  readonly fees: Rational;
  /** The pool's part, as a fraction; absent: none. */
  readonly poolFee?: Rational;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** Shares that a pool accepted over an interval, with their difficulty. */
export interface PoolShares extends Interval {
  readonly site: string;
  readonly shares: bigint;
  readonly difficulty: Rational;
  readonly evidence: Evidence;
}

/** The reading with the highest mean power of a meter within a period. */
export interface PeakReading extends Interval {
  readonly meter: string;
  readonly energyKwh: Rational;
  readonly evidence: Evidence;
}

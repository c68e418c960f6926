import type { Technology } from '../../model/documents/workspace.ts';
import type { Figure, Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import type { Step } from '../ledger.ts';

/** Hour by hour, what was contracted for a site against what it used. */
export interface HourlyMatching {
  /** By month id; missing where an hour of the load is not known. */
  readonly months: ReadonlyMap<string, HourlyMonth | Missing>;
  /** Load that all energy contracted in the period would cover, whatever its hour: of all, and of carbon-free energy. */
  readonly annual: { readonly all: Figure<'MWh'>; readonly carbonFree: Figure<'MWh'> };
  /** Absent where the site has no store. */
  readonly store?: StoreTotals;
}

/** A store over the period. */
export interface StoreTotals {
  readonly taken: Step<'MWh'>;
  /** What its efficiency makes of that. */
  readonly given: Figure<'MWh'>;
}

/** One month, the hours of which were matched one by one. */
export interface HourlyMonth {
  readonly load: Step<'MWh'>;
  /** Certificates and generation of all kinds, releases from storage counted and what was cancelled for them left out. */
  readonly contracted: Step<'MWh'>;
  readonly supplies: readonly HourlySupply[];
  /** What certificates or generation covered in their own hour. */
  readonly matched: Step<'MWh'>;
  readonly carbonFree: Step<'MWh'>;
  readonly renewable: Step<'MWh'>;
  /** Contracted beyond the load of its hour. */
  readonly surplus: Step<'MWh'>;
  /** Load that nothing covered in its hour. */
  readonly leftover: Step<'MWh'>;
  /** Hours of which the whole load was covered. */
  readonly met: Step<'h'>;
  /** Carbon-free energy with that of the grid: by the grid's share of each hour, and by its share of the year. */
  readonly withGrid: { readonly hourly: Figure<'MWh'>; readonly annual: Figure<'MWh'> };
  /** Absent where no store moved energy to other hours. */
  readonly storage?: HourlyStorage;
  /** By the draft revision of the Scope 2 Guidance: for information, and never a filed figure. */
  readonly draft: Masses | Missing;
}

/** What one contract, plant or store gave in a month. */
export interface HourlySupply {
  /** A technology; behind `storage:` where it came out of a store. */
  readonly source: string;
  readonly contract?: string;
  readonly technology: Technology;
  readonly energy: Step<'MWh'>;
  readonly matched: Step<'MWh'>;
}

/** What a store moved to other hours. */
export interface HourlyStorage {
  /** Contracted energy taken out of the hours in which it was charged, losses included. */
  readonly cancelled: Step<'MWh'>;
  /** The part of the discharge that goes back to it. */
  readonly released: Step<'MWh'>;
}

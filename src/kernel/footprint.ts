import type { Technology, Site } from '../model/documents/workspace.ts';
import type { Finding } from '../model/finding.ts';
import type { Certificate } from '../model/records.ts';
import type { Month } from '../model/time.ts';
import type { Figure, Missing } from './figure.ts';
import type { Step } from './ledger.ts';

/** Greenhouse gases whose mass is kept; `CO2e` holds what a source states only as an equivalent. */
export type Gas = 'CO2' | 'CH4' | 'N2O' | 'CO2e';

/** What energy serves. */
export type Use = 'mining' | 'compute' | 'other';

/** Masses by gas, in kg. A gas that is absent was neither emitted nor asked for. */
export type Masses = ReadonlyMap<Gas, Figure>;

/** The accounting of an entity: sites, months, and what a person should know. */
export interface Footprint {
  readonly entity: string;
  readonly sites: readonly SiteFootprint[];
  readonly findings: readonly Finding[];
}

/** One site, all at 100 %; the reported share is applied when a metric is taken. */
export interface SiteFootprint {
  readonly site: Site;
  /** The part that the entity reports; absent where it is the whole. */
  readonly share?: Step<'1'>;
  readonly algorithm?: string;
  readonly months: readonly MonthFootprint[];
  /** Direct emissions of the period. */
  readonly scope1: Masses | Missing;
  readonly certificates: readonly CertificateClaim[];
}

/** What became of one line of a certificate ledger. */
export interface CertificateClaim {
  readonly certificate: Certificate;
  readonly energy: Step<'MWh'>;
  readonly outcome: 'accepted' | 'refused' | 'counted-already';
}

/** A part of a certificate that covers load of one month. */
export interface Allocation {
  readonly certificate: Certificate;
  readonly technology: Technology;
  readonly energy: Step<'MWh'>;
  /** Emission rate that the instrument conveys; 0 is a value. */
  readonly rate: Step<'kg CO2e/MWh'>;
}

/** One calendar month of one site. */
export interface MonthFootprint {
  readonly month: Month;
  /** Energy bought at the grid connection. */
  readonly energy: Figure<'MWh'>;
  /** The same energy by what it served, overhead included. */
  readonly uses: ReadonlyMap<Use, Step<'MWh'>> | Missing;
  /** Energy of the computing equipment by what it served. */
  readonly equipment: ReadonlyMap<Use, Step<'MWh'>> | Missing;
  /** Energy of all computing equipment, its use known or not. */
  readonly equipmentTotal: Figure<'MWh'>;
  readonly location: Masses | Missing;
  readonly market: MarketMonth | Missing;
  /** Renewable and carbon-free energy of the physical grid mix. */
  readonly mix: { readonly renewable: Figure<'MWh'>; readonly carbonFree: Figure<'MWh'> };
  /** Absent where the site does no mining. */
  readonly hashes?: HashMonth | Missing;
  /** What the fleet would compute at its rating, without pause. */
  readonly rated?: RatedMonth | Missing;
}

/** The market-based waterfall of a month. */
export interface MarketMonth {
  readonly allocations: readonly Allocation[];
  /** Energy without an instrument. */
  readonly remainder: Step<'MWh'>;
  readonly masses: Masses | Missing;
}

/** Hashes of a month as observed, and for how long they were observed. */
export interface HashMonth {
  readonly volume: Step<'TH'>;
  readonly covered: Step<'s'>;
  readonly duration: Step<'s'>;
  /** Observed, plus the rated fleet for the seconds without data. */
  readonly upper: Figure<'TH'>;
}

/** The fleet at its rating over a month. */
export interface RatedMonth {
  readonly volume: Step<'TH'>;
  readonly duration: Step<'s'>;
}

import type { HourColumn } from '../model/column.ts';
import type { Contract, Technology, Site } from '../model/documents/workspace.ts';
import type { Finding } from '../model/finding.ts';
import type { Certificate } from '../model/records.ts';
import type { Interval, Month } from '../model/time.ts';
import type { DirectParts } from './direct/source.ts';
import type { BoughtHeatMonth } from './bought-heat.ts';
import type { EnergyBalance } from './balance/balance.ts';
import type { ExpectedHashes } from './expected-hashes/result.ts';
import type { Figure, Missing } from './figure.ts';
import type { SiteAtHourlyFactors } from './hourly-factors/result.ts';
import type { FleetCount } from './fleet-count.ts';
import type { Masses } from './gases.ts';
import type { HourlyMatching } from './hourly/result.ts';
import type { Step } from './ledger.ts';
import type { EntityScope3, Scope3 } from './scope3/part.ts';
import type { CriterionAnswer } from './market/criteria.ts';
import type { SuppliedPart } from './market/supplier-mix.ts';
import type { Quality } from './quality/quality.ts';
import type { CreditClaim, OutsideMonth } from './mining/outside.ts';

export type { Gas, Masses } from './gases.ts';

/** What energy serves. */
export type Use = 'mining' | 'compute' | 'other';

/** The accounting of an entity: sites, months, and what a person should know. */
export interface Footprint {
  readonly entity: string;
  readonly sites: readonly SiteFootprint[];
  /** Value chain of what belongs to no site; absent where the workspace says nothing of its value chain. */
  readonly scope3?: EntityScope3;
  /** From what every figure comes, and what is stated of that. */
  readonly quality?: Quality;
  readonly findings: readonly Finding[];
}

/** One site, all at 100 %; the reported share is applied when a metric is taken. */
export interface SiteFootprint {
  readonly site: Site;
  /** The part that the entity reports; absent where it is the whole. */
  readonly share?: Step<'1'>;
  readonly algorithm?: string;
  readonly months: readonly MonthFootprint[];
  /** Direct emissions of the period, biogenic CO2 apart. */
  readonly scope1: Masses | Missing;
  /** The same by source, and what stands beside them; absent where no source is stated. */
  readonly direct?: DirectParts;
  /** CO2 of fuels of recent life, outside the scopes. */
  readonly biogenic: Figure<'kg CO2-biogenic'>;
  readonly certificates: readonly CertificateClaim[];
  /** The highest power of the connection. */
  readonly peak: Figure<'MW'>;
  /** The schedule of carbon credits, which is netted into nothing. */
  readonly credits?: readonly CreditClaim[];
  /** The same with hourly factors, where the workspace takes them; the months hold the annual ones. */
  readonly atHourlyFactors?: SiteAtHourlyFactors;
  /** The value chain, beside the losses of the months; absent where it has no record. */
  readonly scope3?: Scope3;
  /** What was contracted or made by the hour against the load of that hour; absent where nothing was. */
  readonly matching?: HourlyMatching;
  /** Hashes for which coins were paid; absent where no coins are recorded. */
  readonly expected?: ExpectedHashes;
  /** Machines at the beginning and end, and those between; absent where no machine is listed. */
  readonly fleet?: FleetCount;
  /** Hourly columns that the accounting made of others, or took from factor sets. */
  readonly columns?: readonly HourColumn[];
}

/** What became of one line of a certificate ledger. */
export interface CertificateClaim {
  readonly certificate: Certificate;
  readonly energy: Step<'MWh'>;
  readonly outcome: 'accepted' | 'refused' | 'counted-already';
  /** How each of the eight quality criteria was answered, in their order. */
  readonly criteria: readonly CriterionAnswer[];
}

/** A part of a certificate that covers load of one month. */
export interface Allocation {
  readonly certificate: Certificate;
  readonly technology: Technology;
  readonly energy: Step<'MWh'>;
  /** Emission rate that the instrument conveys; 0 is a value. */
  readonly rate: Step<'kg CO2e/MWh'>;
}

/** Energy of one month that a contract with a rate of its own covers. */
export interface ContractCover {
  readonly contract: Contract;
  readonly energy: Step<'MWh'>;
  readonly rate: Step<'kg CO2e/MWh'>;
  /** By what the supplier made it of, where that is evidenced. */
  readonly supplied?: readonly SuppliedPart[];
}

/** What answers for energy without an instrument. */
export type RemainderSource = 'supplier-rate' | 'residual-mix' | 'grid';

/** Fuel burned in a month. */
export interface BurnedFuel {
  readonly fuel: string;
  /** Burned in vehicles; absent: in stationary equipment. */
  readonly purpose?: 'mobile';
  readonly month: Month;
  /** Higher heating value. */
  readonly energy: Figure<'mmBtu'>;
  /** Lower heating value. */
  readonly lhv?: Figure<'mmBtu'>;
  readonly masses: Masses | Missing;
}

/** One calendar month of one site. */
export interface MonthFootprint {
  readonly month: Month;
  /** Energy bought at the grid connection. */
  readonly energy: Figure<'MWh'>;
  /** Where energy came from and went to, where the site does more than buy and use it. */
  readonly balance?: EnergyBalance;
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
  /** Losses of transmission and distribution that the month's energy caused. */
  readonly losses: Masses | Missing;
  /** By fuel, higher heating value. Missing where nothing states whether fuel is burned. */
  readonly fuels: readonly BurnedFuel[] | Missing;
  readonly heat: readonly Step<'MWh'>[];
  /** Heat, steam and cooling that the site bought. */
  readonly boughtHeat?: BoughtHeatMonth;
  readonly curtailed: readonly Curtailed[];
  /** What stands outside the scopes: money, what was absorbed, saved and avoided, water. */
  readonly outside?: OutsideMonth;
  /** Absent where the site does no mining. */
  readonly hashes?: HashMonth | Missing;
  /** What the fleet would compute at its rating, without pause. */
  readonly rated?: RatedMonth | Missing;
}

/** The market-based waterfall of a month. */
export interface MarketMonth {
  readonly allocations: readonly Allocation[];
  readonly contracts: readonly ContractCover[];
  /** Energy without an instrument. */
  readonly remainder: Step<'MWh'>;
  readonly remainderFrom: RemainderSource;
  /** The part of the remainder that its supplier delivered, by what it was made of; absent where that is not evidenced. */
  readonly supplied?: readonly SuppliedPart[];
  /** Energy without an instrument whose attributes are sold: never at the rate of a supplier. */
  readonly nullPower?: { readonly energy: Step<'MWh'>; readonly from: RemainderSource };
  /** Australia: bought energy that its supplier covers by law. */
  readonly mandatory?: Step<'MWh'>;
  readonly masses: Masses | Missing;
}

/** An event, or the part of it within a month, in which load was left to the grid. */
export interface Curtailed {
  /** Absent: the source names none. */
  readonly programme?: string;
  readonly span: Interval;
  /** Load without the event. */
  readonly baseline: Step<'MWh/h'>;
  readonly duration: Step<'h'>;
  readonly energy: Figure<'MWh'>;
}

/** By what rule the hashes of hours without data were derived. */
export type FillRule = 'meter' | 'shares' | 'linear' | 'coins';

/** Hashes derived for one gap. */
export interface HashFill {
  readonly rule: FillRule;
  readonly volume: Step<'TH'>;
}

/** Hashes of a month, and for how long they were observed. */
export interface HashMonth {
  /** Observed and filled. */
  readonly volume: Step<'TH'>;
  readonly observed: Step<'TH'>;
  readonly fills: readonly HashFill[];
  readonly covered: Step<'s'>;
  readonly duration: Step<'s'>;
  /** Observed, plus the rated fleet for the seconds without data; never less than the volume. */
  readonly upper: Figure<'TH'>;
}

/** The fleet at its rating over a month. */
export interface RatedMonth {
  readonly volume: Step<'TH'>;
  readonly duration: Step<'s'>;
}

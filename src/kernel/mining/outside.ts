import type { CarbonCredit, WaterUse } from '../../model/source-records.ts';
import type { Figure, Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import type { Step } from '../ledger.ts';

/** What stands outside the scopes in a month. None of it enters a scope. */
export interface OutsideMonth {
  /** Paid for events of curtailment. */
  readonly payments: readonly Payment[];
  readonly power: PowerMoney;
  /** What the events changed at the margin of the grid; one part for each event. */
  readonly consequences: readonly Consequence[];
  readonly absorbed: readonly Absorbed[];
  /** Absent where the site declares no supply past the grid. */
  readonly direct?: DirectSupply;
  /** By kind; a kind without a record is absent, a month that its records leave open is missing. */
  readonly water: ReadonlyMap<WaterUse['kind'], Figure<'m3'>>;
  /** Absent where no heat was delivered. */
  readonly heatAvoided?: HeatAvoided | Missing;
  /** Absent where nothing went into a store or out of it. */
  readonly storage?: StorageMonth;
}

/** An amount of money whose unit is its currency, or why it cannot be taken. */
export interface MoneyPart {
  readonly currency?: string;
  readonly amount: Figure;
}

/** Money for an event. */
export interface Payment extends MoneyPart {
  readonly programme?: string;
}

/** What power cost, and what was credited for power left to the grid. */
export interface PowerMoney {
  readonly costs: readonly MoneyPart[];
  readonly credits: readonly MoneyPart[];
}

/** Emissions that an event changed elsewhere, by gas. */
export interface Consequence {
  readonly programme?: string;
  readonly masses: Masses | Missing;
}

/** Energy of a plant that would have been curtailed. */
export interface Absorbed {
  readonly plant: string;
  readonly energy: Step<'MWh'>;
}

/** Energy that reached the site without the grid. */
export interface DirectSupply {
  readonly energy: Figure<'MWh'>;
  /** Energy of the site that came over the grid. */
  readonly overGrid: Figure<'MWh'>;
  /** Of the line, as a fraction of what was fed into it; with the evidence that there is a line. */
  readonly loss: Step<'1'>;
  /** What supply through the grid would have lost more. */
  readonly avoided: Figure<'MWh'>;
}

/** What delivered heat displaced, and what bringing it emitted. */
export interface HeatAvoided {
  readonly reference: Step;
  readonly auxiliary: Masses | Missing;
}

/** Energy into and out of stores. */
export interface StorageMonth {
  readonly taken: Step<'MWh'>;
  readonly given: Step<'MWh'>;
}

/** What became of one line of the schedule of credits. */
export interface CreditClaim {
  readonly credit: CarbonCredit;
  /** Gross. */
  readonly mass: Step<'t CO2e'>;
  readonly outcome: 'counted' | 'refused';
}

import type { Rational } from '../units/rational.ts';
import type { Evidence } from './documents/ledger.ts';
import type {
  ActivityCategory,
  FlareInput,
  Technology,
  WasteRoute,
} from './documents/workspace.ts';
import type { Interval } from './time.ts';

/** A range of granular certificates of one production interval (EnergyTag). */
export interface GranularCertificate extends Interval {
  readonly site: string;
  readonly contract: string;
  readonly issuance: string;
  /** First and last id of the bundle, both included. */
  readonly rangeStart: string;
  readonly rangeEnd: string;
  /** Face value times quantity, in whole watt-hours. */
  readonly energyWh: bigint;
  readonly technology: Technology;
  readonly technologyText: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Undefined where the registry does not say: unknown, not "no". */
  readonly isStorage?: boolean;
  readonly evidence: Evidence;
}

/** What a registry states to have retired: a range of serials, for somebody, on a day. */
export interface RetirementStatement {
  readonly registry: string;
  readonly serialStart: string;
  readonly serialEnd: string;
  readonly energyMwh: Rational;
  readonly beneficiary: string;
  readonly retiredOn: string;
  readonly evidence: Evidence;
}

/** The sources of what a supplier delivered in a year, as fractions that need not add up to one. */
export interface SupplierMix {
  readonly contract: string;
  readonly year: number;
  readonly technology: Technology;
  readonly technologyText: string;
  readonly share: Rational;
  readonly evidence: Evidence;
}

/** Charge (negative) or discharge of a storage plant over an interval. */
export interface StorageFlow extends Interval {
  readonly site: string;
  /** The registry's number of the record: several may share an interval. */
  readonly validator: string;
  readonly energyWh: bigint;
  readonly evidence: Evidence;
}

/** Refrigerant handled at a site over some days, in kilograms. */
export interface RefrigerantUse extends Interval {
  readonly site: string;
  /** ASHRAE designation, such as `R-410A`. */
  readonly refrigerant: string;
  /** What was done; or what there is on a day, of equipment installed or retired, or in service. */
  readonly kind:
    | 'charged'
    | 'topped-up'
    | 'recovered'
    | 'disposed'
    | 'leaked'
    | 'stock'
    | 'capacity'
    | 'acquired'
    | 'disbursed'
    | 'capacity-installed'
    | 'capacity-retired'
    | 'in-service';
  readonly massKg: Rational;
  readonly equipment?: string;
  /** Part of a charge in service that leaks in a year. */
  readonly leakRate?: Rational;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** What a workspace declares of gas and of what burns it. */
export type GasDeclaration = Readonly<
  Pick<FlareInput, 'tier' | 'engine' | 'equipment' | 'fuel' | 'heating_value' | 'baseline'>
>;

/** CO2 captured at a stack of a site over some days. */
export interface CarbonCapture extends Interval {
  readonly site: string;
  readonly massKg: Rational;
  /** What left again; absent: not stated. */
  readonly leakageKg?: Rational;
  /** What shows that it was stored under ground; absent: nothing does. */
  readonly storage?: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** Gas burned in a flare or in generators instead of one, with its composition. */
export interface FlareGas extends Interval {
  readonly site: string;
  readonly volume: Rational;
  /** A unit of gas volume, such as `scf` or `m3`. */
  readonly unit: string;
  /** Temperature and pressure at which the volume is stated, as the filer writes them. */
  readonly conditions: string;
  /** Mole fractions by species (`CH4`, `C2H6`, `CO2`, `N2` ...), as stated. */
  readonly composition: Readonly<Record<string, Rational>>;
  /** Fraction of the carbon that is burned; absent: not stated. */
  readonly efficiency?: Rational;
  readonly destination: 'flare' | 'generator' | 'vent';
  /** What the workspace declares of all gas of the file. */
  readonly declared?: GasDeclaration;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** Water taken in, used or let out at a site over some days. */
export interface WaterUse extends Interval {
  readonly site: string;
  readonly kind: 'withdrawn' | 'consumed' | 'discharged';
  readonly volumeM3: Rational;
  readonly source?: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** Waste given away over some days. */
export interface WasteDisposal extends Interval {
  readonly site: string;
  readonly waste: string;
  /** As the filer names it: recycling, re-use, landfill, incineration ... */
  readonly route: string;
  readonly massKg: Rational;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** Energy taken from a plant while it would have been curtailed. */
export interface AbsorbedEnergy extends Interval {
  readonly site: string;
  readonly contract?: string;
  readonly plant: string;
  readonly energyMwh: Rational;
  readonly reason: 'curtailment-order' | 'negative-price' | 'no-market';
  readonly measured: 'metered' | 'declared';
  /** The order, settlement or price that shows it; blank where the source names none. */
  readonly proof: string;
  readonly evidence: Evidence;
}

/** One line of a schedule of carbon credits: a range of serials of one vintage. */
export interface CarbonCredit {
  readonly site: string;
  readonly registry: string;
  readonly project: string;
  readonly serialStart: string;
  readonly serialEnd: string;
  /** As the registry writes it. */
  readonly vintage: string;
  readonly tonnes: Rational;
  readonly type: 'avoidance' | 'removal';
  /** As the project states it. */
  readonly permanence?: string;
  /** Absent: not retired. */
  readonly retiredOn?: string;
  /** The year that the registry states the retirement to be for. */
  readonly forYear?: number;
  readonly beneficiary: string;
  readonly evidence: Evidence;
}

/** Something of the value chain: bought, moved, travelled, resold or given away. */
export interface Activity extends Interval {
  /** By which the filer tells it from others. */
  readonly id: string;
  /** Absent: of the entity as a whole. */
  readonly site?: string;
  readonly category: ActivityCategory;
  readonly what: string;
  readonly quantity: Rational;
  /** A unit of energy, mass or volume, or another in which its factor is stated. */
  readonly unit: string;
  /** Id of a declared factor. */
  readonly factor: string;
  /** Mass of one unit, to which the factor is applied. */
  readonly massEach?: { readonly kg: Rational; readonly source: string };
  /** For waste: what becomes of it. */
  readonly route?: WasteRoute;
  readonly isElectronic?: boolean;
  /** For the supplement beside a figure that stays whole. */
  readonly amortisedOverYears?: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** Coins that a pool credited for the work of some days. What a coin took to find is not stated with them. */
export interface Payout extends Interval {
  readonly site: string;
  readonly coins: Rational;
  /** The pool's part, as a fraction; absent: not stated. */
  readonly poolFee?: Rational;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** A stretch of blocks with one difficulty. */
export interface DifficultyEpoch {
  readonly firstHeight: number;
  readonly lastHeight: number;
  readonly from: number;
  readonly to?: number;
  /** The target in its compact form, where the source gives it. */
  readonly bits?: string;
  readonly difficulty: Rational;
  readonly evidence: Evidence;
}

/** Mean power of one quantity of a grid over an interval. */
export interface GridPoint extends Interval {
  readonly megawatts: Rational;
  readonly line?: number;
}

/** A published series of a grid: what was asked for, made or exchanged in an area. */
export interface GridSeries {
  readonly area: string;
  readonly quantity: 'demand' | 'demand-forecast' | 'net-generation' | 'generation' | 'interchange';
  /** For generation: the source as published (`WND`, `B19`); for interchange: the neighbour. */
  readonly of?: string;
  readonly status: 'reported' | 'imputed' | 'adjusted';
  readonly file: string;
  readonly sha256: string;
  readonly points: readonly GridPoint[];
}

/** Heat, steam or cooling bought from a network over some days. */
export interface BoughtHeat extends Interval {
  readonly site: string;
  readonly kind: 'heat' | 'steam' | 'cooling';
  readonly energyGj: Rational;
  /** As the supplier states it, in kg CO2e per MWh. */
  readonly rate?: {
    readonly co2eKgPerMwh: Rational;
    readonly year: number;
    readonly source: string;
  };
  /** What factor sets call it. */
  readonly row?: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

/** Power that was bought and sold again over some days. */
export interface ResoldPower extends Interval {
  readonly site: string;
  /** The connection through which it came; absent: the only one of the site. */
  readonly meter?: string;
  readonly to: 'end-user' | 'grid';
  /** Whether the records of the connection hold it. */
  readonly isMetered: boolean;
  readonly energyKwh: Rational;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: Evidence;
}

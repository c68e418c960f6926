import type { HourColumn } from '../model/column.ts';
import type { FactorSet } from '../model/documents/factor-set.ts';
import type {
  Contract,
  Day,
  Decision,
  Entity,
  FactorChoice,
  Meter,
  Programme,
  RewardTerms,
  Scope3,
  Site,
} from '../model/documents/workspace.ts';
import type {
  Bill,
  Certificate,
  CoinProduction,
  ContractDelivery,
  CurtailmentEvent,
  Evidence,
  FleetUnit,
  FuelUse,
  HeatDelivery,
  PeakReading,
  PoolShares,
} from '../model/records.ts';
import type {
  Activity,
  AbsorbedEnergy,
  DifficultyEpoch,
  CarbonCapture,
  CarbonCredit,
  FlareGas,
  GranularCertificate,
  Payout,
  RefrigerantUse,
  RetirementStatement,
  StorageFlow,
  SupplierMix,
  WasteDisposal,
  WaterUse,
  BoughtHeat,
  ResoldPower,
} from '../model/source-records.ts';
import type { Calendar } from '../model/time.ts';
import type { Rational } from '../units/rational.ts';
import type { QualityInputs } from './quality/statements.ts';

/** All that the accounting rests on. The order of lists changes nothing. */
export interface FootprintInputs {
  readonly entity: Pick<Entity, 'name' | 'also_known_as'>;
  /** First and last day, both included, in each site's local time. */
  readonly period: { readonly start: Day; readonly end: Day };
  readonly factors: FactorChoice;
  readonly factorSets: readonly FactorSet[];
  /** The files of the factor sets: columns of hourly factors name them. */
  readonly factorFiles?: ReadonlyMap<FactorSet, { readonly file: string; readonly sha256: string }>;
  readonly decisions: readonly DecisionRecord[];
  /** Rules of the certificate programmes that contracts name. */
  readonly programmes?: readonly Programme[];
  /** Names of the parties of the boundary, for whom certificates may be retired as well as for the entity. */
  readonly parties?: readonly string[];
  /** Serials that count elsewhere already: in disclosures of other years, or of other entities. */
  readonly usedSerials?: readonly UsedSerials[];
  /** What registries state to have retired. */
  readonly retirements?: readonly RetirementStatement[];
  /** The files under `attachments` that are there, by their ids. */
  readonly attachments?: ReadonlyMap<string, AttachedFile>;
  /** What the workspace says of its value chain; absent where it says nothing. */
  readonly scope3?: Scope3Inputs | undefined;
  /** What the workspace says of the quality of its figures. */
  readonly quality?: QualityInputs;
  /** The difficulty of the chain. */
  readonly difficulty?: readonly DifficultyEpoch[];
  /** Limits of coverage by hashrate that the workspace declares; absent: those of the method. */
  readonly hashCoverage?: HashLimits;
  /** The sites within the boundary. */
  readonly sites: readonly SiteInputs[];
}

/** A range of serials that counts elsewhere, and where: `the disclosure of 2024`. */
export interface UsedSerials {
  readonly registry: string;
  readonly serialStart: string;
  readonly serialEnd: string;
  readonly by: string;
}

/** A file that a person attached. */
export interface AttachedFile {
  readonly path: string;
  readonly sha256: string;
}

/** The value chain of the entity: what is declared of it, and the activities that belong to no site. */
export interface Scope3Inputs {
  readonly statement: Scope3;
  /** The file of the statement. */
  readonly evidence: Evidence;
  readonly activities: readonly Activity[];
  /** The period in UTC, since the entity as a whole is in no zone. */
  readonly calendar: Calendar;
}

/** A decision of the workspace and where it stands. */
export interface DecisionRecord {
  readonly decision: Decision;
  readonly evidence: Evidence;
}

/** The part of a site that the entity reports, in percent, and where it stands. */
export interface ReportedShare {
  readonly percent: Rational;
  readonly evidence: Evidence;
}

/** One site with its records. */
export interface SiteInputs {
  readonly site: Site;
  readonly share: ReportedShare;
  /** The period in the site's zone, cut to its days in the boundary. */
  readonly calendar: Calendar;
  readonly meters: readonly Meter[];
  readonly contracts: readonly Contract[];
  readonly bills: readonly Bill[];
  /** Columns of energy in joules, by the id of their meter. */
  readonly energyColumns: ReadonlyMap<string, HourColumn>;
  /** Meters of plant and storage, whose energy is not what the site bought; `meters` does not hold them. */
  readonly plantMeters?: readonly Meter[];
  /** Energy that an on-site or contracted plant made, or that a store gave out, by the id of the meter. */
  readonly generationColumns?: ReadonlyMap<string, HourColumn>;
  /** Energy that a store took in, by the id of the meter. */
  readonly chargeColumns?: ReadonlyMap<string, HourColumn>;
  /** Energy that a connection fed into the grid, by the id of the meter. */
  readonly exportColumns?: ReadonlyMap<string, HourColumn>;
  readonly hashes?: HashColumns | undefined;
  readonly certificates: readonly Certificate[];
  readonly fleet: readonly FleetUnit[];
  /** Absent lists are empty ones. */
  readonly fuels?: readonly FuelUse[];
  readonly heat?: readonly HeatDelivery[];
  readonly boughtHeat?: readonly BoughtHeat[];
  /** Power that was bought and sold again. */
  readonly resold?: readonly ResoldPower[];
  readonly curtailment?: readonly CurtailmentEvent[];
  /** Energy delivered under the contracts of the site. */
  readonly deliveries?: readonly ContractDelivery[];
  readonly coins?: readonly CoinProduction[];
  readonly shares?: readonly PoolShares[];
  readonly granular?: readonly GranularCertificate[];
  /** Sources of what the suppliers of the site's contracts delivered. */
  readonly supplierMixes?: readonly SupplierMix[];
  readonly storage?: readonly StorageFlow[];
  readonly refrigerants?: readonly RefrigerantUse[];
  readonly flare?: readonly FlareGas[];
  readonly capture?: readonly CarbonCapture[];
  readonly water?: readonly WaterUse[];
  readonly waste?: readonly WasteDisposal[];
  readonly activities?: readonly Activity[];
  readonly payouts?: readonly Payout[];
  /** How pools paid; absent: not stated. */
  readonly rewards?: Rewards;
  readonly absorbed?: readonly AbsorbedEnergy[];
  readonly credits?: readonly CarbonCredit[];
  /** The decision that energy without a record is estimated; absent: it stays missing. */
  readonly estimates?: DecisionRecord;
  /** The highest reading of the connection within the period. */
  readonly peak?: PeakReading | undefined;
}

/** What the workspace states of how pools paid, and where. */
export interface Rewards {
  readonly terms: readonly RewardTerms[];
  readonly evidence: Evidence;
}

/** Parts of the time below which figures per hash are estimated, and may not be called measured. */
export interface HashLimits {
  readonly estimatedBelow: Rational;
  readonly notMeasuredBelow: Rational;
}

/** What a site computed, and for how long that is known. */
export interface HashColumns {
  readonly algorithm: string;
  /** In gigahashes. */
  readonly volume: HourColumn;
  /** Seconds of each hour for which hashrate is known. */
  readonly seconds: HourColumn;
  /** Of one reading of the source; absent: an hour. */
  readonly intervalSeconds?: number;
}

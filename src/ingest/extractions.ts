import type {
  Certificate,
  CoinProduction,
  ContractDelivery,
  CurtailmentEvent,
  FleetUnit,
  FuelUse,
  HeatDelivery,
  PoolShares,
} from '../model/records.ts';
import type {
  AbsorbedEnergy,
  Activity,
  CarbonCapture,
  CarbonCredit,
  DifficultyEpoch,
  FlareGas,
  GranularCertificate,
  GridSeries,
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
import type { ExtractedBill } from './bills-csv/extract.ts';
import type { ExtractedHashSeries } from './hashrate-csv/extract.ts';
import type { Extraction } from './input-file.ts';
import type { ExtractedSeries } from './readings-csv/extract.ts';

/** The kinds of records that files give. */
export interface RecordKinds {
  readonly bills: ExtractedBill;
  readonly readings: ExtractedSeries;
  readonly certificates: Certificate;
  readonly granular: GranularCertificate;
  readonly retirements: RetirementStatement;
  readonly mixes: SupplierMix;
  readonly storage: StorageFlow;
  readonly hashrate: ExtractedHashSeries;
  readonly fleet: FleetUnit;
  readonly coins: CoinProduction;
  readonly shares: PoolShares;
  readonly payouts: Payout;
  readonly difficulty: DifficultyEpoch;
  readonly fuels: FuelUse;
  readonly refrigerants: RefrigerantUse;
  readonly flare: FlareGas;
  readonly heat: HeatDelivery;
  readonly boughtHeat: BoughtHeat;
  readonly resold: ResoldPower;
  readonly curtailment: CurtailmentEvent;
  readonly deliveries: ContractDelivery;
  readonly capture: CarbonCapture;
  readonly water: WaterUse;
  readonly waste: WasteDisposal;
  readonly activities: Activity;
  readonly absorbed: AbsorbedEnergy;
  readonly credits: CarbonCredit;
  readonly grid: GridSeries;
}

/** What one file gave. A file of several kinds tells its findings and row counts with one of them. */
export type Given = { readonly [K in keyof RecordKinds]?: Extraction<RecordKinds[K]> };

/** What the files of a workspace gave, file by file. */
export type Extractions = { readonly [K in keyof RecordKinds]: Extraction<RecordKinds[K]>[] };

/** No file read yet. */
export function noExtractions(): Extractions {
  return {
    bills: [],
    readings: [],
    certificates: [],
    granular: [],
    retirements: [],
    mixes: [],
    storage: [],
    hashrate: [],
    fleet: [],
    coins: [],
    shares: [],
    payouts: [],
    difficulty: [],
    fuels: [],
    refrigerants: [],
    flare: [],
    heat: [],
    boughtHeat: [],
    resold: [],
    curtailment: [],
    deliveries: [],
    capture: [],
    water: [],
    waste: [],
    activities: [],
    absorbed: [],
    credits: [],
    grid: [],
  };
}

/** Adds what a file gave; returns its parts. */
export function addGiven(all: Extractions, given: Given): readonly Extraction<unknown>[] {
  return (Object.keys(given) as (keyof RecordKinds)[]).flatMap((kind) => {
    const part = given[kind] as Extraction<never> | undefined;
    if (part === undefined) return [];
    all[kind].push(part);
    return [part];
  });
}

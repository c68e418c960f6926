import { joinAbsorbed } from './absorbed-csv/join.ts';
import { joinActivities } from './activities-csv/join.ts';
import { joinBills } from './bills-csv/join.ts';
import { joinBoughtHeat } from './bought-heat-csv/join.ts';
import { joinCapture } from './capture-csv/join.ts';
import { joinCertificates } from './certificates-csv/join.ts';
import { joinCoins } from './coins-csv/join.ts';
import { joinCredits } from './credits-csv/join.ts';
import { joinCurtailment } from './curtailment-csv/join.ts';
import { joinDeliveries } from './deliveries-csv/join.ts';
import { joinDifficulty } from './difficulty-csv/join.ts';
import { joinGranular, joinStorage } from './energytag/join.ts';
import type { Extractions, RecordKinds } from './extractions.ts';
import { joinFlare } from './flare-csv/join.ts';
import { joinFuels } from './fuels-csv/join.ts';
import { joinHashrate } from './hashrate-csv/join.ts';
import { joinHeat } from './heat-csv/join.ts';
import { type Extraction, sumRows } from './input-file.ts';
import { joinPayouts } from './payouts-csv/join.ts';
import { joinReadings } from './readings-csv/join.ts';
import { joinRefrigerants } from './refrigerants-csv/join.ts';
import { joinResoldPower } from './resold-power-csv/join.ts';
import { joinRetirements } from './retirements-csv/join.ts';
import { joinShares } from './shares-csv/join.ts';
import { joinSupplierMix } from './supplier-mix-csv/join.ts';
import { joinWaste } from './waste-csv/join.ts';
import { joinWater } from './water-csv/join.ts';

type Join<R> = (extractions: readonly Extraction<R>[]) => Extraction<R>;

/** The records of all files one after the other: for kinds in which equal records may both hold. */
function inOrder<R>(extractions: readonly Extraction<R>[]): Extraction<R> {
  return {
    records: extractions.flatMap(({ records }) => records),
    findings: extractions.flatMap(({ findings }) => findings),
    rows: sumRows(extractions),
  };
}

const JOINS: { readonly [K in keyof RecordKinds]: Join<RecordKinds[K]> } = {
  bills: joinBills,
  readings: joinReadings,
  certificates: joinCertificates,
  granular: joinGranular,
  retirements: joinRetirements,
  mixes: joinSupplierMix,
  storage: joinStorage,
  hashrate: joinHashrate,
  fleet: inOrder,
  coins: joinCoins,
  shares: joinShares,
  payouts: joinPayouts,
  difficulty: joinDifficulty,
  fuels: joinFuels,
  refrigerants: joinRefrigerants,
  flare: joinFlare,
  heat: joinHeat,
  boughtHeat: joinBoughtHeat,
  resold: joinResoldPower,
  curtailment: joinCurtailment,
  deliveries: joinDeliveries,
  capture: joinCapture,
  water: joinWater,
  waste: joinWaste,
  activities: joinActivities,
  absorbed: joinAbsorbed,
  credits: joinCredits,
  grid: inOrder,
};

/** Records of all kinds. */
export type Records = { readonly [K in keyof RecordKinds]: readonly RecordKinds[K][] };

/** What several files give together: each interval, bill and certificate once, and what is to be said of them. */
export function joinAll(all: Extractions): {
  records: Records;
  findings: Extraction<never>['findings'];
} {
  const kinds = Object.keys(JOINS) as (keyof RecordKinds)[];
  const joined = kinds.map((kind) => {
    const join = JOINS[kind] as Join<unknown>;
    return [kind, join(all[kind])] as const;
  });
  return {
    records: Object.fromEntries(
      joined.map(([kind, { records }]) => [kind, records]),
    ) as unknown as Records,
    findings: joined.flatMap(([, { findings }]) => findings),
  };
}

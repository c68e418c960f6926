import * as bills from '../ingest/bills-csv/extract.ts';
import * as certificates from '../ingest/certificates-csv/extract.ts';
import * as coins from '../ingest/coins-csv/extract.ts';
import * as curtailment from '../ingest/curtailment-csv/extract.ts';
import * as deliveries from '../ingest/deliveries-csv/extract.ts';
import * as fleet from '../ingest/fleet-csv/extract.ts';
import * as fuels from '../ingest/fuels-csv/extract.ts';
import * as hashrate from '../ingest/hashrate-csv/extract.ts';
import * as heat from '../ingest/heat-csv/extract.ts';
import type { Extraction, IngestContext, InputFile } from '../ingest/input-file.ts';
import { extractProfile } from '../ingest/profile/extract.ts';
import * as readings from '../ingest/readings-csv/extract.ts';
import * as shares from '../ingest/shares-csv/extract.ts';
import type { Input } from '../model/documents/workspace.ts';
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

/** What the files of a workspace gave, file by file. */
export interface Extractions {
  readonly bills: Extraction<bills.ExtractedBill>[];
  readonly readings: Extraction<readings.ExtractedSeries>[];
  readonly certificates: Extraction<Certificate>[];
  readonly hashrate: Extraction<hashrate.ExtractedHashSeries>[];
  readonly fleet: Extraction<FleetUnit>[];
  readonly fuels: Extraction<FuelUse>[];
  readonly heat: Extraction<HeatDelivery>[];
  readonly curtailment: Extraction<CurtailmentEvent>[];
  readonly deliveries: Extraction<ContractDelivery>[];
  readonly coins: Extraction<CoinProduction>[];
  readonly shares: Extraction<PoolShares>[];
}

type InputOf<K extends Input['kind']> = Extract<Input, { kind: K }>;

/** Reads one file into the extractions; returns what it gave. */
type Reader<I extends Input> = (
  all: Extractions,
  file: InputFile,
  input: I,
  context: IngestContext,
) => readonly Extraction<unknown>[];

function kept<R>(list: Extraction<R>[], extraction: Extraction<R>): Extraction<R>[] {
  list.push(extraction);
  return [extraction];
}

const READERS: { readonly [K in Input['kind']]: Reader<InputOf<K>> } = {
  bills: (all, ...given) => kept(all.bills, bills.extract(...given)),
  readings: (all, ...given) => kept(all.readings, readings.extract(...given)),
  certificates: (all, ...given) => kept(all.certificates, certificates.extract(...given)),
  hashrate: (all, file, input) => kept(all.hashrate, hashrate.extract(file, input)),
  fleet: (all, ...given) => kept(all.fleet, fleet.extract(...given)),
  fuels: (all, ...given) => kept(all.fuels, fuels.extract(...given)),
  heat: (all, ...given) => kept(all.heat, heat.extract(...given)),
  curtailment: (all, file, input) => kept(all.curtailment, curtailment.extract(file, input)),
  deliveries: (all, ...given) => kept(all.deliveries, deliveries.extract(...given)),
  coins: (all, ...given) => kept(all.coins, coins.extract(...given)),
  shares: (all, file, input) => kept(all.shares, shares.extract(file, input)),
  profile: (all, ...given) => {
    const both = extractProfile(...given);
    return [...kept(all.readings, both.readings), ...kept(all.bills, both.bills)];
  },
};

/** No file read yet. */
export function noExtractions(): Extractions {
  return {
    bills: [],
    readings: [],
    certificates: [],
    hashrate: [],
    fleet: [],
    fuels: [],
    heat: [],
    curtailment: [],
    deliveries: [],
    coins: [],
    shares: [],
  };
}

/** Reads a file by the reader of its kind of input. */
export function readInto(
  all: Extractions,
  file: InputFile,
  input: Input,
  context: IngestContext,
): readonly Extraction<unknown>[] {
  const read = READERS[input.kind] as Reader<Input>;
  return read(all, file, input, context);
}

/** Name and version of the reader of an input: the version is raised when it reads the same bytes differently. */
export function readerName(input: Input): string {
  return input.kind === 'profile' ? `${input.profile}@1` : `${input.kind}-csv@1`;
}

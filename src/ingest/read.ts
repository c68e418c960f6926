import type { Input } from '../model/documents/workspace.ts';
import * as absorbed from './absorbed-csv/extract.ts';
import * as activities from './activities-csv/extract.ts';
import * as bills from './bills-csv/extract.ts';
import * as boughtHeat from './bought-heat-csv/extract.ts';
import * as capture from './capture-csv/extract.ts';
import * as certificates from './certificates-csv/extract.ts';
import * as coins from './coins-csv/extract.ts';
import * as credits from './credits-csv/extract.ts';
import * as curtailment from './curtailment-csv/extract.ts';
import * as deliveries from './deliveries-csv/extract.ts';
import * as difficulty from './difficulty-csv/extract.ts';
import type { Given } from './extractions.ts';
import * as flare from './flare-csv/extract.ts';
import * as fleet from './fleet-csv/extract.ts';
import * as fuels from './fuels-csv/extract.ts';
import * as hashrate from './hashrate-csv/extract.ts';
import * as heat from './heat-csv/extract.ts';
import type { IngestContext, InputFile } from './input-file.ts';
import * as payouts from './payouts-csv/extract.ts';
import { extractProfile } from './profile/extract.ts';
import * as readings from './readings-csv/extract.ts';
import * as refrigerants from './refrigerants-csv/extract.ts';
import * as resoldPower from './resold-power-csv/extract.ts';
import * as retirements from './retirements-csv/extract.ts';
import * as shares from './shares-csv/extract.ts';
import type { Encoding } from './table/encoding.ts';
import * as supplierMix from './supplier-mix-csv/extract.ts';
import * as waste from './waste-csv/extract.ts';
import * as water from './water-csv/extract.ts';

type InputOf<K extends Input['kind']> = Extract<Input, { kind: K }>;
type Reader<I extends Input> = (file: InputFile, input: I, context: IngestContext) => Given;

const READERS: { readonly [K in Input['kind']]: Reader<InputOf<K>> } = {
  bills: (...given) => ({ bills: bills.extract(...given) }),
  readings: (...given) => ({ readings: readings.extract(...given) }),
  certificates: (...given) => ({ certificates: certificates.extract(...given) }),
  hashrate: (file, input) => ({ hashrate: hashrate.extract(file, input) }),
  fleet: (...given) => ({ fleet: fleet.extract(...given) }),
  fuels: (...given) => ({ fuels: fuels.extract(...given) }),
  heat: (...given) => ({ heat: heat.extract(...given) }),
  curtailment: (file, input) => ({ curtailment: curtailment.extract(file, input) }),
  deliveries: (...given) => ({ deliveries: deliveries.extract(...given) }),
  coins: (...given) => ({ coins: coins.extract(...given) }),
  shares: (file, input) => ({ shares: shares.extract(file, input) }),
  payouts: (...given) => ({ payouts: payouts.extract(...given) }),
  difficulty: (file, input) => ({ difficulty: difficulty.extract(file, input) }),
  retirements: (file, input) => ({ retirements: retirements.extract(file, input) }),
  'supplier-mix': (file, input) => ({ mixes: supplierMix.extract(file, input) }),
  refrigerants: (...given) => ({ refrigerants: refrigerants.extract(...given) }),
  flare: (...given) => ({ flare: flare.extract(...given) }),
  capture: (...given) => ({ capture: capture.extract(...given) }),
  water: (...given) => ({ water: water.extract(...given) }),
  waste: (...given) => ({ waste: waste.extract(...given) }),
  activities: (...given) => ({ activities: activities.extract(...given) }),
  absorbed: (file, input) => ({ absorbed: absorbed.extract(file, input) }),
  credits: (file, input) => ({ credits: credits.extract(file, input) }),
  'bought-heat': (...given) => ({ boughtHeat: boughtHeat.extract(...given) }),
  'resold-power': (...given) => ({ resold: resoldPower.extract(...given) }),
  profile: (...given) => extractProfile(...given),
};

/** What one file gives by the input that names it. */
export function readInput(file: InputFile, input: Input, context: IngestContext): Given {
  const read = READERS[input.kind] as Reader<Input>;
  return read(file, input, context);
}

/** The encoding that the workspace declares for the text of an input. */
export function declaredEncoding(input: Input): Encoding | undefined {
  return 'csv' in input ? input.csv.encoding : undefined;
}

/** Name and version of the reader of an input: the version is raised when it reads the same bytes differently. */
export function readerName(input: Input): string {
  return input.kind === 'profile' ? `${input.profile}@1` : `${input.kind}-csv@1`;
}

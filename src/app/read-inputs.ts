import { join } from 'node:path';
import { joinBills } from '../ingest/bills-csv/join.ts';
import { joinCertificates } from '../ingest/certificates-csv/join.ts';
import { joinCoins } from '../ingest/coins-csv/join.ts';
import { joinCurtailment } from '../ingest/curtailment-csv/join.ts';
import { joinDeliveries } from '../ingest/deliveries-csv/join.ts';
import { joinFuels } from '../ingest/fuels-csv/join.ts';
import { joinHashrate } from '../ingest/hashrate-csv/join.ts';
import { joinHeat } from '../ingest/heat-csv/join.ts';
import type { Extraction } from '../ingest/input-file.ts';
import { joinReadings } from '../ingest/readings-csv/join.ts';
import { joinShares } from '../ingest/shares-csv/join.ts';
import type { EvidenceInput } from '../model/documents/disclosure.ts';
import type { Input } from '../model/documents/workspace.ts';
import { finding, type Finding } from '../model/finding.ts';
import type {
  Bill,
  Certificate,
  CoinProduction,
  ContractDelivery,
  CurtailmentEvent,
  FleetUnit,
  FuelUse,
  HashSeries,
  HeatDelivery,
  PoolShares,
  ReadingSeries,
} from '../model/records.ts';
import { matching, readStored } from '../store/files.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import { type Extractions, noExtractions, readerName, readInto } from './readers.ts';

/** Told what the program is at, in a few words. */
export type Progress = (step: string) => void;

/** The records of every input, each interval, bill and certificate once. */
export interface InputRecords {
  readonly bills: readonly Bill[];
  readonly readings: readonly ReadingSeries[];
  readonly certificates: readonly Certificate[];
  readonly hashrate: readonly HashSeries[];
  readonly fleet: readonly FleetUnit[];
  readonly fuels: readonly FuelUse[];
  readonly heat: readonly HeatDelivery[];
  readonly curtailment: readonly CurtailmentEvent[];
  readonly deliveries: readonly ContractDelivery[];
  readonly coins: readonly CoinProduction[];
  readonly shares: readonly PoolShares[];
}

/** What the inputs of a workspace hold. */
export interface InputsRead extends InputRecords {
  readonly findings: readonly Finding[];
  /** Every file that was read, with its hash, its reader and how many records it gave. */
  readonly evidence: readonly EvidenceInput[];
  /** The input that names each file. */
  readonly inputOf: ReadonlyMap<string, Input>;
}

interface NamedFile {
  readonly path: string;
  readonly input: Input;
}

/** Which files each input names; a pattern without a file and a file named twice are findings. */
async function filesOf(open: OpenWorkspace): Promise<{ files: NamedFile[]; findings: Finding[] }> {
  const files: NamedFile[] = [];
  const findings: Finding[] = [];
  for (const [i, input] of open.workspace.inputs.entries()) {
    const place = open.placeOf(`/inputs/${String(i)}/files`);
    const paths = await matching(open.folder, input.files);
    if (paths.length === 0) {
      const message = `No file matches "${input.files}"; add the ${input.kind} file or correct the pattern.`;
      findings.push(finding('WS-NO-FILE', 'critical', message, place));
    }
    for (const path of paths) {
      if (files.some((other) => other.path === path && other.input.kind === input.kind)) {
        const message = `${path} is matched by two inputs of kind ${input.kind}; narrow one of the patterns.`;
        findings.push(finding('WS-FILE-TWICE', 'critical', message, place));
      } else {
        files.push({ path, input });
      }
    }
  }
  return { files, findings };
}

function recordCount(extractions: readonly Extraction<unknown>[]): number {
  return extractions
    .flatMap(({ records }) => records)
    .reduce<number>(
      (sum, record) => sum + ((record as { readings?: readonly unknown[] }).readings?.length ?? 1),
      0,
    );
}

function joined(all: Extractions) {
  return {
    bills: joinBills(all.bills),
    readings: joinReadings(all.readings),
    certificates: joinCertificates(all.certificates),
    hashrate: joinHashrate(all.hashrate),
    fuels: joinFuels(all.fuels),
    heat: joinHeat(all.heat),
    curtailment: joinCurtailment(all.curtailment),
    deliveries: joinDeliveries(all.deliveries),
    coins: joinCoins(all.coins),
    shares: joinShares(all.shares),
  };
}

function recordsOf(whole: ReturnType<typeof joined>, fleet: Extractions['fleet']): InputRecords {
  const {
    bills,
    readings,
    certificates,
    hashrate,
    fuels,
    heat,
    curtailment,
    deliveries,
    coins,
    shares,
  } = whole;
  return {
    bills: bills.records,
    readings: readings.records,
    certificates: certificates.records,
    hashrate: hashrate.records,
    fleet: fleet.flatMap((extraction) => extraction.records),
    fuels: fuels.records,
    heat: heat.records,
    curtailment: curtailment.records,
    deliveries: deliveries.records,
    coins: coins.records,
    shares: shares.records,
  };
}

/** Reads every input of a workspace. Nothing is thrown for what files hold: it is found. */
export async function readInputs(open: OpenWorkspace, progress: Progress): Promise<InputsRead> {
  const { files, findings } = await filesOf(open);
  const all = noExtractions();
  const evidence: EvidenceInput[] = [];
  for (const { path, input } of files) {
    progress(`reading ${path}`);
    const file = await readStored(join(open.folder, path), path);
    const extractions = readInto(all, file, input, open.workspace);
    evidence.push({
      path,
      sha256: file.sha256,
      reader: readerName(input),
      records: recordCount(extractions),
    });
  }
  const whole = joined(all);
  const records = recordsOf(whole, all.fleet);
  const told = [...Object.values(whole), ...all.fleet].flatMap((extraction) => extraction.findings);
  return {
    ...records,
    findings: [
      ...findings,
      ...told,
      ...open.workspace.meters.flatMap((_, i) => energyFromFinding(open, records, i)),
    ],
    evidence,
    inputOf: new Map(files.map(({ path, input }) => [path, input])),
  };
}

/** A meter with bills and readings must say which of them counts. */
function energyFromFinding(open: OpenWorkspace, records: InputRecords, i: number): Finding[] {
  const meter = open.workspace.meters[i];
  if (!meter || meter.energy_from !== undefined) return [];
  const has = (list: readonly { readonly meter: string }[]) =>
    list.some((record) => record.meter === meter.id);
  if (!has(records.bills) || !has(records.readings)) return [];
  const message = `Meter ${meter.id} has bills and readings; add energy_from: bills or energy_from: readings to say which counts.`;
  return [finding('WS-ENERGY-FROM', 'critical', message, open.placeOf(`/meters/${String(i)}`))];
}

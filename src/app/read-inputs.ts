import { join } from 'node:path';
import * as bills from '../ingest/bills-csv/extract.ts';
import { joinBills } from '../ingest/bills-csv/join.ts';
import * as certificates from '../ingest/certificates-csv/extract.ts';
import { joinCertificates } from '../ingest/certificates-csv/join.ts';
import * as fleet from '../ingest/fleet-csv/extract.ts';
import * as hashrate from '../ingest/hashrate-csv/extract.ts';
import { joinHashrate } from '../ingest/hashrate-csv/join.ts';
import type { Extraction, IngestContext } from '../ingest/input-file.ts';
import * as readings from '../ingest/readings-csv/extract.ts';
import { joinReadings } from '../ingest/readings-csv/join.ts';
import type { EvidenceInput } from '../model/documents/disclosure.ts';
import type { Input } from '../model/documents/workspace.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Bill, Certificate, FleetUnit, HashSeries, ReadingSeries } from '../model/records.ts';
import { matching, readStored, type StoredFile } from '../store/files.ts';
import type { OpenWorkspace } from '../store/workspace.ts';

/** Told what the program is at, in a few words. */
export type Progress = (step: string) => void;

/** The records of every input, each interval, bill and certificate once. */
export interface InputRecords {
  readonly bills: readonly Bill[];
  readonly readings: readonly ReadingSeries[];
  readonly certificates: readonly Certificate[];
  readonly hashrate: readonly HashSeries[];
  readonly fleet: readonly FleetUnit[];
}

/** What the inputs of a workspace hold. */
export interface InputsRead extends InputRecords {
  readonly findings: readonly Finding[];
  /** Every file that was read, with its hash, its reader and how many records it gave. */
  readonly evidence: readonly EvidenceInput[];
}

/** Version of each reader: raised when a reader reads the same bytes differently. */
const READERS = {
  bills: 'bills-csv@1',
  readings: 'readings-csv@1',
  certificates: 'certificates-csv@1',
  hashrate: 'hashrate-csv@1',
  fleet: 'fleet-csv@1',
} as const;

interface Extractions {
  readonly bills: Extraction<bills.ExtractedBill>[];
  readonly readings: Extraction<readings.ExtractedSeries>[];
  readonly certificates: Extraction<Certificate>[];
  readonly hashrate: Extraction<hashrate.ExtractedHashSeries>[];
  readonly fleet: Extraction<FleetUnit>[];
}

function extractInto(
  all: Extractions,
  file: StoredFile,
  input: Input,
  context: IngestContext,
): Extraction<unknown> {
  const kept = <R>(list: Extraction<R>[], extraction: Extraction<R>): Extraction<R> => {
    list.push(extraction);
    return extraction;
  };
  switch (input.kind) {
    case 'bills':
      return kept(all.bills, bills.extract(file, input, context));
    case 'readings':
      return kept(all.readings, readings.extract(file, input, context));
    case 'certificates':
      return kept(all.certificates, certificates.extract(file, input, context));
    case 'hashrate':
      return kept(all.hashrate, hashrate.extract(file, input));
    case 'fleet':
      return kept(all.fleet, fleet.extract(file, input, context));
  }
}

/** Which files each input names; a pattern without a file and a file named twice are findings. */
async function filesOf(
  open: OpenWorkspace,
): Promise<{ files: { path: string; input: Input }[]; findings: Finding[] }> {
  const files: { path: string; input: Input }[] = [];
  const findings: Finding[] = [];
  for (const [i, input] of open.workspace.inputs.entries()) {
    const place = open.placeOf(`/inputs/${String(i)}/files`);
    const paths = await matching(open.folder, input.files);
    if (paths.length === 0) {
      findings.push(
        finding(
          'WS-NO-FILE',
          'critical',
          `No file matches "${input.files}"; add the ${input.kind} file or correct the pattern.`,
          place,
        ),
      );
    }
    for (const path of paths) {
      if (files.some((other) => other.path === path && other.input.kind === input.kind)) {
        findings.push(
          finding(
            'WS-FILE-TWICE',
            'critical',
            `${path} is matched by two inputs of kind ${input.kind}; narrow one of the patterns.`,
            place,
          ),
        );
      } else {
        files.push({ path, input });
      }
    }
  }
  return { files, findings };
}

function recordCount(extraction: Extraction<unknown>): number {
  return extraction.records.reduce<number>((sum, record) => {
    const { readings: rows } = record as { readings?: readonly unknown[] };
    return sum + (rows?.length ?? 1);
  }, 0);
}

/** Reads every input of a workspace. Nothing is thrown for what files hold: it is found. */
export async function readInputs(open: OpenWorkspace, progress: Progress): Promise<InputsRead> {
  const { files, findings } = await filesOf(open);
  const all: Extractions = { bills: [], readings: [], certificates: [], hashrate: [], fleet: [] };
  const evidence: EvidenceInput[] = [];
  for (const { path, input } of files) {
    progress(`reading ${path}`);
    const file = await readStored(join(open.folder, path), path);
    const extraction = extractInto(all, file, input, open.workspace);
    evidence.push({
      path,
      sha256: file.sha256,
      reader: READERS[input.kind],
      records: recordCount(extraction),
    });
  }
  const joined = {
    bills: joinBills(all.bills),
    readings: joinReadings(all.readings),
    certificates: joinCertificates(all.certificates),
    hashrate: joinHashrate(all.hashrate),
  };
  const { workspace } = open;
  const records = {
    bills: joined.bills.records,
    readings: joined.readings.records,
    certificates: joined.certificates.records,
    hashrate: joined.hashrate.records,
    fleet: all.fleet.flatMap((extraction) => extraction.records),
  };
  return {
    ...records,
    findings: [
      ...findings,
      ...Object.values(joined).flatMap((extraction) => extraction.findings),
      ...all.fleet.flatMap((extraction) => extraction.findings),
      ...workspace.meters.flatMap((_, i) => energyFromFinding(open, records, i)),
    ],
    evidence,
  };
}

/** A meter with bills and readings must say which of them counts. */
function energyFromFinding(
  open: OpenWorkspace,
  records: Pick<InputRecords, 'bills' | 'readings'>,
  i: number,
): Finding[] {
  const meter = open.workspace.meters[i];
  if (!meter || meter.energy_from !== undefined) return [];
  const has = (list: readonly { readonly meter: string }[]) =>
    list.some((record) => record.meter === meter.id);
  if (!has(records.bills) || !has(records.readings)) return [];
  const message = `Meter ${meter.id} has bills and readings; add energy_from: bills or energy_from: readings to say which counts.`;
  return [finding('WS-ENERGY-FROM', 'critical', message, open.placeOf(`/meters/${String(i)}`))];
}

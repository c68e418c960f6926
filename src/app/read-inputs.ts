import { join } from 'node:path';
import { activityLines } from '../ingest/activities-csv/lines.ts';
import { addGiven, noExtractions } from '../ingest/extractions.ts';
import { declaredEncoding, readerName, readInput } from '../ingest/read.ts';
import type { Extraction, InputFile } from '../ingest/input-file.ts';
import { joinAll, type Records } from '../ingest/join.ts';
import { retirementFindings } from '../ingest/retirements-csv/match.ts';
import { openFile } from '../ingest/open/open.ts';
import type { EvidenceInput } from '../model/documents/disclosure.ts';
import type { Input, Workspace } from '../model/documents/workspace.ts';
import { finding, type Finding } from '../model/finding.ts';
import { matching, readStored } from '../store/files.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import { evidenceOfEntry, located } from './locate.ts';
import { uncountedFindings } from './uncounted.ts';
import { readingOf } from './bill-templates.ts';

/** Told what the program is at, in a few words. */
export type Progress = (step: string) => void;

/** The records of every input, each interval, bill and certificate once. */
export type InputRecords = Records;

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

/** What is filed of a file that was read; of a member of an archive, the archive as well. */
function evidenceOf(
  { path, sha256 }: InputFile,
  file: InputFile,
  input: Input,
  records: number,
): EvidenceInput {
  const evidence = { path, sha256, reader: readerName(input), records };
  return path === file.path
    ? evidence
    : { ...evidence, archive: { path: file.path, sha256: file.sha256 } };
}

/** Reads every input of a workspace. Nothing is thrown for what files hold: it is found. */
export async function readInputs(open: OpenWorkspace, progress: Progress): Promise<InputsRead> {
  const { files, findings } = await filesOf(open);
  const all = noExtractions();
  const reading = await readingOf(open);
  const evidence: EvidenceInput[] = [...reading.evidence];
  const inputOf = new Map(files.map(({ path, input }) => [path, input]));
  for (const { path, input } of files) {
    progress(`reading ${path}`);
    const file = await readStored(join(open.folder, path), path);
    const opened = await openFile(file, declaredEncoding(input));
    findings.push(...opened.findings);
    for (const part of opened.files) {
      const given = addGiven(all, readInput(part, input, reading.context));
      evidence.push(evidenceOf(part, file, input, recordCount(given)));
      inputOf.set(part.path, input);
    }
  }
  addGiven(all, {
    activities: activityLines(open.workspace.scope3 ?? {}, reading.context, (i) =>
      evidenceOfEntry(open, `scope3.activities.${String(i)}`),
    ),
  });
  const { records, findings: told } = joinAll(all);
  return {
    ...records,
    findings: [
      ...findings,
      ...reading.findings,
      ...told,
      ...open.workspace.meters.flatMap((_, i) => energyFromFinding(open, records, i)),
      ...located(open, uncountedFindings(open.workspace, records)),
      ...retirementFindings(records.certificates, records.retirements, namesOf(open.workspace)),
    ],
    evidence,
    inputOf,
  };
}

/** The spellings under which certificates may be retired for the reporter. */
function namesOf({ entity }: Workspace): string[] {
  return [entity.name, ...(entity.also_known_as ?? [])];
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

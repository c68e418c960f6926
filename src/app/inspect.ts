import { basename, dirname, relative, resolve, sep } from 'node:path';
import {
  inspectInput,
  type InspectedSeries,
  inspectReadings,
  type ProfileNotice,
  PROFILES,
} from '../ingest/recognise/inspect.ts';
import { formatOf, type Seen } from '../ingest/recognise/seen.ts';
import type { InputFile } from '../ingest/input-file.ts';
import { isArchive } from '../ingest/open/archive.ts';
import { openFile } from '../ingest/open/open.ts';
import { declaredEncoding } from '../ingest/read.ts';
import { identify as bills } from '../ingest/bills-csv/extract.ts';
import { identify as certificates } from '../ingest/certificates-csv/extract.ts';
import { identify as fleet } from '../ingest/fleet-csv/extract.ts';
import { identify as hashrate } from '../ingest/hashrate-csv/extract.ts';
import { identify as readings } from '../ingest/readings-csv/extract.ts';
import { AppError } from '../model/app-error.ts';
import type { Input } from '../model/documents/workspace.ts';
import { finding, type Finding, hasCritical, sortedFindings } from '../model/finding.ts';
import { matching, readStored, requireInside } from '../store/files.ts';
import { openWorkspace, workspaceAround } from '../store/workspace.ts';
import { type Reading, readingOf } from './bill-templates.ts';

/** What is seen in one input file. */
export interface Inspection {
  readonly file: string;
  readonly sha256: string;
  readonly format: string;
  readonly profile: string | null;
  readonly series: readonly InspectedSeries[];
  readonly records: number;
  readonly findings: readonly Finding[];
  /** Of an archive: what each member is. */
  readonly members?: readonly InspectedMember[];
}

/** A file within an archive. */
export interface InspectedMember {
  readonly file: string;
  readonly sha256: string;
  readonly profile: string | null;
  readonly records: number;
}

/** How a file is to be read, where it does not say so itself. */
export interface InspectOptions {
  readonly profile?: string;
  readonly timezone?: string;
}

/** The named profiles, as `--help` lists them. */
export function profileList(): readonly ProfileNotice[] {
  return PROFILES;
}

/** Says what one file holds: by the mapping of the workspace in which it lies, by a profile, or by its own header. */
export async function inspectFile(
  path: string,
  { profile, timezone }: InspectOptions,
): Promise<Inspection> {
  if (profile !== undefined) requireProfile(profile);
  const folder = workspaceAround(dirname(resolve(path)));
  if (folder !== undefined) await requireInside(folder, relative(folder, resolve(path)));
  const mapped =
    folder !== undefined && profile === undefined ? await mappingIn(folder, path) : undefined;
  const file = await readStored(resolve(path), mapped?.path ?? basename(path));
  const opened = await openFile(file, mapped && declaredEncoding(mapped.input));
  const look = (part: InputFile): Seen =>
    mapped
      ? inspectInput(part, mapped.input, mapped.reading.context)
      : inspectReadings(part, {
          ...(profile !== undefined && { profile }),
          ...(timezone !== undefined && { timezone }),
        });
  const members = opened.files.map((part) => {
    const seen = look(part);
    const findings = [...seen.findings, ...emptyFindings(part, seen, mapped !== undefined)];
    return { part, seen: { ...seen, findings } };
  });
  const seen = seenTogether(
    file,
    members.map((member) => member.seen),
  );
  return {
    file: file.path,
    sha256: file.sha256,
    ...seen,
    findings: sortedFindings([...opened.findings, ...toldBefore(mapped), ...seen.findings]),
    ...(members.some(({ part }) => part.path !== file.path) && {
      members: members.map(({ part, seen: { profile: by, records } }) => ({
        file: part.path,
        sha256: part.sha256,
        profile: by,
        records,
      })),
    }),
  };
}

/** What the members of an archive hold together; format and profile where they are one. */
function seenTogether(file: InputFile, all: readonly Seen[]): Pick<Inspection, keyof Seen> {
  const one = <T>(values: readonly T[]) => (new Set(values).size === 1 ? values[0] : undefined);
  return {
    format: one(all.map(({ format }) => format)) ?? (isArchive(file) ? 'archive' : formatOf(file)),
    profile: one(all.map((seen) => seen.profile)) ?? null,
    series: all.flatMap(({ series }) => series),
    records: all.reduce((sum, { records }) => sum + records, 0),
    findings: all.flatMap(({ findings }) => findings),
  };
}

/** Of a file without series: that it holds none, and what it looks like where nothing maps it. */
function emptyFindings(file: InputFile, seen: Seen, isMapped: boolean): Finding[] {
  if (seen.series.length > 0) return [];
  const isSilent = seen.records === 0 && !hasCritical(seen.findings);
  return [...(isSilent ? [noReadings(file)] : []), ...(isMapped ? [] : likenessFindings(file))];
}

function noReadings({ path }: InputFile): Finding {
  const message = `${path} holds no readings; choose an export that holds interval data or bills.`;
  return finding('IN-NO-READINGS', 'critical', message, { file: path });
}

function requireProfile(id: string): void {
  const known = PROFILES.map((profile) => profile.id);
  if (known.includes(id)) return;
  const message = `there is no profile "${id}"; known: ${known.join(', ')}`;
  throw new AppError('unknown-id', message, { kind: 'profile', id, known });
}

const LIKENESSES = [
  { kind: 'bills', identify: bills },
  { kind: 'readings', identify: readings },
  { kind: 'certificates', identify: certificates },
  { kind: 'hashrate', identify: hashrate },
  { kind: 'fleet', identify: fleet },
] as const;

/** What an unmapped file looks like, so that a person knows which kind of input to map it as. */
function likenessFindings(file: InputFile): Finding[] {
  const ranked = LIKENESSES.map(({ kind, identify }) => ({ kind, ...identify(file) })).sort(
    (a, b) => b.confidence - a.confidence,
  );
  const [best] = ranked;
  if (!best || best.confidence <= 0.5) return [];
  const message = `The file looks like ${best.kind}: ${best.why} Map its columns in workspace.yaml as kind: ${best.kind}.`;
  return [finding('IN-LOOKS-LIKE', 'info', message, { file: file.path })];
}

interface Mapped {
  readonly reading: Reading;
  readonly input: Input;
  readonly path: string;
}

/** What is wrong with what the file is read with. */
function toldBefore(mapped: Mapped | undefined): readonly Finding[] {
  return mapped?.reading.findings ?? [];
}

/** The input of a workspace that names a file. */
async function mappingIn(folder: string, file: string): Promise<Mapped | undefined> {
  const open = await openWorkspace(folder);
  if (!open.workspace) return undefined;
  const path = relative(folder, resolve(file)).split(sep).join('/');
  for (const input of open.workspace.inputs) {
    if ((await matching(folder, input.files)).includes(path)) {
      return { reading: await readingOf(open), input, path };
    }
  }
  return undefined;
}

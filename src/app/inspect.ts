import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import {
  inspectInput,
  type InspectedSeries,
  inspectReadings,
  type Profile,
  PROFILES,
} from '../ingest/recognise/inspect.ts';
import { AppError } from '../model/app-error.ts';
import type { Input } from '../model/documents/workspace.ts';
import { type Finding, sortedFindings } from '../model/finding.ts';
import { exists, matching, readStored } from '../store/files.ts';
import { openWorkspace, type OpenWorkspace, WORKSPACE_FILE } from '../store/workspace.ts';

/** What is seen in one input file. */
export interface Inspection {
  readonly file: string;
  readonly sha256: string;
  readonly format: string;
  readonly profile: string | null;
  readonly series: readonly InspectedSeries[];
  readonly records: number;
  readonly findings: readonly Finding[];
}

/** How a file is to be read, where it does not say so itself. */
export interface InspectOptions {
  readonly profile?: string;
  readonly timezone?: string;
}

/** The named profiles, as `--help` lists them. */
export function profileList(): readonly Profile[] {
  return PROFILES;
}

/** Says what one file holds: by the mapping of the workspace in which it lies, by a profile, or by its own header. */
export async function inspectFile(
  path: string,
  { profile, timezone }: InspectOptions,
): Promise<Inspection> {
  if (profile !== undefined && !PROFILES.some(({ id }) => id === profile)) {
    const known = PROFILES.map(({ id }) => id);
    throw new AppError(
      'unknown-id',
      `there is no profile "${profile}"; known: ${known.join(', ')}`,
      { kind: 'profile', id: profile, known },
    );
  }
  const mapped = profile === undefined ? await mappingFor(path) : undefined;
  const file = await readStored(resolve(path), mapped?.path ?? basename(path));
  const seen = mapped
    ? inspectInput(file, mapped.input, mapped.open.workspace)
    : inspectReadings(file, {
        ...(profile !== undefined && { profile }),
        ...(timezone !== undefined && { timezone }),
      });
  return {
    file: file.path,
    sha256: file.sha256,
    format: seen.format,
    profile: seen.profile,
    series: seen.series,
    records: seen.records,
    findings: sortedFindings(seen.findings),
  };
}

interface Mapped {
  readonly open: OpenWorkspace;
  readonly input: Input;
  readonly path: string;
}

/** The input of the nearest workspace above a file that names it. */
async function mappingFor(path: string): Promise<Mapped | undefined> {
  const absolute = resolve(path);
  for (let folder = dirname(absolute); ; folder = dirname(folder)) {
    if (await exists(join(folder, WORKSPACE_FILE))) return mappingIn(folder, absolute);
    if (dirname(folder) === folder) return undefined;
  }
}

async function mappingIn(folder: string, absolute: string): Promise<Mapped | undefined> {
  const open = await openWorkspace(folder);
  if (!open.workspace) return undefined;
  const path = relative(folder, absolute).split(sep).join('/');
  for (const input of open.workspace.inputs) {
    if ((await matching(folder, input.files)).includes(path)) return { open, input, path };
  }
  return undefined;
}

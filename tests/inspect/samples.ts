import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inspectFile, type Inspection } from '../../src/app/inspect.ts';
import type { InspectedSeries } from '../../src/ingest/recognise/inspect.ts';
import { emptyFolder } from '../support/small-workspace.ts';

/** Public samples of every kind of file, kept beside the repository. */
export const SAMPLES = '../shared/data';
export const isThere = existsSync(SAMPLES);

/** What a person has to say of a file that does not say it itself, and why. */
export interface Case {
  readonly why: string;
  readonly timezone?: string;
  readonly profile?: string;
  /** An input of workspace.yaml without `files`: its meter is `main` of a site in America/Chicago. */
  readonly input?: Readonly<Record<string, unknown>>;
}

export const CASES = JSON.parse(
  readFileSync(join(import.meta.dirname, 'cases.json'), 'utf8'),
) as Readonly<Record<string, Case>>;

/** What is told of a file: everything but the words of its findings. */
export interface Golden extends Omit<Inspection, 'findings'> {
  /** `CODE severity line`, how often where more than once. */
  readonly findings: readonly string[];
}

export type GoldenSeries = InspectedSeries;

/** Every sample by its path. */
export function samplePaths(): readonly string[] {
  if (!isThere) return [];
  const all = readdirSync(SAMPLES, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(SAMPLES.length + 1))
    .sort();
}

/** What `inspect --json` says of a sample. */
export async function inspected(path: string): Promise<Golden> {
  const { input, timezone, profile } = CASES[path] ?? {};
  const file = input ? mappedCopy(path, input) : join(SAMPLES, path);
  const options = { ...(timezone && { timezone }), ...(profile && { profile }) };
  const { findings, ...inspection } = await inspectFile(file, options);
  const told = findings.map(({ code, severity, at }) => {
    const line = at.line === undefined ? '' : ` line ${String(at.line)}`;
    return `${code} ${severity}${line}`;
  });
  return { ...inspection, findings: counted(told) };
}

function counted(told: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const one of told) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].map(([one, n]) => (n === 1 ? one : `${one}, ${String(n)} times`));
}

/** The sample within a workspace whose one input maps it. */
function mappedCopy(path: string, input: Readonly<Record<string, unknown>>): string {
  const folder = emptyFolder();
  const name = basename(path);
  const workspace = {
    hashprint: 1,
    entity: { name: 'Small Mining Ltd', country: 'US' },
    boundary: {
      approach: 'operational-control',
      parties: [{ id: 'self', share: '100', sites: ['home'] }],
    },
    period: 2016,
    sites: [{ id: 'home', name: 'Home', country: 'US', zone: 'America/Chicago', role: 'own' }],
    meters: [{ id: 'main', site: 'home', measures: 'grid-import' }],
    inputs: [{ ...input, files: name }],
    factors: { location: ['epa-egrid'], other_year: 'refuse' },
  };
  writeFileSync(join(folder, 'workspace.yaml'), JSON.stringify(workspace));
  copyFileSync(join(SAMPLES, path), join(folder, name));
  return join(folder, name);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { AppError } from '../model/app-error.ts';
import type { FactorSet } from '../model/documents/factor-set.ts';
import { sha256 } from './files.ts';
import { hourlyFault, withDaysOnLines } from './hourly-rows.ts';
import { packagePath } from './installation.ts';
import { validated } from './schemas.ts';

/** A factor set with the hash of the file it came from. */
export interface StoredFactorSet {
  readonly set: FactorSet;
  readonly sha256: string;
  /** True where it stands in the folder of a workspace, false where it is installed. */
  readonly isOfWorkspace: boolean;
}

/** Folder of a workspace that holds factor sets of its own. */
export const FACTORS_FOLDER = 'factors';

/**
 * Every factor set that is installed, sorted by publisher and edition. With the folder of a workspace, those in its own
 * folder `factors` come first, and stand in for the installed ones of the same publisher and edition.
 * Throws an AppError when one is not well-formed.
 */
export function loadFactors(workspace?: string): StoredFactorSet[] {
  const installed = setsIn(packagePath(FACTORS_FOLDER), notInstalled);
  if (workspace === undefined) return installed;
  const own = setsIn(join(workspace, FACTORS_FOLDER), notReadable).map((stored) => ({
    ...stored,
    isOfWorkspace: true,
  }));
  const names = new Set(own.map(({ set }) => nameOf(set)));
  return [...own, ...installed.filter(({ set }) => !names.has(nameOf(set)))];
}

/** Where the set of a publisher and edition stands within a workspace. */
export function factorSetPath({ publisher, edition }: Pick<FactorSet, 'publisher' | 'edition'>) {
  return `${FACTORS_FOLDER}/${publisher}/${edition}.json`;
}

/** The text of a factor set as it is stored. Throws an AppError when the set is not well-formed. */
export function factorSetText(set: FactorSet): string {
  const text = withDaysOnLines(`${JSON.stringify(set, null, 2)}\n`);
  const checked = checkedSet(text);
  if ('why' in checked) {
    const message = `the factor set ${nameOf(set)} is not well-formed at ${checked.why}`;
    throw new AppError('usage', message, { what: checked.why });
  }
  return text;
}

function nameOf({ publisher, edition }: FactorSet): string {
  return `${publisher}/${edition}`;
}

type Refusal = (name: string, why: string) => AppError;

const notInstalled: Refusal = (name, why) =>
  new AppError('broken-installation', `${name} is not well-formed at ${why}`, { path: name, why });

const notReadable: Refusal = (name, why) =>
  new AppError('not-readable', `${name} of the workspace is no factor set: ${why}`, {
    path: name,
    why,
  });

function setsIn(folder: string, refused: Refusal): StoredFactorSet[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.flatMap((entry) => {
    if (!entry.name.endsWith('.json') || entry.name.startsWith('.')) return [];
    const path = join(entry.parentPath, entry.name);
    const name = [FACTORS_FOLDER, ...path.slice(folder.length).split(sep)]
      .filter((part) => part !== '')
      .join('/');
    // a link could lead out of the workspace
    if (!entry.isFile()) throw refused(name, 'it is a link or a folder, not a file');
    return [{ path, name }];
  });
  return files
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ path, name }) => {
      const text = readFileSync(path, 'utf8');
      const checked = checkedSet(text);
      if ('why' in checked) throw refused(name, checked.why);
      return { set: checked.set, sha256: sha256(text), isOfWorkspace: false };
    });
}

function checkedSet(text: string): { readonly set: FactorSet } | { readonly why: string } {
  const document = parsed(text);
  if ('why' in document) return document;
  const result = validated('factor-set', document.value);
  if (!('faults' in result)) {
    const why = hourlyFault(result.document);
    return why === undefined ? { set: result.document } : { why };
  }
  const [fault] = result.faults;
  return { why: `${fault?.pointer ?? ''}: ${fault?.message ?? ''}` };
}

function parsed(text: string): { readonly value: unknown } | { readonly why: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

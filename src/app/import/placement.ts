import { basename, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../model/app-error.ts';
import { exists, readStored } from '../../store/files.ts';
import { isMatchedBy } from '../../store/path-pattern.ts';
import type { ImportSubject } from './propose-import.ts';

/** Where a file comes to stand in its workspace. */
export interface Placement {
  readonly path: string;
  /** The file lies elsewhere and is copied. */
  readonly isCopied: boolean;
  /** An entry of the workspace that reads the file in the same way already; a further entry is not needed. */
  readonly isReadAlready: boolean;
}

type Entry = Readonly<Record<string, unknown>>;

/**
 * The place of a file: where it lies, when that is within the workspace; else a folder named after its kind, in which no
 * entry reads it in another way. Throws an AppError where another file stands there, or an entry reads it otherwise.
 */
export async function placementOf(
  path: string,
  { workspace: open, stored }: ImportSubject,
  folder: string,
  entry: Entry,
): Promise<Placement> {
  const inside = relative(open.folder, resolve(path));
  const isInside = !inside.startsWith('..') && !isAbsolute(inside);
  const places = isInside ? [inside.split(sep).join('/')] : candidates(path, folder, entry);
  const rivals = (place: string) =>
    open.workspace.inputs.filter(
      (input) => input.kind === entry['kind'] && isMatchedBy(place, input.files),
    );
  for (const place of places) {
    const others = rivals(place);
    const isSame = others.some((input) => isDeepStrictEqual(withoutFiles(input), entry));
    if (others.length > 0 && !isSame) continue;
    if (!isInside) await refuseOther(join(open.folder, place), place, stored.sha256);
    return { path: place, isCopied: !isInside, isReadAlready: isSame };
  }
  const place = places[0] ?? '';
  const pattern = rivals(place)[0]?.files ?? '';
  const message = `${place} is read already by the input with files: ${pattern}, in another way than the one proposed; change that entry of workspace.yaml, or narrow its pattern`;
  throw new AppError('usage', message, { what: place });
}

/** The folder of the kind; within it one of the meter, site or contract; within it one for what is imported. */
function candidates(path: string, folder: string, entry: Entry): readonly string[] {
  const name = plainName(path);
  const owner = entry['meter'] ?? entry['contract'] ?? entry['site'];
  return [
    `${folder}/${name}`,
    ...(typeof owner === 'string' ? [`${folder}/${owner}/${name}`] : []),
    `${folder}/imported/${name}`,
    `imported/${folder}/${name}`,
  ];
}

/** A name that no pattern reads as anything but itself. */
function plainName(path: string): string {
  const extension = extname(path);
  const stem = basename(path, extension).replace(/[^\p{L}\p{N}._ -]+/gu, '-');
  return `${stem.replace(/^[.-]+/, '') || 'file'}${extension}`;
}

/** What an entry says beside which files it reads. */
export function withoutFiles(input: object): Entry {
  return Object.fromEntries(Object.entries(input).filter(([key]) => key !== 'files'));
}

async function refuseOther(absolute: string, place: string, sha256: string): Promise<void> {
  if (!(await exists(absolute))) return;
  const standing = await readStored(absolute, place);
  if (standing.sha256 === sha256) return;
  const message = `${place} exists in the workspace already and holds something else; rename the file that you import`;
  throw new AppError('usage', message, { what: place });
}

import { createHash } from 'node:crypto';
import { type Dirent, readdir } from 'node:fs';
import {
  access,
  lstat,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { AppError } from '../model/app-error.ts';

/** A file as it was read: its path relative to the workspace with forward slashes, its hash and its bytes. */
export interface StoredFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** The SHA-256 of bytes or of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function notReadable(path: string, why: string): AppError {
  return new AppError('not-readable', `${path} cannot be read: ${why}`, { path, why });
}

/** The bytes of a file. Throws an AppError `not-found` or `not-readable`. */
async function readBytes(path: string): Promise<Uint8Array> {
  const kind = await about(path, (file) => stat(file));
  if (kind.isDirectory()) throw notReadable(path, 'it is a folder, not a file');
  // reading a pipe could wait without end
  if (!kind.isFile()) throw notReadable(path, 'it is no regular file');
  return about(path, (file) => readFile(file));
}

/** What a call of the file system says of a path. Throws an AppError `not-found` or `not-readable`. */
async function about<T>(path: string, ask: (path: string) => Promise<T>): Promise<T> {
  try {
    return await ask(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP') throw notReadable(path, 'its links lead round in a circle');
    if (code !== 'ENOENT') throw notReadable(path, whyOf(error));
    if (await isLink(path)) throw notReadable(path, 'it is a link to nothing');
    throw new AppError('not-found', `${path} does not exist`, { path });
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (kind) => kind.isSymbolicLink(),
    () => false,
  );
}

/** The text of a file in UTF-8. Throws as `readBytes` does. */
export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

/** True when the path exists. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A file with its hash; `path` is what the record will be known by. */
export async function readStored(absolute: string, path: string): Promise<StoredFile> {
  const bytes = await readBytes(absolute);
  return { path, sha256: sha256(bytes), bytes };
}

/** Makes sure that a path within a folder does not lead out of it by a link. Throws an AppError `not-readable` where it does. */
export async function requireInside(folder: string, path: string): Promise<void> {
  const inside = relative(
    await realpath(folder),
    await about(join(folder, path), (link) => realpath(link)),
  );
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)) return;
  const why = 'link out of the workspace';
  throw new AppError('not-readable', `${path} is a link out of the workspace`, { path, why });
}

/**
 * Lists a folder with links as if they were files. They are not left out silently, then: what they lead to is looked at
 * when they match, and folders behind them are not walked through.
 */
const readdirWithLinks = ((path: string, options: { withFileTypes: true }, done: Listed) => {
  readdir(path, options, (error, entries: Dirent[] | undefined) => {
    done(error, entries?.map((entry) => (entry.isSymbolicLink() ? asFile(entry) : entry)) ?? []);
  });
}) as typeof readdir;

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

function asFile(entry: Dirent): Dirent {
  const methods = { isFile: () => true, isSymbolicLink: () => false };
  return Object.assign(Object.create(entry) as Dirent, methods);
}

/** Paths (relative, sorted, forward slashes) that a pattern matches within a folder. Links out of the folder are refused. */
export async function matching(folder: string, pattern: string): Promise<string[]> {
  if (isAbsolute(pattern) || pattern.split('/').includes('..')) {
    throw new AppError('usage', `the pattern ${pattern} leaves the workspace`, { what: pattern });
  }
  const found = await glob([pattern], {
    cwd: folder,
    onlyFiles: true,
    followSymbolicLinks: false,
    dot: false,
    fs: { readdir: readdirWithLinks },
  });
  for (const path of found) await requireInside(folder, path);
  return found.map((path) => path.split(sep).join('/')).sort();
}

/**
 * Writes several files into one folder, all or none: each goes to a temporary name first, and only when every one is
 * whole are they renamed. Returns the paths written.
 */
export async function writeAll(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
): Promise<string[]> {
  const staged: [temporary: string, final: string][] = [];
  try {
    for (const [name, content] of files) {
      const final = join(folder, name);
      await mkdir(dirname(final), { recursive: true });
      const temporary = join(dirname(final), `.${basename(final)}.${String(process.pid)}.part`);
      staged.push([temporary, final]);
      await writeFile(temporary, content);
    }
    for (const [temporary, final] of staged) await rename(temporary, final);
  } catch (error) {
    await Promise.all(staged.map(([temporary]) => rm(temporary, { force: true })));
    const why = whyOf(error);
    throw new AppError('not-writable', `${folder} cannot be written: ${why}`, {
      path: folder,
      why,
    });
  }
  return staged.map(([, final]) => final);
}

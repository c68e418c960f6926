import { join, resolve } from 'node:path';
import { AppError } from '../model/app-error.ts';
import { exists, readText, writeAll } from '../store/files.ts';
import { packagePath } from '../store/installation.ts';
import { WORKSPACE_FILE } from '../store/workspace.ts';
import { STARTER_WORKSPACE } from './starter-workspace.ts';

/** Writes a commented workspace into a folder, with the schema that editors complete from. Never overwrites one. */
export async function initWorkspace(folder: string, year: number): Promise<readonly string[]> {
  const root = resolve(folder);
  const target = join(root, WORKSPACE_FILE);
  if (await exists(target)) {
    throw new AppError(
      'usage',
      `${target} exists already; choose another folder or edit that file`,
      { what: target },
    );
  }
  const schema = await readText(packagePath('schemas/workspace.schema.json'));
  return writeAll(
    root,
    new Map([
      [WORKSPACE_FILE, STARTER_WORKSPACE.replaceAll('{{year}}', String(year))],
      ['.hashprint/workspace.schema.json', schema],
    ]),
  );
}

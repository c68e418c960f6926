import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError } from '../model/app-error.ts';

/** Folder of the installed package; `src/store` and `dist/store` stand at the same depth. */
const PACKAGE = new URL('../../', import.meta.url);

/** Absolute path of a file or folder that ships with the package. */
export function packagePath(relative: string): string {
  return fileURLToPath(new URL(relative, PACKAGE));
}

/** The parsed content of a JSON file that ships with the package. */
export function packageJson(relative: string): unknown {
  const path = packagePath(relative);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('broken-installation', `${relative} cannot be read: ${why}`, {
      path: relative,
      why,
    });
  }
}

/** The program's version. */
export function programVersion(): string {
  const { version } = packageJson('package.json') as { version: string };
  return version;
}

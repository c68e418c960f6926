import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../model/app-error.ts';
import type { FactorSet } from '../model/documents/factor-set.ts';
import { sha256 } from './files.ts';
import { packagePath } from './installation.ts';
import { validated } from './schemas.ts';

/** A factor set with the hash of the file it came from. */
export interface StoredFactorSet {
  readonly set: FactorSet;
  readonly sha256: string;
}

/** Every factor set under `folder`, sorted by publisher and edition. Throws an AppError when one is not well-formed. */
export function loadFactors(folder: string = packagePath('factors')): StoredFactorSet[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.json'),
  );
  return files.sort().map((file) => loadSet(join(folder, file), file));
}

function loadSet(path: string, name: string): StoredFactorSet {
  const text = readFileSync(path, 'utf8');
  const result = validated('factor-set', JSON.parse(text));
  if ('faults' in result) {
    const [fault] = result.faults;
    const why = `${fault?.pointer ?? ''}: ${fault?.message ?? ''}`;
    throw new AppError('broken-installation', `factors/${name} is not well-formed at ${why}`, {
      path: name,
      why,
    });
  }
  return { set: result.document, sha256: sha256(text) };
}

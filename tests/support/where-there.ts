import { existsSync } from 'node:fs';
import process from 'node:process';

/** `describe` where the samples are there; skipped visibly where they are not, but never in CI: there they must be. */
export function whereThere(samples: string): jest.Describe {
  return existsSync(samples) || process.env['CI'] !== undefined ? describe : describe.skip;
}

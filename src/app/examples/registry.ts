import { HASHES_EXAMPLES } from './cases/hashes.ts';
import { MACHINES_EXAMPLES } from './cases/machines.ts';
import { SCOPE_1_EXAMPLES } from './cases/scope-1.ts';
import { SCOPE_2_EXAMPLES } from './cases/scope-2.ts';
import { HASHES } from './compute/hashes.ts';
import { HOURLY } from './compute/hourly.ts';
import { MACHINES } from './compute/machines.ts';
import { SCOPE_1 } from './compute/scope-1.ts';
import { SCOPE_2 } from './compute/scope-2.ts';
import type { Compute, Example } from './example.ts';

/** Every example, in order of subject. */
export const EXAMPLES: readonly Example[] = [
  ...SCOPE_2_EXAMPLES,
  ...SCOPE_1_EXAMPLES,
  ...HASHES_EXAMPLES,
  ...MACHINES_EXAMPLES,
];

/** By which function of the kernel's each example is computed; an example without one counts as not met. */
export const COMPUTED_BY: Readonly<Record<string, Compute>> = {
  ...SCOPE_2,
  ...HOURLY,
  ...SCOPE_1,
  ...HASHES,
  ...MACHINES,
};

import type { ProfileInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';

type Key = 'site' | 'contract' | 'meter' | 'zone';

/** One finding for each key that a layout needs and the input does not give, with what it is for. */
export function missingKeys(
  input: ProfileInput,
  needed: Partial<Record<Key, string>>,
  file: string,
): Finding[] {
  return (Object.entries(needed) as [Key, string][])
    .filter(([key]) => input[key] === undefined)
    .map(([key, purpose]) => {
      const message = `The input of ${file} has no ${key}, ${purpose}. Add ${key} beside profile: ${input.profile}.`;
      return finding('WS-KEY-NEEDED', 'critical', message, { file });
    });
}

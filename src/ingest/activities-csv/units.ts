import { canonicalUnit } from '../../units/unit.ts';

const KINDS = ['energy', 'mass', 'volume'] as const;

/** The registry's spelling of a unit of energy, mass or volume; any other unit, such as `t·km` or `USD`, as it was written. */
export function activityUnit(written: string): string {
  for (const kind of KINDS) {
    const symbol = canonicalUnit(kind, written);
    if (symbol !== undefined) return symbol;
  }
  return written.trim();
}

import type { FactorRow } from '../../model/documents/factor-set.ts';
import type { FuelUse } from '../../model/records.ts';
import { type Way, wayOf } from '../factors/fuel-ways.ts';

/** The calculation methodology of 40 CFR 98.33 for a line of fuel, and its equations. */
export interface Tier {
  readonly tier: 'Tier 1' | 'Tier 2';
  readonly co2: string;
  /** Of CH4 and N2O. */
  readonly others: string;
}

const TIER_1 = 'Tier 1';

/** Whether a row is of the tables to which 40 CFR 98.33 applies. */
export function isOfPart98({ source }: FactorRow): boolean {
  return source.document.startsWith('40 CFR Part 98');
}

function equationsOf({ unit }: FuelUse, way: Way): Tier | undefined {
  if (way === 'measured') return { tier: 'Tier 2', co2: 'C-2a', others: 'C-9a' };
  if (way === 'heat-content') return { tier: TIER_1, co2: 'C-1', others: 'C-8' };
  return unit.startsWith('therm')
    ? { tier: TIER_1, co2: 'C-1a', others: 'C-8a' }
    : { tier: TIER_1, co2: 'C-1b', others: 'C-8b' };
}

/** The tier and equations by which a line is taken; undefined for a row outside 40 CFR Part 98. */
export function tierOf(use: FuelUse, row: FactorRow): Tier | undefined {
  const way = wayOf(use, row);
  return way && isOfPart98(row) ? equationsOf(use, way) : undefined;
}

/** What a step cites: an equation with its tier; nothing outside 40 CFR Part 98. */
export function citing(tier: Tier | undefined, gas: 'co2' | 'others'): { cites?: string[] } {
  return tier ? { cites: [`40 CFR 98.33, equation ${tier[gas]} (${tier.tier})`] } : {};
}

import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import { exact, type Rational } from '../../units/rational.ts';

/** What plants of one kind emit per MWh, and whether they count as renewable and as carbon-free. */
export interface Technology {
  readonly co2: Rational;
  readonly isRenewable: boolean;
  readonly isCarbonFree: boolean;
}

/** The kinds of plant of a region, by name, with the set that states them. */
export interface Technologies {
  readonly set: string;
  readonly year: number | undefined;
  readonly byName: ReadonlyMap<string, Technology>;
}

function technologyOf({ co2_kg: co2, renewable, carbon_free }: FactorRow): Technology | undefined {
  if (typeof co2 !== 'string') return undefined;
  return { co2: exact(co2), isRenewable: renewable === '1', isCarbonFree: carbon_free === '1' };
}

function answers({ answers: { use, grid }, per }: FactorRow, region: string): boolean {
  return use === 'technology' && grid === region && per === 'MWh';
}

/** The year of the latest rows that are not of a later year than is asked; else the earliest. */
function yearFor(rows: readonly FactorRow[], year: number): number | undefined {
  const years = [...new Set(rows.flatMap(({ answers: of }) => of.year ?? []))].sort(
    (a, b) => a - b,
  );
  return years.filter((each) => each <= year).at(-1) ?? years[0];
}

/**
 * The kinds of plant of a region in a year: of the first set that holds rows of the latest year that is not a later one.
 * A kind without a value has no factor. Undefined where no set speaks of the region.
 */
export function technologiesFor(
  region: string,
  year: number,
  sets: readonly FactorSet[],
): Technologies | undefined {
  const all = sets.flatMap(({ rows }) => rows.filter((row) => answers(row, region)));
  const chosen = yearFor(all, year);
  const set = sets.find(({ rows }) =>
    rows.some((row) => answers(row, region) && row.answers.year === chosen),
  );
  if (!set) return undefined;
  const own = set.rows.filter((row) => answers(row, region) && row.answers.year === chosen);
  const entries = own.flatMap((row): [string, Technology][] => {
    const made = technologyOf(row);
    return made && row.answers.technology !== undefined ? [[row.answers.technology, made]] : [];
  });
  return { set: `${set.publisher}/${set.edition}`, year: chosen, byName: new Map(entries) };
}

import type { FactorRow, FactorSet, HourlyValues } from '../../model/documents/factor-set.ts';
import type { FactorChoice, Site } from '../../model/documents/workspace.ts';
import { meaningOf } from '../../units/unit.ts';
import { isNewer } from '../factors/candidates.ts';
import type { Answer } from '../factors/question.ts';
import type { Gas } from '../footprint.ts';

/** What an hour of a row may state. */
export type HourlyField = Exclude<keyof HourlyValues, 'start'>;

/** What hourly factors serve. */
export type HourlyUse = 'location' | 'mix' | 'marginal';

/** A row with values hour by hour. */
export interface HourlyAnswer extends Answer {
  readonly hourly: HourlyValues;
}

const GASES: readonly (readonly [HourlyField, Gas, 'CO2' | 'CH4' | 'N2O'])[] = [
  ['co2_kg', 'CO2', 'CO2'],
  ['ch4_kg', 'CH4', 'CH4'],
  ['n2o_kg', 'N2O', 'N2O'],
];

/**
 * The gases that the hours of a row speak of, each with its field: all three or those that the row says it states, else
 * their sum; none where it leaves one of them open.
 */
export function hourlyGases({ hourly, row }: HourlyAnswer): [HourlyField, Gas][] {
  const { states } = row;
  const isWhole = states === undefined || states.includes('CO2e');
  const asked = GASES.filter(([, , stated]) => isWhole || states.includes(stated));
  if (asked.length > 0 && asked.every(([field]) => hourly[field] !== undefined)) {
    return asked.map(([field, gas]) => [field, gas]);
  }
  return hourly.co2e_kg === undefined ? [] : [['co2e_kg', 'CO2e']];
}

function hasHours(answer: HourlyAnswer, use: HourlyUse): boolean {
  const { renewable, carbon_free } = answer.hourly;
  if (use === 'mix') return renewable !== undefined || carbon_free !== undefined;
  return hourlyGases(answer).length > 0;
}

/** Of burning alone, per energy, and of what the grid consumes or of what it generates, as the workspace says. */
function isOfKind({ basis, per }: FactorRow, boundary: FactorChoice['hourly_boundary']): boolean {
  return (
    (basis?.cycle ?? 'direct') === 'direct' &&
    (basis?.boundary ?? boundary) === boundary &&
    meaningOf(per)?.kind === 'energy'
  );
}

/** The key under which the hourly factors of a site are looked up; undefined where it names no grid. */
export function hourlyKey({ hourly_grid, grid }: Site): string | undefined {
  return hourly_grid ?? grid;
}

/** What the workspace takes of hourly factors, where it says nothing of their boundary. */
export function hourlyBoundary({ hourly_boundary = 'consumption' }: FactorChoice) {
  return hourly_boundary;
}

/**
 * The rows that hold hourly values for a site: by the order of publishers, of each the newest edition first. An hour
 * stands for itself, so the year of a row plays no part.
 */
export function hourlyRows(
  site: Site,
  use: HourlyUse,
  factors: FactorChoice,
  sets: readonly FactorSet[],
): HourlyAnswer[] {
  const key = hourlyKey(site);
  const boundary = hourlyBoundary(factors);
  const publishers = factors[use] ?? [];
  const rank = ({ publisher }: FactorSet) => publishers.indexOf(publisher);
  return sets
    .filter((set) => rank(set) >= 0)
    .sort((a, b) => rank(a) - rank(b) || (isNewer(b, a) ? 1 : -1))
    .flatMap((set) => set.rows.flatMap((row) => hourlyAnswer(set, row)))
    .filter(
      (answer) =>
        answer.row.answers.use === use &&
        answer.row.answers.grid === key &&
        isOfKind(answer.row, boundary) &&
        hasHours(answer, use),
    );
}

function hourlyAnswer(set: FactorSet, row: FactorRow): HourlyAnswer[] {
  return row.hourly ? [{ set, row, hourly: row.hourly }] : [];
}

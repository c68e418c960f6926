import { type Finding, finding } from '../../model/finding.ts';
import type { GridSeries } from '../../model/source-records.ts';
import { counted, grouped, listed } from '../wording.ts';
import type { TechnologyOf, ZoneMixes } from './zone-hours.ts';

/** `ERCO 12 hours (not every source is stated 10, ...)`. */
function lackText(area: string, lacks: ReadonlyMap<string, number>): string {
  const all = [...lacks.values()].reduce((sum, n) => sum + n, 0);
  const reasons = [...lacks].map(([why, n]) => `${why}: ${grouped(n)}`);
  return `${area} ${counted(all, 'hour')} (${reasons.join('; ')})`;
}

const NAMED = 12;

function lackFinding(
  file: string,
  what: string,
  zones: readonly (readonly [string, ReadonlyMap<string, number>])[],
): Finding[] {
  const lacking = zones.filter(([, lacks]) => lacks.size > 0);
  if (lacking.length === 0) return [];
  const named = lacking.slice(0, NAMED).map(([area, lacks]) => lackText(area, lacks));
  const more =
    lacking.length > NAMED ? `, and ${counted(lacking.length - NAMED, 'zone')} more` : '';
  const message = `Hours without a factor of ${what}, which are null and not zero: ${named.join(', ')}${more}.`;
  return [finding('IN-GAP', 'completeness', message, { file })];
}

/** Neighbours with which zones trade and whose generation the files do not hold. */
function strangers(
  file: string,
  zones: readonly ZoneMixes[],
  neighboursOf: (area: string) => readonly string[],
): Finding[] {
  const held = new Set(zones.map(({ area }) => area));
  const all = new Set(
    zones.flatMap(({ area }) => neighboursOf(area)).filter((of) => !held.has(of)),
  );
  if (all.size === 0) return [];
  const message = `Zones trade with ${listed([...all].sort())}, of which no generation is at hand. Hours with imports from there have no factor of consumption.`;
  return [finding('IN-GAP', 'info', message, { file })];
}

/** Sources of which it is not known what kind of plant they are. */
export function unknownSources(
  file: string,
  series: readonly GridSeries[],
  technologyOf: TechnologyOf,
): Finding[] {
  const sources = new Set(
    series.flatMap(({ quantity, of }) => (quantity === 'generation' ? (of ?? []) : [])),
  );
  const unknown = [...sources].filter((source) => technologyOf(source) === undefined);
  if (unknown.length === 0) return [];
  const message = `It is not known what kind of plant ${listed(unknown.sort())} is, so it has no factor.`;
  return [finding('IN-FACTOR-TABLE', 'quality', message, { file })];
}

/** What is to be said of the zones that are wanted: what they lack, and of whom nothing is known. */
export function zoneFindings(
  file: string,
  all: readonly ZoneMixes[],
  wanted: readonly ZoneMixes[],
  neighboursOf: (area: string) => readonly string[],
): Finding[] {
  const traded = wanted.filter(({ consumption }) => consumption !== undefined);
  return [
    ...strangers(file, all, neighboursOf),
    ...lackFinding(
      file,
      'generation',
      wanted.map(({ area, lacks }) => [area, lacks]),
    ),
    ...lackFinding(
      file,
      'consumption',
      traded.map(({ area, mixLacks }) => [area, mixLacks]),
    ),
  ];
}

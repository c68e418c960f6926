import { type Rational, ratio, ZERO } from '../../units/rational.ts';
import type { Mix, OwnMix } from './own-mix.ts';
import { components } from './components.ts';
import { solved } from './linear.ts';

/** What flows into a zone in an hour. */
export interface Import {
  readonly from: string;
  readonly amount: bigint;
}

/** A zone in an hour: what it generated and took in; undefined where either is not known. */
export interface ZoneHour {
  readonly area: string;
  readonly own: OwnMix | undefined;
  readonly imports: readonly Import[] | undefined;
}

const QUANTITIES = ['co2', 'renewable', 'carbonFree'] as const;

interface Known extends ZoneHour {
  readonly own: OwnMix;
  readonly imports: readonly Import[];
}

function isKnown(zone: ZoneHour | undefined): zone is Known {
  return zone?.own !== undefined && zone.imports !== undefined;
}

/** Of one quantity: own generation at its mean, and imports from zones that are mixed already. */
function supplied(
  { own, imports }: Known,
  mixes: ReadonlyMap<string, Mix>,
  quantity: keyof Mix,
): Rational {
  const start = own.mix ? own.mix[quantity].mul(ratio(own.generated)) : ZERO;
  return imports.reduce((sum, { from, amount }) => {
    const mix = mixes.get(from);
    return mix ? sum.add(mix[quantity].mul(ratio(amount))) : sum;
  }, start);
}

/** Zones that feed one another are mixed together: x_j (own + imports) - sum of imports x x_i = what comes from elsewhere. */
function mixedTogether(
  members: readonly Known[],
  mixes: ReadonlyMap<string, Mix>,
): readonly Mix[] | undefined {
  const place = new Map(members.map(({ area }, i) => [area, i]));
  const rows = members.map((zone, i) => {
    const row = members.map(() => 0n);
    row[i] = zone.imports.reduce((sum, { amount }) => sum + amount, zone.own.generated);
    for (const { from, amount } of zone.imports) {
      const j = place.get(from);
      if (j !== undefined) row[j] = (row[j] ?? 0n) - amount;
    }
    return row;
  });
  const sides = members.map((zone) => QUANTITIES.map((each) => supplied(zone, mixes, each)));
  return solved(rows, sides)?.map(([co2 = ZERO, renewable = ZERO, carbonFree = ZERO]) => ({
    co2,
    renewable,
    carbonFree,
  }));
}

/**
 * What each zone consumed in an hour, exactly: x_j = (own generation x its mean + sum of imports x x_i) / (own generation
 * + imports), over all zones at once. A zone is left out where its generation or an import is not known, where an import
 * comes from a zone that is left out or not there, or where nothing was consumed.
 */
export function mixedHour(zones: readonly ZoneHour[]): ReadonlyMap<string, Mix> {
  const byArea = new Map(zones.map((zone) => [zone.area, zone]));
  const sourcesOf = (area: string) =>
    (byArea.get(area)?.imports ?? []).map(({ from }) => from).filter((from) => byArea.has(from));
  const mixes = new Map<string, Mix>();
  for (const component of components([...byArea.keys()], sourcesOf)) {
    const members = component.map((area) => byArea.get(area)).filter(isKnown);
    const inside = new Set(component);
    const isFed = members.every(({ imports }) =>
      imports.every(({ from }) => inside.has(from) || mixes.has(from)),
    );
    if (members.length < component.length || !isFed) continue;
    const together = mixedTogether(members, mixes);
    for (const [i, mix] of (together ?? []).entries()) mixes.set(members[i]?.area ?? '', mix);
  }
  return mixes;
}

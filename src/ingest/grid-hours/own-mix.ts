import { type Rational, ratio, sumOf } from '../../units/rational.ts';
import type { AmountAt } from './amounts.ts';
import type { Technologies, Technology } from './technologies.ts';

/** What stores give out was generated before: it takes no part in the mean of the hour. */
export const STORE = 'store';
/** Of generation without a factor, at most one part in this many leaves an hour its factor. */
const ONE_IN = 20n;
/** Sources that differ from the stated net generation by more than one part in this many are not complete. */
const CONTROL = 50n;

/** Generation of one source of a zone. */
export interface Source {
  /** A kind of plant, or `store`. */
  readonly technology: string;
  readonly amountAt: AmountAt;
}

/** A zone with its generation. */
export interface Zone {
  readonly area: string;
  readonly sources: readonly Source[];
  /** Net generation as the zone states it by itself. */
  readonly netAt?: AmountAt;
}

/** Emissions per MWh, and shares of energy. */
export interface Mix {
  readonly co2: Rational;
  readonly renewable: Rational;
  readonly carbonFree: Rational;
}

/** What a zone generated in an hour, stores left out of the mix; `mix` is absent where nothing was generated. */
export interface OwnMix {
  readonly generated: bigint;
  readonly mix?: Mix;
}

/** Why an hour has no factor. */
export type Fault = 'not every source is stated' | 'too much is of sources without a factor';

/** What one source gave in an hour. */
interface Given {
  readonly technology: string;
  readonly amount: bigint;
}

/** What plants with a factor gave. */
interface Rated {
  readonly amount: bigint;
  readonly kind: Technology;
}

function total(all: readonly { readonly amount: bigint }[]): bigint {
  return all.reduce((sum, { amount }) => sum + amount, 0n);
}

/** Sources are complete where they agree with the stated net generation; without one, where each of them is stated. */
function isComplete(zone: Zone, hour: number, stated: readonly Given[]): boolean {
  const net = zone.netAt?.(hour);
  if (net === undefined) return stated.length === zone.sources.length;
  const gap = total(stated) - net;
  return (gap < 0n ? -gap : gap) * CONTROL <= (net < 0n ? -net : net);
}

function mixOf(rated: readonly Rated[], unrated: bigint): Mix | undefined {
  const known = total(rated);
  if (known === 0n) return undefined;
  const all = known + unrated;
  const co2 = rated.map(({ amount, kind }) => kind.co2.mul(ratio(amount)));
  return {
    co2: sumOf(co2).div(ratio(known)),
    renewable: ratio(total(rated.filter(({ kind }) => kind.isRenewable)), all),
    carbonFree: ratio(total(rated.filter(({ kind }) => kind.isCarbonFree)), all),
  };
}

/**
 * What a zone generated in an hour: sum of generation x factor by sum of generation. Sources without a factor bear the
 * mean of the others, up to a twentieth of generation; they count as neither renewable nor carbon-free. What plants and
 * stores take from the grid is load, and no generation.
 */
export function ownMix(zone: Zone, hour: number, { byName }: Technologies): OwnMix | Fault {
  const stated = zone.sources.flatMap(({ technology, amountAt }): Given[] => {
    const amount = amountAt(hour);
    return amount === undefined ? [] : [{ technology, amount }];
  });
  if (stated.length === 0 || !isComplete(zone, hour, stated)) {
    return 'not every source is stated';
  }
  const given = stated.filter(({ amount }) => amount > 0n);
  const rated = given.flatMap(({ technology, amount }): Rated[] => {
    const kind = byName.get(technology);
    return kind ? [{ amount, kind }] : [];
  });
  const unrated = total(
    given.filter(({ technology }) => technology !== STORE && !byName.has(technology)),
  );
  if (unrated * ONE_IN > total(rated) + unrated) {
    return 'too much is of sources without a factor';
  }
  const mix = mixOf(rated, unrated);
  return mix ? { generated: total(given), mix } : { generated: 0n };
}

import { HOUR } from '../../model/column.ts';
import type { CoinProduction } from '../../model/records.ts';
import type { Interval } from '../../model/time.ts';
import { hashesPaid } from '../coins.ts';
import type { HashColumns } from '../inputs.ts';
import {
  columnSum,
  constant,
  convert,
  difference,
  inUnit,
  maximum,
  product,
  share,
  type Step,
  sum,
} from '../ledger.ts';
import { type Gap, spanText } from './gaps.ts';

/** A gap, and what filled it where anything did. */
export interface Tried {
  readonly gap: Gap;
  readonly volume?: Step<'TH'>;
}

function isWithin(inner: Interval, outer: Interval): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** True for a period of coins that can be held against whole hours of a column. */
export function isOnHours({ volume }: HashColumns, { start, end }: Interval): boolean {
  const last = volume.start + volume.cells.length * HOUR;
  const isAligned = [start, end].every((at) => (at - volume.start) % HOUR === 0);
  return isAligned && isWithin({ start, end }, { start: volume.start, end: last });
}

/** What the coins of a period pay for beyond the hashes that are known or filled. */
function leftOver(
  production: CoinProduction,
  { volume }: HashColumns,
  filled: readonly Step<'TH'>[],
): Step<'TH'> | undefined {
  const paid = hashesPaid(production);
  if (!paid) return undefined;
  const when = `${production.firstDay} to ${production.lastDay}`;
  const observed = columnSum(volume, production, `Hashes observed, ${when}`);
  const known = sum(
    [convert(inUnit(observed, 'GH'), 'TH'), ...filled],
    `Hashes observed or filled, ${when}`,
  );
  const rest = difference(paid, known, `Hashes paid beyond those known, ${when}`);
  return maximum(rest, constant('0', 'TH', 'No hashes'), `Hashes left to coins, ${when}`);
}

/**
 * Hashes of the gaps of a period of coins that nothing else filled: what the coins pay for beyond the hashes known, over
 * these gaps by their seconds. Empty where none is left.
 */
export function filledByCoins(
  production: CoinProduction,
  hashes: HashColumns,
  tried: readonly Tried[],
): ReadonlyMap<Gap, Step<'TH'>> {
  const inside = tried.filter(({ gap }) => isWithin(gap, production));
  const open = inside.filter(({ volume }) => !volume).map(({ gap }) => gap);
  const filled = inside.flatMap(({ volume }) => volume ?? []);
  const rest =
    open.length > 0 && isOnHours(hashes, production)
      ? leftOver(production, hashes, filled)
      : undefined;
  if (!rest) return new Map();
  const seconds = sum(
    open.map(({ missing }) => missing),
    `Seconds left to coins, ${production.firstDay} to ${production.lastDay}`,
  );
  return new Map(
    open.flatMap((gap): [Gap, Step<'TH'>][] => {
      const part = share(
        gap.missing,
        seconds,
        `Part of the seconds left to coins, ${spanText(gap)}`,
      );
      const note = {
        name: `Hashes by coins, ${spanText(gap)}`,
        formula: 'hashes left to coins x part of seconds',
      };
      return part ? [[gap, product(rest, part, note)]] : [];
    }),
  );
}

import { isMissing, type Missing } from '../figure.ts';
import { constant, difference, minimum, type Step, sum } from '../ledger.ts';
import type { HourlyMatching } from './result.ts';
import type { MatchedMonth } from './match.ts';

function covered(
  months: readonly MatchedMonth[],
  what: string,
  energyOf: (month: MatchedMonth) => Step<'MWh'>,
  site: string,
): Step<'MWh'> {
  const load = sum(
    months.map((month) => month.load),
    `Load of the period, ${site}`,
  );
  const energy = sum(months.map(energyOf), `${what} of the period, ${site}`);
  return minimum(load, energy, {
    name: `Load that ${what.toLowerCase()} would cover whatever its hour, ${site}`,
    formula: 'smaller of the load of the period and the energy contracted in it',
  });
}

/** Carbon-free energy contracted in a month, less what a store took in of it. */
function carbonFreeOf({ supplies, storage }: MatchedMonth): Step<'MWh'> {
  const name = 'Carbon-free energy contracted';
  const own = supplies.filter(({ supply }) => supply.isCarbonFree).map(({ energy }) => energy);
  if (own.length === 0) return constant('0', 'MWh', `${name}: none`);
  const all = sum(own, name);
  return storage ? difference(all, storage.cancelled, `${name}, less what the store took in`) : all;
}

/**
 * What the energy contracted in the period would cover if its hour played no part; missing where a month is. It is never
 * less than what is covered hour by hour.
 */
export function annualMatching(
  months: readonly (MatchedMonth | Missing)[],
  site: string,
): HourlyMatching['annual'] {
  const gap = months.find(isMissing);
  if (gap) return { all: gap, carbonFree: gap };
  const known = months.filter((month): month is MatchedMonth => !isMissing(month));
  return {
    all: covered(known, 'Contracted energy', ({ contracted }) => contracted, site),
    carbonFree: covered(known, 'Carbon-free energy contracted', carbonFreeOf, site),
  };
}

import type { Month } from '../../model/time.ts';
import { ZERO } from '../../units/rational.ts';
import { type EnergyBalance, nullPower } from '../balance/balance.ts';
import { yearOf } from '../factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import { minimum, difference, type Step, sum } from '../ledger.ts';
import { lessMandatory, type MandatoryShares } from './renewable-power.ts';

/** Energy that the market-based waterfall must answer for in a month. */
export interface MarketLoad {
  readonly month: string;
  /** What certificates and contracts are laid against. */
  readonly energy: Step<'MWh'>;
  /** Made at the site, with attributes that are not held; part of the energy. */
  readonly nullPower: Step<'MWh'> | undefined;
  /** Covered by the supplier by law; not part of the energy. */
  readonly mandatory: Step<'MWh'> | undefined;
}

function ofGrid(
  energy: Step<'MWh'>,
  month: Month,
  shares: MandatoryShares,
): { readonly rest: Step<'MWh'>; readonly mandatory?: Step<'MWh'> } {
  const share = shares.get(yearOf(month));
  return share ? lessMandatory(energy, share, month.id) : { rest: energy };
}

/** The load of a month: bought and used, less what its supplier covers by law, and power made at the site without its attributes. */
export function marketLoad(
  grid: Figure<'MWh'>,
  balance: EnergyBalance | undefined,
  month: Month,
  shares: MandatoryShares,
  site: string,
): MarketLoad | Missing {
  const where = `${site}, ${month.id}`;
  if (isMissing(grid)) return grid;
  const own = balance && nullPower(balance, where);
  if (own && isMissing(own)) return own;
  const { rest, mandatory } = ofGrid(grid, month, shares);
  return {
    month: month.id,
    energy: own ? sum([rest, own], `Energy that certificates may cover, ${where}`) : rest,
    nullPower: own,
    mandatory,
  };
}

/** What is left of a load, with its null power apart: what instruments leave is null power first. */
export function apart(
  left: Step<'MWh'>,
  without: readonly Step<'MWh'>[],
  month: string,
): { readonly remainder: Step<'MWh'>; readonly nullPower?: Step<'MWh'> } {
  if (without.length === 0) return { remainder: left };
  const all = sum(without, `Power of ${month} whose attributes are not held`);
  const energy = minimum(left, all, {
    name: `Power of ${month} without its attributes that no instrument covers`,
    formula: 'smaller of what is left and null power',
  });
  if (energy.value.lte(ZERO)) return { remainder: left };
  return {
    remainder: difference(left, energy, `Load of ${month} left, null power apart`),
    nullPower: energy,
  };
}

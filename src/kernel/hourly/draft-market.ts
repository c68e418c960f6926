import { finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { ZERO } from '../../units/rational.ts';
import { addedMasses, massesOf } from '../factors/masses.ts';
import { type Answer, chooseFactor } from '../factors/choose.ts';
import { yearOf } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { product } from '../ledger.ts';
import { residualMixes } from '../market/residual-mix.ts';
import type { MatchedMonth } from './match.ts';

/** What answers for load that nothing covers in its hour, by month. */
export type DraftRemainder = (month: Month) => Answer | Missing;

function noFactor({ site }: SiteInputs, year: number): Missing {
  const message = `No residual mix and no factor of fossil plant alone is at hand for the grid of ${site.id} in ${String(year)}, and the draft method allows no grid average; add one of the two under factors.residual or factors.fossil.`;
  return {
    missing: finding('ACC-NO-RESIDUAL-MIX', 'info', message, { entry: `sites.${site.id}` }, [
      'GHG Protocol, public consultation on Scope 2 of 20 October 2025',
    ]),
  };
}

/** The residual mix of a month's year, else the factor of fossil plant alone; never the grid average. */
export function draftRemainder(inputs: FootprintInputs, site: SiteInputs): DraftRemainder {
  const mixes = residualMixes(inputs, site).value;
  const { id, grid } = site.site;
  return (month) => {
    const mix = mixes.get(month.id);
    if (mix && !isMissing(mix)) return mix;
    const year = yearOf(month);
    const fossil = chooseFactor(
      {
        site: id,
        use: 'fossil',
        keys: grid === undefined ? [] : [grid],
        year,
        publishers: inputs.factors.fossil ?? [],
        otherYear: inputs.factors.other_year,
      },
      inputs.factorSets,
    ).value;
    return isMissing(fossil) ? noFactor(site, year) : fossil;
  };
}

/**
 * Masses of a month by the draft revision of the market-based method: each hour's load at the rate of what covers it in
 * that hour, and what is left at the residual mix. A result beside the filed one, for information.
 *
 * @see GHG Protocol, public consultation on Scope 2 of 20 October 2025 (MBM-2027-draft)
 */
export function draftMasses(
  { supplies, leftover, load }: MatchedMonth,
  month: Month,
  remainder: DraftRemainder,
  site: string,
): Masses | Missing {
  const where = `MBM-2027-draft, ${site}, ${month.id}`;
  const covered = supplies.flatMap(({ matched, supply }): Masses[] => {
    const rate = supply.rates.get(yearOf(month));
    const name = `CO2e of load that ${supply.id} covers in its hour, ${where}`;
    return rate ? [new Map([['CO2e', product(matched, rate, name)]])] : [];
  });
  const isCovered = leftover.value.equals(ZERO) && load.value.gt(ZERO) && covered.length > 0;
  if (isCovered) return addedMasses(covered, where);
  const factor = remainder(month);
  if (isMissing(factor)) return factor;
  return addedMasses([...covered, massesOf(leftover, factor, `left over, ${where}`)], where);
}

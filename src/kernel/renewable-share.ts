import { finding } from '../model/finding.ts';
import { hasNoGrid } from './balance/off-grid.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import type { Answer } from './factors/choose.ts';
import { type MonthlyAnswers, monthlyFactors } from './factors/site-factors.ts';
import type { Found } from './found.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';
import { factorValue, product, type Step } from './ledger.ts';

/** Renewable and carbon-free energy of the physical mix that a month's energy came from. */
export interface MixMonth {
  readonly renewable: Figure<'MWh'>;
  readonly carbonFree: Figure<'MWh'>;
}

/** The renewable share of the grid's physical mix for each month of a site. */
export function gridMixes(inputs: FootprintInputs, site: SiteInputs): Found<MonthlyAnswers> {
  const { grid } = site.site;
  return monthlyFactors(inputs, site, {
    use: 'mix',
    keys: grid === undefined ? [] : [grid],
    publishers: inputs.factors.mix ?? [],
  });
}

function part(
  energy: Step<'MWh'>,
  { set, row }: Answer,
  field: 'renewable' | 'carbon_free',
  where: string,
): Figure<'MWh'> {
  const share = factorValue(set, row, field, '1');
  const kind = field === 'renewable' ? 'Renewable' : 'Carbon-free';
  if (share) return product(energy, share, `${kind} energy of the grid mix, ${where}`);
  return {
    missing: finding(
      'ACC-NO-FACTOR',
      'completeness',
      `${set.title}, row ${row.id}, states no ${kind.toLowerCase()} share; name another publisher under factors.mix.`,
    ),
  };
}

/** A month's energy by the renewable share of its grid's physical mix. */
export function mixMonth(energy: Figure<'MWh'>, mix: Answer | Missing, where: string): MixMonth {
  if (isMissing(energy)) return { renewable: energy, carbonFree: energy };
  if (hasNoGrid(mix)) return { renewable: energy, carbonFree: energy };
  if (isMissing(mix)) return { renewable: mix, carbonFree: mix };
  return {
    renewable: part(energy, mix, 'renewable', where),
    carbonFree: part(energy, mix, 'carbon_free', where),
  };
}

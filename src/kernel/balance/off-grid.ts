import { finding } from '../../model/finding.ts';
import { ZERO } from '../../units/rational.ts';
import type { MonthlyAnswers } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { constant } from '../ledger.ts';
import { isOffGrid } from './connections.ts';

/** What `ask` answers of a site's grid; of a site without one nothing is asked, and nothing is lacking. */
export function ofGrid(site: SiteInputs, ask: () => Found<MonthlyAnswers>): Found<MonthlyAnswers> {
  if (!isOffGrid(site)) return ask();
  const { id } = site.site;
  const message = `${id} stands on no grid, so no factor of one is asked for.`;
  const missing = finding('ACC-OFF-GRID', 'info', message, { entry: `sites.${id}` });
  return found(new Map(site.calendar.months.map((month) => [month.id, { missing }])));
}

/** True for what is not asked of a site without a grid. */
export function hasNoGrid(answer: object): answer is Missing {
  return isMissing(answer) && answer.missing.code === 'ACC-OFF-GRID';
}

/** Masses of a grid from which nothing is bought. */
export function noMasses(where: string): Masses {
  return new Map([['CO2e', constant(ZERO, 'kg CO2e', `Nothing is bought of a grid, ${where}`)]]);
}

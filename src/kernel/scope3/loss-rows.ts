import { isOffGrid } from '../balance/connections.ts';
import { finding } from '../../model/finding.ts';
import { massesOf } from '../factors/masses.ts';
import type { Answer } from '../factors/choose.ts';
import { type MonthlyAnswers, monthlyFactors } from '../factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import type { MonthlyLoss } from './losses.ts';

/**
 * Rows of emissions of what is lost per energy delivered, for the months of a site whose loss of the grid is not known:
 * one way for a site and year, never both.
 */
export function lossRows(
  inputs: FootprintInputs,
  site: SiteInputs,
  losses: MonthlyLoss,
): Found<MonthlyAnswers> {
  const { grid, id } = site.site;
  const { td } = inputs.factors;
  if (td === undefined || isOffGrid(site)) return found(new Map());
  const rows = monthlyFactors(inputs, site, {
    use: 'td',
    keys: grid === undefined ? [] : [grid],
    publishers: td,
    only: ({ answers }) => answers.energy === 'electricity',
  });
  const isOpen = (month: string) => {
    const loss = losses.get(month);
    return loss === undefined || isMissing(loss);
  };
  const answers = [...rows.value].filter(([month]) => isOpen(month));
  const idle = [...rows.value].find(([month, answer]) => !isOpen(month) && !isMissing(answer));
  const message = `The loss of the grid of ${id} is known, so category 3c is taken by it and factors.td is not used.`;
  const remark = finding('ACC-LOSS-WAY', 'info', message, { entry: `sites.${id}.grid` });
  return found(new Map(answers), answers.length > 0 ? rows.findings : [], idle ? [remark] : []);
}

/** Category 3c of a month: by the loss of the grid where that is known, else by a row per energy delivered. */
export function withLossRow(
  byLoss: Masses | Missing,
  energy: Figure<'MWh'>,
  row: Answer | Missing | undefined,
  where: string,
): Masses | Missing {
  if (!isMissing(byLoss) || byLoss.missing.code !== 'ACC-NO-LOSS') return byLoss;
  if (!row || isMissing(energy)) return byLoss;
  return isMissing(row) ? row : massesOf(energy, row, `losses, ${where}`);
}

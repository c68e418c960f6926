import { finding, type Finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { exact, ONE, ZERO } from '../../units/rational.ts';
import type { Answer } from '../factors/choose.ts';
import { massesOf } from '../factors/masses.ts';
import { type MonthlyAnswers, monthlyFactors } from '../factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import {
  constant,
  declared,
  difference,
  factorValue,
  product,
  share,
  type Step,
} from '../ledger.ts';

const CITES = ['GHG Protocol Scope 3 Standard, category 3'];

/** The loss of each month of a site as a fraction of generation. */
export type MonthlyLoss = ReadonlyMap<string, Figure<'1'>>;

function fromRow({ set, row }: Answer): Step<'1'> | undefined {
  return factorValue(set, row, 'loss_fraction', '1');
}

function ofSite({ site, share: held }: SiteInputs): Step<'1'> | undefined {
  if (!site.grid_loss) return undefined;
  const { fraction, source } = site.grid_loss;
  const { file, sha256 } = held.evidence;
  const name = `Loss of the grid of ${site.id} as a fraction of generation`;
  const evidence = { file, sha256, at: { element: `sites.${site.id}.grid_loss` } };
  return declared(exact(fraction), '1', { name, cites: [source] }, [evidence]);
}

function noLoss(site: string): Missing {
  const message = `The loss of the grid of ${site} is not known, so category 3c is not given; name a publisher under factors.loss, or state grid_loss.`;
  return { missing: finding('ACC-NO-LOSS', 'completeness', message, { entry: `sites.${site}` }) };
}

function within(loss: Step<'1'> | undefined, site: string): Figure<'1'> {
  if (!loss) return noLoss(site);
  if (loss.value.gte(ZERO) && loss.value.lt(ONE)) return loss;
  const message = `The loss of the grid of ${site} is not at least 0 and below 1; correct grid_loss.`;
  const at = { entry: `sites.${site}.grid_loss` };
  return { missing: finding('ACC-NO-LOSS', 'completeness', message, at) };
}

/** The loss for each month: of a factor row, else as the workspace states it for the site. */
export function gridLosses(inputs: FootprintInputs, site: SiteInputs): Found<MonthlyLoss> {
  const { id, grid } = site.site;
  const keys = grid === undefined ? [] : [grid];
  const publishers = inputs.factors.loss ?? [];
  const rows = monthlyFactors(inputs, site, { use: 'loss', keys, publishers });
  const stated = ofSite(site);
  const months = [...rows.value].map(([month, answer]): [string, Figure<'1'>] => [
    month,
    within(isMissing(answer) ? stated : fromRow(answer), id),
  ]);
  // that no row answers is said by the figure that lacks it, where a template asks for it
  const remarks = rows.findings.filter(
    ({ code }) => code !== 'ACC-NO-FACTOR' && code !== 'ACC-FACTOR-YEAR-REFUSED',
  );
  return found(new Map(months), remarks);
}

/** True where the grid average of a month counts losses already. */
function isIncluded(factor: Answer | Missing): boolean {
  return !isMissing(factor) && factor.row.basis?.losses === 'included';
}

/** The energy that was lost on the way of an energy that arrived: C x L / (1 - L), L the loss as a fraction of generation. */
export function lostEnergy(energy: Figure<'MWh'>, loss: Step<'1'>, where: string): Figure<'MWh'> {
  if (isMissing(energy)) return energy;
  const rest = difference(constant(ONE, '1', 'The whole'), loss, `Delivered part, ${where}`);
  const part = share(loss, rest, {
    name: `Loss per energy delivered, ${where}`,
    formula: 'L / (1 - L)',
    cites: CITES,
  });
  return part ? product(energy, part, `Energy lost on the way, ${where}`) : noLoss(where);
}

/**
 * Masses of the energy that was lost on the way to the site: C x L / (1 - L) at the grid average; zero where the grid
 * average counts losses already.
 *
 * @see GHG Protocol Scope 3 Standard, category 3c
 */
export function lossMasses(
  energy: Figure<'MWh'>,
  loss: Figure<'1'>,
  factor: Answer | Missing,
  where: string,
): Masses | Missing {
  if (isMissing(energy)) return energy;
  if (isMissing(factor)) return factor;
  if (isIncluded(factor)) {
    const name = `Losses are in the grid average of ${factor.set.title}, ${where}`;
    return new Map([['CO2e', constant(ZERO, 'kg CO2e', { name, cites: CITES })]]);
  }
  if (isMissing(loss)) return loss;
  const lost = lostEnergy(energy, loss, where);
  return isMissing(lost) ? lost : massesOf(lost, factor, `losses, ${where}`);
}

/** That category 3c is zero because of the grid average, said once for a site. */
export function includedLosses(
  { site }: SiteInputs,
  months: readonly Month[],
  averages: MonthlyAnswers,
): Finding[] {
  const answers = months.flatMap(({ id }) => averages.get(id) ?? []);
  const included = answers.find(isIncluded);
  if (!included || isMissing(included)) return [];
  const message = `The grid average of ${site.id} (${included.set.title}, row ${included.row.id}) includes losses of transmission and distribution, so category 3c of this energy is zero.`;
  return [finding('ACC-LOSSES-INCLUDED', 'info', message, { entry: `sites.${site.id}.grid` })];
}

import type { Month } from '../../model/time.ts';
import { isOffGrid } from '../balance/connections.ts';
import type { Answer } from '../factors/choose.ts';
import type { MonthlyAnswers } from '../factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { lostEnergy, type MonthlyLoss } from './losses.ts';
import { activityEmissions } from './activities.ts';
import { hostedEmissions, type HostedSite } from './hosting.ts';
import { NOTHING, type Scope3, type Scope3Part, together } from './part.ts';
import { resoldEmissions, type ResoldMonths } from './resold.ts';
import {
  type UpstreamEnergy,
  upstreamOfElectricity,
  upstreamOfFuels,
  upstreamRows,
} from './upstream.ts';
import { wasteEmissions } from './waste.ts';

/** What the value chain of a site takes of the accounting. */
export interface SiteAccounts {
  readonly hosting: HostedSite;
  readonly averages: MonthlyAnswers;
  readonly losses: MonthlyLoss;
  readonly lossRows: MonthlyAnswers;
  readonly resold: ResoldMonths;
}

/** The loss is in the grid average already, so nothing of it is counted again upstream. */
function countsLosses(average: Answer | Missing | undefined): boolean {
  return !!average && !isMissing(average) && average.row.basis?.losses === 'included';
}

function lostOf(
  { id }: Month,
  energy: Figure<'MWh'>,
  { averages, losses, lossRows }: SiteAccounts,
  where: string,
): UpstreamEnergy['lost'] {
  if (countsLosses(averages.get(id))) return undefined;
  const loss = losses.get(id);
  if (loss && !isMissing(loss)) return { by: 'loss', energy: lostEnergy(energy, loss, where) };
  const row = lossRows.get(id);
  return row && !isMissing(row) ? { by: 'row' } : undefined;
}

function upstreamMonths(site: SiteInputs, accounts: SiteAccounts): UpstreamEnergy[] {
  return site.calendar.months.flatMap((month): UpstreamEnergy[] => {
    const energy = accounts.hosting.own.get(month.id);
    if (!energy) return [];
    const where = `${site.site.id}, ${month.id}`;
    return [{ month, energy, lost: lostOf(month, energy, accounts, where) }];
  });
}

function resoldOf(
  inputs: FootprintInputs,
  site: SiteInputs,
  { resold, averages }: SiteAccounts,
): Found<readonly Scope3Part[]> {
  if (resold.size === 0) return found([]);
  const none: MonthlyAnswers = new Map();
  const isAsked = inputs.factors.wtt !== undefined;
  const upstream = isAsked ? upstreamRows(inputs, site, 'generation').value : none;
  return resoldEmissions(site, resold, { averages, upstream });
}

/** The value chain of a site beside the losses of its energy; undefined where it has none. */
export function siteScope3(
  inputs: FootprintInputs,
  site: SiteInputs,
  accounts: SiteAccounts,
): Found<Scope3 | undefined> {
  const hosted = hostedEmissions(accounts.hosting, site, accounts.averages);
  const leased = hosted.flatMap(({ category, month, masses }): Scope3Part[] =>
    category ? [{ category, month, masses }] : [],
  );
  const fuels = upstreamOfFuels(site, inputs);
  const months = isOffGrid(site) ? [] : upstreamMonths(site, accounts);
  const electricity = upstreamOfElectricity({ inputs, site, months });
  const resold = resoldOf(inputs, site, accounts);
  const lines = activityEmissions(site.activities ?? [], site.calendar, inputs);
  const waste = wasteEmissions(site, inputs);
  const parts = [...leased, ...fuels.value, ...electricity.value, ...resold.value];
  const whole = together(together(lines.value, waste.value), { ...NOTHING, parts, hosted });
  const isEmpty = Object.values(whole).every((list: readonly unknown[]) => list.length === 0);
  return found(
    isEmpty ? undefined : whole,
    [fuels, electricity, resold, lines, waste].flatMap(({ findings }) => findings),
  );
}

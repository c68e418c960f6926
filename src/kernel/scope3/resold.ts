import { finding, type Finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import type { ResoldPart } from '../balance/balance.ts';
import type { MonthlyAnswers } from '../factors/site-factors.ts';
import { massesOf } from '../factors/masses.ts';
import { isMissing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { sum } from '../ledger.ts';
import { locationMasses } from '../scope2-location.ts';
import type { Scope3Part } from './part.ts';

/** Power that a site sold again, by month id. */
export type ResoldMonths = ReadonlyMap<string, readonly ResoldPart[]>;

/** The rows that answer for the generation of resold power, and for what lies upstream of it. */
export interface ResoldRows {
  readonly averages: MonthlyAnswers;
  readonly upstream: MonthlyAnswers;
}

function noUpstream({ site }: SiteInputs): Finding {
  const message = `Category 3d of ${site.id} holds the generation of resold power alone, since no row of factors.wtt answers for what lies upstream of it; name a publisher.`;
  return finding('ACC-SCOPE3-FACTOR', 'quality', message, { entry: `sites.${site.id}.grid` });
}

function ofMonth(
  site: SiteInputs,
  month: Month,
  resold: readonly ResoldPart[],
  { averages, upstream }: ResoldRows,
): Found<readonly Scope3Part[]> {
  const sold = resold.filter(({ to }) => to === 'end-user').map(({ energy }) => energy);
  const average = averages.get(month.id);
  if (sold.length === 0 || !average) return found([]);
  const where = `power resold to end users, ${site.site.id}, ${month.id}`;
  const energy = sum(sold, `Power resold to end users, ${site.site.id}, ${month.id}`);
  const head = { category: '3d' as const, month };
  const generated = { ...head, masses: locationMasses(energy, average, where) };
  const row = upstream.get(month.id);
  if (!row || isMissing(row)) return found([generated], noUpstream(site));
  const before = { ...head, masses: massesOf(energy, row, `upstream of ${where}`) };
  return found([generated, before]);
}

/**
 * Emissions of power that was bought and sold again to end users: its generation at the grid average, and what lies
 * upstream of that. Power that went back wholesale is of no scope.
 *
 * @see GHG Protocol Scope 3 Standard, category 3, activity D
 */
export function resoldEmissions(
  site: SiteInputs,
  resold: ResoldMonths,
  rows: ResoldRows,
): Found<readonly Scope3Part[]> {
  const each = site.calendar.months.map((month) =>
    ofMonth(site, month, resold.get(month.id) ?? [], rows),
  );
  return found(
    each.flatMap(({ value }) => value),
    ...each.map(({ findings }) => findings),
  );
}

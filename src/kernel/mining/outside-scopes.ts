import type { HourColumn } from '../../model/column.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { MonthlyAnswers } from '../factors/site-factors.ts';
import type { Figure } from '../figure.ts';
import type { Curtailed } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import type { MonthlyLoss } from '../scope3/losses.ts';
import { absorbedEnergy } from './absorbed.ts';
import { consequences } from './consequence.ts';
import { heatAvoided } from './heat-avoided.ts';
import { eventPayments, powerMoney } from './money.ts';
import type { OutsideMonth } from './outside.ts';
import { directSupply } from './siting.ts';
import { storageMonths } from './storage.ts';
import { waterOf } from './water.ts';

/** What the ledger beside the scopes takes of the accounting. */
export interface Accounted {
  readonly energy: ReadonlyMap<string, Figure<'MWh'>>;
  readonly averages: MonthlyAnswers;
  readonly losses: MonthlyLoss;
  readonly curtailed: ReadonlyMap<string, readonly Curtailed[]>;
}

/** What stands outside the scopes by month id, and the hourly columns that it rests on. */
export interface OutsideScopes {
  readonly months: ReadonlyMap<string, OutsideMonth>;
  readonly columns: readonly HourColumn[];
}

const MEASURED_AT = {
  '1': 'behind the uninterruptible supply',
  '2': 'behind the distribution',
  '3': 'at the equipment',
} as const;

/** The category of the power usage effectiveness, where it is declared. */
function pueCategory({ site }: SiteInputs): Finding[] {
  const { id, pue_category: category } = site;
  if (category === undefined) return [];
  const message = `The PUE of ${id} is of category ${category} of ISO/IEC 30134-2: the energy of the equipment is metered ${MEASURED_AT[category]}.`;
  return [finding('ACC-PUE', 'info', message, { entry: `sites.${id}.pue_category` })];
}

/** What stands outside the scopes of a site, by month id. It reads the accounting and changes no figure of it but the losses of energy that came without the grid. */
export function outsideScopes(
  inputs: FootprintInputs,
  site: SiteInputs,
  { energy, averages, losses, curtailed }: Accounted,
): Found<OutsideScopes> {
  const payments = eventPayments(site);
  const power = powerMoney(site, payments.value);
  const changed = consequences(inputs, site, curtailed);
  const absorbed = absorbedEnergy(site, energy);
  const direct = directSupply(inputs, site, energy, losses);
  const water = waterOf(site);
  const heat = heatAvoided(site, averages);
  const storage = storageMonths(site);
  const months = site.calendar.months.map(({ id }): [string, OutsideMonth] => {
    const [supply, avoided, stored] = [
      direct.value.get(id),
      heat.value.get(id),
      storage.value.get(id),
    ];
    return [
      id,
      {
        payments: payments.value.get(id) ?? [],
        power: {
          costs: power.value.costs.get(id) ?? [],
          credits: power.value.credits.get(id) ?? [],
        },
        consequences: changed.value.byMonth.get(id) ?? [],
        absorbed: absorbed.value.get(id) ?? [],
        water: water.value.get(id) ?? new Map(),
        ...(supply && { direct: supply }),
        ...(avoided && { heatAvoided: avoided }),
        ...(stored && { storage: stored }),
      },
    ];
  });
  const parts = [payments, power, changed, absorbed, direct, water, heat, storage];
  return found(
    { months: new Map(months), columns: changed.value.columns },
    parts.flatMap(({ findings }) => findings),
    pueCategory(site),
  );
}

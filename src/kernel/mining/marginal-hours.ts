import type { HourColumn } from '../../model/column.ts';
import type { Curtailed, Gas } from '../footprint.ts';
import type { Masses } from '../gases.ts';
import { servedHours, type ServedHours } from '../hourly-factors/columns.ts';
import { sourceOf } from '../hourly-factors/location.ts';
import { type HourlyField, hourlyGases, hourlyRows } from '../hourly-factors/rows.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import {
  columnDot,
  columnSum,
  constant,
  convert,
  difference,
  isWhollyKnown,
  product,
  type Step,
  sum,
} from '../ledger.ts';

/** The hours of a site for which a marginal emission rate is known. */
export function marginalHours(
  { factors, factorSets, factorFiles }: FootprintInputs,
  { site, calendar }: SiteInputs,
): readonly ServedHours[] {
  return servedHours(hourlyRows(site, 'marginal', factors, factorSets), {
    site: site.id,
    calendar,
    name: 'marginal',
    fieldsOf: (answer) => hourlyGases(answer).map(([field]) => field),
    fileOf: ({ set }) => factorFiles?.get(set),
  });
}

/** What one gas of an event amounts to: the baseline at the rate of each hour, less the metered energy at it. */
function massOf(
  { span, baseline }: Curtailed,
  loads: readonly HourColumn[],
  rates: HourColumn,
  [gas, source]: readonly [Gas, Pick<Step, 'factor' | 'cites'>],
): Step {
  const inHour = product(
    constant('1', 'h', 'One hour'),
    baseline,
    'Load of an hour without the event',
  );
  const perHour = convert(inHour, 'J');
  const added: Step = {
    ...columnSum(rates, span, `${gas} at the margin, rates of the hours`),
    ...source,
  };
  const without = product<string, string>(perHour, added, `${gas} at the margin of the baseline`);
  const dots = loads.map((load) => ({
    ...columnDot(load, rates, span, `${gas} at the margin of the metered energy`),
    ...source,
  }));
  return difference<string>(
    without,
    sum<string>(dots, `${gas} at the margin of what was metered`),
    {
      name: `${gas} that the event changed elsewhere`,
      formula: 'sum over the hours of (baseline - metered energy) x marginal rate of the hour',
    },
  );
}

/** Masses of an event hour by hour; undefined where its hours, or their rates, are not known one by one. */
export function massesByHour(
  event: Curtailed,
  loads: readonly HourColumn[] | undefined,
  served: readonly ServedHours[],
): Masses | undefined {
  const known = (column: HourColumn) => isWhollyKnown(column, event.span);
  const rated = served.find(({ columns }) => [...columns.values()].every(known));
  if (!rated || !loads?.every(known)) return undefined;
  return new Map(
    hourlyGases(rated.answer).flatMap(([field, gas]: [HourlyField, Gas]) => {
      const rates = rated.columns.get(field);
      const source = [gas, sourceOf(rated.answer, field)] as const;
      return rates ? [[gas, massOf(event, loads, rates, source)] as const] : [];
    }),
  );
}

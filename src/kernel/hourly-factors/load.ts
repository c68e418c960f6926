import { countKnown, type HourColumn } from '../../model/column.ts';
import type { Meter } from '../../model/documents/workspace.ts';
import type { Month } from '../../model/time.ts';
import { ZERO } from '../../units/rational.ts';
import { energySource, meterEnergy, type MonthlyEnergy } from '../energy/meter-energy.ts';
import { isMissing } from '../figure.ts';
import type { SiteInputs } from '../inputs.ts';
import {
  columnDot,
  columnSum,
  convert,
  inUnit,
  isWhollyKnown,
  product,
  share,
  type Step,
} from '../ledger.ts';

/** A connection whose energy is known hour by hour. */
export interface HourlyLoad {
  readonly meter: string;
  readonly column: HourColumn;
  /** Billed energy by month, where bills count and the readings are their shape. */
  readonly billed?: MonthlyEnergy;
}

/** The readings of a connection in one month, and what brings them to the energy that counts. */
export interface MonthLoad {
  readonly meter: string;
  readonly month: Month;
  readonly column: HourColumn;
  /** Billed energy per energy read; absent where the readings count themselves. */
  readonly perReading?: Step<'1'>;
}

/** The connections of a site with readings. */
export function hourlyLoads(site: SiteInputs): HourlyLoad[] {
  return site.meters
    .filter(
      (meter) =>
        meter.site === site.site.id &&
        meter.measures === 'grid-import' &&
        meter.part_of === undefined,
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((meter) => loadOf(meter, site));
}

function loadOf(meter: Meter, site: SiteInputs): HourlyLoad[] {
  const column = site.energyColumns.get(meter.id);
  const source = energySource(meter, site);
  if (!column || source === undefined) return [];
  // estimates are in the energy of a month and not in its hours
  const billed =
    source === 'bills' || site.estimates ? { billed: meterEnergy(meter, site).value } : {};
  return [{ meter: meter.id, column, ...billed }];
}

/**
 * The load of a month: readings as they are; under bills their shape, where every hour of the month was read and not all
 * of them are zero. Undefined where the hours of the month's energy are not known.
 */
export function monthLoad(
  { meter, column, billed }: HourlyLoad,
  month: Month,
): MonthLoad | undefined {
  if (!billed) return countKnown(column, month) > 0 ? { meter, month, column } : undefined;
  const energy = billed.get(month.id);
  if (!energy || isMissing(energy) || !isWhollyKnown(column, month)) return undefined;
  const read = inUnit(columnSum(column, month, `Metered energy of ${meter} in ${month.id}`), 'J');
  if (read.value.equals(ZERO)) return undefined;
  const perReading = share(convert(energy, 'J'), read, {
    name: `Billed per metered energy of ${meter} in ${month.id}`,
    formula: 'billed energy of the month / readings of the month',
  });
  return perReading && { meter, month, column, perReading };
}

/** The load of each hour times the rate or share of that hour, added up over the month, at the energy that counts. */
export function dotOf(
  { column, month, perReading }: MonthLoad,
  rates: HourColumn,
  name: string,
  more: Pick<Step, 'factor' | 'cites'> = {},
): Step {
  const formula = 'sum over the hours of energy x value of the hour';
  const dot: Step = { ...columnDot(column, rates, month, { name, formula }), ...more };
  return perReading
    ? product<string, string>(dot, perReading, {
        name: `${name}, of the billed energy`,
        formula: 'hours by readings x billed per metered energy',
      })
    : dot;
}

import type { HourColumn } from '../../model/column.ts';
import type { Finding } from '../../model/finding.ts';
import type { Figure, Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import type { Step } from '../ledger.ts';

/** A month with hourly factors in the hours that have one, and the annual factor for the rest of its energy. */
export interface MonthAtHourlyFactors {
  /** Absent where no hour of the month has an hourly emission factor. */
  readonly location?: HourlyLocation;
  /** Absent where no hour of the month has an hourly share of the grid mix. */
  readonly mix?: { readonly renewable: Figure<'MWh'>; readonly carbonFree: Figure<'MWh'> };
}

/** Location-based masses of a month, hour by hour as far as that can be had. */
export interface HourlyLocation {
  readonly masses: Masses | Missing;
  /** The energy that hourly factors served. */
  readonly served: Step<'MWh'>;
}

/** A site with hourly factors, as far as the workspace takes them. */
export interface SiteAtHourlyFactors {
  readonly months: ReadonlyMap<string, MonthAtHourlyFactors>;
  /** Factors of each hour, and which hours have one. */
  readonly columns: readonly HourColumn[];
  /** What is to be said where a disclosure rests on hourly factors. */
  readonly findings: readonly Finding[];
}

import { type HourlyCoverage, hourlyCoverage } from '../kernel/hourly-factors/served.ts';
import type { FootprintInputs, SiteInputs } from '../kernel/inputs.ts';

/** A row that holds factors by the hour, and how many hours of the period it serves. */
export interface HourlyRow {
  readonly publisher: string;
  readonly edition: string;
  readonly row: string;
  readonly grade: string;
  readonly hours: number;
}

/** How far hourly factors will serve a site. */
export interface HourlyServed {
  readonly site: string;
  readonly use: HourlyCoverage['use'];
  /** The key that is looked up; null where the site names no grid. */
  readonly grid: string | null;
  readonly boundary: HourlyCoverage['boundary'];
  /** False where they are at hand and `factors.hourly` does not take them. */
  readonly is_used: boolean;
  readonly hours_of_period: number;
  /** Empty where the annual factor serves every hour. */
  readonly by: readonly HourlyRow[];
}

function served(
  { factors }: FootprintInputs,
  { site }: SiteInputs,
  one: HourlyCoverage,
): HourlyServed {
  return {
    site: site.id,
    use: one.use,
    grid: one.key ?? null,
    boundary: one.boundary,
    is_used: factors.hourly === 'use',
    hours_of_period: one.hours,
    by: one.rows.map(({ answer: { set, row }, hours }) => ({
      publisher: set.publisher,
      edition: set.edition,
      row: row.id,
      grade: row.grade,
      hours,
    })),
  };
}

/** For each site, what of its hours will be served by hourly factors; nothing where none are at hand nor asked for. */
export function hourlyServed(inputs: FootprintInputs): HourlyServed[] {
  return inputs.sites.flatMap((site) =>
    hourlyCoverage(inputs, site)
      .filter(
        ({ use, rows }) =>
          rows.length > 0 || (use === 'location' && inputs.factors.hourly === 'use'),
      )
      .map((one) => served(inputs, site, one)),
  );
}

import { countKnown } from '../../model/column.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { type HoursAsked, hoursOf, servedHours, type ServedHours } from './columns.ts';
import type { ServedMix } from './mix.ts';
import {
  type HourlyAnswer,
  hourlyBoundary,
  type HourlyField,
  hourlyGases,
  hourlyKey,
  hourlyRows,
  type HourlyUse,
} from './rows.ts';

/** The hours of a site for which factors are known. */
export interface Served {
  readonly location: readonly ServedHours[];
  readonly mix: ServedMix;
}

/** The hours of a period for which factors are known, whether or not the workspace takes them. */
export function hoursServed(
  { factors, factorSets, factorFiles }: FootprintInputs,
  { site, calendar }: SiteInputs,
): Served {
  const take = (use: HourlyUse, asked: Pick<HoursAsked, 'name' | 'fieldsOf'>) =>
    servedHours(hourlyRows(site, use, factors, factorSets), {
      site: site.id,
      calendar,
      fileOf: ({ set }) => factorFiles?.get(set),
      ...asked,
    });
  const share = (field: HourlyField, name: HoursAsked['name']) =>
    take('mix', { name, fieldsOf: () => [field] });
  return {
    location: take('location', {
      name: 'rate',
      fieldsOf: (answer) => hourlyGases(answer).map(([field]) => field),
    }),
    mix: {
      renewable: share('renewable', 'mix-renewable'),
      carbon_free: share('carbon_free', 'mix-carbon-free'),
    },
  };
}

/** How many hours of a site's period hourly factors would serve. */
export interface HourlyCoverage {
  readonly use: HourlyUse;
  readonly key: string | undefined;
  readonly boundary: 'consumption' | 'generation';
  readonly hours: number;
  /** In order of preference, each with the hours that it serves. */
  readonly rows: readonly { readonly answer: HourlyAnswer; readonly hours: number }[];
}

/** What hourly factors are at hand for a site, for its emissions and for the renewable share of its grid mix. */
export function hourlyCoverage(inputs: FootprintInputs, site: SiteInputs): HourlyCoverage[] {
  const { location, mix } = hoursServed(inputs, site);
  const of = (use: HourlyUse, served: readonly ServedHours[]): HourlyCoverage => ({
    use,
    key: hourlyKey(site.site),
    boundary: hourlyBoundary(inputs.factors),
    hours: hoursOf(site.calendar),
    rows: served.map(({ answer, columns }) => {
      const [first] = columns.values();
      return { answer, hours: first ? countKnown(first, site.calendar) : 0 };
    }),
  });
  return [of('location', location), of('mix', mix.renewable)];
}

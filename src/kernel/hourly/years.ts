import { yearOf } from '../factors/site-factors.ts';
import type { SiteInputs } from '../inputs.ts';

/** The calendar years that the period of a site touches. */
export function factorYears({ calendar }: SiteInputs): number[] {
  return [...new Set(calendar.months.map(yearOf))];
}

import * as smartMeterTexas from '../smart-meter-texas/extract.ts';
import type { SeriesProfile } from './series-profile.ts';

/** The named layouts of interval readings, in the order in which a file is held against them. */
export const SERIES_PROFILES: readonly SeriesProfile[] = [
  {
    id: 'smart-meter-texas',
    description:
      'Interval export of Smart Meter Texas in CSV, 15 minutes in local time; made from its published columns',
    isProven: false,
    ...smartMeterTexas,
  },
];

/** The profile of an id; undefined when it is none of these. */
export function seriesProfile(id: string): SeriesProfile | undefined {
  return SERIES_PROFILES.find((profile) => profile.id === id);
}

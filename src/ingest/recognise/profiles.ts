import type { Profile } from '../profile/series-profile.ts';
import { SERIES_PROFILES } from '../profile/series-profiles.ts';

export type { Profile } from '../profile/series-profile.ts';

const OTHERS: readonly Profile[] = [
  {
    id: 'green-button',
    description:
      'Green Button (ESPI 1.1 and 3.x) Atom feed in XML: interval data of usage points, joined by links',
    isProven: true,
  },
  {
    id: 'interval-csv',
    description:
      'Plain interval table: a start (and an end) in ISO 8601 with offset or a given time zone, and one column whose header names an energy unit',
    isProven: false,
  },
];

/** The profiles, in order of their ids. */
export const PROFILES: readonly Profile[] = [...OTHERS, ...SERIES_PROFILES].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

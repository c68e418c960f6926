import { BILL_PROFILES } from './bill-profiles.ts';
import { GRID_PROFILES } from './grid-profiles.ts';
import { HASH_PROFILES } from './hash-profiles.ts';
import type { Profile, ProfileNotice } from './profile.ts';
import { SERIES_PROFILES } from './series-profiles.ts';
import { SOURCE_PROFILES } from './source-profiles.ts';

const NAMED: readonly Profile[] = [
  ...SERIES_PROFILES,
  ...BILL_PROFILES,
  ...SOURCE_PROFILES,
  ...HASH_PROFILES,
  ...GRID_PROFILES,
];

/** Layouts that are looked at in a way of their own. */
const OTHERS: readonly ProfileNotice[] = [
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

/** Every profile, in order of the ids. */
export const PROFILES: readonly ProfileNotice[] = [...OTHERS, ...NAMED].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

/** The named layout of an id; undefined when it is none of these. */
export function namedProfile(id: string): Profile | undefined {
  return NAMED.find((profile) => profile.id === id);
}

/** Named layouts that are certain of a file. */
export function certainProfiles(file: Parameters<Profile['identify']>[0]): readonly Profile[] {
  return NAMED.filter(({ identify }) => identify(file).confidence === 1);
}

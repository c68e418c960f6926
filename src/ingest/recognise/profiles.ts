/** A named way to read a file that no mapping describes. */
export interface Profile {
  readonly id: string;
  readonly description: string;
  /** Read from a real file of the issuer, not only from a shape of it. */
  readonly isProven: boolean;
}

/** The profiles, in order of their ids. */
export const PROFILES: readonly Profile[] = [
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
  {
    id: 'smart-meter-texas',
    description:
      'Interval export of Smart Meter Texas in CSV, 15 minutes in local time; made from its published columns',
    isProven: false,
  },
];

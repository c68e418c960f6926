/**
 * Seconds ahead of UTC through 2025, kept by hand from the published rules and not from a library: the offset at the turn
 * of the year, and each change with its instant.
 */
const OFFSETS: Readonly<Record<string, readonly (readonly [from: string, hours: number])[]>> = {
  // second Sunday of March and first of November, at 02:00
  'America/Chicago': [
    ['2024-12-01T00:00:00Z', -6],
    ['2025-03-09T08:00:00Z', -5],
    ['2025-11-02T07:00:00Z', -6],
  ],
  'America/Los_Angeles': [
    ['2024-12-01T00:00:00Z', -8],
    ['2025-03-09T10:00:00Z', -7],
    ['2025-11-02T09:00:00Z', -8],
  ],
  // last Sundays of March and October, at 01:00 UTC
  'Europe/London': [
    ['2024-12-01T00:00:00Z', 0],
    ['2025-03-30T01:00:00Z', 1],
    ['2025-10-26T01:00:00Z', 0],
  ],
  'Europe/Oslo': [
    ['2024-12-01T00:00:00Z', 1],
    ['2025-03-30T01:00:00Z', 2],
    ['2025-10-26T01:00:00Z', 1],
  ],
  // first Sundays of April, at 03:00 of summer, and of October, at 02:00
  'Australia/Sydney': [
    ['2024-12-01T00:00:00Z', 11],
    ['2025-04-05T16:00:00Z', 10],
    ['2025-10-04T16:00:00Z', 11],
  ],
  // the same Sundays at 02:00, by half an hour
  'Australia/Lord_Howe': [
    ['2024-12-01T00:00:00Z', 11],
    ['2025-04-05T15:00:00Z', 10.5],
    ['2025-10-04T15:30:00Z', 11],
  ],
  'Asia/Kolkata': [['2024-12-01T00:00:00Z', 5.5]],
  // one zone for Kazakhstan since March 2024
  'Asia/Almaty': [['2024-12-01T00:00:00Z', 5]],
  UTC: [['2024-12-01T00:00:00Z', 0]],
};

/** Seconds by which a zone is ahead of UTC at an instant of 2025. */
export function offsetAt(zone: string, at: number): number {
  const passed = (OFFSETS[zone] ?? []).filter(([from]) => Date.parse(from) / 1000 <= at);
  const [, hours] = passed.at(-1) ?? ['', Number.NaN];
  return hours * 3600;
}

/** The instant at which a local day begins. */
export function midnightOf(zone: string, day: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) / 1000;
  const [at] = [wall - offsetAt(zone, wall), wall - offsetAt(zone, wall - 86_400)].filter(
    (instant) => instant + offsetAt(zone, instant) === wall,
  );
  if (at === undefined) throw new Error(`${day} does not begin at 00:00 in ${zone}`);
  return at;
}

/** `2025-01-31 02:15:00` on the wall of a zone at an instant. */
export function wallAt(zone: string, at: number): string {
  const text = new Date((at + offsetAt(zone, at)) * 1000).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** The local days of 2025 on which the clock of a zone changes; for zones that have none, those of Europe. */
export const DAYS_OF_CHANGE: Readonly<Record<string, readonly [string, string]>> = {
  'America/Chicago': ['2025-03-09', '2025-11-02'],
  'America/Los_Angeles': ['2025-03-09', '2025-11-02'],
  'Europe/London': ['2025-03-30', '2025-10-26'],
  'Europe/Oslo': ['2025-03-30', '2025-10-26'],
  'Australia/Sydney': ['2025-04-06', '2025-10-05'],
  'Australia/Lord_Howe': ['2025-04-06', '2025-10-05'],
  'Asia/Kolkata': ['2025-03-30', '2025-10-26'],
  'Asia/Almaty': ['2025-03-30', '2025-10-26'],
  UTC: ['2025-03-30', '2025-10-26'],
};

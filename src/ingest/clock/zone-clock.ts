import { IANAZone } from 'luxon';
import type { Instant } from '../../model/time.ts';
import { DAY, type WallTime } from './calendar.ts';

/** A change of a zone's offset: what it is from `at` on, and was before. */
export interface ZoneChange {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

/** A zone as arithmetic: its changes are looked up once a year of use. */
export interface ZoneClock {
  readonly zone: string;
  /** The change whose skipped or repeated wall times lie within a day of the wall time; undefined on ordinary days. */
  changeNear(wall: WallTime): ZoneChange | undefined;
  /** Instants that show the wall time: one, two in a repeated hour, none in a skipped one. */
  instantsOf(wall: WallTime): readonly Instant[];
  /** First instant of a day, given by its number. */
  startOfDay(day: number): Instant;
}

const CLOCKS = new Map<string, ZoneClock>();
/** Days of the average year, enough to tell which years an instant may fall in. */
const YEAR = 365.2425 * DAY;

/** The clock of an IANA zone; undefined where there is no such zone. */
export function zoneClock(zone: string): ZoneClock | undefined {
  const known = CLOCKS.get(zone);
  if (known) return known;
  if (!IANAZone.isValidZone(zone)) return undefined;
  const clock = clockOf(zone, IANAZone.create(zone));
  CLOCKS.set(zone, clock);
  return clock;
}

function clockOf(zone: string, iana: IANAZone): ZoneClock {
  const offsetAt = (instant: Instant) => Math.round(iana.offset(instant * 1000) * 60);
  const years = new Map<number, YearOfZone>();
  const yearOf = (instant: Instant): YearOfZone => {
    const year = Math.floor(instant / YEAR);
    const found = years.get(year) ?? yearOfZone(year, offsetAt);
    years.set(year, found);
    return found;
  };
  const changeNear = (wall: WallTime) =>
    yearOf(wall).changes.find(({ at, before }) => Math.abs(at + before - wall) <= DAY);
  const instantsOf = (wall: WallTime): readonly Instant[] => {
    const change = changeNear(wall);
    if (!change) return [wall - offsetOf(yearOf(wall), wall)];
    const early = wall - change.before;
    const late = wall - change.after;
    return [...(early < change.at ? [early] : []), ...(late >= change.at ? [late] : [])];
  };
  const startOfDay = (day: number) => {
    const [first] = instantsOf(day * DAY);
    // midnight is skipped in zones that change at midnight: the day begins with the change
    return first ?? changeNear(day * DAY)?.at ?? day * DAY;
  };
  return { zone, changeNear, instantsOf, startOfDay };
}

/** The changes that may matter to one year, and the offset before the first of them. */
interface YearOfZone {
  readonly changes: readonly ZoneChange[];
  readonly first: number;
}

/** Looks at each day of the year and of the two weeks around it. */
function yearOfZone(year: number, offsetAt: (instant: Instant) => number): YearOfZone {
  const from = Math.floor((year * YEAR) / DAY) * DAY - 14 * DAY;
  const changes: ZoneChange[] = [];
  const first = offsetAt(from);
  let before = first;
  for (let day = from; day < from + YEAR + 28 * DAY; day += DAY) {
    const after = offsetAt(day + DAY);
    if (after !== before)
      changes.push({ at: changeBetween(day, day + DAY, offsetAt), before, after });
    before = after;
  }
  return { changes, first };
}

function offsetOf({ changes, first }: YearOfZone, wall: WallTime): number {
  const passed = changes.filter(({ at, before }) => at + before <= wall);
  return passed.at(-1)?.after ?? first;
}

/** The instant of the one change between two instants. */
function changeBetween(
  from: Instant,
  to: Instant,
  offsetAt: (instant: Instant) => number,
): Instant {
  const before = offsetAt(from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

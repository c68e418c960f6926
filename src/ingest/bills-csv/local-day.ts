import type { Instant } from '../../model/time.ts';
import { DAY } from '../clock/calendar.ts';
import type { ZoneClock } from '../clock/zone-clock.ts';

/** Exports that keep standard time all year name midnight an hour late in summer. */
const REACH = 3600;

/**
 * The day (by its number) at whose local midnight an instant lies, an hour early or late; undefined where it lies at no
 * midnight, since bills are counted in whole local days and a part of one is not to be rounded.
 */
export function dayBegunAt(instant: Instant, clock: ZoneClock): number | undefined {
  const near = Math.floor(instant / DAY);
  return [near - 1, near, near + 1, near + 2].find(
    (day) => Math.abs(clock.startOfDay(day) - instant) <= REACH,
  );
}

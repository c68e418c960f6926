import { instantText } from '../../model/time.ts';
import { conversionFactor } from '../../units/unit.ts';
import type { ExtractedBill } from '../bills-csv/extract.ts';
import { DAY, dayText } from '../clock/calendar.ts';
import { type ZoneClock, zoneClock } from '../clock/zone-clock.ts';
import type { IngestContext, InputFile } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import type { MeteredInterval } from './intervals.ts';
import type { FeedSeries } from './feed-series.ts';

const HOUR = 3600;
/** The shortest day: one that loses an hour. */
const SHORTEST_DAY = 23 * HOUR;

/** The intervals of a day and more as bills, in days of the meter's site. Only delivered energy is billed. */
export function billsOf(
  series: FeedSeries & { readonly meter: string },
  context: IngestContext,
  file: InputFile,
  notes: RowNotes,
): ExtractedBill[] {
  const long = series.kept.filter(({ start, end }) => end - start >= SHORTEST_DAY);
  const [first] = long;
  if (!first || series.direction !== 'import') return [];
  const site = context.meters.find(({ id }) => id === series.meter)?.site;
  const zone = context.sites.find(({ id }) => id === site)?.zone;
  const clock = zone === undefined ? undefined : zoneClock(zone);
  if (!clock) {
    const what = `the zone of the site of ${quoted(series.meter)} is not known, so its days cannot be placed in time. Correct the site's zone.`;
    notes.row('WS-ZONE', 'critical', { line: first.line }, what);
    return [];
  }
  noteOffset(series, clock, first, notes);
  return long.flatMap((interval) => billOf(interval, series, clock, file, notes));
}

function billOf(
  interval: MeteredInterval,
  { meter, unit, duplicates, kept }: FeedSeries & { readonly meter: string },
  clock: ZoneClock,
  { path, sha256 }: InputFile,
  notes: RowNotes,
): ExtractedBill[] {
  const { start, end, quantity, quality, line } = interval;
  const firstDay = dayAt(start, clock);
  const endDay = dayAt(end, clock);
  if (!firstDay.isMidnight || !endDay.isMidnight) {
    notes.tally('IN-INTERVAL', 'quality', { line }, (n, lines) => {
      return `Periods of ${meter} do not begin and end at midnight of ${clock.zone} in ${n} (${lines}). They were taken as the days on which they begin, up to the day on which they end.`;
    });
  }
  if (endDay.day <= firstDay.day) {
    const what = `the period from ${instantText(start)} to ${instantText(end)} holds no whole day of ${clock.zone}. It was set aside.`;
    notes.row('IN-PERIOD', 'critical', { line }, what);
    return [];
  }
  return [
    {
      meter,
      start: clock.startOfDay(firstDay.day),
      end: clock.startOfDay(endDay.day),
      firstDay: dayText(firstDay.day),
      lastDay: dayText(endDay.day - 1),
      energyKwh: quantity.mul(conversionFactor(unit, 'kWh')),
      quality,
      duplicates: interval === kept[0] ? duplicates : 0,
      evidence: { file: path, sha256, at: { line } },
    },
  ];
}

/** The local day of an instant. Up to an hour beside midnight is that midnight: providers keep to one offset all year. */
function dayAt(instant: number, clock: ZoneClock): { day: number; isMidnight: boolean } {
  const near = Math.round((instant + offsetAt(instant, clock)) / DAY);
  if (Math.abs(clock.startOfDay(near) - instant) <= HOUR) return { day: near, isMidnight: true };
  return { day: Math.floor((instant + offsetAt(instant, clock)) / DAY), isMidnight: false };
}

/** Seconds that the clock is ahead of UTC at an instant. */
function offsetAt(instant: number, clock: ZoneClock): number {
  const day = Math.floor(instant / DAY);
  // the local day begins before the instant and within a day and a half of it
  const begun = [day + 1, day, day - 1].find((one) => clock.startOfDay(one) <= instant) ?? day - 1;
  return begun * DAY - clock.startOfDay(begun);
}

function noteOffset(
  { tzOffset, name, meter }: FeedSeries & { readonly meter: string },
  clock: ZoneClock,
  { start, line }: MeteredInterval,
  notes: RowNotes,
): void {
  if (tzOffset === undefined) {
    const what = `${name} states no local time (LocalTimeParameters). Its days were taken in ${clock.zone}, the zone of the site of ${meter}.`;
    notes.row('IN-ZONE', 'info', { line }, what);
    return;
  }
  const offset = offsetAt(start, clock);
  if (Math.abs(offset - tzOffset) <= HOUR) return;
  const what = `${name} states the offset ${String(tzOffset)} s from UTC, yet ${clock.zone}, the zone of the site of ${meter}, is at ${String(offset)} s. Days were taken in the zone of the site; correct the one that is wrong.`;
  notes.row('IN-ZONE', 'quality', { line }, what);
}

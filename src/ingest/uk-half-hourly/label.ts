import { finding } from '../../model/finding.ts';
import { byKey } from '../by-key.ts';
import { DAY, type WallTime } from '../clock/calendar.ts';
import type { ZoneClock } from '../clock/zone-clock.ts';
import type { Outcome } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';

const HALF_HOUR = 1800;

/** Whether stamps name the start or the end of a half-hour. */
export type Label = 'start' | 'end';

/** A stamp of a meter. */
export interface MeterStamp {
  readonly meter: string;
  readonly wall: WallTime;
}

/**
 * What the input says, or else what the file shows beyond doubt: meters whose readings run without a hole over whole
 * days, all of them from 00:30 to 00:00 or all from 00:00 to 23:30.
 */
export function labelOf(
  stated: Label | undefined,
  stamps: readonly MeterStamp[],
  column: string,
  clock: ZoneClock,
  file: string,
  notes: RowNotes,
): Outcome<Label> {
  if (stated !== undefined) return { value: stated };
  const shown = new Set(
    [...byKey(stamps, ({ meter }) => meter).values()].flatMap((own) => shownBy(own, clock) ?? []),
  );
  const [label] = shown;
  if (label === undefined || shown.size > 1) return { refused: noLabel(column, file) };
  const days = label === 'end' ? '00:30 to 00:00' : '00:00 to 23:30';
  const message = `Column ${column} of ${file} was read as the ${label} of each half-hour, since the readings fill whole days from ${days}. State label: ${label} in its input to settle it.`;
  notes.add(finding('IN-INTERVAL', 'info', message, { file, column }));
  return { value: label };
}

/** What one meter shows by the edges of its days; undefined where half-hours are missing. */
function shownBy(stamps: readonly MeterStamp[], clock: ZoneClock): Label | undefined {
  const walls = new Set(stamps.map(({ wall }) => wall));
  const first = Math.min(...walls);
  const last = Math.max(...walls);
  for (let wall = first; wall < last; wall += HALF_HOUR) {
    // on the days of a clock change labels differ from source to source
    if (!walls.has(wall) && !clock.changeNear(wall)) return undefined;
  }
  if (modDay(first) === HALF_HOUR && modDay(last) === 0) return 'end';
  return modDay(first) === 0 && modDay(last) === DAY - HALF_HOUR ? 'start' : undefined;
}

function modDay(wall: WallTime): number {
  return wall - Math.floor(wall / DAY) * DAY;
}

function noLabel(column: string, file: string) {
  const message = `${file} has one reading a row, and whether ${column} is the start or the end of its half-hour is a setting of the supplier that the file neither states nor shows. Ask the supplier, and add label: start or label: end to its input.`;
  return finding('IN-INTERVAL', 'critical', message, { file, column });
}

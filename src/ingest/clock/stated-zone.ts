import { finding } from '../../model/finding.ts';
import type { Outcome } from '../input-file.ts';
import { quoted } from '../wording.ts';
import { type ZoneClock, zoneClock } from './zone-clock.ts';

/** The clock that the input names for stamps without zone; or the finding that asks for one. `such` names likely zones. */
export function statedClock(
  zone: string | undefined,
  stamps: string,
  such: readonly [string, string],
  file: string,
): Outcome<ZoneClock> {
  const clock = zone === undefined ? undefined : zoneClock(zone);
  if (clock) return { value: clock };
  const message =
    zone === undefined
      ? `The ${stamps} of ${file} carry no time zone, and none is assumed. Add zone: ${such[0]} or zone: ${such[1]} to its input, or give --timezone, by what the supplier states.`
      : `The time zone ${quoted(zone)} given for ${file} is no IANA zone. Name ${such[0]} or ${such[1]}.`;
  return { refused: finding('IN-ZONE', 'critical', message, { file }) };
}

import { type Finding, finding } from '../../model/finding.ts';
import { byKey } from '../by-key.ts';

/** Whether the end day of a bill belongs to it. */
export type EndDate = 'inclusive' | 'exclusive';

interface Period {
  readonly meter: string;
  readonly startDay: number;
  readonly endDay: number;
}

/** The rule of a file: as declared, or as consecutive bills join; else unknown, with the finding that asks for it. */
export function billDays(
  bills: readonly Period[],
  declared: EndDate | undefined,
  file: string,
): { readonly known?: EndDate; readonly finding?: Finding } {
  if (declared) return { known: declared };
  if (bills.length === 0) return {};
  const { exclusive, inclusive } = joins(bills);
  if (exclusive > 0 !== inclusive > 0) {
    const known = exclusive > 0 ? 'exclusive' : 'inclusive';
    const next = known === 'exclusive' ? 'on the end date of' : 'the day after';
    const message = `In ${file} ${String(Math.max(exclusive, inclusive))} bills start ${next} the one before, so end dates were read as ${known}. Declare end_date: ${known}.`;
    return { known, finding: finding('IN-END-DATE', 'info', message, { file }) };
  }
  const why =
    exclusive > 0
      ? `${String(exclusive)} bills start on the end date of the one before and ${String(inclusive)} on the day after`
      : 'no two bills follow one another';
  const message = `Whether bills of ${file} include their end date is not to be seen: ${why}. Declare end_date; nothing is read until then.`;
  return { finding: finding('IN-END-DATE-UNKNOWN', 'critical', message, { file }) };
}

/** How many bills start on the day an earlier one ends, and how many on the day after. */
function joins(bills: readonly Period[]): { exclusive: number; inclusive: number } {
  let exclusive = 0;
  let inclusive = 0;
  for (const ofMeter of byKey(bills, ({ meter }) => meter).values()) {
    const starts = new Set(ofMeter.map(({ startDay }) => startDay));
    const ends = new Set(ofMeter.map(({ endDay }) => endDay));
    // a bill whose dates are one day does not follow itself
    const longer = ofMeter.filter(({ startDay, endDay }) => startDay !== endDay);
    const endsOfLonger = new Set(longer.map(({ endDay }) => endDay));
    for (const end of ends) {
      if (starts.has(end) && endsOfLonger.has(end)) exclusive += 1;
      if (starts.has(end + 1)) inclusive += 1;
    }
  }
  return { exclusive, inclusive };
}

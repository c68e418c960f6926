import { type Finding, finding } from '../../model/finding.ts';
import type { Bill } from '../../model/records.ts';
import { type Calendar, instantText, type Interval } from '../../model/time.ts';
import { listText } from '../wording.ts';

const DAY = 86_400;

/** The stretches of the period that no bill covers, an hour's join at a change of clocks left out. Expects the bills in order of time. */
export function uncovered(bills: readonly Bill[], { start, end }: Calendar): Interval[] {
  const gaps: Interval[] = [];
  let reached = start;
  for (const bill of bills) {
    if (bill.start > reached) gaps.push({ start: reached, end: Math.min(bill.start, end) });
    reached = Math.max(reached, bill.end);
  }
  if (reached < end) gaps.push({ start: reached, end });
  return gaps.filter((gap) => Math.round((gap.end - gap.start) / DAY) >= 1);
}

/** An instant of the local day, near enough its middle to name the day in every zone from UTC-10 to UTC+13. */
function dayText(midnight: number): string {
  return instantText(midnight + 13 * 3600).slice(0, 10);
}

/** The first and last day of a stretch of whole days: `2025-03-01 to 2025-03-31`. */
export function gapText({ start, end }: Interval): string {
  const first = dayText(start);
  const last = dayText(end - DAY);
  return first >= last ? first : `${first} to ${last}`;
}

/** Days of the period that no bill of the meter covers, by their dates. Expects the bills in order of time. */
export function uncoveredDays(
  meter: string,
  bills: readonly Bill[],
  calendar: Calendar,
): Finding[] {
  const gaps = uncovered(bills, calendar);
  if (gaps.length === 0) return [];
  return [
    finding(
      'ACC-BILL-MISSING',
      'critical',
      `${meter} has no bill for ${listText(gaps.map(gapText))}; its energy is too low by these days until the bill is added.`,
      { entry: `meters.${meter}` },
    ),
  ];
}

import { HOUR } from '../../model/column.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Bill } from '../../model/records.ts';
import { type Interval, instantText, overlapOf } from '../../model/time.ts';
import { placeOf } from '../energy/split-by-days.ts';
import type { SiteFootprint } from '../footprint.ts';
import type { HashColumns, SiteInputs } from '../inputs.ts';
import { countText, listText } from '../wording.ts';

/** A message names no more stretches than these. */
const NAMED = 3;

function said(text: string, at: Finding['at']): Finding {
  return finding('ACC-RECORD-SPANS', 'completeness', text, at);
}

function spanText({ start, end }: Interval): string {
  return `${instantText(start)} to ${instantText(end)}`;
}

function named(spans: readonly Interval[]): string {
  const more = spans.length - NAMED;
  const texts = spans.slice(0, NAMED).map(spanText);
  return more > 0 ? `${texts.join(', ')} and ${String(more)} more` : listText(texts);
}

/** Shorter gaps are told by the part of the period that is known. */
const LONG = 24 * HOUR;

/** Stretches of the period of a day and more of which no hour has hashrate. */
function longGaps({ seconds }: HashColumns, { start, end }: Interval): Interval[] {
  const gaps: Interval[] = [];
  for (let at = start; at < end; at += HOUR) {
    if (seconds.known[(at - seconds.start) / HOUR] === 1) continue;
    const last = gaps.at(-1);
    if (last?.end === at) gaps.splice(-1, 1, { start: last.start, end: at + HOUR });
    else gaps.push({ start: at, end: at + HOUR });
  }
  return gaps.filter((gap) => gap.end - gap.start >= LONG);
}

function ofHashrate({ site, hashes, calendar }: SiteInputs): Finding[] {
  if (!hashes) return [];
  const gaps = longGaps(hashes, calendar);
  if (gaps.length === 0) return [];
  const text = `Hashrate of ${site.id} is not known in ${countText(gaps.length, 'gap')} of a day or more: ${named(gaps)}; add the readings, or state that the site stood still.`;
  return [said(text, { entry: `sites.${site.id}` })];
}

/** Bills of one meter that share days: each counts, so that their energy would stand twice. */
function overlapping(bills: readonly Bill[]): Finding[] {
  const ordered = [...bills].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.slice(1).flatMap((next, i) => {
    const bill = ordered[i];
    if (!bill || !overlapOf(bill, next)) return [];
    const text = `Bills of meter ${bill.meter} of ${bill.firstDay} to ${bill.lastDay} and of ${next.firstDay} to ${next.lastDay} share days; correct the one that is wrong, since energy would stand twice.`;
    return [finding('ACC-RECORD-SPANS', 'quality', text, placeOf(next.evidence))];
  });
}

function ofBills({ meters, bills }: SiteInputs): Finding[] {
  return meters.flatMap(({ id }) => overlapping(bills.filter(({ meter }) => meter === id)));
}

/** Certificates that count by year or programme, and are of no month of the period. */
function ofCertificates(
  { site, calendar }: SiteInputs,
  { certificates }: SiteFootprint,
): Finding[] {
  const months = new Set(calendar.months.map(({ id }) => id));
  const outside = certificates
    .filter(({ outcome }) => outcome === 'accepted')
    .map(({ certificate }) => certificate)
    .filter(({ vintage }) => !months.has(vintage));
  const [first] = outside;
  if (!first) return [];
  const vintages = [...new Set(outside.map(({ vintage }) => vintage))].sort();
  const more = vintages.length > NAMED ? ` and ${String(vintages.length - NAMED)} more` : '';
  const text = `${countText(outside.length, 'line')} of certificates of ${site.id} count, and their vintage is no month of the site in the period: ${vintages.slice(0, NAMED).join(', ')}${more}; see that they belong to this disclosure.`;
  return [finding('ACC-RECORD-SPANS', 'info', text, placeOf(first.evidence))];
}

/**
 * Records of one kind against the period: hashrate with gaps, bills that share days, certificates of other months. Days
 * without a bill are told where energy is taken.
 */
export function recordSpans(site: SiteInputs, footprint: SiteFootprint): Finding[] {
  return [...ofHashrate(site), ...ofBills(site), ...ofCertificates(site, footprint)];
}

import { ZERO } from '../../units/rational.ts';
import type { RawBill } from '../bills-csv/bill.ts';
import type { MeterByNames } from '../bills-csv/named-meter.ts';
import { DAY } from '../clock/calendar.ts';
import { datePattern } from '../clock/date-pattern.ts';
import type { InputFile } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import type { UsageReport } from './message.ts';
import { evidenceAt } from './segment.ts';
import { say, type Usage, usageOf } from './usage.ts';

const DATE = datePattern('yyyyMMdd');
/** BPT01: original; cancellation; replacement, corrected. Others report no usage to be counted. */
const PURPOSES: Readonly<Record<string, 'original' | 'cancels' | 'replaces'>> = {
  '00': 'original',
  '01': 'cancels',
  '05': 'replaces',
  CO: 'replaces',
};

/**
 * The bill of a report; none where a finding says why. A cancellation is the same bill with its energy taken back, so
 * that it meets the report it names wherever that lies.
 */
export function rawBill(
  report: UsageReport,
  file: InputFile,
  meterOf: MeterByNames,
  notes: RowNotes,
): RawBill[] {
  const usage = usageOf(report, file.path);
  if (usage.refused) {
    notes.add(usage.refused);
    return [];
  }
  const { quantity, loop, energyKwh, findings } = usage.value;
  const purpose = purposeOf(report, file, notes);
  const meter = meterOf(report.names, report.first.line);
  const days = daysOf(usage.value, file, notes);
  if (!purpose || meter === undefined || !days) return [];
  notes.add(...findings);
  return [
    {
      meter,
      ...days,
      energyKwh: purpose === 'cancels' ? ZERO.sub(energyKwh) : energyKwh,
      quality: quantity.qualifier === 'KA' ? 'estimated' : 'actual',
      invoice: report.reference,
      replaces: purpose === 'original' ? '' : report.original,
      peakDemandKw: undefined,
      cost: undefined,
      isCancellation: purpose === 'cancels',
      evidence: evidenceAt(file, quantity.segment),
      values: {
        energy: { text: quantity.text, evidence: evidenceAt(file, quantity.segment) },
        period: { text: `${loop.begins} ${loop.ends}`, evidence: evidenceAt(file, loop.segment) },
      },
    },
  ];
}

function purposeOf(
  { purpose, original, first, isTest }: UsageReport,
  { path }: InputFile,
  notes: RowNotes,
) {
  if (isTest) {
    const what =
      'the interchange is marked as a test (ISA15 is T), so its usage is not counted. Add the one that was sent in production.';
    notes.add(say('IN-EDI', 'critical', what, first, path));
    return undefined;
  }
  const known = PURPOSES[purpose];
  if (known === undefined || (known !== 'original' && original === '')) {
    const why =
      known === undefined
        ? `the purpose ${quoted(purpose)} (BPT01) is neither an original, a cancellation nor a replacement`
        : 'it cancels or replaces a message and does not name it (BPT09)';
    const what = `${why}. Nothing of it is counted; ask what it is for.`;
    notes.add(say('IN-EDI', 'critical', what, first, path));
    return undefined;
  }
  return known;
}

function daysOf(
  { loop, quantity }: Usage,
  { path }: InputFile,
  notes: RowNotes,
): { readonly startDay: number; readonly endDay: number } | undefined {
  const startDay = dayOf(loop.begins);
  const endDay = dayOf(loop.ends);
  if (startDay !== undefined && endDay !== undefined) return { startDay, endDay };
  const seen =
    loop.begins === '' && loop.ends === ''
      ? 'names no period (DTM 150 and 151)'
      : `names the period ${quoted(loop.begins)} to ${quoted(loop.ends)} (DTM 150 and 151)`;
  const what = `the quantity ${quantity.text} stands in a loop that ${seen}, and a period is not guessed. Nothing of the message is counted; ask for a complete one.`;
  notes.add(say('IN-NO-DATA', 'critical', what, quantity.segment, path));
  return undefined;
}

function dayOf(text: string): number | undefined {
  const stamp = 'unknown' in DATE ? undefined : DATE.parse(text);
  return stamp && Math.floor(stamp.wall / DAY);
}

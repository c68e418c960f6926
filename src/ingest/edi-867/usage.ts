import { finding, type Finding, type Severity } from '../../model/finding.ts';
import type { FindingCode } from '../../model/finding-codes.ts';
import { ONE, type Rational, sumOf } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { byKey } from '../by-key.ts';
import type { Outcome } from '../input-file.ts';
import { quoted } from '../wording.ts';
import type { Loop, Quantity, UsageReport } from './message.ts';
import { elementOf, type Segment } from './segment.ts';

/** Loops that state what others hold in detail: of the bill, of the metered service, of the whole. */
const SUMMARIES = ['BB', 'SU', 'BJ'];
const KWH = /^(KH|KWH)$/i;
/** Delivered, actual or estimated. Other qualifiers are of energy received, or of none. */
const DELIVERED = ['QD', 'KA'];
/** MEA07 of the total of all registers. */
const TOTAL = '51';

/** The one quantity of a report, with its loop. */
export interface Usage {
  readonly loop: Loop;
  readonly quantity: Quantity;
  readonly energyKwh: Rational;
  /** What does not fit, though the quantity stands. */
  readonly findings: readonly Finding[];
}

/**
 * The usage that a report states. A summary is taken before details and never added to them; intervals are compared with
 * it and not read. Where no single quantity is stated, the report is refused or said to hold no data.
 */
export function usageOf(report: UsageReport, file: string): Outcome<Usage> {
  const stated = report.loops.flatMap((loop) => {
    const quantity = totalOf(loop);
    return quantity?.value ? [{ loop, quantity, energyKwh: quantity.value }] : [];
  });
  const summaries = stated.filter(({ loop }) => SUMMARIES.includes(loop.kind));
  const details = stated.filter(({ loop }) => !SUMMARIES.includes(loop.kind));
  const [chosen, ...others] = summaries.length > 0 ? summaries : details;
  if (!chosen) return { refused: withoutQuantity(report, file) };
  const other = others.find(({ loop, energyKwh }) => !isSame(chosen, { loop, energyKwh }));
  if (other) {
    const isSummed = summaries.length > 0;
    const why = isSummed
      ? 'Two summaries differ, and which was billed is not to be seen'
      : 'Several loops state a quantity and none a sum, which is not guessed';
    const what = `${elementOf(chosen.quantity.segment)} states ${chosen.quantity.text} and ${elementOf(other.quantity.segment)} ${other.quantity.text} kWh. ${why}: nothing of the message is counted; ask for a corrected one.`;
    return { refused: say('IN-CHECK-SUM', 'critical', what, other.quantity.segment, file) };
  }
  const findings = [...detailFindings(report, chosen, file), ...registerFindings(report, file)];
  return { value: { ...chosen, findings } };
}

type Stated = Pick<Usage, 'loop' | 'energyKwh'>;

function isSame(a: Stated, b: Stated): boolean {
  const areDatesAlike = a.loop.begins === b.loop.begins && a.loop.ends === b.loop.ends;
  return areDatesAlike && a.energyKwh.equals(b.energyKwh) && SUMMARIES.includes(a.loop.kind);
}

/** Quantities of delivered energy in kWh. */
function delivered({ quantities }: Loop): Quantity[] {
  return quantities.filter(
    ({ unit, qualifier, value }) => KWH.test(unit) && DELIVERED.includes(qualifier) && value,
  );
}

/** The one total of a loop; undefined where it holds none, several, or intervals. */
function totalOf(loop: Loop): Quantity | undefined {
  const all = delivered(loop);
  if (all.some(({ isInterval }) => isInterval)) return undefined;
  const totals = all.length > 1 ? all.filter(({ significance }) => significance === TOTAL) : all;
  return totals.length === 1 ? totals[0] : undefined;
}

function withoutQuantity({ first, loops }: UsageReport, file: string): Finding {
  const all = loops.flatMap(({ quantities }) => quantities);
  const filled = all.find(({ text }) => text !== '');
  if (!filled) {
    const what = loops.some(({ begins, ends }) => begins !== '' || ends !== '')
      ? 'the message states no quantity (QTY02 is empty), so it holds no data. Nothing is counted.'
      : 'the message states no quantity (QTY02 is empty) and no period (DTM 150 and 151), so it holds no data. Nothing is counted.';
    return say('IN-NO-DATA', 'completeness', what, all[0]?.segment ?? first, file);
  }
  const what = `no single total of delivered kWh is stated: ${elementOf(filled.segment)} holds ${quoted(filled.text)} with the qualifier ${quoted(filled.qualifier)} in ${quoted(filled.unit)}. Intervals, other units and several registers without a total are not read; ask for the summary (PTD*SU).`;
  return say('IN-NO-DATA', 'critical', what, filled.segment, file);
}

/** Where the details of one kind do not add up to the summary. Meters that are subtracted or ignored are not judged. */
function detailFindings(report: UsageReport, { loop, energyKwh }: Stated, file: string): Finding[] {
  if (!SUMMARIES.includes(loop.kind)) return [];
  const details = report.loops.filter(({ kind }) => !SUMMARIES.includes(kind));
  return [...byKey(details, ({ kind }) => kind).values()].flatMap((loops) => {
    const sums = loops.map(sumOfLoop);
    const isPlain = loops.every(({ role }) => role === '' || role === 'A');
    if (!isPlain || sums.includes(undefined)) return [];
    const sum = sumOf(sums.filter((value) => value !== undefined));
    const [first] = loops;
    if (sum.equals(energyKwh) || !first) return [];
    const what = `the summary states ${decimalText(energyKwh)} kWh, and its details in ${String(loops.length)} PTD*${first.kind} add up to ${decimalText(sum)}. The summary is counted; ask which holds.`;
    return [say('IN-CHECK-SUM', 'quality', what, first.segment, file)];
  });
}

/** The sum of the intervals of a loop, or its total; undefined where it states none. */
function sumOfLoop(loop: Loop): Rational | undefined {
  const intervals = delivered(loop).filter(({ isInterval }) => isInterval);
  if (intervals.length === 0) return totalOf(loop)?.value;
  return sumOf(intervals.flatMap(({ value }) => (value ? [value] : [])));
}

/** Where the difference of a register times its multiplier is not the quantity. A register that went round is not judged. */
function registerFindings({ loops }: UsageReport, file: string): Finding[] {
  return loops.flatMap((loop) =>
    delivered(loop).flatMap(({ segment, begin, end, value, text }) => {
      if (!begin || !end || !value || end.lt(begin)) return [];
      const difference = end.sub(begin).mul(loop.multiplier ?? ONE);
      if (difference.equals(value)) return [];
      const what = `the register went from ${decimalText(begin)} to ${decimalText(end)}, which gives ${decimalText(difference)} with its multiplier, and the quantity is ${text}. The quantity is counted; ask which holds.`;
      return [say('IN-CHECK-SUM', 'quality', what, segment, file)];
    }),
  );
}

/** A finding at a segment. */
export function say(
  code: FindingCode,
  severity: Severity,
  what: string,
  segment: Segment,
  file: string,
): Finding {
  const element = elementOf(segment);
  const message = `${element} in line ${String(segment.line)} of ${file}: ${what}`;
  return finding(code, severity, message, { file, line: segment.line, element });
}

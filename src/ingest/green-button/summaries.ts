import { type Finding, finding } from '../../model/finding.ts';
import { instantText, type Interval } from '../../model/time.ts';
import { ONE, parseDecimal, type Rational, sumOf } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { conversionFactor } from '../../units/unit.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import { UNITS } from './codes.ts';
import type { Feed, Summary, SummaryAmount } from './feed.ts';
import { wholeSeconds } from './intervals.ts';
import { ownersBy } from './links.ts';
import { powerOfTen } from './meaning.ts';
import type { FeedSeries } from './feed-series.ts';

/** A billing period beyond this many days is nonsense. */
const LONGEST = 400 * 86_400;

/** Compares the sums of readings with what summaries say. Summaries are checks: they are never counted. */
export function noteSummaries(
  feed: Feed,
  series: readonly FeedSeries[],
  file: string,
  notes: RowNotes,
): void {
  const owners = ownersBy(feed.usagePoints, 'UsageSummary');
  const older = ownersBy(feed.usagePoints, 'ElectricPowerUsageSummary');
  for (const summary of feed.summaries) {
    const points = [...owners.ownersOf(summary), ...older.ownersOf(summary)];
    const own = series.filter(({ point, direction, kept }) => {
      return point && points.includes(point) && direction === 'import' && kept.length > 0;
    });
    const [one] = own;
    // several series of one point may tell the same energy twice: no sum of theirs is compared
    if (one && own.length === 1) notes.add(...compared(summary, one, file));
  }
}

function compared(summary: Summary, series: FeedSeries, file: string): Finding[] {
  const at = { file, line: summary.line };
  const period = periodOf(summary);
  if (period === undefined) {
    const read = `start ${quoted(summary.start ?? '')}, duration ${quoted(summary.duration ?? '')}`;
    const message = `The billing period of the summary in line ${String(summary.line)} of ${file} makes no sense (${read}). The summary was not compared.`;
    return [finding('IN-SUMMARY', 'quality', message, at)];
  }
  const last = amountIn(summary.last, series.unit);
  const current = amountIn(summary.current, series.unit);
  if (!last && !current) return [];
  const said = verdict(series, period, last, current);
  const message = `The summary in line ${String(summary.line)} of ${file} ${said}. It is a check and is not counted.`;
  return [finding('IN-SUMMARY', 'info', message, at)];
}

function verdict(
  { kept, unit, name }: FeedSeries,
  period: Interval,
  last: Rational | undefined,
  current: Rational | undefined,
): string {
  const total = sumOf(kept.map(({ quantity }) => quantity));
  const written = (value: Rational) => `${decimalText(value)} ${unit}`;
  const sums: readonly (readonly [string, Rational | undefined])[] = [
    ['its last period', last],
    ['its current period', current],
    ['its last and current period together', last && current ? last.add(current) : undefined],
  ];
  const [equal] = sums.find(([, sum]) => sum?.equals(total)) ?? [];
  if (equal !== undefined)
    return `agrees: the readings of ${name} sum to ${written(total)}, ${equal}`;
  const own = kept.filter(({ start, end }) => start >= period.start && end <= period.end);
  const covered = own.reduce((sum, { start, end }) => sum + end - start, 0);
  if (covered !== period.end - period.start || !last) {
    return `covers another period (from ${instantText(period.start)} to ${instantText(period.end)}) than the readings of ${name}`;
  }
  const sum = sumOf(own.map(({ quantity }) => quantity));
  if (sum.equals(last)) return `agrees: the readings of its period sum to ${written(sum)}`;
  return `states ${written(last)} for its period, where the readings of ${name} sum to ${written(sum)}`;
}

function periodOf({ start, duration }: Summary): Interval | undefined {
  const from = wholeSeconds(start);
  const seconds = wholeSeconds(duration);
  if (from === undefined || !seconds || seconds > LONGEST) return undefined;
  return { start: from, end: from + seconds };
}

function amountIn(amount: SummaryAmount | undefined, unit: string): Rational | undefined {
  const value = parseDecimal(amount?.value ?? '');
  const power = powerOfTen(amount?.multiplier);
  const factor = unitsIn(UNITS[amount?.uom ?? ''], unit);
  return value && power && factor ? value.mul(power).mul(factor) : undefined;
}

/** Units of a series in one of a summary; undefined where they cannot be compared. */
function unitsIn(symbol: string | undefined, unit: string): Rational | undefined {
  if (symbol === unit) return ONE;
  const isConverted = unit === 'kWh' && (symbol === 'Wh' || symbol === 'J');
  return isConverted ? conversionFactor(symbol, 'kWh') : undefined;
}

import { HOUR, type HourColumn } from '../../model/column.ts';
import { instantText, type Instant, type Interval, type Month } from '../../model/time.ts';
import { ONE } from '../../units/rational.ts';
import { secondsOf } from '../fleet.ts';
import type { HashColumns } from '../inputs.ts';
import { columnSum, difference, inUnit, share, type Step } from '../ledger.ts';

/** How much of an hour hashrate is known for. */
type Knowledge = 'all' | 'part' | 'none';

/** Hours on end, within one month, of which all or part of the hashes are not known. */
export interface Gap extends Interval {
  readonly month: string;
  readonly isPartial: boolean;
  /** Seconds without hashrate. */
  readonly missing: Step<'s'>;
}

function knowledgeOf({ seconds }: HashColumns, at: Instant): Knowledge {
  const cell = seconds.cells[(at - seconds.start) / HOUR] ?? 0n;
  if (cell <= 0n) return 'none';
  return cell < BigInt(HOUR) * seconds.scale ? 'part' : 'all';
}

/** True for an hour of which every column holds data. */
export function isKnownHour(columns: readonly HourColumn[], at: Instant): boolean {
  return columns.every(({ start, known }) => known[(at - start) / HOUR] === 1);
}

/** True for an hour of which hashrate is known throughout. */
export function isWholeHour(columns: HashColumns, at: Instant): boolean {
  return knowledgeOf(columns, at) === 'all';
}

function gapOf(columns: HashColumns, span: Interval, month: string, isPartial: boolean): Gap {
  const all = secondsOf(span);
  const name = `Seconds for which hashrate is known, ${instantText(span.start)} to ${instantText(span.end)}`;
  const missing = isPartial
    ? difference(
        all,
        inUnit(columnSum(columns.seconds, span, name), 's'),
        `Seconds without hashrate, ${instantText(span.start)} to ${instantText(span.end)}`,
      )
    : all;
  return { ...span, month, isPartial, missing };
}

/**
 * The gaps of a month in order of time. A gap ends where knowledge of hashes or of energy changes, and at the edges
 * handed in, so that each gap is filled by one rule.
 */
export function gapsOf(
  columns: HashColumns,
  { id, start, end }: Month,
  energy: readonly HourColumn[],
  edges: ReadonlySet<Instant>,
): Gap[] {
  const gaps: Gap[] = [];
  let open: { from: Instant; knowledge: Knowledge; isEnergyKnown: boolean } | undefined;
  const close = (to: Instant) => {
    if (open && open.knowledge !== 'all') {
      gaps.push(gapOf(columns, { start: open.from, end: to }, id, open.knowledge === 'part'));
    }
  };
  for (let at = start; at < end; at += HOUR) {
    const knowledge = knowledgeOf(columns, at);
    const isEnergyKnown = knowledge !== 'all' && isKnownHour(energy, at);
    const isSame = open?.knowledge === knowledge && open.isEnergyKnown === isEnergyKnown;
    if (isSame && !edges.has(at)) continue;
    close(at);
    open = { from: at, knowledge, isEnergyKnown };
  }
  close(end);
  return gaps;
}

/** An amount of the whole gap at the part of its time without hashrate: itself for a gap of whole hours. */
export function ofMissingTime<U extends string>(gap: Gap, amount: Step<U>): Step<'1'> | undefined {
  if (!gap.isPartial || amount.value.n === 0n) return undefined;
  const part = share(
    gap.missing,
    secondsOf(gap),
    `Part of the hours without hashrate, ${spanText(gap)}`,
  );
  return part?.value.equals(ONE) ? undefined : part;
}

/** `2025-03-01T04:00:00Z to 2025-03-01T08:00:00Z`. */
export function spanText({ start, end }: Interval): string {
  return `${instantText(start)} to ${instantText(end)}`;
}

import type { RefrigerantUse } from '../../model/source-records.ts';
import type { Calendar } from '../../model/time.ts';
import { splitByDays } from '../energy/split-by-days.ts';
import { activity, constant, type Step, sum } from '../ledger.ts';

/** What is recorded of one refrigerant at a site over the period. */
export interface RefrigerantRecords {
  readonly refrigerant: string;
  readonly calendar: Calendar;
  readonly all: readonly RefrigerantUse[];
}

type Kind = RefrigerantUse['kind'];

const WORDS: Readonly<Record<Kind, string>> = {
  charged: 'charged into new equipment',
  'topped-up': 'topped up',
  recovered: 'recovered',
  disposed: 'disposed of',
  leaked: 'leaked',
  stock: 'in storage',
  capacity: 'nameplate capacity',
  acquired: 'acquired',
  disbursed: 'disbursed',
  'capacity-installed': 'nameplate capacity of equipment installed',
  'capacity-retired': 'nameplate capacity of equipment retired',
  'in-service': 'charge in service',
};

function named({ refrigerant, kind, equipment, firstDay, lastDay }: RefrigerantUse): string {
  const where = equipment === undefined ? '' : ` in ${equipment}`;
  const when = firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  return `${refrigerant}, ${WORDS[kind]}${where}, ${when}`;
}

/** One record as a step. */
export function massOf(use: RefrigerantUse): Step<'kg'> {
  return activity(use.massKg, 'kg', named(use), [use.evidence]);
}

/** The records of a kind. */
export function ofKind({ all }: RefrigerantRecords, ...kinds: readonly Kind[]): RefrigerantUse[] {
  return all.filter(({ kind }) => kinds.includes(kind));
}

/** What records moved within the period, by days; zero where there are none. */
export function flowOf(
  { refrigerant, calendar }: RefrigerantRecords,
  records: readonly RefrigerantUse[],
  what: string,
): Step<'kg'> {
  const parts = records.flatMap((use) =>
    splitByDays(use, massOf(use), calendar).map(({ amount }) => amount),
  );
  return parts.length === 0
    ? constant('0', 'kg', `No ${refrigerant} was ${what}`)
    : sum(parts, `${refrigerant}, ${what}`);
}

/** Which end of the period is asked for. */
export type PeriodEnd = 'beginning' | 'end';

/**
 * What there was of a kind when the period began or ended: by records of the day inside it, else of the day outside.
 * Undefined where no record is of either day.
 */
export function standingOf(
  records: RefrigerantRecords,
  kind: 'stock' | 'capacity',
  end: PeriodEnd,
): Step<'kg'> | undefined {
  const { refrigerant, calendar } = records;
  const at = end === 'beginning' ? calendar.start : calendar.end;
  const own = ofKind(records, kind);
  const after = own.filter(({ start }) => start === at);
  const before = own.filter((one) => one.end === at);
  const [first, second] = end === 'beginning' ? [after, before] : [before, after];
  const taken = first.length > 0 ? first : second;
  if (taken.length === 0) return undefined;
  return sum(taken.map(massOf), `${refrigerant}, ${WORDS[kind]} at the ${end} of the period`);
}

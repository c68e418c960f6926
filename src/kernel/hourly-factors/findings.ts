import type { Finding } from '../../model/finding.ts';
import { finding } from '../../model/finding.ts';
import { type Rational, sumOf } from '../../units/rational.ts';
import type { Step } from '../ledger.ts';
import type { SiteInputs } from '../inputs.ts';
import { listText, numberText, percentText } from '../wording.ts';
import type { ServedHours } from './columns.ts';

/** One month as far as hourly factors are concerned. */
export interface MonthShare {
  readonly energy: Step<'MWh'>;
  readonly served?: Step<'MWh'>;
  /** True where the energy of the month is known by the hour. */
  readonly isByHour: boolean;
}

function total(
  months: readonly MonthShare[],
  take: (month: MonthShare) => Step | undefined,
): Rational {
  return sumOf(months.flatMap((month) => take(month)?.value ?? []));
}

function mwh(value: Rational): string {
  return `${numberText(value, 3)} MWh`;
}

function rowsText(served: readonly ServedHours[]): string {
  const names = served.map(
    ({ answer: { set, row } }) => `${set.publisher}/${set.edition} row ${row.id}`,
  );
  return listText([...new Set(names)]);
}

function restText(months: readonly MonthShare[], rest: Rational): string {
  if (rest.n === 0n) return '';
  const unread = total(
    months.filter(({ isByHour }) => !isByHour),
    ({ energy }) => energy,
  );
  const other = rest.sub(unread);
  const reasons = [
    ...(unread.n === 0n ? [] : [`${mwh(unread)} without readings of every hour of their month`]),
    ...(other.n === 0n ? [] : [`${mwh(other)} in hours without an hourly factor`]),
  ];
  return `; ${mwh(rest)} were taken at the annual factor, ${listText(reasons)}`;
}

/** How much of a site's energy was taken at hourly factors, how much at the annual one, and why. */
export function servedText(
  { site }: SiteInputs,
  months: readonly MonthShare[],
  rows: readonly ServedHours[],
  boundary: string,
): Finding {
  const all = total(months, ({ energy }) => energy);
  const served = total(months, (month) => month.served);
  const part = all.n === 0n ? '' : ` (${percentText(served.div(all))})`;
  const message = `Of ${mwh(all)} of ${site.id}, ${mwh(served)}${part} were taken at emission factors of their hour, of ${boundary}, by ${rowsText(rows)}${restText(months, all.sub(served))}.`;
  return finding('ACC-HOURLY-FACTORS', 'info', message, { entry: 'factors.hourly' });
}

/** That hourly factors are asked for and none could be taken. */
export function noneServed(
  { site }: SiteInputs,
  key: string | undefined,
  hasRows: boolean,
  boundary: string,
): Finding {
  const asked = `The workspace takes hourly factors, and none serves ${site.id}`;
  const reason = hasRows
    ? 'no hour of its energy is both read by the hour and among their hours; add its readings, or factors of the period'
    : `no publisher under factors.location holds hourly factors of ${boundary} for ${key ?? 'a grid that it names'}; import them, or correct hourly_grid`;
  return finding('ACC-HOURLY-NONE', 'quality', `${asked}: ${reason}. The annual factor was used.`, {
    entry: `sites.${site.id}.${key === undefined ? 'grid' : 'hourly_grid'}`,
  });
}

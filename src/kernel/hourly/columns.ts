import type { HourColumn } from '../../model/column.ts';
import type { ColumnDerivation } from '../../model/documents/ledger.ts';
import type { Calendar } from '../../model/time.ts';
import { derivedColumn } from '../ledger.ts';
import { hoursIn } from './record-columns.ts';

/** Makes a column of energy by a rule out of others, over the hours of the period, and keeps it for the ledger. */
export type Derive = (
  name: string,
  rule: ColumnDerivation['rule'],
  from: readonly HourColumn[],
  efficiency?: string,
) => HourColumn;

/** The columns that the matching of a site makes. */
export interface SiteColumns {
  readonly derive: Derive;
  readonly keep: (column: HourColumn) => HourColumn;
  /** All that were made or kept, in that order. */
  readonly all: () => readonly HourColumn[];
}

/** A maker of columns called `<site>.hourly.<name>`. */
export function siteColumns(site: string, calendar: Calendar): SiteColumns {
  const made: HourColumn[] = [];
  const keep = (column: HourColumn) => {
    made.push(column);
    return column;
  };
  const derive: Derive = (name, rule, from, efficiency) =>
    keep(
      derivedColumn(rule, from, {
        id: `${site}.hourly.${name}`,
        site,
        quantity: rule === 'met' ? 'seconds' : 'energy',
        unit: rule === 'met' ? 's' : 'J',
        start: calendar.start,
        hours: hoursIn(calendar),
        ...(efficiency !== undefined && { efficiency }),
      }),
    );
  return { derive, keep, all: () => made };
}

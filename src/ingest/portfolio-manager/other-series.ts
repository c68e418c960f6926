import { sumOf } from '../../units/rational.ts';
import { byKey } from '../by-key.ts';
import type { EndDate } from '../bills-csv/end-date.ts';
import type { ZoneClock } from '../clock/zone-clock.ts';
import { type InspectedSeries, seriesCounts } from '../recognise/series-counts.ts';
import type { Entry } from './entry.ts';
import type { SettledEntries } from './settled.ts';

/** Each meter's entries that make no bills, apart by commodity, direction and unit. */
export function otherSeries(
  { kept, duplicates }: SettledEntries,
  endDate: EndDate,
  clock: ZoneClock,
): readonly InspectedSeries[] {
  const others = kept.filter(({ kind }) => !kind.isGrid);
  return [...byKey(others, seriesOf).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { meter, kind, unit } = first;
    const counted = seriesCounts({
      id: seriesOf(first),
      meter,
      commodity: kind.commodity,
      direction: kind.direction,
      unit: unit.symbol,
      intervals: own.flatMap((entry) => intervalOf(entry, endDate, clock)),
      total: sumOf(own.map(({ quantity }) => quantity)),
      duplicates: own.reduce((sum, entry) => sum + (duplicates.get(entry) ?? 0), 0),
      isFlagged: false,
    });
    return counted ? [counted] : [];
  });
}

function seriesOf({ meter, kind, unit }: Entry): string {
  return `${meter}.${kind.commodity}.${kind.direction}.${unit.symbol}`;
}

function intervalOf({ startDay, endDay, quality }: Entry, endDate: EndDate, clock: ZoneClock) {
  const after = endDate === 'inclusive' ? endDay + 1 : endDay;
  if (after <= startDay) return [];
  return [{ start: clock.startOfDay(startDay), end: clock.startOfDay(after), quality }];
}

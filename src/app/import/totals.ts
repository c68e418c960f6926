import type { Records } from '../../ingest/join.ts';
import type { Interval } from '../../model/time.ts';
import { instantText } from '../../model/time.ts';
import { type Rational, ratio, sumOf } from '../../units/rational.ts';
import { roundedText } from '../../units/rounding.ts';

/** What the records of one kind add up to, for a person who knows the bill or the export by its total. */
export interface ImportTotal {
  readonly what: string;
  readonly count: number;
  /** First day or instant, and last; absent where records do not stand in time. */
  readonly from?: string;
  readonly to?: string;
  readonly total?: string;
  readonly unit?: string;
}

const ROUNDING = { decimals: 3, mode: 'half-even' } as const;
/** Gigahashes in a petahash. */
const PETA = 1_000_000n;
const JOULES_PER_KWH = 3_600_000n;

/** The totals of records, one for each meter, kind and direction. */
export function totalsOf(records: Records): readonly ImportTotal[] {
  const { bills, readings, certificates, hashrate, fleet, heat, deliveries, ...others } = records;
  return [
    ...billTotals(bills),
    ...readings.map(readingTotal),
    ...certificateTotals(certificates),
    ...hashrate.map(hashTotal),
    ...fleetTotals(fleet),
    ...dayTotals('heat', heat, 'energyMwh'),
    ...dayTotals('deliveries', deliveries, 'energyMwh'),
    ...Object.entries(others).flatMap(([what, list]) =>
      list.length === 0 ? [] : [{ what, count: list.length }],
    ),
  ];
}

function text(value: Rational): string {
  const rounded = roundedText(value, ROUNDING);
  return rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded;
}

function billTotals(bills: Records['bills']): readonly ImportTotal[] {
  const meters = [...new Set(bills.map(({ meter }) => meter))];
  return meters.map((meter) => {
    const own = bills.filter((bill) => bill.meter === meter);
    const energy = sumOf(own.map(({ energyKwh }) => energyKwh));
    const days = daysOf(own);
    return {
      what: `bills of ${meter}`,
      count: own.length,
      ...days,
      total: text(energy),
      unit: 'kWh',
    };
  });
}

function daysOf(list: readonly { readonly firstDay: string; readonly lastDay: string }[]) {
  const from = list.map(({ firstDay }) => firstDay).sort()[0];
  const to = list
    .map(({ lastDay }) => lastDay)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? {} : { from, to };
}

function spanOf(readings: Iterable<Interval>) {
  let [first, last] = [Infinity, -Infinity];
  for (const { start, end } of readings) {
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  return first > last ? {} : { from: instantText(first), to: instantText(last) };
}

function readingTotal(series: Records['readings'][number]): ImportTotal {
  const { meter, direction, scale, readings } = series;
  let sum = 0n;
  for (const { energy } of readings) sum += energy;
  return {
    what: `readings of ${meter}, ${direction}`,
    count: readings.length,
    ...spanOf(readings),
    total: text(ratio(sum, scale * JOULES_PER_KWH)),
    unit: 'kWh',
  };
}

function hashTotal(series: Records['hashrate'][number]): ImportTotal {
  let [hashes, seconds] = [0n, 0];
  for (const reading of series.readings) {
    hashes += reading.hashes;
    seconds += reading.end - reading.start;
  }
  const mean = seconds === 0 ? undefined : ratio(hashes, series.scale * PETA * BigInt(seconds));
  return {
    what: `hashrate of ${series.site}, mean`,
    count: series.readings.length,
    ...spanOf(series.readings),
    ...(mean && { total: text(mean), unit: 'PH/s' }),
  };
}

function certificateTotals(all: Records['certificates']): readonly ImportTotal[] {
  return [true, false].flatMap((isRetired) => {
    const own = all.filter((one) => one.isRetired === isRetired);
    if (own.length === 0) return [];
    const months = own.map(({ vintage }) => vintage).sort();
    return [
      {
        what: isRetired ? 'certificates, retired' : 'certificates, not retired',
        count: own.length,
        from: months[0] ?? '',
        to: months.at(-1) ?? '',
        total: text(sumOf(own.map(({ energyMwh }) => energyMwh))),
        unit: 'MWh',
      },
    ];
  });
}

function fleetTotals(fleet: Records['fleet']): readonly ImportTotal[] {
  if (fleet.length === 0) return [];
  const machines = fleet.reduce((sum, { count }) => sum + count, 0n);
  return [
    { what: 'models of machines', count: fleet.length, total: String(machines), unit: 'machines' },
  ];
}

function dayTotals<K extends string>(
  what: string,
  list: readonly (Readonly<Record<K, Rational>> & {
    readonly firstDay: string;
    readonly lastDay: string;
  })[],
  key: K,
): readonly ImportTotal[] {
  if (list.length === 0) return [];
  const total = text(sumOf(list.map((one) => one[key])));
  return [{ what, count: list.length, ...daysOf(list), total, unit: 'MWh' }];
}

import type { FactorRow, HourlyValues } from '../../model/documents/factor-set.ts';
import { instantOf } from '../../model/instant.ts';
import { instantText } from '../../model/time.ts';
import { exact, largerOf, ratio, smallerOf, sumOf } from '../../units/rational.ts';
import { decimalText, roundedText } from '../../units/rounding.ts';

const HOUR = 3600;
/** Digits to which the mean of hours is told. */
const MEAN = 6;

/** One list of a row with values by the hour. */
export interface HourList {
  readonly field: string;
  /** Hours without a value. */
  readonly missing: number;
  /** Null where no hour has a value. */
  readonly least: string | null;
  readonly most: string | null;
  /** Over the hours that have a value, whatever their load; rounded. */
  readonly mean: string | null;
}

/** What a row holds by the hour. */
export interface Hours {
  readonly from: string;
  readonly to: string;
  readonly hours: number;
  readonly lists: readonly HourList[];
}

type Field = Exclude<keyof HourlyValues, 'start'>;
const FIELDS: readonly Field[] = [
  'co2_kg',
  'ch4_kg',
  'n2o_kg',
  'co2e_kg',
  'renewable',
  'carbon_free',
];

function listOf(field: Field, values: readonly (string | null)[]): HourList {
  const known = values.flatMap((value) => (value === null ? [] : [exact(value)]));
  const [first] = known;
  if (!first) return { field, missing: values.length, least: null, most: null, mean: null };
  const mean = sumOf(known).div(ratio(BigInt(known.length)));
  return {
    field,
    missing: values.length - known.length,
    least: decimalText(known.reduce(smallerOf, first)),
    most: decimalText(known.reduce(largerOf, first)),
    mean: roundedText(mean, { decimals: MEAN, mode: 'half-even' }),
  };
}

/** How many hours a row holds. */
export function hourCount({ hourly }: FactorRow): number {
  return Math.max(0, ...FIELDS.map((field) => hourly?.[field]?.length ?? 0));
}

/** The first hour of a row, and the end of its last; undefined for a row without hours. */
export function hourSpan(
  row: FactorRow,
): { readonly from: string; readonly to: string } | undefined {
  const start = row.hourly && instantOf(row.hourly.start);
  if (start === undefined) return undefined;
  return { from: instantText(start), to: instantText(start + hourCount(row) * HOUR) };
}

/** What a row holds by the hour; null for a row of values of a year alone. */
export function hoursIn(row: FactorRow): Hours | null {
  const span = hourSpan(row);
  if (!span) return null;
  const lists = FIELDS.flatMap((field) => {
    const values = row.hourly?.[field];
    return values ? [listOf(field, values)] : [];
  });
  return { ...span, hours: hourCount(row), lists };
}

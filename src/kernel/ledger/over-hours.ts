import { type HourColumn, sumOverHours } from '../../model/column.ts';
import type { Interval } from '../../model/time.ts';
import { type Rational, ratio } from '../../units/rational.ts';

/** Operations that take several columns hour by hour. */
export type SeveralColumns = 'column-dot' | 'column-minimum-sum' | 'column-minimum-dot';

const COUNT: Readonly<Record<SeveralColumns, number>> = {
  'column-dot': 2,
  'column-minimum-sum': 2,
  'column-minimum-dot': 3,
};

/** The exact value of an operation on several columns. Throws a RangeError where columns are missing or do not meet. */
export function valueOverHours(
  op: SeveralColumns,
  columns: readonly HourColumn[],
  interval: Interval,
): Rational {
  const [a, b, c] = columns;
  if (!a || !b || columns.length !== COUNT[op]) {
    throw new RangeError(`${op} takes ${String(COUNT[op])} columns`);
  }
  if (op === 'column-dot') {
    const total = sumOverHours(columns, interval, ([x = 0n, y = 0n]) => x * y);
    return ratio(total, a.scale * b.scale);
  }
  const smaller = (x: bigint, y: bigint) => (x * b.scale < y * a.scale ? x * b.scale : y * a.scale);
  const total = sumOverHours(columns, interval, ([x = 0n, y = 0n, z = 1n]) => smaller(x, y) * z);
  return ratio(total, a.scale * b.scale * (c?.scale ?? 1n));
}

/** `kg CO2e` of `J` by `kg CO2e/J`; an amount by a share keeps its unit. Throws a RangeError where units do not meet. */
export function unitOverHours(op: SeveralColumns, columns: readonly HourColumn[]): string {
  const [a, ...others] = columns;
  if (!a) throw new RangeError(`${op} needs columns`);
  const [b] = others;
  const isOfMinimum = op !== 'column-dot';
  if (isOfMinimum && b?.unit !== a.unit) throw new RangeError(`${op} of ${a.unit} and others`);
  const rate = op === 'column-minimum-sum' ? undefined : others.at(-1);
  if (!rate || rate.unit === '1') return a.unit;
  const per = `/${a.unit}`;
  if (!rate.unit.endsWith(per)) throw new RangeError(`${rate.unit} is no rate per ${a.unit}`);
  return rate.unit.slice(0, -per.length);
}

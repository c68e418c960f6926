import { countKnown, HOUR, type HourColumn, sumCells } from '../../model/column.ts';
import type { Interval } from '../../model/time.ts';
import { ratio } from '../../units/rational.ts';
import { type SeveralColumns, unitOverHours, valueOverHours } from './over-hours.ts';
import { type Naming, noteOf, type Step } from './step.ts';

/** The exact sum of a column's cells over an interval, in the column's own unit. */
export function columnSum(
  column: HourColumn,
  interval: Interval,
  naming: Naming,
): Step<HourColumn['unit']> {
  const { start, end } = interval;
  return Object.freeze({
    op: 'column-sum',
    inputs: [],
    value: ratio(sumCells(column, interval), column.scale),
    unit: column.unit,
    ...noteOf(naming),
    column: { id: column.id, start, end },
  });
}

/** The energy of each hour times the rate or share of that hour, added up: `J` by `kg CO2e/J` is `kg CO2e`. */
export function columnDot(
  amounts: HourColumn,
  rates: HourColumn,
  interval: Interval,
  naming: Naming,
): Step {
  return overHours('column-dot', [amounts, rates], interval, naming);
}

/** The smaller cell of each hour, added up. */
export function columnMinimumSum(
  a: HourColumn,
  b: HourColumn,
  interval: Interval,
  naming: Naming,
): Step {
  return overHours('column-minimum-sum', [a, b], interval, naming);
}

/** The smaller amount of each hour times the rate or share of that hour, added up. */
export function columnMinimumDot(
  [a, b]: readonly [HourColumn, HourColumn],
  rates: HourColumn,
  interval: Interval,
  naming: Naming,
): Step {
  return overHours('column-minimum-dot', [a, b, rates], interval, naming);
}

function overHours(
  op: SeveralColumns,
  columns: readonly HourColumn[],
  interval: Interval,
  naming: Naming,
): Step {
  const [first, ...others] = columns;
  if (!first) throw new RangeError(`${op} needs columns`);
  const { start, end } = interval;
  return Object.freeze({
    op,
    inputs: [],
    value: valueOverHours(op, columns, interval),
    unit: unitOverHours(op, columns),
    ...noteOf(naming),
    column: { id: first.id, start, end, with: others.map(({ id }) => id) },
  });
}

/** The number of hours of the interval for which the column holds data. */
export function columnCount(column: HourColumn, interval: Interval, naming: Naming): Step<'h'> {
  const { start, end } = interval;
  return Object.freeze({
    op: 'column-count',
    inputs: [],
    value: ratio(BigInt(countKnown(column, interval))),
    unit: 'h',
    ...noteOf(naming),
    column: { id: column.id, start, end },
  });
}

/** True when the column holds data for every hour of the interval, and the interval is cut at whole cells. */
export function isWhollyKnown(column: HourColumn, { start, end }: Interval): boolean {
  const isOnCells = (start - column.start) % HOUR === 0 && (end - column.start) % HOUR === 0;
  return isOnCells && countKnown(column, { start, end }) === (end - start) / HOUR;
}

import {
  closeLedger,
  columnDot,
  columnMinimumDot,
  columnMinimumSum,
  recompute,
  type Step,
} from '../../src/kernel/ledger.ts';
import { HOUR, type HourColumn } from '../../src/model/column.ts';
import type { LedgerDocument } from '../../src/model/documents/ledger.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { column, HASH } from './sample.ts';

/*
 * Four hours. Load 10, 20, -, 40 J; plant 15, 5, 7, - J, kept in tenths; a rate of 0.5, 0.25, 1, - kg CO2e/J, kept in
 * hundredths; a share of 1, 0, 1, 1.
 */

const AT = Date.UTC(2025, 0, 1) / 1000;
const span = { start: AT, end: AT + 4 * HOUR };

function of(
  id: string,
  cells: readonly (bigint | undefined)[],
  more: Partial<HourColumn> = {},
): HourColumn {
  const end = AT + cells.length * HOUR;
  return column(id, { start: AT, end }, (hour) => cells[hour], more);
}

const load = of('load', [10n, 20n, undefined, 40n]);
const plant = of('plant', [150n, 50n, 70n, undefined], { scale: 10n });
const rate = of('rate', [50n, 25n, 100n, undefined], {
  quantity: 'rate',
  unit: 'kg CO2e/J',
  scale: 100n,
});
const mask = of('mask', [1n, 0n, 1n, 1n], { quantity: 'share', unit: '1' });
const text = ({ value, unit }: Step) => `${decimalText(value)} ${unit}`;

describe('operations on several columns', () => {
  test('energy by rate of each hour: 10 x 0.5 + 20 x 0.25; hours without either add nothing', () => {
    expect(text(columnDot(load, rate, span, 'mass'))).toBe('10 kg CO2e');
  });

  test('energy by share keeps its unit: 10 + 40', () => {
    expect(text(columnDot(load, mask, span, 'part'))).toBe('50 J');
  });

  test('the smaller of each hour across scales: 10 + 5; an hour that one lacks gives nothing', () => {
    expect(text(columnMinimumSum(load, plant, span, 'matched'))).toBe('15 J');
    expect(text(columnMinimumSum(plant, load, span, 'matched'))).toBe('15 J');
  });

  test('the smaller of each hour by rate and by share: 10 x 0.5 + 5 x 0.25; 10', () => {
    expect(text(columnMinimumDot([load, plant], rate, span, 'mass'))).toBe('6.25 kg CO2e');
    expect(text(columnMinimumDot([load, plant], mask, span, 'part'))).toBe('10 J');
  });

  test('an interval takes its own hours alone', () => {
    const second = { start: AT + HOUR, end: AT + 2 * HOUR };
    expect(text(columnDot(load, rate, second, 'mass'))).toBe('5 kg CO2e');
    expect(text(columnDot(load, rate, { start: AT, end: AT + HOUR - 1 }, 'mass'))).toBe(
      '0 kg CO2e',
    );
  });

  test('columns of other spans meet at their instants, not at their places', () => {
    const later = { ...rate, start: AT + HOUR };
    // 20 x 0.5 at the second hour, nothing at the third, 40 x 1 at the fourth
    expect(text(columnDot(load, later, span, 'mass'))).toBe('50 kg CO2e');
    const outside = { ...rate, start: AT + 100 * HOUR };
    expect(text(columnDot(load, outside, span, 'mass'))).toBe('0 kg CO2e');
  });

  test('hours that begin at different minutes are refused', () => {
    const shifted = { ...rate, start: AT + 1800 };
    expect(() => columnDot(load, shifted, span, 'mass')).toThrow('do not meet');
    expect(() => columnMinimumSum(load, { ...plant, start: AT - 900 }, span, 'm')).toThrow(
      RangeError,
    );
  });

  test('units that do not meet are refused', () => {
    expect(() => columnDot(load, plant, span, 'what')).toThrow('J is no rate per J');
    expect(() => columnMinimumSum(load, mask, span, 'what')).toThrow(RangeError);
    expect(() => columnDot(of('s', [1n], { unit: 's' }), rate, span, 'what')).toThrow(
      'kg CO2e/J is no rate per s',
    );
  });
});

describe('operations on several columns in a ledger', () => {
  const columns = [load, plant, rate, mask];
  const files = new Map(columns.map(({ id }) => [id, { file: 'hours.csv', file_sha256: HASH }]));
  const sum = columnMinimumSum(load, plant, span, 'b');
  const mass = columnMinimumDot([load, plant], rate, span, 'c');
  const part = columnMinimumDot([load, plant], mask, span, 'd');
  const steps = [columnDot(load, rate, span, 'a'), sum, mass, part];
  const { document, idOf } = closeLedger(steps, columns, files);

  test('all columns that they take are named', () => {
    const named = document.steps.map(({ op, column: range }) => [op, range?.id, range?.with]);
    expect(named).toEqual([
      ['column-dot', 'load', ['rate']],
      ['column-minimum-dot', 'load', ['plant', 'rate']],
      ['column-minimum-dot', 'load', ['plant', 'mask']],
      ['column-minimum-sum', 'load', ['plant']],
    ]);
  });

  test('they are computed again from the columns', () => {
    const { values, differences } = recompute(document, columns);
    expect(differences).toEqual([]);
    expect(steps.map((step) => values.get(idOf(step))?.equals(step.value))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('a changed cell of any column shows at the steps that take it', () => {
    const cells = plant.cells.slice();
    cells[1] = 60n;
    const { differences } = recompute(document, [load, { ...plant, cells }, rate, mask]);
    expect(differences).toEqual([
      { id: idOf(mass), stated: '6.25', computed: '6.5' },
      { id: idOf(sum), stated: '15', computed: '16' },
    ]);
  });

  test('without one of the columns, or where their hours do not meet, there is no value', () => {
    const lost = recompute(document, [load, plant, mask]).differences;
    expect(lost.map(({ computed }) => computed)).toEqual(['no value', 'no value']);
    const shifted = recompute(document, [{ ...load, start: AT + 60 }, plant, rate, mask]);
    expect(shifted.differences.map(({ computed }) => computed)).toEqual(
      Array.from({ length: 4 }, () => 'no value'),
    );
  });

  test('a step that names too few columns has no value', () => {
    const bare = document.steps.map((step) => ({
      ...step,
      ...(step.column && { column: { ...step.column, with: [] } }),
    }));
    const forged: LedgerDocument = { ...document, steps: bare };
    expect(recompute(forged, columns).differences).toHaveLength(4);
  });

  test('a ledger without a file for a column that a step names is refused', () => {
    expect(() => closeLedger(steps, [load, plant, mask], files)).toThrow('unknown column rate');
  });
});
